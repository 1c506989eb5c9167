/** Types generated for queries found in "sql/queries/issue/draft.sql" */
import { PreparedQuery } from '../../platform/database/prepared-query.js';

export type draft_state = 'approved' | 'draft' | 'published' | 'returned' | 'submitted';

export type version_reason = 'approved' | 'daily' | 'imported' | 'named' | 'replaced' | 'restored' | 'returned' | 'submitted';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export type stringArray = (string)[];

/** 'InsertDraft' parameters type */
export interface IInsertDraftParams {
  date: string;
  editor?: string | null | void;
  id: string;
  now: Date;
  preheader: string;
  slug: string;
  subject: string;
  title: string;
  today: string;
}

/** 'InsertDraft' return type */
export type IInsertDraftResult = void;

/** 'InsertDraft' query type */
export interface IInsertDraftQuery {
  params: IInsertDraftParams;
  result: IInsertDraftResult;
}

const insertDraftIR: any = {"usedParamSet":{"id":true,"subject":true,"title":true,"preheader":true,"date":true,"slug":true,"today":true,"now":true,"editor":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":129,"b":132}]},{"name":"subject","required":true,"transform":{"type":"scalar"},"locs":[{"a":135,"b":143}]},{"name":"title","required":true,"transform":{"type":"scalar"},"locs":[{"a":146,"b":152}]},{"name":"preheader","required":true,"transform":{"type":"scalar"},"locs":[{"a":155,"b":165}]},{"name":"date","required":true,"transform":{"type":"scalar"},"locs":[{"a":168,"b":173}]},{"name":"slug","required":true,"transform":{"type":"scalar"},"locs":[{"a":176,"b":181}]},{"name":"today","required":true,"transform":{"type":"scalar"},"locs":[{"a":184,"b":190}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":205,"b":209},{"a":221,"b":225}]},{"name":"editor","required":false,"transform":{"type":"scalar"},"locs":[{"a":212,"b":218},{"a":228,"b":234}]}],"statement":"insert into draft (id, subject, title, preheader, date, slug, worked_on, created_at, created_by, changed_at, changed_by)\nvalues (:id!, :subject!, :title!, :preheader!, :date!, :slug!, :today!::text::date, :now!, :editor, :now!, :editor)"};

/**
 * Query generated from SQL:
 * ```
 * insert into draft (id, subject, title, preheader, date, slug, worked_on, created_at, created_by, changed_at, changed_by)
 * values (:id!, :subject!, :title!, :preheader!, :date!, :slug!, :today!::text::date, :now!, :editor, :now!, :editor)
 * ```
 */
export const insertDraft = new PreparedQuery<IInsertDraftParams,IInsertDraftResult>(insertDraftIR);


/** 'FindDrafts' parameters type */
export interface IFindDraftsParams {
  deleted: boolean;
}

/** 'FindDrafts' return type */
export interface IFindDraftsResult {
  /** Who was asked by mail to approve it; they are reminded once. */
  askedId: string | null;
  blocks: number;
  changedAt: Date;
  createdAt: Date;
  createdBy: string | null;
  date: string;
  /** Deleting can be undone for 30 days; then the row and all that hangs on it is erased. */
  deletedAt: Date | null;
  deletedBy: string | null;
  id: string;
  issue: number | null;
  openComments: number;
  /** As it was last set: an approval falls when the mail is another one, without a change of this column. */
  state: draft_state;
  subject: string;
  title: string;
}

/** 'FindDrafts' query type */
export interface IFindDraftsQuery {
  params: IFindDraftsParams;
  result: IFindDraftsResult;
}

const findDraftsIR: any = {"usedParamSet":{"deleted":true},"params":[{"name":"deleted","required":true,"transform":{"type":"scalar"},"locs":[{"a":530,"b":538}]}],"statement":"select d.id, d.state, d.asked_id, d.subject, d.title, d.date, d.deleted_at, d.deleted_by, d.created_at, d.created_by,\n       count(b.id)::int as \"blocks!\", greatest(d.changed_at, max(b.changed_at)) as \"changed_at!\",\n       (select count(*)::int from draft_comment c where c.draft_id = d.id and c.resolved_at is null) as \"open_comments!\",\n       (select i.number from issue i where i.draft_id = d.id) as \"issue?\"\nfrom draft d left join draft_block b on b.draft_id = d.id and b.removed_at is null\nwhere (d.deleted_at is not null) = :deleted!::boolean and d.state <> 'published'\ngroup by d.id\norder by \"changed_at!\" desc, d.id"};

/**
 * Query generated from SQL:
 * ```
 * select d.id, d.state, d.asked_id, d.subject, d.title, d.date, d.deleted_at, d.deleted_by, d.created_at, d.created_by,
 *        count(b.id)::int as "blocks!", greatest(d.changed_at, max(b.changed_at)) as "changed_at!",
 *        (select count(*)::int from draft_comment c where c.draft_id = d.id and c.resolved_at is null) as "open_comments!",
 *        (select i.number from issue i where i.draft_id = d.id) as "issue?"
 * from draft d left join draft_block b on b.draft_id = d.id and b.removed_at is null
 * where (d.deleted_at is not null) = :deleted!::boolean and d.state <> 'published'
 * group by d.id
 * order by "changed_at!" desc, d.id
 * ```
 */
export const findDrafts = new PreparedQuery<IFindDraftsParams,IFindDraftsResult>(findDraftsIR);


/** 'FindDraft' parameters type */
export interface IFindDraftParams {
  id: string;
}

/** 'FindDraft' return type */
export interface IFindDraftResult {
  /** Who was asked by mail to approve it; they are reminded once. */
  askedId: string | null;
  /** When the head or the order of blocks was changed; blocks have times of their own. */
  changedAt: Date;
  changedBy: string | null;
  createdAt: Date;
  createdBy: string | null;
  date: string;
  /** Deleting can be undone for 30 days; then the row and all that hangs on it is erased. */
  deletedAt: Date | null;
  id: string;
  preheader: string;
  slug: string;
  /** As it was last set: an approval falls when the mail is another one, without a change of this column. */
  state: draft_state;
  /** When it was submitted, returned, approved or published; likewise state_by. */
  stateAt: Date | null;
  stateBy: string | null;
  /** Why it was returned. */
  stateReason: string | null;
  subject: string;
  title: string;
  /** Of the head: a save names the version it started from. */
  version: number;
}

/** 'FindDraft' query type */
export interface IFindDraftQuery {
  params: IFindDraftParams;
  result: IFindDraftResult;
}

const findDraftIR: any = {"usedParamSet":{"id":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":198,"b":201}]}],"statement":"select id, state, state_at, state_by, state_reason, asked_id, subject, title, preheader, date, slug, version,\n       created_at, created_by, changed_at, changed_by, deleted_at\nfrom draft where id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * select id, state, state_at, state_by, state_reason, asked_id, subject, title, preheader, date, slug, version,
 *        created_at, created_by, changed_at, changed_by, deleted_at
 * from draft where id = :id!
 * ```
 */
export const findDraft = new PreparedQuery<IFindDraftParams,IFindDraftResult>(findDraftIR);


/** 'FindBlocks' parameters type */
export interface IFindBlocksParams {
  draft: string;
}

/** 'FindBlocks' return type */
export interface IFindBlocksResult {
  changedAt: Date;
  changedBy: string | null;
  /** As they were typed: texts, groups and lists of texts. */
  fields: Json;
  id: string;
  kind: string;
  version: number;
}

/** 'FindBlocks' query type */
export interface IFindBlocksQuery {
  params: IFindBlocksParams;
  result: IFindBlocksResult;
}

const findBlocksIR: any = {"usedParamSet":{"draft":true},"params":[{"name":"draft","required":true,"transform":{"type":"scalar"},"locs":[{"a":91,"b":97}]}],"statement":"select id, kind, fields, version, changed_at, changed_by\nfrom draft_block where draft_id = :draft! and removed_at is null\norder by position"};

/**
 * Query generated from SQL:
 * ```
 * select id, kind, fields, version, changed_at, changed_by
 * from draft_block where draft_id = :draft! and removed_at is null
 * order by position
 * ```
 */
export const findBlocks = new PreparedQuery<IFindBlocksParams,IFindBlocksResult>(findBlocksIR);


/** 'HoldDraft' parameters type */
export interface IHoldDraftParams {
  id: string;
}

/** 'HoldDraft' return type */
export interface IHoldDraftResult {
  /** Deleting can be undone for 30 days; then the row and all that hangs on it is erased. */
  deletedAt: Date | null;
  /** As it was last set: an approval falls when the mail is another one, without a change of this column. */
  state: draft_state;
  workedOn: string;
}

/** 'HoldDraft' query type */
export interface IHoldDraftQuery {
  params: IHoldDraftParams;
  result: IHoldDraftResult;
}

const holdDraftIR: any = {"usedParamSet":{"id":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":80,"b":83}]}],"statement":"select worked_on::text as \"worked_on!\", deleted_at, state from draft where id = :id! for update"};

/**
 * Query generated from SQL:
 * ```
 * select worked_on::text as "worked_on!", deleted_at, state from draft where id = :id! for update
 * ```
 */
export const holdDraft = new PreparedQuery<IHoldDraftParams,IHoldDraftResult>(holdDraftIR);


/** 'NoteWork' parameters type */
export interface INoteWorkParams {
  id: string;
  today: string;
}

/** 'NoteWork' return type */
export type INoteWorkResult = void;

/** 'NoteWork' query type */
export interface INoteWorkQuery {
  params: INoteWorkParams;
  result: INoteWorkResult;
}

const noteWorkIR: any = {"usedParamSet":{"today":true,"id":true},"params":[{"name":"today","required":true,"transform":{"type":"scalar"},"locs":[{"a":29,"b":35}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":60,"b":63}]}],"statement":"update draft set worked_on = :today!::text::date where id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * update draft set worked_on = :today!::text::date where id = :id!
 * ```
 */
export const noteWork = new PreparedQuery<INoteWorkParams,INoteWorkResult>(noteWorkIR);


/** 'NoteOrder' parameters type */
export interface INoteOrderParams {
  editor?: string | null | void;
  id: string;
  now: Date;
}

/** 'NoteOrder' return type */
export type INoteOrderResult = void;

/** 'NoteOrder' query type */
export interface INoteOrderQuery {
  params: INoteOrderParams;
  result: INoteOrderResult;
}

const noteOrderIR: any = {"usedParamSet":{"now":true,"editor":true,"id":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":30,"b":34}]},{"name":"editor","required":false,"transform":{"type":"scalar"},"locs":[{"a":50,"b":56}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":69,"b":72}]}],"statement":"update draft set changed_at = :now!, changed_by = :editor where id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * update draft set changed_at = :now!, changed_by = :editor where id = :id!
 * ```
 */
export const noteOrder = new PreparedQuery<INoteOrderParams,INoteOrderResult>(noteOrderIR);


/** 'HoldHead' parameters type */
export interface IHoldHeadParams {
  id: string;
}

/** 'HoldHead' return type */
export interface IHoldHeadResult {
  /** When the head or the order of blocks was changed; blocks have times of their own. */
  changedAt: Date;
  changedBy: string | null;
  date: string;
  /** Deleting can be undone for 30 days; then the row and all that hangs on it is erased. */
  deletedAt: Date | null;
  preheader: string;
  slug: string;
  /** As it was last set: an approval falls when the mail is another one, without a change of this column. */
  state: draft_state;
  subject: string;
  title: string;
  /** Of the head: a save names the version it started from. */
  version: number;
  workedOn: string;
}

/** 'HoldHead' query type */
export interface IHoldHeadQuery {
  params: IHoldHeadParams;
  result: IHoldHeadResult;
}

const holdHeadIR: any = {"usedParamSet":{"id":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":154,"b":157}]}],"statement":"select worked_on::text as \"worked_on!\", deleted_at, state,\n  subject, title, preheader, date, slug, version, changed_at, changed_by\nfrom draft where id = :id! for update"};

/**
 * Query generated from SQL:
 * ```
 * select worked_on::text as "worked_on!", deleted_at, state,
 *   subject, title, preheader, date, slug, version, changed_at, changed_by
 * from draft where id = :id! for update
 * ```
 */
export const holdHead = new PreparedQuery<IHoldHeadParams,IHoldHeadResult>(holdHeadIR);


/** 'UpdateHead' parameters type */
export interface IUpdateHeadParams {
  base: number;
  date: string;
  editor?: string | null | void;
  id: string;
  now: Date;
  preheader: string;
  slug: string;
  subject: string;
  title: string;
}

/** 'UpdateHead' return type */
export interface IUpdateHeadResult {
  /** Of the head: a save names the version it started from. */
  version: number;
}

/** 'UpdateHead' query type */
export interface IUpdateHeadQuery {
  params: IUpdateHeadParams;
  result: IUpdateHeadResult;
}

const updateHeadIR: any = {"usedParamSet":{"subject":true,"title":true,"preheader":true,"date":true,"slug":true,"now":true,"editor":true,"id":true,"base":true},"params":[{"name":"subject","required":true,"transform":{"type":"scalar"},"locs":[{"a":27,"b":35}]},{"name":"title","required":true,"transform":{"type":"scalar"},"locs":[{"a":46,"b":52}]},{"name":"preheader","required":true,"transform":{"type":"scalar"},"locs":[{"a":67,"b":77}]},{"name":"date","required":true,"transform":{"type":"scalar"},"locs":[{"a":87,"b":92}]},{"name":"slug","required":true,"transform":{"type":"scalar"},"locs":[{"a":102,"b":107}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":148,"b":152}]},{"name":"editor","required":false,"transform":{"type":"scalar"},"locs":[{"a":168,"b":174}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":187,"b":190}]},{"name":"base","required":true,"transform":{"type":"scalar"},"locs":[{"a":206,"b":211}]}],"statement":"update draft set subject = :subject!, title = :title!, preheader = :preheader!, date = :date!, slug = :slug!,\n  version = version + 1, changed_at = :now!, changed_by = :editor\nwhere id = :id! and version = :base!\nreturning version"};

/**
 * Query generated from SQL:
 * ```
 * update draft set subject = :subject!, title = :title!, preheader = :preheader!, date = :date!, slug = :slug!,
 *   version = version + 1, changed_at = :now!, changed_by = :editor
 * where id = :id! and version = :base!
 * returning version
 * ```
 */
export const updateHead = new PreparedQuery<IUpdateHeadParams,IUpdateHeadResult>(updateHeadIR);


/** 'SaveHead' parameters type */
export interface ISaveHeadParams {
  base: number;
  date: string;
  editor?: string | null | void;
  hash: Buffer;
  id: string;
  now: Date;
  preheader: string;
  slug: string;
  subject: string;
  title: string;
}

/** 'SaveHead' return type */
export interface ISaveHeadResult {
  /** Of the head: a save names the version it started from. */
  version: number;
}

/** 'SaveHead' query type */
export interface ISaveHeadQuery {
  params: ISaveHeadParams;
  result: ISaveHeadResult;
}

const saveHeadIR: any = {"usedParamSet":{"subject":true,"title":true,"preheader":true,"date":true,"slug":true,"now":true,"editor":true,"id":true,"base":true,"hash":true},"params":[{"name":"subject","required":true,"transform":{"type":"scalar"},"locs":[{"a":47,"b":55}]},{"name":"title","required":true,"transform":{"type":"scalar"},"locs":[{"a":66,"b":72}]},{"name":"preheader","required":true,"transform":{"type":"scalar"},"locs":[{"a":87,"b":97}]},{"name":"date","required":true,"transform":{"type":"scalar"},"locs":[{"a":107,"b":112}]},{"name":"slug","required":true,"transform":{"type":"scalar"},"locs":[{"a":122,"b":127}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":170,"b":174},{"a":395,"b":399}]},{"name":"editor","required":false,"transform":{"type":"scalar"},"locs":[{"a":190,"b":196}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":211,"b":214}]},{"name":"base","required":true,"transform":{"type":"scalar"},"locs":[{"a":230,"b":235},{"a":366,"b":371}]},{"name":"hash","required":true,"transform":{"type":"scalar"},"locs":[{"a":374,"b":379}]}],"statement":"with written as (\n  update draft set subject = :subject!, title = :title!, preheader = :preheader!, date = :date!, slug = :slug!,\n    version = version + 1, changed_at = :now!, changed_by = :editor\n  where id = :id! and version = :base!\n  returning id, version\n), noted as (\n  insert into draft_save (target_id, base, hash, draft_id, version, saved_at)\n  select id, :base!, :hash!, id, version, :now! from written\n  on conflict do nothing\n)\nselect version from written"};

/**
 * Query generated from SQL:
 * ```
 * with written as (
 *   update draft set subject = :subject!, title = :title!, preheader = :preheader!, date = :date!, slug = :slug!,
 *     version = version + 1, changed_at = :now!, changed_by = :editor
 *   where id = :id! and version = :base!
 *   returning id, version
 * ), noted as (
 *   insert into draft_save (target_id, base, hash, draft_id, version, saved_at)
 *   select id, :base!, :hash!, id, version, :now! from written
 *   on conflict do nothing
 * )
 * select version from written
 * ```
 */
export const saveHead = new PreparedQuery<ISaveHeadParams,ISaveHeadResult>(saveHeadIR);


/** 'SetState' parameters type */
export interface ISetStateParams {
  asked?: string | null | void;
  editor?: string | null | void;
  id: string;
  now: Date;
  reason?: string | null | void;
  state: string;
}

/** 'SetState' return type */
export type ISetStateResult = void;

/** 'SetState' query type */
export interface ISetStateQuery {
  params: ISetStateParams;
  result: ISetStateResult;
}

const setStateIR: any = {"usedParamSet":{"state":true,"now":true,"editor":true,"reason":true,"asked":true,"id":true},"params":[{"name":"state","required":true,"transform":{"type":"scalar"},"locs":[{"a":25,"b":31}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":64,"b":68}]},{"name":"editor","required":false,"transform":{"type":"scalar"},"locs":[{"a":82,"b":88}]},{"name":"reason","required":false,"transform":{"type":"scalar"},"locs":[{"a":106,"b":112}]},{"name":"asked","required":false,"transform":{"type":"scalar"},"locs":[{"a":128,"b":133}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":166,"b":169}]}],"statement":"update draft set state = :state!::text::draft_state, state_at = :now!, state_by = :editor, state_reason = :reason,\n  asked_id = :asked, reminded_at = null\nwhere id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * update draft set state = :state!::text::draft_state, state_at = :now!, state_by = :editor, state_reason = :reason,
 *   asked_id = :asked, reminded_at = null
 * where id = :id!
 * ```
 */
export const setState = new PreparedQuery<ISetStateParams,ISetStateResult>(setStateIR);


/** 'RemindAsked' parameters type */
export interface IRemindAskedParams {
  before: Date;
  now: Date;
}

/** 'RemindAsked' return type */
export interface IRemindAskedResult {
  /** Who was asked by mail to approve it; they are reminded once. */
  asked: string;
  id: string;
  stateBy: string | null;
  title: string;
}

/** 'RemindAsked' query type */
export interface IRemindAskedQuery {
  params: IRemindAskedParams;
  result: IRemindAskedResult;
}

const remindAskedIR: any = {"usedParamSet":{"now":true,"before":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":31,"b":35}]},{"name":"before","required":true,"transform":{"type":"scalar"},"locs":[{"a":152,"b":159}]}],"statement":"update draft set reminded_at = :now!\nwhere state = 'submitted' and deleted_at is null and asked_id is not null and reminded_at is null\n  and state_at < :before!\nreturning id, title, asked_id as \"asked!\", state_by"};

/**
 * Query generated from SQL:
 * ```
 * update draft set reminded_at = :now!
 * where state = 'submitted' and deleted_at is null and asked_id is not null and reminded_at is null
 *   and state_at < :before!
 * returning id, title, asked_id as "asked!", state_by
 * ```
 */
export const remindAsked = new PreparedQuery<IRemindAskedParams,IRemindAskedResult>(remindAskedIR);


/** 'FindLastDecision' parameters type */
export interface IFindLastDecisionParams {
  draft: string;
}

/** 'FindLastDecision' return type */
export interface IFindLastDecisionResult {
  madeAt: Date;
  madeBy: string | null;
  /** daily: before the first change of a day. replaced: before another version was restored. */
  reason: version_reason;
  snapshot: Json;
}

/** 'FindLastDecision' query type */
export interface IFindLastDecisionQuery {
  params: IFindLastDecisionParams;
  result: IFindLastDecisionResult;
}

const findLastDecisionIR: any = {"usedParamSet":{"draft":true},"params":[{"name":"draft","required":true,"transform":{"type":"scalar"},"locs":[{"a":78,"b":84}]}],"statement":"select reason, snapshot, made_at, made_by from draft_version\nwhere draft_id = :draft! and reason in ('approved', 'returned')\norder by reason = 'approved' desc, number desc limit 1"};

/**
 * Query generated from SQL:
 * ```
 * select reason, snapshot, made_at, made_by from draft_version
 * where draft_id = :draft! and reason in ('approved', 'returned')
 * order by reason = 'approved' desc, number desc limit 1
 * ```
 */
export const findLastDecision = new PreparedQuery<IFindLastDecisionParams,IFindLastDecisionResult>(findLastDecisionIR);


/** 'MarkDeleted' parameters type */
export interface IMarkDeletedParams {
  deletedAt?: Date | null | void;
  deletedBy?: string | null | void;
  id: string;
}

/** 'MarkDeleted' return type */
export type IMarkDeletedResult = void;

/** 'MarkDeleted' query type */
export interface IMarkDeletedQuery {
  params: IMarkDeletedParams;
  result: IMarkDeletedResult;
}

const markDeletedIR: any = {"usedParamSet":{"deletedAt":true,"deletedBy":true,"id":true},"params":[{"name":"deletedAt","required":false,"transform":{"type":"scalar"},"locs":[{"a":30,"b":39}]},{"name":"deletedBy","required":false,"transform":{"type":"scalar"},"locs":[{"a":55,"b":64}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":77,"b":80}]}],"statement":"update draft set deleted_at = :deletedAt, deleted_by = :deletedBy where id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * update draft set deleted_at = :deletedAt, deleted_by = :deletedBy where id = :id!
 * ```
 */
export const markDeleted = new PreparedQuery<IMarkDeletedParams,IMarkDeletedResult>(markDeletedIR);


/** 'HoldDeleted' parameters type */
export interface IHoldDeletedParams {
  before: Date;
  limit: number;
}

/** 'HoldDeleted' return type */
export interface IHoldDeletedResult {
  id: string;
}

/** 'HoldDeleted' query type */
export interface IHoldDeletedQuery {
  params: IHoldDeletedParams;
  result: IHoldDeletedResult;
}

const holdDeletedIR: any = {"usedParamSet":{"before":true,"limit":true},"params":[{"name":"before","required":true,"transform":{"type":"scalar"},"locs":[{"a":40,"b":47}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":76,"b":82}]}],"statement":"select id from draft where deleted_at < :before! order by deleted_at limit (:limit!)::int for update skip locked"};

/**
 * Query generated from SQL:
 * ```
 * select id from draft where deleted_at < :before! order by deleted_at limit (:limit!)::int for update skip locked
 * ```
 */
export const holdDeleted = new PreparedQuery<IHoldDeletedParams,IHoldDeletedResult>(holdDeletedIR);


/** 'EraseDrafts' parameters type */
export interface IEraseDraftsParams {
  drafts: stringArray;
}

/** 'EraseDrafts' return type */
export type IEraseDraftsResult = void;

/** 'EraseDrafts' query type */
export interface IEraseDraftsQuery {
  params: IEraseDraftsParams;
  result: IEraseDraftsResult;
}

const eraseDraftsIR: any = {"usedParamSet":{"drafts":true},"params":[{"name":"drafts","required":true,"transform":{"type":"scalar"},"locs":[{"a":34,"b":41}]}],"statement":"delete from draft where id = any (:drafts!::uuid[])"};

/**
 * Query generated from SQL:
 * ```
 * delete from draft where id = any (:drafts!::uuid[])
 * ```
 */
export const eraseDrafts = new PreparedQuery<IEraseDraftsParams,IEraseDraftsResult>(eraseDraftsIR);


/** 'FindOldestDeleted' parameters type */
export type IFindOldestDeletedParams = void;

/** 'FindOldestDeleted' return type */
export interface IFindOldestDeletedResult {
  at: Date | null;
}

/** 'FindOldestDeleted' query type */
export interface IFindOldestDeletedQuery {
  params: IFindOldestDeletedParams;
  result: IFindOldestDeletedResult;
}

const findOldestDeletedIR: any = {"usedParamSet":{},"params":[],"statement":"select min(deleted_at) as at from draft"};

/**
 * Query generated from SQL:
 * ```
 * select min(deleted_at) as at from draft
 * ```
 */
export const findOldestDeleted = new PreparedQuery<IFindOldestDeletedParams,IFindOldestDeletedResult>(findOldestDeletedIR);


/** 'HoldPublished' parameters type */
export interface IHoldPublishedParams {
  before: Date;
  limit: number;
}

/** 'HoldPublished' return type */
export interface IHoldPublishedResult {
  id: string;
}

/** 'HoldPublished' query type */
export interface IHoldPublishedQuery {
  params: IHoldPublishedParams;
  result: IHoldPublishedResult;
}

const holdPublishedIR: any = {"usedParamSet":{"before":true,"limit":true},"params":[{"name":"before","required":true,"transform":{"type":"scalar"},"locs":[{"a":64,"b":71}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":298,"b":304}]}],"statement":"select id from draft d\nwhere state = 'published' and state_at < :before! and (\n  exists (select from draft_comment c where c.draft_id = d.id)\n  or exists (select from draft_version v where v.draft_id = d.id)\n  or exists (select from other_text o where o.draft_id = d.id)\n)\norder by state_at limit (:limit!)::int for no key update skip locked"};

/**
 * Query generated from SQL:
 * ```
 * select id from draft d
 * where state = 'published' and state_at < :before! and (
 *   exists (select from draft_comment c where c.draft_id = d.id)
 *   or exists (select from draft_version v where v.draft_id = d.id)
 *   or exists (select from other_text o where o.draft_id = d.id)
 * )
 * order by state_at limit (:limit!)::int for no key update skip locked
 * ```
 */
export const holdPublished = new PreparedQuery<IHoldPublishedParams,IHoldPublishedResult>(holdPublishedIR);


/** 'EraseWork' parameters type */
export interface IEraseWorkParams {
  drafts: stringArray;
}

/** 'EraseWork' return type */
export interface IEraseWorkResult {
  count: number;
}

/** 'EraseWork' query type */
export interface IEraseWorkQuery {
  params: IEraseWorkParams;
  result: IEraseWorkResult;
}

const eraseWorkIR: any = {"usedParamSet":{"drafts":true},"params":[{"name":"drafts","required":true,"transform":{"type":"scalar"},"locs":[{"a":69,"b":76},{"a":166,"b":173},{"a":257,"b":264}]}],"statement":"with comments as (\n  delete from draft_comment where draft_id = any (:drafts!::uuid[]) returning 1\n), versions as (\n  delete from draft_version where draft_id = any (:drafts!::uuid[]) returning 1\n), texts as (\n  delete from other_text where draft_id = any (:drafts!::uuid[]) returning 1\n)\nselect ((select count(*) from comments) + (select count(*) from versions) + (select count(*) from texts))::int as \"count!\""};

/**
 * Query generated from SQL:
 * ```
 * with comments as (
 *   delete from draft_comment where draft_id = any (:drafts!::uuid[]) returning 1
 * ), versions as (
 *   delete from draft_version where draft_id = any (:drafts!::uuid[]) returning 1
 * ), texts as (
 *   delete from other_text where draft_id = any (:drafts!::uuid[]) returning 1
 * )
 * select ((select count(*) from comments) + (select count(*) from versions) + (select count(*) from texts))::int as "count!"
 * ```
 */
export const eraseWork = new PreparedQuery<IEraseWorkParams,IEraseWorkResult>(eraseWorkIR);


/** 'FindOldestWork' parameters type */
export type IFindOldestWorkParams = void;

/** 'FindOldestWork' return type */
export interface IFindOldestWorkResult {
  at: Date | null;
}

/** 'FindOldestWork' query type */
export interface IFindOldestWorkQuery {
  params: IFindOldestWorkParams;
  result: IFindOldestWorkResult;
}

const findOldestWorkIR: any = {"usedParamSet":{},"params":[],"statement":"select min(state_at) as at from draft d\nwhere state = 'published' and (\n  exists (select from draft_comment c where c.draft_id = d.id)\n  or exists (select from draft_version v where v.draft_id = d.id)\n  or exists (select from other_text o where o.draft_id = d.id)\n)"};

/**
 * Query generated from SQL:
 * ```
 * select min(state_at) as at from draft d
 * where state = 'published' and (
 *   exists (select from draft_comment c where c.draft_id = d.id)
 *   or exists (select from draft_version v where v.draft_id = d.id)
 *   or exists (select from other_text o where o.draft_id = d.id)
 * )
 * ```
 */
export const findOldestWork = new PreparedQuery<IFindOldestWorkParams,IFindOldestWorkResult>(findOldestWorkIR);


/** 'InsertBlock' parameters type */
export interface IInsertBlockParams {
  draft: string;
  editor?: string | null | void;
  fields: string;
  id: string;
  kind: string;
  now: Date;
  position: number;
}

/** 'InsertBlock' return type */
export type IInsertBlockResult = void;

/** 'InsertBlock' query type */
export interface IInsertBlockQuery {
  params: IInsertBlockParams;
  result: IInsertBlockResult;
}

const insertBlockIR: any = {"usedParamSet":{"id":true,"draft":true,"position":true,"kind":true,"fields":true,"now":true,"editor":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":95,"b":98}]},{"name":"draft","required":true,"transform":{"type":"scalar"},"locs":[{"a":101,"b":107}]},{"name":"position","required":true,"transform":{"type":"scalar"},"locs":[{"a":110,"b":119}]},{"name":"kind","required":true,"transform":{"type":"scalar"},"locs":[{"a":122,"b":127}]},{"name":"fields","required":true,"transform":{"type":"scalar"},"locs":[{"a":130,"b":137}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":153,"b":157}]},{"name":"editor","required":false,"transform":{"type":"scalar"},"locs":[{"a":160,"b":166}]}],"statement":"insert into draft_block (id, draft_id, position, kind, fields, changed_at, changed_by)\nvalues (:id!, :draft!, :position!, :kind!, :fields!::text::jsonb, :now!, :editor)"};

/**
 * Query generated from SQL:
 * ```
 * insert into draft_block (id, draft_id, position, kind, fields, changed_at, changed_by)
 * values (:id!, :draft!, :position!, :kind!, :fields!::text::jsonb, :now!, :editor)
 * ```
 */
export const insertBlock = new PreparedQuery<IInsertBlockParams,IInsertBlockResult>(insertBlockIR);


/** 'FindAllBlocks' parameters type */
export interface IFindAllBlocksParams {
  draft: string;
}

/** 'FindAllBlocks' return type */
export interface IFindAllBlocksResult {
  /** As they were typed: texts, groups and lists of texts. */
  fields: Json;
  id: string;
  kind: string;
  /** From 1, without a gap among those that are not removed. */
  position: number;
  /** A removed block can be put back for as long as its draft exists. */
  removedAt: Date | null;
  version: number;
}

/** 'FindAllBlocks' query type */
export interface IFindAllBlocksQuery {
  params: IFindAllBlocksParams;
  result: IFindAllBlocksResult;
}

const findAllBlocksIR: any = {"usedParamSet":{"draft":true},"params":[{"name":"draft","required":true,"transform":{"type":"scalar"},"locs":[{"a":89,"b":95}]}],"statement":"select id, kind, fields, version, position, removed_at from draft_block where draft_id = :draft! order by position, id"};

/**
 * Query generated from SQL:
 * ```
 * select id, kind, fields, version, position, removed_at from draft_block where draft_id = :draft! order by position, id
 * ```
 */
export const findAllBlocks = new PreparedQuery<IFindAllBlocksParams,IFindAllBlocksResult>(findAllBlocksIR);


/** 'FindBlockKind' parameters type */
export interface IFindBlockKindParams {
  draft: string;
  id: string;
}

/** 'FindBlockKind' return type */
export interface IFindBlockKindResult {
  kind: string;
}

/** 'FindBlockKind' query type */
export interface IFindBlockKindQuery {
  params: IFindBlockKindParams;
  result: IFindBlockKindResult;
}

const findBlockKindIR: any = {"usedParamSet":{"id":true,"draft":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":40,"b":43}]},{"name":"draft","required":true,"transform":{"type":"scalar"},"locs":[{"a":60,"b":66}]}],"statement":"select kind from draft_block where id = :id! and draft_id = :draft!"};

/**
 * Query generated from SQL:
 * ```
 * select kind from draft_block where id = :id! and draft_id = :draft!
 * ```
 */
export const findBlockKind = new PreparedQuery<IFindBlockKindParams,IFindBlockKindResult>(findBlockKindIR);


/** 'HoldBlock' parameters type */
export interface IHoldBlockParams {
  draft: string;
  id: string;
}

/** 'HoldBlock' return type */
export interface IHoldBlockResult {
  changedAt: Date;
  changedBy: string | null;
  /** Deleting can be undone for 30 days; then the row and all that hangs on it is erased. */
  deletedAt: Date | null;
  /** As they were typed: texts, groups and lists of texts. */
  fields: Json;
  kind: string;
  /** A removed block can be put back for as long as its draft exists. */
  removedAt: Date | null;
  /** As it was last set: an approval falls when the mail is another one, without a change of this column. */
  state: draft_state;
  version: number;
  workedOn: string;
}

/** 'HoldBlock' query type */
export interface IHoldBlockQuery {
  params: IHoldBlockParams;
  result: IHoldBlockResult;
}

const holdBlockIR: any = {"usedParamSet":{"draft":true,"id":true},"params":[{"name":"draft","required":true,"transform":{"type":"scalar"},"locs":[{"a":203,"b":209}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":222,"b":225}]}],"statement":"select d.worked_on::text as \"worked_on!\", d.deleted_at, d.state,\n  b.kind, b.fields, b.version, b.changed_at, b.changed_by, b.removed_at\nfrom draft d join draft_block b on b.draft_id = d.id\nwhere d.id = :draft! and b.id = :id!\nfor key share of d for no key update of b"};

/**
 * Query generated from SQL:
 * ```
 * select d.worked_on::text as "worked_on!", d.deleted_at, d.state,
 *   b.kind, b.fields, b.version, b.changed_at, b.changed_by, b.removed_at
 * from draft d join draft_block b on b.draft_id = d.id
 * where d.id = :draft! and b.id = :id!
 * for key share of d for no key update of b
 * ```
 */
export const holdBlock = new PreparedQuery<IHoldBlockParams,IHoldBlockResult>(holdBlockIR);


/** 'UpdateBlock' parameters type */
export interface IUpdateBlockParams {
  base: number;
  editor?: string | null | void;
  fields: string;
  id: string;
  now: Date;
}

/** 'UpdateBlock' return type */
export interface IUpdateBlockResult {
  version: number;
}

/** 'UpdateBlock' query type */
export interface IUpdateBlockQuery {
  params: IUpdateBlockParams;
  result: IUpdateBlockResult;
}

const updateBlockIR: any = {"usedParamSet":{"fields":true,"now":true,"editor":true,"id":true,"base":true},"params":[{"name":"fields","required":true,"transform":{"type":"scalar"},"locs":[{"a":32,"b":39}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":91,"b":95}]},{"name":"editor","required":false,"transform":{"type":"scalar"},"locs":[{"a":111,"b":117}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":130,"b":133}]},{"name":"base","required":true,"transform":{"type":"scalar"},"locs":[{"a":149,"b":154}]}],"statement":"update draft_block set fields = :fields!::text::jsonb, version = version + 1, changed_at = :now!, changed_by = :editor\nwhere id = :id! and version = :base!\nreturning version"};

/**
 * Query generated from SQL:
 * ```
 * update draft_block set fields = :fields!::text::jsonb, version = version + 1, changed_at = :now!, changed_by = :editor
 * where id = :id! and version = :base!
 * returning version
 * ```
 */
export const updateBlock = new PreparedQuery<IUpdateBlockParams,IUpdateBlockResult>(updateBlockIR);


/** 'SaveBlock' parameters type */
export interface ISaveBlockParams {
  base: number;
  editor?: string | null | void;
  fields: string;
  hash: Buffer;
  id: string;
  now: Date;
}

/** 'SaveBlock' return type */
export interface ISaveBlockResult {
  version: number;
}

/** 'SaveBlock' query type */
export interface ISaveBlockQuery {
  params: ISaveBlockParams;
  result: ISaveBlockResult;
}

const saveBlockIR: any = {"usedParamSet":{"fields":true,"now":true,"editor":true,"id":true,"base":true,"hash":true},"params":[{"name":"fields","required":true,"transform":{"type":"scalar"},"locs":[{"a":52,"b":59}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":111,"b":115},{"a":356,"b":360}]},{"name":"editor","required":false,"transform":{"type":"scalar"},"locs":[{"a":135,"b":141}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":156,"b":159}]},{"name":"base","required":true,"transform":{"type":"scalar"},"locs":[{"a":175,"b":180},{"a":321,"b":326}]},{"name":"hash","required":true,"transform":{"type":"scalar"},"locs":[{"a":329,"b":334}]}],"statement":"with written as (\n  update draft_block set fields = :fields!::text::jsonb, version = version + 1, changed_at = :now!,\n    changed_by = :editor\n  where id = :id! and version = :base!\n  returning id, draft_id, version\n), noted as (\n  insert into draft_save (target_id, base, hash, draft_id, version, saved_at)\n  select id, :base!, :hash!, draft_id, version, :now! from written\n  on conflict do nothing\n)\nselect version from written"};

/**
 * Query generated from SQL:
 * ```
 * with written as (
 *   update draft_block set fields = :fields!::text::jsonb, version = version + 1, changed_at = :now!,
 *     changed_by = :editor
 *   where id = :id! and version = :base!
 *   returning id, draft_id, version
 * ), noted as (
 *   insert into draft_save (target_id, base, hash, draft_id, version, saved_at)
 *   select id, :base!, :hash!, draft_id, version, :now! from written
 *   on conflict do nothing
 * )
 * select version from written
 * ```
 */
export const saveBlock = new PreparedQuery<ISaveBlockParams,ISaveBlockResult>(saveBlockIR);


/** 'ArrangeBlocks' parameters type */
export interface IArrangeBlocksParams {
  draft: string;
  ids: stringArray;
}

/** 'ArrangeBlocks' return type */
export type IArrangeBlocksResult = void;

/** 'ArrangeBlocks' query type */
export interface IArrangeBlocksQuery {
  params: IArrangeBlocksParams;
  result: IArrangeBlocksResult;
}

const arrangeBlocksIR: any = {"usedParamSet":{"ids":true,"draft":true},"params":[{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":64,"b":68}]},{"name":"draft","required":true,"transform":{"type":"scalar"},"locs":[{"a":176,"b":182}]}],"statement":"update draft_block set position = place.number::int\nfrom unnest(:ids!::uuid[]) with ordinality as place (id, number)\nwhere draft_block.id = place.id and draft_block.draft_id = :draft! and position is distinct from place.number::int"};

/**
 * Query generated from SQL:
 * ```
 * update draft_block set position = place.number::int
 * from unnest(:ids!::uuid[]) with ordinality as place (id, number)
 * where draft_block.id = place.id and draft_block.draft_id = :draft! and position is distinct from place.number::int
 * ```
 */
export const arrangeBlocks = new PreparedQuery<IArrangeBlocksParams,IArrangeBlocksResult>(arrangeBlocksIR);


/** 'MarkRemoved' parameters type */
export interface IMarkRemovedParams {
  id: string;
  removedAt?: Date | null | void;
}

/** 'MarkRemoved' return type */
export type IMarkRemovedResult = void;

/** 'MarkRemoved' query type */
export interface IMarkRemovedQuery {
  params: IMarkRemovedParams;
  result: IMarkRemovedResult;
}

const markRemovedIR: any = {"usedParamSet":{"removedAt":true,"id":true},"params":[{"name":"removedAt","required":false,"transform":{"type":"scalar"},"locs":[{"a":36,"b":45}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":58,"b":61}]}],"statement":"update draft_block set removed_at = :removedAt where id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * update draft_block set removed_at = :removedAt where id = :id!
 * ```
 */
export const markRemoved = new PreparedQuery<IMarkRemovedParams,IMarkRemovedResult>(markRemovedIR);


/** 'FindSave' parameters type */
export interface IFindSaveParams {
  base: number;
  hash: Buffer;
  target: string;
}

/** 'FindSave' return type */
export interface IFindSaveResult {
  version: number;
}

/** 'FindSave' query type */
export interface IFindSaveQuery {
  params: IFindSaveParams;
  result: IFindSaveResult;
}

const findSaveIR: any = {"usedParamSet":{"target":true,"base":true,"hash":true},"params":[{"name":"target","required":true,"transform":{"type":"scalar"},"locs":[{"a":49,"b":56}]},{"name":"base","required":true,"transform":{"type":"scalar"},"locs":[{"a":69,"b":74}]},{"name":"hash","required":true,"transform":{"type":"scalar"},"locs":[{"a":87,"b":92}]}],"statement":"select version from draft_save where target_id = :target! and base = :base! and hash = :hash!"};

/**
 * Query generated from SQL:
 * ```
 * select version from draft_save where target_id = :target! and base = :base! and hash = :hash!
 * ```
 */
export const findSave = new PreparedQuery<IFindSaveParams,IFindSaveResult>(findSaveIR);


/** 'ForgetSaves' parameters type */
export interface IForgetSavesParams {
  before: Date;
  limit: number;
}

/** 'ForgetSaves' return type */
export interface IForgetSavesResult {
  count: number;
}

/** 'ForgetSaves' query type */
export interface IForgetSavesQuery {
  params: IForgetSavesParams;
  result: IForgetSavesResult;
}

const forgetSavesIR: any = {"usedParamSet":{"before":true,"limit":true},"params":[{"name":"before","required":true,"transform":{"type":"scalar"},"locs":[{"a":141,"b":148}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":157,"b":163}]}],"statement":"with gone as (\n  delete from draft_save where (target_id, base, hash) in (\n    select target_id, base, hash from draft_save where saved_at < :before! limit (:limit!)::int for update skip locked\n  ) returning 1\n)\nselect count(*)::int as \"count!\" from gone"};

/**
 * Query generated from SQL:
 * ```
 * with gone as (
 *   delete from draft_save where (target_id, base, hash) in (
 *     select target_id, base, hash from draft_save where saved_at < :before! limit (:limit!)::int for update skip locked
 *   ) returning 1
 * )
 * select count(*)::int as "count!" from gone
 * ```
 */
export const forgetSaves = new PreparedQuery<IForgetSavesParams,IForgetSavesResult>(forgetSavesIR);


/** 'FindOldestSave' parameters type */
export type IFindOldestSaveParams = void;

/** 'FindOldestSave' return type */
export interface IFindOldestSaveResult {
  at: Date | null;
}

/** 'FindOldestSave' query type */
export interface IFindOldestSaveQuery {
  params: IFindOldestSaveParams;
  result: IFindOldestSaveResult;
}

const findOldestSaveIR: any = {"usedParamSet":{},"params":[],"statement":"select min(saved_at) as at from draft_save"};

/**
 * Query generated from SQL:
 * ```
 * select min(saved_at) as at from draft_save
 * ```
 */
export const findOldestSave = new PreparedQuery<IFindOldestSaveParams,IFindOldestSaveResult>(findOldestSaveIR);


/** 'KeepText' parameters type */
export interface IKeepTextParams {
  base: number;
  block?: string | null | void;
  decidedAt?: Date | null | void;
  decidedBy?: string | null | void;
  draft: string;
  fields: string;
  hash: Buffer;
  id: string;
  writtenAt: Date;
  writtenBy?: string | null | void;
}

/** 'KeepText' return type */
export interface IKeepTextResult {
  id: string;
}

/** 'KeepText' query type */
export interface IKeepTextQuery {
  params: IKeepTextParams;
  result: IKeepTextResult;
}

const keepTextIR: any = {"usedParamSet":{"id":true,"draft":true,"block":true,"base":true,"hash":true,"fields":true,"writtenAt":true,"writtenBy":true,"decidedAt":true,"decidedBy":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":143,"b":146}]},{"name":"draft","required":true,"transform":{"type":"scalar"},"locs":[{"a":149,"b":155},{"a":378,"b":384}]},{"name":"block","required":false,"transform":{"type":"scalar"},"locs":[{"a":158,"b":163},{"a":420,"b":425}]},{"name":"base","required":true,"transform":{"type":"scalar"},"locs":[{"a":166,"b":171},{"a":444,"b":449}]},{"name":"hash","required":true,"transform":{"type":"scalar"},"locs":[{"a":174,"b":179},{"a":462,"b":467}]},{"name":"fields","required":true,"transform":{"type":"scalar"},"locs":[{"a":182,"b":189}]},{"name":"writtenAt","required":true,"transform":{"type":"scalar"},"locs":[{"a":205,"b":215}]},{"name":"writtenBy","required":false,"transform":{"type":"scalar"},"locs":[{"a":218,"b":227}]},{"name":"decidedAt","required":false,"transform":{"type":"scalar"},"locs":[{"a":230,"b":239}]},{"name":"decidedBy","required":false,"transform":{"type":"scalar"},"locs":[{"a":242,"b":251}]}],"statement":"with kept as (\n  insert into other_text (id, draft_id, block_id, base, hash, fields, written_at, written_by, decided_at, decided_by)\n  values (:id!, :draft!, :block, :base!, :hash!, :fields!::text::jsonb, :writtenAt!, :writtenBy, :decidedAt, :decidedBy)\n  on conflict do nothing\n  returning id\n)\nselect id as \"id!\" from kept\nunion all\nselect id from other_text\nwhere draft_id = :draft! and block_id is not distinct from :block::uuid and base = :base! and hash = :hash!\nlimit 1"};

/**
 * Query generated from SQL:
 * ```
 * with kept as (
 *   insert into other_text (id, draft_id, block_id, base, hash, fields, written_at, written_by, decided_at, decided_by)
 *   values (:id!, :draft!, :block, :base!, :hash!, :fields!::text::jsonb, :writtenAt!, :writtenBy, :decidedAt, :decidedBy)
 *   on conflict do nothing
 *   returning id
 * )
 * select id as "id!" from kept
 * union all
 * select id from other_text
 * where draft_id = :draft! and block_id is not distinct from :block::uuid and base = :base! and hash = :hash!
 * limit 1
 * ```
 */
export const keepText = new PreparedQuery<IKeepTextParams,IKeepTextResult>(keepTextIR);


/** 'FindOtherText' parameters type */
export interface IFindOtherTextParams {
  draft: string;
  id: string;
}

/** 'FindOtherText' return type */
export interface IFindOtherTextResult {
  base: number;
  /** Null for the head of the draft. */
  blockId: string | null;
  /** When somebody decided which of the texts stays. */
  decidedAt: Date | null;
  fields: Json;
  id: string;
  writtenAt: Date;
  writtenBy: string | null;
}

/** 'FindOtherText' query type */
export interface IFindOtherTextQuery {
  params: IFindOtherTextParams;
  result: IFindOtherTextResult;
}

const findOtherTextIR: any = {"usedParamSet":{"id":true,"draft":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":97,"b":100}]},{"name":"draft","required":true,"transform":{"type":"scalar"},"locs":[{"a":117,"b":123}]}],"statement":"select id, block_id, base, fields, written_at, written_by, decided_at\nfrom other_text where id = :id! and draft_id = :draft!"};

/**
 * Query generated from SQL:
 * ```
 * select id, block_id, base, fields, written_at, written_by, decided_at
 * from other_text where id = :id! and draft_id = :draft!
 * ```
 */
export const findOtherText = new PreparedQuery<IFindOtherTextParams,IFindOtherTextResult>(findOtherTextIR);


/** 'FindOtherTexts' parameters type */
export interface IFindOtherTextsParams {
  draft: string;
}

/** 'FindOtherTexts' return type */
export interface IFindOtherTextsResult {
  base: number;
  /** Null for the head of the draft. */
  blockId: string | null;
  /** When somebody decided which of the texts stays. */
  decidedAt: Date | null;
  fields: Json;
  id: string;
  kind: string | null;
  writtenAt: Date;
  writtenBy: string | null;
}

/** 'FindOtherTexts' query type */
export interface IFindOtherTextsQuery {
  params: IFindOtherTextsParams;
  result: IFindOtherTextsResult;
}

const findOtherTextsIR: any = {"usedParamSet":{"draft":true},"params":[{"name":"draft","required":true,"transform":{"type":"scalar"},"locs":[{"a":204,"b":210}]}],"statement":"select other_text.id, block_id, kind as \"kind?\", base, other_text.fields, written_at, written_by, decided_at\nfrom other_text left join draft_block on draft_block.id = block_id\nwhere other_text.draft_id = :draft! order by written_at, other_text.id"};

/**
 * Query generated from SQL:
 * ```
 * select other_text.id, block_id, kind as "kind?", base, other_text.fields, written_at, written_by, decided_at
 * from other_text left join draft_block on draft_block.id = block_id
 * where other_text.draft_id = :draft! order by written_at, other_text.id
 * ```
 */
export const findOtherTexts = new PreparedQuery<IFindOtherTextsParams,IFindOtherTextsResult>(findOtherTextsIR);


/** 'DecideText' parameters type */
export interface IDecideTextParams {
  draft: string;
  editor?: string | null | void;
  id: string;
  now: Date;
}

/** 'DecideText' return type */
export interface IDecideTextResult {
  id: string;
}

/** 'DecideText' query type */
export interface IDecideTextQuery {
  params: IDecideTextParams;
  result: IDecideTextResult;
}

const decideTextIR: any = {"usedParamSet":{"now":true,"editor":true,"id":true,"draft":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":35,"b":39}]},{"name":"editor","required":false,"transform":{"type":"scalar"},"locs":[{"a":55,"b":61}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":74,"b":77}]},{"name":"draft","required":true,"transform":{"type":"scalar"},"locs":[{"a":94,"b":100}]}],"statement":"update other_text set decided_at = :now!, decided_by = :editor\nwhere id = :id! and draft_id = :draft! and decided_at is null\nreturning id"};

/**
 * Query generated from SQL:
 * ```
 * update other_text set decided_at = :now!, decided_by = :editor
 * where id = :id! and draft_id = :draft! and decided_at is null
 * returning id
 * ```
 */
export const decideText = new PreparedQuery<IDecideTextParams,IDecideTextResult>(decideTextIR);


/** 'InsertVersion' parameters type */
export interface IInsertVersionParams {
  draft: string;
  editor?: string | null | void;
  name?: string | null | void;
  now: Date;
  reason: string;
  snapshot: string;
}

/** 'InsertVersion' return type */
export interface IInsertVersionResult {
  number: number;
}

/** 'InsertVersion' query type */
export interface IInsertVersionQuery {
  params: IInsertVersionParams;
  result: IInsertVersionResult;
}

const insertVersionIR: any = {"usedParamSet":{"draft":true,"reason":true,"name":true,"snapshot":true,"now":true,"editor":true},"params":[{"name":"draft","required":true,"transform":{"type":"scalar"},"locs":[{"a":94,"b":100},{"a":248,"b":254}]},{"name":"reason","required":true,"transform":{"type":"scalar"},"locs":[{"a":133,"b":140}]},{"name":"name","required":false,"transform":{"type":"scalar"},"locs":[{"a":165,"b":169}]},{"name":"snapshot","required":true,"transform":{"type":"scalar"},"locs":[{"a":172,"b":181}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":197,"b":201}]},{"name":"editor","required":false,"transform":{"type":"scalar"},"locs":[{"a":204,"b":210}]}],"statement":"insert into draft_version (draft_id, number, reason, name, snapshot, made_at, made_by)\nselect :draft!, coalesce(max(number), 0) + 1, :reason!::text::version_reason, :name, :snapshot!::text::jsonb, :now!, :editor\nfrom draft_version where draft_id = :draft!\nreturning number"};

/**
 * Query generated from SQL:
 * ```
 * insert into draft_version (draft_id, number, reason, name, snapshot, made_at, made_by)
 * select :draft!, coalesce(max(number), 0) + 1, :reason!::text::version_reason, :name, :snapshot!::text::jsonb, :now!, :editor
 * from draft_version where draft_id = :draft!
 * returning number
 * ```
 */
export const insertVersion = new PreparedQuery<IInsertVersionParams,IInsertVersionResult>(insertVersionIR);


/** 'FindVersions' parameters type */
export interface IFindVersionsParams {
  draft: string;
}

/** 'FindVersions' return type */
export interface IFindVersionsResult {
  madeAt: Date;
  madeBy: string | null;
  name: string | null;
  number: number;
  /** daily: before the first change of a day. replaced: before another version was restored. */
  reason: version_reason;
}

/** 'FindVersions' query type */
export interface IFindVersionsQuery {
  params: IFindVersionsParams;
  result: IFindVersionsResult;
}

const findVersionsIR: any = {"usedParamSet":{"draft":true},"params":[{"name":"draft","required":true,"transform":{"type":"scalar"},"locs":[{"a":82,"b":88}]}],"statement":"select number, reason, name, made_at, made_by from draft_version where draft_id = :draft! order by number desc"};

/**
 * Query generated from SQL:
 * ```
 * select number, reason, name, made_at, made_by from draft_version where draft_id = :draft! order by number desc
 * ```
 */
export const findVersions = new PreparedQuery<IFindVersionsParams,IFindVersionsResult>(findVersionsIR);


/** 'FindVersion' parameters type */
export interface IFindVersionParams {
  draft: string;
  number: number;
}

/** 'FindVersion' return type */
export interface IFindVersionResult {
  madeAt: Date;
  madeBy: string | null;
  name: string | null;
  number: number;
  /** daily: before the first change of a day. replaced: before another version was restored. */
  reason: version_reason;
  snapshot: Json;
}

/** 'FindVersion' query type */
export interface IFindVersionQuery {
  params: IFindVersionParams;
  result: IFindVersionResult;
}

const findVersionIR: any = {"usedParamSet":{"draft":true,"number":true},"params":[{"name":"draft","required":true,"transform":{"type":"scalar"},"locs":[{"a":92,"b":98}]},{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":113,"b":120}]}],"statement":"select number, reason, name, snapshot, made_at, made_by from draft_version where draft_id = :draft! and number = :number!"};

/**
 * Query generated from SQL:
 * ```
 * select number, reason, name, snapshot, made_at, made_by from draft_version where draft_id = :draft! and number = :number!
 * ```
 */
export const findVersion = new PreparedQuery<IFindVersionParams,IFindVersionResult>(findVersionIR);


/** 'FindLastSnapshot' parameters type */
export interface IFindLastSnapshotParams {
  draft: string;
}

/** 'FindLastSnapshot' return type */
export interface IFindLastSnapshotResult {
  snapshot: Json;
}

/** 'FindLastSnapshot' query type */
export interface IFindLastSnapshotQuery {
  params: IFindLastSnapshotParams;
  result: IFindLastSnapshotResult;
}

const findLastSnapshotIR: any = {"usedParamSet":{"draft":true},"params":[{"name":"draft","required":true,"transform":{"type":"scalar"},"locs":[{"a":52,"b":58}]}],"statement":"select snapshot from draft_version where draft_id = :draft! order by number desc limit 1"};

/**
 * Query generated from SQL:
 * ```
 * select snapshot from draft_version where draft_id = :draft! order by number desc limit 1
 * ```
 */
export const findLastSnapshot = new PreparedQuery<IFindLastSnapshotParams,IFindLastSnapshotResult>(findLastSnapshotIR);


/** 'InsertComment' parameters type */
export interface IInsertCommentParams {
  block?: string | null | void;
  draft: string;
  editor?: string | null | void;
  id: string;
  now: Date;
  text: string;
}

/** 'InsertComment' return type */
export interface IInsertCommentResult {
  id: string;
}

/** 'InsertComment' query type */
export interface IInsertCommentQuery {
  params: IInsertCommentParams;
  result: IInsertCommentResult;
}

const insertCommentIR: any = {"usedParamSet":{"id":true,"block":true,"text":true,"now":true,"editor":true,"draft":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":88,"b":91}]},{"name":"block","required":false,"transform":{"type":"scalar"},"locs":[{"a":100,"b":105},{"a":197,"b":202},{"a":268,"b":273}]},{"name":"text","required":true,"transform":{"type":"scalar"},"locs":[{"a":108,"b":113}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":116,"b":120}]},{"name":"editor","required":false,"transform":{"type":"scalar"},"locs":[{"a":123,"b":129}]},{"name":"draft","required":true,"transform":{"type":"scalar"},"locs":[{"a":157,"b":163}]}],"statement":"insert into draft_comment (id, draft_id, block_id, text, written_at, written_by)\nselect :id!, d.id, :block, :text!, :now!, :editor\nfrom draft d where d.id = :draft! and d.deleted_at is null\n  and (:block::uuid is null or exists (select from draft_block b where b.id = :block and b.draft_id = d.id))\nreturning id"};

/**
 * Query generated from SQL:
 * ```
 * insert into draft_comment (id, draft_id, block_id, text, written_at, written_by)
 * select :id!, d.id, :block, :text!, :now!, :editor
 * from draft d where d.id = :draft! and d.deleted_at is null
 *   and (:block::uuid is null or exists (select from draft_block b where b.id = :block and b.draft_id = d.id))
 * returning id
 * ```
 */
export const insertComment = new PreparedQuery<IInsertCommentParams,IInsertCommentResult>(insertCommentIR);


/** 'ResolveComment' parameters type */
export interface IResolveCommentParams {
  draft: string;
  editor?: string | null | void;
  id: string;
  now: Date;
}

/** 'ResolveComment' return type */
export interface IResolveCommentResult {
  id: string;
}

/** 'ResolveComment' query type */
export interface IResolveCommentQuery {
  params: IResolveCommentParams;
  result: IResolveCommentResult;
}

const resolveCommentIR: any = {"usedParamSet":{"now":true,"editor":true,"id":true,"draft":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":39,"b":43}]},{"name":"editor","required":false,"transform":{"type":"scalar"},"locs":[{"a":60,"b":66}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":79,"b":82}]},{"name":"draft","required":true,"transform":{"type":"scalar"},"locs":[{"a":99,"b":105}]}],"statement":"update draft_comment set resolved_at = :now!, resolved_by = :editor\nwhere id = :id! and draft_id = :draft! and resolved_at is null\nreturning id"};

/**
 * Query generated from SQL:
 * ```
 * update draft_comment set resolved_at = :now!, resolved_by = :editor
 * where id = :id! and draft_id = :draft! and resolved_at is null
 * returning id
 * ```
 */
export const resolveComment = new PreparedQuery<IResolveCommentParams,IResolveCommentResult>(resolveCommentIR);


/** 'FindComments' parameters type */
export interface IFindCommentsParams {
  draft: string;
}

/** 'FindComments' return type */
export interface IFindCommentsResult {
  /** Null for a comment on the whole draft. */
  blockId: string | null;
  id: string;
  resolvedAt: Date | null;
  resolvedBy: string | null;
  text: string;
  writtenAt: Date;
  writtenBy: string | null;
}

/** 'FindComments' query type */
export interface IFindCommentsQuery {
  params: IFindCommentsParams;
  result: IFindCommentsResult;
}

const findCommentsIR: any = {"usedParamSet":{"draft":true},"params":[{"name":"draft","required":true,"transform":{"type":"scalar"},"locs":[{"a":112,"b":118}]}],"statement":"select id, block_id, text, written_at, written_by, resolved_at, resolved_by\nfrom draft_comment where draft_id = :draft! order by written_at, id"};

/**
 * Query generated from SQL:
 * ```
 * select id, block_id, text, written_at, written_by, resolved_at, resolved_by
 * from draft_comment where draft_id = :draft! order by written_at, id
 * ```
 */
export const findComments = new PreparedQuery<IFindCommentsParams,IFindCommentsResult>(findCommentsIR);


/** 'NotePresence' parameters type */
export interface INotePresenceParams {
  block?: string | null | void;
  draft: string;
  editor: string;
  forgotten: Date;
  now: Date;
}

/** 'NotePresence' return type */
export type INotePresenceResult = void;

/** 'NotePresence' query type */
export interface INotePresenceQuery {
  params: INotePresenceParams;
  result: INotePresenceResult;
}

const notePresenceIR: any = {"usedParamSet":{"editor":true,"block":true,"now":true,"draft":true,"forgotten":true},"params":[{"name":"editor","required":true,"transform":{"type":"scalar"},"locs":[{"a":95,"b":102}]},{"name":"block","required":false,"transform":{"type":"scalar"},"locs":[{"a":150,"b":155}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":187,"b":191},{"a":194,"b":198}]},{"name":"draft","required":true,"transform":{"type":"scalar"},"locs":[{"a":226,"b":232}]},{"name":"forgotten","required":true,"transform":{"type":"scalar"},"locs":[{"a":398,"b":408}]}],"statement":"insert into draft_presence as old (draft_id, editor_id, block_id, since, seen_at)\nselect d.id, :editor!, (select b.id from draft_block b where b.id = :block::uuid and b.draft_id = d.id), :now!, :now!\nfrom draft d where d.id = :draft! and d.deleted_at is null\non conflict (draft_id, editor_id) do update set\n  since = case when old.block_id is not distinct from excluded.block_id and old.seen_at >= :forgotten!\n               then old.since else excluded.since end,\n  block_id = excluded.block_id,\n  seen_at = excluded.seen_at"};

/**
 * Query generated from SQL:
 * ```
 * insert into draft_presence as old (draft_id, editor_id, block_id, since, seen_at)
 * select d.id, :editor!, (select b.id from draft_block b where b.id = :block::uuid and b.draft_id = d.id), :now!, :now!
 * from draft d where d.id = :draft! and d.deleted_at is null
 * on conflict (draft_id, editor_id) do update set
 *   since = case when old.block_id is not distinct from excluded.block_id and old.seen_at >= :forgotten!
 *                then old.since else excluded.since end,
 *   block_id = excluded.block_id,
 *   seen_at = excluded.seen_at
 * ```
 */
export const notePresence = new PreparedQuery<INotePresenceParams,INotePresenceResult>(notePresenceIR);


/** 'FindPresent' parameters type */
export interface IFindPresentParams {
  draft: string;
  forgotten: Date;
}

/** 'FindPresent' return type */
export interface IFindPresentResult {
  blockId: string | null;
  editorId: string;
  since: Date;
}

/** 'FindPresent' query type */
export interface IFindPresentQuery {
  params: IFindPresentParams;
  result: IFindPresentResult;
}

const findPresentIR: any = {"usedParamSet":{"draft":true,"forgotten":true},"params":[{"name":"draft","required":true,"transform":{"type":"scalar"},"locs":[{"a":71,"b":77}]},{"name":"forgotten","required":true,"transform":{"type":"scalar"},"locs":[{"a":94,"b":104}]}],"statement":"select editor_id, block_id, since from draft_presence\nwhere draft_id = :draft! and seen_at >= :forgotten! order by since, editor_id"};

/**
 * Query generated from SQL:
 * ```
 * select editor_id, block_id, since from draft_presence
 * where draft_id = :draft! and seen_at >= :forgotten! order by since, editor_id
 * ```
 */
export const findPresent = new PreparedQuery<IFindPresentParams,IFindPresentResult>(findPresentIR);


/** 'LeaveDraft' parameters type */
export interface ILeaveDraftParams {
  draft: string;
  editor: string;
}

/** 'LeaveDraft' return type */
export type ILeaveDraftResult = void;

/** 'LeaveDraft' query type */
export interface ILeaveDraftQuery {
  params: ILeaveDraftParams;
  result: ILeaveDraftResult;
}

const leaveDraftIR: any = {"usedParamSet":{"draft":true,"editor":true},"params":[{"name":"draft","required":true,"transform":{"type":"scalar"},"locs":[{"a":44,"b":50}]},{"name":"editor","required":true,"transform":{"type":"scalar"},"locs":[{"a":68,"b":75}]}],"statement":"delete from draft_presence where draft_id = :draft! and editor_id = :editor!"};

/**
 * Query generated from SQL:
 * ```
 * delete from draft_presence where draft_id = :draft! and editor_id = :editor!
 * ```
 */
export const leaveDraft = new PreparedQuery<ILeaveDraftParams,ILeaveDraftResult>(leaveDraftIR);


/** 'ForgetPresence' parameters type */
export interface IForgetPresenceParams {
  forgotten: Date;
}

/** 'ForgetPresence' return type */
export interface IForgetPresenceResult {
  count: number;
}

/** 'ForgetPresence' query type */
export interface IForgetPresenceQuery {
  params: IForgetPresenceParams;
  result: IForgetPresenceResult;
}

const forgetPresenceIR: any = {"usedParamSet":{"forgotten":true},"params":[{"name":"forgotten","required":true,"transform":{"type":"scalar"},"locs":[{"a":57,"b":67}]}],"statement":"with gone as (delete from draft_presence where seen_at < :forgotten! returning 1)\nselect count(*)::int as \"count!\" from gone"};

/**
 * Query generated from SQL:
 * ```
 * with gone as (delete from draft_presence where seen_at < :forgotten! returning 1)
 * select count(*)::int as "count!" from gone
 * ```
 */
export const forgetPresence = new PreparedQuery<IForgetPresenceParams,IForgetPresenceResult>(forgetPresenceIR);


/** 'FindOldestPresence' parameters type */
export type IFindOldestPresenceParams = void;

/** 'FindOldestPresence' return type */
export interface IFindOldestPresenceResult {
  at: Date | null;
}

/** 'FindOldestPresence' query type */
export interface IFindOldestPresenceQuery {
  params: IFindOldestPresenceParams;
  result: IFindOldestPresenceResult;
}

const findOldestPresenceIR: any = {"usedParamSet":{},"params":[],"statement":"select min(seen_at) as at from draft_presence"};

/**
 * Query generated from SQL:
 * ```
 * select min(seen_at) as at from draft_presence
 * ```
 */
export const findOldestPresence = new PreparedQuery<IFindOldestPresenceParams,IFindOldestPresenceResult>(findOldestPresenceIR);


/** 'CountDraftsToExport' parameters type */
export type ICountDraftsToExportParams = void;

/** 'CountDraftsToExport' return type */
export interface ICountDraftsToExportResult {
  drafts: number;
}

/** 'CountDraftsToExport' query type */
export interface ICountDraftsToExportQuery {
  params: ICountDraftsToExportParams;
  result: ICountDraftsToExportResult;
}

const countDraftsToExportIR: any = {"usedParamSet":{},"params":[],"statement":"select count(*)::int as \"drafts!\" from draft where deleted_at is null and state <> 'published'"};

/**
 * Query generated from SQL:
 * ```
 * select count(*)::int as "drafts!" from draft where deleted_at is null and state <> 'published'
 * ```
 */
export const countDraftsToExport = new PreparedQuery<ICountDraftsToExportParams,ICountDraftsToExportResult>(countDraftsToExportIR);


/** 'ListDraftsToExport' parameters type */
export type IListDraftsToExportParams = void;

/** 'ListDraftsToExport' return type */
export interface IListDraftsToExportResult {
  id: string;
}

/** 'ListDraftsToExport' query type */
export interface IListDraftsToExportQuery {
  params: IListDraftsToExportParams;
  result: IListDraftsToExportResult;
}

const listDraftsToExportIR: any = {"usedParamSet":{},"params":[],"statement":"select id from draft where deleted_at is null and state <> 'published' order by id"};

/**
 * Query generated from SQL:
 * ```
 * select id from draft where deleted_at is null and state <> 'published' order by id
 * ```
 */
export const listDraftsToExport = new PreparedQuery<IListDraftsToExportParams,IListDraftsToExportResult>(listDraftsToExportIR);


/** 'TakeDraft' parameters type */
export interface ITakeDraftParams {
  createdAt: string;
  date: string;
  id: string;
  now: Date;
  preheader: string;
  slug: string;
  subject: string;
  title: string;
  today: string;
}

/** 'TakeDraft' return type */
export interface ITakeDraftResult {
  id: string;
}

/** 'TakeDraft' query type */
export interface ITakeDraftQuery {
  params: ITakeDraftParams;
  result: ITakeDraftResult;
}

const takeDraftIR: any = {"usedParamSet":{"id":true,"subject":true,"title":true,"preheader":true,"date":true,"slug":true,"today":true,"createdAt":true,"now":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":108,"b":111}]},{"name":"subject","required":true,"transform":{"type":"scalar"},"locs":[{"a":114,"b":122}]},{"name":"title","required":true,"transform":{"type":"scalar"},"locs":[{"a":125,"b":131}]},{"name":"preheader","required":true,"transform":{"type":"scalar"},"locs":[{"a":134,"b":144}]},{"name":"date","required":true,"transform":{"type":"scalar"},"locs":[{"a":147,"b":152}]},{"name":"slug","required":true,"transform":{"type":"scalar"},"locs":[{"a":155,"b":160}]},{"name":"today","required":true,"transform":{"type":"scalar"},"locs":[{"a":163,"b":169}]},{"name":"createdAt","required":true,"transform":{"type":"scalar"},"locs":[{"a":184,"b":194}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":216,"b":220}]}],"statement":"insert into draft (id, subject, title, preheader, date, slug, worked_on, created_at, changed_at)\nvalues (\n  :id!, :subject!, :title!, :preheader!, :date!, :slug!, :today!::text::date, :createdAt!::text::timestamptz, :now!\n)\non conflict do nothing\nreturning id"};

/**
 * Query generated from SQL:
 * ```
 * insert into draft (id, subject, title, preheader, date, slug, worked_on, created_at, changed_at)
 * values (
 *   :id!, :subject!, :title!, :preheader!, :date!, :slug!, :today!::text::date, :createdAt!::text::timestamptz, :now!
 * )
 * on conflict do nothing
 * returning id
 * ```
 */
export const takeDraft = new PreparedQuery<ITakeDraftParams,ITakeDraftResult>(takeDraftIR);

/** Types generated for queries found in "sql/queries/issue.sql" */
import { PreparedQuery } from '../platform/database/prepared-query.js';

export type issue_state = 'approved' | 'published';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export type numberArray = (number)[];

export type stringArray = (string)[];

/** 'InsertIssue' parameters type */
export interface IInsertIssueParams {
  body: string;
  content: string;
  contentHash: Buffer;
  contentRound: number;
  date: string;
  html: string;
  now: Date;
  number: number;
  page: string;
  slug: string;
  subject: string;
  summary: string;
  title: string;
}

/** 'InsertIssue' return type */
export interface IInsertIssueResult {
  issueNumber: number;
}

/** 'InsertIssue' query type */
export interface IInsertIssueQuery {
  params: IInsertIssueParams;
  result: IInsertIssueResult;
}

const insertIssueIR: any = {"usedParamSet":{"number":true,"slug":true,"content":true,"contentHash":true,"contentRound":true,"now":true,"subject":true,"html":true,"body":true,"page":true,"title":true,"date":true,"summary":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":120,"b":127}]},{"name":"slug","required":true,"transform":{"type":"scalar"},"locs":[{"a":130,"b":135}]},{"name":"content","required":true,"transform":{"type":"scalar"},"locs":[{"a":138,"b":146}]},{"name":"contentHash","required":true,"transform":{"type":"scalar"},"locs":[{"a":162,"b":174}]},{"name":"contentRound","required":true,"transform":{"type":"scalar"},"locs":[{"a":177,"b":190}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":205,"b":209}]},{"name":"subject","required":true,"transform":{"type":"scalar"},"locs":[{"a":357,"b":365}]},{"name":"html","required":true,"transform":{"type":"scalar"},"locs":[{"a":368,"b":373}]},{"name":"body","required":true,"transform":{"type":"scalar"},"locs":[{"a":376,"b":381}]},{"name":"page","required":true,"transform":{"type":"scalar"},"locs":[{"a":384,"b":389}]},{"name":"title","required":true,"transform":{"type":"scalar"},"locs":[{"a":392,"b":398}]},{"name":"date","required":true,"transform":{"type":"scalar"},"locs":[{"a":401,"b":406}]},{"name":"summary","required":true,"transform":{"type":"scalar"},"locs":[{"a":421,"b":429}]}],"statement":"with stored as (\n  insert into issue (number, slug, content, content_hash, content_round, state, approved_at)\n  values (:number!, :slug!, :content!::text::jsonb, :contentHash!, :contentRound!, 'approved', :now!)\n  on conflict do nothing\n  returning number\n)\ninsert into edition (issue_number, subject, html, body, page, title, date, summary)\nselect number, :subject!, :html!, :body!, :page!, :title!, :date!::text::date, :summary!::text::jsonb from stored\nreturning issue_number"};

/**
 * Query generated from SQL:
 * ```
 * with stored as (
 *   insert into issue (number, slug, content, content_hash, content_round, state, approved_at)
 *   values (:number!, :slug!, :content!::text::jsonb, :contentHash!, :contentRound!, 'approved', :now!)
 *   on conflict do nothing
 *   returning number
 * )
 * insert into edition (issue_number, subject, html, body, page, title, date, summary)
 * select number, :subject!, :html!, :body!, :page!, :title!, :date!::text::date, :summary!::text::jsonb from stored
 * returning issue_number
 * ```
 */
export const insertIssue = new PreparedQuery<IInsertIssueParams,IInsertIssueResult>(insertIssueIR);


/** 'NextNumber' parameters type */
export type INextNumberParams = void;

/** 'NextNumber' return type */
export interface INextNumberResult {
  number: number;
}

/** 'NextNumber' query type */
export interface INextNumberQuery {
  params: INextNumberParams;
  result: INextNumberResult;
}

const nextNumberIR: any = {"usedParamSet":{},"params":[],"statement":"select coalesce(max(number), 0) + 1 as \"number!\" from issue"};

/**
 * Query generated from SQL:
 * ```
 * select coalesce(max(number), 0) + 1 as "number!" from issue
 * ```
 */
export const nextNumber = new PreparedQuery<INextNumberParams,INextNumberResult>(nextNumberIR);


/** 'FindByContent' parameters type */
export interface IFindByContentParams {
  contentHash: Buffer;
}

/** 'FindByContent' return type */
export interface IFindByContentResult {
  /** How often the content was approved before: it may be again when its delivery was cancelled. */
  contentRound: number;
  number: number;
}

/** 'FindByContent' query type */
export interface IFindByContentQuery {
  params: IFindByContentParams;
  result: IFindByContentResult;
}

const findByContentIR: any = {"usedParamSet":{"contentHash":true},"params":[{"name":"contentHash","required":true,"transform":{"type":"scalar"},"locs":[{"a":61,"b":73}]}],"statement":"select number, content_round from issue where content_hash = :contentHash!\norder by content_round desc limit 1"};

/**
 * Query generated from SQL:
 * ```
 * select number, content_round from issue where content_hash = :contentHash!
 * order by content_round desc limit 1
 * ```
 */
export const findByContent = new PreparedQuery<IFindByContentParams,IFindByContentResult>(findByContentIR);


/** 'SlugIsTaken' parameters type */
export interface ISlugIsTakenParams {
  number: number;
  slug: string;
}

/** 'SlugIsTaken' return type */
export interface ISlugIsTakenResult {
  taken: boolean;
}

/** 'SlugIsTaken' query type */
export interface ISlugIsTakenQuery {
  params: ISlugIsTakenParams;
  result: ISlugIsTakenResult;
}

const slugIsTakenIR: any = {"usedParamSet":{"slug":true,"number":true},"params":[{"name":"slug","required":true,"transform":{"type":"scalar"},"locs":[{"a":46,"b":51}]},{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":67,"b":74}]}],"statement":"select exists (select from issue where slug = :slug! and number <> :number!) as \"taken!\""};

/**
 * Query generated from SQL:
 * ```
 * select exists (select from issue where slug = :slug! and number <> :number!) as "taken!"
 * ```
 */
export const slugIsTaken = new PreparedQuery<ISlugIsTakenParams,ISlugIsTakenResult>(slugIsTakenIR);


/** 'FindNextPlace' parameters type */
export interface IFindNextPlaceParams {
  draft?: string | null | void;
  slug: string;
}

/** 'FindNextPlace' return type */
export interface IFindNextPlaceResult {
  number: number;
  taken: boolean;
}

/** 'FindNextPlace' query type */
export interface IFindNextPlaceQuery {
  params: IFindNextPlaceParams;
  result: IFindNextPlaceResult;
}

const findNextPlaceIR: any = {"usedParamSet":{"draft":true,"slug":true},"params":[{"name":"draft","required":false,"transform":{"type":"scalar"},"locs":[{"a":82,"b":87}]},{"name":"slug","required":true,"transform":{"type":"scalar"},"locs":[{"a":248,"b":253}]}],"statement":"with place as (\n  select coalesce(\n    (select number from issue where draft_id = :draft::uuid),\n    (select coalesce(max(number), 0) + 1 from issue)\n  ) as its_number\n)\nselect its_number as \"number!\",\n       exists (select from issue where slug = :slug! and number <> its_number) as \"taken!\"\nfrom place"};

/**
 * Query generated from SQL:
 * ```
 * with place as (
 *   select coalesce(
 *     (select number from issue where draft_id = :draft::uuid),
 *     (select coalesce(max(number), 0) + 1 from issue)
 *   ) as its_number
 * )
 * select its_number as "number!",
 *        exists (select from issue where slug = :slug! and number <> its_number) as "taken!"
 * from place
 * ```
 */
export const findNextPlace = new PreparedQuery<IFindNextPlaceParams,IFindNextPlaceResult>(findNextPlaceIR);


/** 'FindReserved' parameters type */
export interface IFindReservedParams {
  draft: string;
}

/** 'FindReserved' return type */
export interface IFindReservedResult {
  number: number;
  slug: string;
  /** A published issue has a public page, whatever its deliveries do. */
  state: issue_state;
}

/** 'FindReserved' query type */
export interface IFindReservedQuery {
  params: IFindReservedParams;
  result: IFindReservedResult;
}

const findReservedIR: any = {"usedParamSet":{"draft":true},"params":[{"name":"draft","required":true,"transform":{"type":"scalar"},"locs":[{"a":55,"b":61}]}],"statement":"select number, slug, state from issue where draft_id = :draft!"};

/**
 * Query generated from SQL:
 * ```
 * select number, slug, state from issue where draft_id = :draft!
 * ```
 */
export const findReserved = new PreparedQuery<IFindReservedParams,IFindReservedResult>(findReservedIR);


/** 'FindDraftOf' parameters type */
export interface IFindDraftOfParams {
  number: number;
}

/** 'FindDraftOf' return type */
export interface IFindDraftOfResult {
  /** Where it is written. Its number is reserved from the first approval on. */
  draftId: string | null;
}

/** 'FindDraftOf' query type */
export interface IFindDraftOfQuery {
  params: IFindDraftOfParams;
  result: IFindDraftOfResult;
}

const findDraftOfIR: any = {"usedParamSet":{"number":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":42,"b":49}]}],"statement":"select draft_id from issue where number = :number!"};

/**
 * Query generated from SQL:
 * ```
 * select draft_id from issue where number = :number!
 * ```
 */
export const findDraftOf = new PreparedQuery<IFindDraftOfParams,IFindDraftOfResult>(findDraftOfIR);


/** 'ReserveIssue' parameters type */
export interface IReserveIssueParams {
  content: string;
  contentHash: Buffer;
  contentRound: number;
  draft: string;
  now: Date;
  number: number;
  slug: string;
}

/** 'ReserveIssue' return type */
export interface IReserveIssueResult {
  number: number;
}

/** 'ReserveIssue' query type */
export interface IReserveIssueQuery {
  params: IReserveIssueParams;
  result: IReserveIssueResult;
}

const reserveIssueIR: any = {"usedParamSet":{"number":true,"slug":true,"content":true,"contentHash":true,"contentRound":true,"now":true,"draft":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":109,"b":116}]},{"name":"slug","required":true,"transform":{"type":"scalar"},"locs":[{"a":119,"b":124}]},{"name":"content","required":true,"transform":{"type":"scalar"},"locs":[{"a":127,"b":135}]},{"name":"contentHash","required":true,"transform":{"type":"scalar"},"locs":[{"a":151,"b":163}]},{"name":"contentRound","required":true,"transform":{"type":"scalar"},"locs":[{"a":166,"b":179}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":194,"b":198}]},{"name":"draft","required":true,"transform":{"type":"scalar"},"locs":[{"a":201,"b":207}]}],"statement":"insert into issue (number, slug, content, content_hash, content_round, state, approved_at, draft_id)\nvalues (:number!, :slug!, :content!::text::jsonb, :contentHash!, :contentRound!, 'approved', :now!, :draft!)\non conflict do nothing\nreturning number"};

/**
 * Query generated from SQL:
 * ```
 * insert into issue (number, slug, content, content_hash, content_round, state, approved_at, draft_id)
 * values (:number!, :slug!, :content!::text::jsonb, :contentHash!, :contentRound!, 'approved', :now!, :draft!)
 * on conflict do nothing
 * returning number
 * ```
 */
export const reserveIssue = new PreparedQuery<IReserveIssueParams,IReserveIssueResult>(reserveIssueIR);


/** 'ReviseIssue' parameters type */
export interface IReviseIssueParams {
  content: string;
  contentHash: Buffer;
  contentRound: number;
  now: Date;
  number: number;
  slug: string;
}

/** 'ReviseIssue' return type */
export interface IReviseIssueResult {
  number: number;
}

/** 'ReviseIssue' query type */
export interface IReviseIssueQuery {
  params: IReviseIssueParams;
  result: IReviseIssueResult;
}

const reviseIssueIR: any = {"usedParamSet":{"slug":true,"content":true,"contentHash":true,"contentRound":true,"now":true,"number":true},"params":[{"name":"slug","required":true,"transform":{"type":"scalar"},"locs":[{"a":24,"b":29}]},{"name":"content","required":true,"transform":{"type":"scalar"},"locs":[{"a":42,"b":50}]},{"name":"contentHash","required":true,"transform":{"type":"scalar"},"locs":[{"a":81,"b":93}]},{"name":"contentRound","required":true,"transform":{"type":"scalar"},"locs":[{"a":114,"b":127}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":144,"b":148}]},{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":165,"b":172}]}],"statement":"update issue set slug = :slug!, content = :content!::text::jsonb, content_hash = :contentHash!,\n  content_round = :contentRound!, approved_at = :now!\nwhere number = :number! and state = 'approved'\nreturning number"};

/**
 * Query generated from SQL:
 * ```
 * update issue set slug = :slug!, content = :content!::text::jsonb, content_hash = :contentHash!,
 *   content_round = :contentRound!, approved_at = :now!
 * where number = :number! and state = 'approved'
 * returning number
 * ```
 */
export const reviseIssue = new PreparedQuery<IReviseIssueParams,IReviseIssueResult>(reviseIssueIR);


/** 'FreezeEdition' parameters type */
export interface IFreezeEditionParams {
  body: string;
  date: string;
  html: string;
  number: number;
  page: string;
  subject: string;
  summary: string;
  title: string;
}

/** 'FreezeEdition' return type */
export type IFreezeEditionResult = void;

/** 'FreezeEdition' query type */
export interface IFreezeEditionQuery {
  params: IFreezeEditionParams;
  result: IFreezeEditionResult;
}

const freezeEditionIR: any = {"usedParamSet":{"number":true,"subject":true,"html":true,"body":true,"page":true,"title":true,"date":true,"summary":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":92,"b":99}]},{"name":"subject","required":true,"transform":{"type":"scalar"},"locs":[{"a":102,"b":110}]},{"name":"html","required":true,"transform":{"type":"scalar"},"locs":[{"a":113,"b":118}]},{"name":"body","required":true,"transform":{"type":"scalar"},"locs":[{"a":121,"b":126}]},{"name":"page","required":true,"transform":{"type":"scalar"},"locs":[{"a":129,"b":134}]},{"name":"title","required":true,"transform":{"type":"scalar"},"locs":[{"a":137,"b":143}]},{"name":"date","required":true,"transform":{"type":"scalar"},"locs":[{"a":146,"b":151}]},{"name":"summary","required":true,"transform":{"type":"scalar"},"locs":[{"a":166,"b":174}]}],"statement":"insert into edition (issue_number, subject, html, body, page, title, date, summary)\nvalues (:number!, :subject!, :html!, :body!, :page!, :title!, :date!::text::date, :summary!::text::jsonb)\non conflict (issue_number, language) do update\nset subject = excluded.subject, html = excluded.html, body = excluded.body, page = excluded.page,\n    title = excluded.title, date = excluded.date, summary = excluded.summary"};

/**
 * Query generated from SQL:
 * ```
 * insert into edition (issue_number, subject, html, body, page, title, date, summary)
 * values (:number!, :subject!, :html!, :body!, :page!, :title!, :date!::text::date, :summary!::text::jsonb)
 * on conflict (issue_number, language) do update
 * set subject = excluded.subject, html = excluded.html, body = excluded.body, page = excluded.page,
 *     title = excluded.title, date = excluded.date, summary = excluded.summary
 * ```
 */
export const freezeEdition = new PreparedQuery<IFreezeEditionParams,IFreezeEditionResult>(freezeEditionIR);


/** 'IssueExists' parameters type */
export interface IIssueExistsParams {
  number: number;
}

/** 'IssueExists' return type */
export interface IIssueExistsResult {
  exists: boolean;
}

/** 'IssueExists' query type */
export interface IIssueExistsQuery {
  params: IIssueExistsParams;
  result: IIssueExistsResult;
}

const issueExistsIR: any = {"usedParamSet":{"number":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":48,"b":55}]}],"statement":"select exists (select from issue where number = :number!) as \"exists!\""};

/**
 * Query generated from SQL:
 * ```
 * select exists (select from issue where number = :number!) as "exists!"
 * ```
 */
export const issueExists = new PreparedQuery<IIssueExistsParams,IIssueExistsResult>(issueExistsIR);


/** 'IssueWaits' parameters type */
export interface IIssueWaitsParams {
  number: number;
}

/** 'IssueWaits' return type */
export interface IIssueWaitsResult {
  number: number;
}

/** 'IssueWaits' query type */
export interface IIssueWaitsQuery {
  params: IIssueWaitsParams;
  result: IIssueWaitsResult;
}

const issueWaitsIR: any = {"usedParamSet":{"number":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":40,"b":47}]}],"statement":"select number from issue where number = :number! and state = 'approved' for update"};

/**
 * Query generated from SQL:
 * ```
 * select number from issue where number = :number! and state = 'approved' for update
 * ```
 */
export const issueWaits = new PreparedQuery<IIssueWaitsParams,IIssueWaitsResult>(issueWaitsIR);


/** 'EraseUnpublished' parameters type */
export interface IEraseUnpublishedParams {
  drafts: stringArray;
}

/** 'EraseUnpublished' return type */
export type IEraseUnpublishedResult = void;

/** 'EraseUnpublished' query type */
export interface IEraseUnpublishedQuery {
  params: IEraseUnpublishedParams;
  result: IEraseUnpublishedResult;
}

const eraseUnpublishedIR: any = {"usedParamSet":{"drafts":true},"params":[{"name":"drafts","required":true,"transform":{"type":"scalar"},"locs":[{"a":40,"b":47}]}],"statement":"delete from issue where draft_id = any (:drafts!::uuid[]) and state = 'approved'"};

/**
 * Query generated from SQL:
 * ```
 * delete from issue where draft_id = any (:drafts!::uuid[]) and state = 'approved'
 * ```
 */
export const eraseUnpublished = new PreparedQuery<IEraseUnpublishedParams,IEraseUnpublishedResult>(eraseUnpublishedIR);


/** 'Publish' parameters type */
export interface IPublishParams {
  now: Date;
  number: number;
}

/** 'Publish' return type */
export interface IPublishResult {
  number: number;
}

/** 'Publish' query type */
export interface IPublishQuery {
  params: IPublishParams;
  result: IPublishResult;
}

const publishIR: any = {"usedParamSet":{"now":true,"number":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":53,"b":57}]},{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":74,"b":81}]}],"statement":"update issue set state = 'published', published_at = :now!\nwhere number = :number! and state = 'approved'\nreturning number"};

/**
 * Query generated from SQL:
 * ```
 * update issue set state = 'published', published_at = :now!
 * where number = :number! and state = 'approved'
 * returning number
 * ```
 */
export const publish = new PreparedQuery<IPublishParams,IPublishResult>(publishIR);


/** 'InsertPicture' parameters type */
export interface IInsertPictureParams {
  bytes: Buffer;
  name: string;
  now: Date;
  type: string;
}

/** 'InsertPicture' return type */
export type IInsertPictureResult = void;

/** 'InsertPicture' query type */
export interface IInsertPictureQuery {
  params: IInsertPictureParams;
  result: IInsertPictureResult;
}

const insertPictureIR: any = {"usedParamSet":{"name":true,"type":true,"bytes":true,"now":true},"params":[{"name":"name","required":true,"transform":{"type":"scalar"},"locs":[{"a":57,"b":62}]},{"name":"type","required":true,"transform":{"type":"scalar"},"locs":[{"a":65,"b":70}]},{"name":"bytes","required":true,"transform":{"type":"scalar"},"locs":[{"a":73,"b":79}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":82,"b":86}]}],"statement":"insert into picture (name, type, bytes, kept_at) values (:name!, :type!, :bytes!, :now!)\non conflict (name) do update set kept_at = excluded.kept_at"};

/**
 * Query generated from SQL:
 * ```
 * insert into picture (name, type, bytes, kept_at) values (:name!, :type!, :bytes!, :now!)
 * on conflict (name) do update set kept_at = excluded.kept_at
 * ```
 */
export const insertPicture = new PreparedQuery<IInsertPictureParams,IInsertPictureResult>(insertPictureIR);


/** 'TouchPicture' parameters type */
export interface ITouchPictureParams {
  name: string;
  now: Date;
}

/** 'TouchPicture' return type */
export interface ITouchPictureResult {
  bytes: Buffer;
  type: string;
}

/** 'TouchPicture' query type */
export interface ITouchPictureQuery {
  params: ITouchPictureParams;
  result: ITouchPictureResult;
}

const touchPictureIR: any = {"usedParamSet":{"now":true,"name":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":29,"b":33}]},{"name":"name","required":true,"transform":{"type":"scalar"},"locs":[{"a":48,"b":53}]}],"statement":"update picture set kept_at = :now! where name = :name! returning type, bytes"};

/**
 * Query generated from SQL:
 * ```
 * update picture set kept_at = :now! where name = :name! returning type, bytes
 * ```
 */
export const touchPicture = new PreparedQuery<ITouchPictureParams,ITouchPictureResult>(touchPictureIR);


/** 'InsertDocument' parameters type */
export interface IInsertDocumentParams {
  bytes: Buffer;
  fileName: string;
  name: string;
  now: Date;
  type: string;
}

/** 'InsertDocument' return type */
export type IInsertDocumentResult = void;

/** 'InsertDocument' query type */
export interface IInsertDocumentQuery {
  params: IInsertDocumentParams;
  result: IInsertDocumentResult;
}

const insertDocumentIR: any = {"usedParamSet":{"name":true,"type":true,"fileName":true,"bytes":true,"now":true},"params":[{"name":"name","required":true,"transform":{"type":"scalar"},"locs":[{"a":69,"b":74}]},{"name":"type","required":true,"transform":{"type":"scalar"},"locs":[{"a":77,"b":82}]},{"name":"fileName","required":true,"transform":{"type":"scalar"},"locs":[{"a":85,"b":94}]},{"name":"bytes","required":true,"transform":{"type":"scalar"},"locs":[{"a":97,"b":103}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":106,"b":110}]}],"statement":"insert into document (name, type, file_name, bytes, kept_at) values (:name!, :type!, :fileName!, :bytes!, :now!)\non conflict (name) do update set kept_at = excluded.kept_at"};

/**
 * Query generated from SQL:
 * ```
 * insert into document (name, type, file_name, bytes, kept_at) values (:name!, :type!, :fileName!, :bytes!, :now!)
 * on conflict (name) do update set kept_at = excluded.kept_at
 * ```
 */
export const insertDocument = new PreparedQuery<IInsertDocumentParams,IInsertDocumentResult>(insertDocumentIR);


/** 'FindDocument' parameters type */
export interface IFindDocumentParams {
  name: string;
}

/** 'FindDocument' return type */
export interface IFindDocumentResult {
  bytes: Buffer;
  fileName: string;
  type: string;
}

/** 'FindDocument' query type */
export interface IFindDocumentQuery {
  params: IFindDocumentParams;
  result: IFindDocumentResult;
}

const findDocumentIR: any = {"usedParamSet":{"name":true},"params":[{"name":"name","required":true,"transform":{"type":"scalar"},"locs":[{"a":57,"b":62}]}],"statement":"select type, file_name, bytes from document where name = :name!"};

/**
 * Query generated from SQL:
 * ```
 * select type, file_name, bytes from document where name = :name!
 * ```
 */
export const findDocument = new PreparedQuery<IFindDocumentParams,IFindDocumentResult>(findDocumentIR);


/** 'EraseUnnamed' parameters type */
export interface IEraseUnnamedParams {
  before: Date;
}

/** 'EraseUnnamed' return type */
export interface IEraseUnnamedResult {
  count: number;
}

/** 'EraseUnnamed' query type */
export interface IEraseUnnamedQuery {
  params: IEraseUnnamedParams;
  result: IEraseUnnamedResult;
}

const eraseUnnamedIR: any = {"usedParamSet":{"before":true},"params":[{"name":"before","required":true,"transform":{"type":"scalar"},"locs":[{"a":485,"b":492},{"a":632,"b":639}]}],"statement":"with named as materialized (\n  select distinct (regexp_matches(text, '[0-9a-f]{64}[.][a-z0-9]{2,5}', 'g'))[1] as name\n  from (\n    select content::text as text from issue\n    union all select fields::text from draft_block\n    union all select snapshot::text from draft_version\n    union all select fields::text from other_text\n    union all select html from edition\n    union all select value::text from kept_setting\n  ) as texts\n), pictures as (\n  delete from picture where kept_at < :before! and not exists (select from named where named.name = picture.name)\n  returning 1\n), documents as (\n  delete from document where kept_at < :before! and not exists (select from named where named.name = document.name)\n  returning 1\n)\nselect (select count(*) from pictures)::int + (select count(*) from documents)::int as \"count!\""};

/**
 * Query generated from SQL:
 * ```
 * with named as materialized (
 *   select distinct (regexp_matches(text, '[0-9a-f]{64}[.][a-z0-9]{2,5}', 'g'))[1] as name
 *   from (
 *     select content::text as text from issue
 *     union all select fields::text from draft_block
 *     union all select snapshot::text from draft_version
 *     union all select fields::text from other_text
 *     union all select html from edition
 *     union all select value::text from kept_setting
 *   ) as texts
 * ), pictures as (
 *   delete from picture where kept_at < :before! and not exists (select from named where named.name = picture.name)
 *   returning 1
 * ), documents as (
 *   delete from document where kept_at < :before! and not exists (select from named where named.name = document.name)
 *   returning 1
 * )
 * select (select count(*) from pictures)::int + (select count(*) from documents)::int as "count!"
 * ```
 */
export const eraseUnnamed = new PreparedQuery<IEraseUnnamedParams,IEraseUnnamedResult>(eraseUnnamedIR);


/** 'FindPicture' parameters type */
export interface IFindPictureParams {
  name: string;
}

/** 'FindPicture' return type */
export interface IFindPictureResult {
  bytes: Buffer;
  type: string;
}

/** 'FindPicture' query type */
export interface IFindPictureQuery {
  params: IFindPictureParams;
  result: IFindPictureResult;
}

const findPictureIR: any = {"usedParamSet":{"name":true},"params":[{"name":"name","required":true,"transform":{"type":"scalar"},"locs":[{"a":45,"b":50}]}],"statement":"select type, bytes from picture where name = :name!"};

/**
 * Query generated from SQL:
 * ```
 * select type, bytes from picture where name = :name!
 * ```
 */
export const findPicture = new PreparedQuery<IFindPictureParams,IFindPictureResult>(findPictureIR);


/** 'FindFrozenMail' parameters type */
export interface IFindFrozenMailParams {
  language: string;
  number: number;
}

/** 'FindFrozenMail' return type */
export interface IFindFrozenMailResult {
  /** The text/plain part. */
  body: string;
  html: string;
  language: string;
  number: number;
  /** When its first delivery was planned: the date of all its mails. */
  publishedAt: Date | null;
  subject: string;
}

/** 'FindFrozenMail' query type */
export interface IFindFrozenMailQuery {
  params: IFindFrozenMailParams;
  result: IFindFrozenMailResult;
}

const findFrozenMailIR: any = {"usedParamSet":{"number":true,"language":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":123,"b":130}]},{"name":"language","required":true,"transform":{"type":"scalar"},"locs":[{"a":147,"b":156}]}],"statement":"select number, language, subject, html, body, published_at\nfrom issue join edition on issue_number = number\nwhere number = :number! and language = :language!"};

/**
 * Query generated from SQL:
 * ```
 * select number, language, subject, html, body, published_at
 * from issue join edition on issue_number = number
 * where number = :number! and language = :language!
 * ```
 */
export const findFrozenMail = new PreparedQuery<IFindFrozenMailParams,IFindFrozenMailResult>(findFrozenMailIR);


/** 'FindPublished' parameters type */
export interface IFindPublishedParams {
  slug: string;
}

/** 'FindPublished' return type */
export interface IFindPublishedResult {
  date: string;
  number: number;
  /** The HTML fragment of the public page. */
  page: string;
  /** When its first delivery was planned: the date of all its mails. */
  publishedAt: Date;
  slug: string;
  /** What lists, feeds and calendars tell of it, frozen with the page. */
  summary: Json;
  title: string;
}

/** 'FindPublished' query type */
export interface IFindPublishedQuery {
  params: IFindPublishedParams;
  result: IFindPublishedResult;
}

const findPublishedIR: any = {"usedParamSet":{"slug":true},"params":[{"name":"slug","required":true,"transform":{"type":"scalar"},"locs":[{"a":179,"b":184}]}],"statement":"select number, slug, title, date::text as \"date!\", published_at as \"publishedAt!\", summary, page\nfrom issue join edition on issue_number = number and language = 'de'\nwhere slug = :slug! and state = 'published'"};

/**
 * Query generated from SQL:
 * ```
 * select number, slug, title, date::text as "date!", published_at as "publishedAt!", summary, page
 * from issue join edition on issue_number = number and language = 'de'
 * where slug = :slug! and state = 'published'
 * ```
 */
export const findPublished = new PreparedQuery<IFindPublishedParams,IFindPublishedResult>(findPublishedIR);


/** 'FindNeighbours' parameters type */
export interface IFindNeighboursParams {
  except: numberArray;
  number: number;
}

/** 'FindNeighbours' return type */
export interface IFindNeighboursResult {
  isNext: boolean;
  slug: string;
  title: string;
}

/** 'FindNeighbours' query type */
export interface IFindNeighboursQuery {
  params: IFindNeighboursParams;
  result: IFindNeighboursResult;
}

const findNeighboursIR: any = {"usedParamSet":{"except":true,"number":true},"params":[{"name":"except","required":true,"transform":{"type":"scalar"},"locs":[{"a":223,"b":230}]},{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":519,"b":526}]}],"statement":"with listed as (\n  select number, lag(number) over by_date as before, lead(number) over by_date as after\n  from issue join edition on issue_number = number and language = 'de'\n  where state = 'published' and number <> all (:except!::int[])\n  window by_date as (order by date, number)\n)\nselect issue.slug, edition.title, issue.number is not distinct from after as \"isNext!\"\nfrom listed join issue on issue.number in (before, after)\n  join edition on issue_number = issue.number and language = 'de'\nwhere listed.number = :number!"};

/**
 * Query generated from SQL:
 * ```
 * with listed as (
 *   select number, lag(number) over by_date as before, lead(number) over by_date as after
 *   from issue join edition on issue_number = number and language = 'de'
 *   where state = 'published' and number <> all (:except!::int[])
 *   window by_date as (order by date, number)
 * )
 * select issue.slug, edition.title, issue.number is not distinct from after as "isNext!"
 * from listed join issue on issue.number in (before, after)
 *   join edition on issue_number = issue.number and language = 'de'
 * where listed.number = :number!
 * ```
 */
export const findNeighbours = new PreparedQuery<IFindNeighboursParams,IFindNeighboursResult>(findNeighboursIR);


/** 'ListPublished' parameters type */
export interface IListPublishedParams {
  category?: string | null | void;
  except: numberArray;
  limit: number;
  offset: number;
  year?: number | null | void;
}

/** 'ListPublished' return type */
export interface IListPublishedResult {
  date: string;
  number: number;
  /** When its first delivery was planned: the date of all its mails. */
  publishedAt: Date;
  slug: string;
  /** What lists, feeds and calendars tell of it, frozen with the page. */
  summary: Json;
  title: string;
  total: number;
}

/** 'ListPublished' query type */
export interface IListPublishedQuery {
  params: IListPublishedParams;
  result: IListPublishedResult;
}

const listPublishedIR: any = {"usedParamSet":{"except":true,"year":true,"category":true,"limit":true,"offset":true},"params":[{"name":"except","required":true,"transform":{"type":"scalar"},"locs":[{"a":247,"b":254}]},{"name":"year","required":false,"transform":{"type":"scalar"},"locs":[{"a":271,"b":275},{"a":319,"b":323}]},{"name":"category","required":false,"transform":{"type":"scalar"},"locs":[{"a":333,"b":341},{"a":396,"b":404}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":452,"b":458}]},{"name":"offset","required":true,"transform":{"type":"scalar"},"locs":[{"a":472,"b":479}]}],"statement":"select number, slug, title, date::text as \"date!\", published_at as \"publishedAt!\", summary,\n       count(*) over ()::int as \"total!\"\nfrom issue join edition on issue_number = number and language = 'de'\nwhere state = 'published' and number <> all (:except!::int[])\n  and (:year::int is null or extract(year from date) = :year)\n  and (:category::text is null or summary -> 'categories' @> to_jsonb(:category::text))\norder by date desc, number desc\nlimit :limit!::int offset :offset!::int"};

/**
 * Query generated from SQL:
 * ```
 * select number, slug, title, date::text as "date!", published_at as "publishedAt!", summary,
 *        count(*) over ()::int as "total!"
 * from issue join edition on issue_number = number and language = 'de'
 * where state = 'published' and number <> all (:except!::int[])
 *   and (:year::int is null or extract(year from date) = :year)
 *   and (:category::text is null or summary -> 'categories' @> to_jsonb(:category::text))
 * order by date desc, number desc
 * limit :limit!::int offset :offset!::int
 * ```
 */
export const listPublished = new PreparedQuery<IListPublishedParams,IListPublishedResult>(listPublishedIR);


/** 'SearchPublished' parameters type */
export interface ISearchPublishedParams {
  category?: string | null | void;
  except: numberArray;
  limit: number;
  offset: number;
  words: string;
  year?: number | null | void;
}

/** 'SearchPublished' return type */
export interface ISearchPublishedResult {
  date: string;
  excerpt: string;
  number: number;
  /** When its first delivery was planned: the date of all its mails. */
  publishedAt: Date;
  slug: string;
  /** What lists, feeds and calendars tell of it, frozen with the page. */
  summary: Json;
  title: string;
  total: number;
}

/** 'SearchPublished' query type */
export interface ISearchPublishedQuery {
  params: ISearchPublishedParams;
  result: ISearchPublishedResult;
}

const searchPublishedIR: any = {"usedParamSet":{"words":true,"except":true,"year":true,"category":true,"limit":true,"offset":true},"params":[{"name":"words","required":true,"transform":{"type":"scalar"},"locs":[{"a":54,"b":60}]},{"name":"except","required":true,"transform":{"type":"scalar"},"locs":[{"a":324,"b":331}]},{"name":"year","required":false,"transform":{"type":"scalar"},"locs":[{"a":370,"b":374},{"a":418,"b":422}]},{"name":"category","required":false,"transform":{"type":"scalar"},"locs":[{"a":434,"b":442},{"a":497,"b":505}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":654,"b":660}]},{"name":"offset","required":true,"transform":{"type":"scalar"},"locs":[{"a":674,"b":681}]}],"statement":"with wanted as (select websearch_to_tsquery('german', :words!) as query), found as (\n  select number, slug, title, date, published_at, summary, page, query, ts_rank(search, query) as rank\n  from issue join edition on issue_number = number and language = 'de' cross join wanted\n  where state = 'published' and number <> all (:except!::int[]) and search @@ query\n    and (:year::int is null or extract(year from date) = :year)\n    and (:category::text is null or summary -> 'categories' @> to_jsonb(:category::text))\n), counted as (select count(*)::int as total from found), best as (\n  select * from found order by rank desc, date desc, number desc limit :limit!::int offset :offset!::int\n)\nselect number as \"number!\", slug as \"slug!\", title as \"title!\", date::text as \"date!\", published_at as \"publishedAt!\",\n       summary as \"summary!\", total as \"total!\",\n       ts_headline('german', regexp_replace(page, '<[^>]*>', ' ', 'g'), query,\n         'StartSel=' || chr(57344) || ',StopSel=' || chr(57345) || ',MaxWords=30,MinWords=15') as \"excerpt!\"\nfrom best cross join counted\norder by rank desc, date desc, number desc"};

/**
 * Query generated from SQL:
 * ```
 * with wanted as (select websearch_to_tsquery('german', :words!) as query), found as (
 *   select number, slug, title, date, published_at, summary, page, query, ts_rank(search, query) as rank
 *   from issue join edition on issue_number = number and language = 'de' cross join wanted
 *   where state = 'published' and number <> all (:except!::int[]) and search @@ query
 *     and (:year::int is null or extract(year from date) = :year)
 *     and (:category::text is null or summary -> 'categories' @> to_jsonb(:category::text))
 * ), counted as (select count(*)::int as total from found), best as (
 *   select * from found order by rank desc, date desc, number desc limit :limit!::int offset :offset!::int
 * )
 * select number as "number!", slug as "slug!", title as "title!", date::text as "date!", published_at as "publishedAt!",
 *        summary as "summary!", total as "total!",
 *        ts_headline('german', regexp_replace(page, '<[^>]*>', ' ', 'g'), query,
 *          'StartSel=' || chr(57344) || ',StopSel=' || chr(57345) || ',MaxWords=30,MinWords=15') as "excerpt!"
 * from best cross join counted
 * order by rank desc, date desc, number desc
 * ```
 */
export const searchPublished = new PreparedQuery<ISearchPublishedParams,ISearchPublishedResult>(searchPublishedIR);


/** 'ListPublishedPages' parameters type */
export interface IListPublishedPagesParams {
  category?: string | null | void;
  except: numberArray;
  limit: number;
}

/** 'ListPublishedPages' return type */
export interface IListPublishedPagesResult {
  date: string;
  number: number;
  /** The HTML fragment of the public page. */
  page: string;
  /** When its first delivery was planned: the date of all its mails. */
  publishedAt: Date;
  slug: string;
  /** What lists, feeds and calendars tell of it, frozen with the page. */
  summary: Json;
  title: string;
}

/** 'ListPublishedPages' query type */
export interface IListPublishedPagesQuery {
  params: IListPublishedPagesParams;
  result: IListPublishedPagesResult;
}

const listPublishedPagesIR: any = {"usedParamSet":{"except":true,"category":true,"limit":true},"params":[{"name":"except","required":true,"transform":{"type":"scalar"},"locs":[{"a":211,"b":218}]},{"name":"category","required":false,"transform":{"type":"scalar"},"locs":[{"a":235,"b":243},{"a":298,"b":306}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":354,"b":360}]}],"statement":"select number, slug, title, date::text as \"date!\", published_at as \"publishedAt!\", summary, page\nfrom issue join edition on issue_number = number and language = 'de'\nwhere state = 'published' and number <> all (:except!::int[])\n  and (:category::text is null or summary -> 'categories' @> to_jsonb(:category::text))\norder by date desc, number desc\nlimit :limit!::int"};

/**
 * Query generated from SQL:
 * ```
 * select number, slug, title, date::text as "date!", published_at as "publishedAt!", summary, page
 * from issue join edition on issue_number = number and language = 'de'
 * where state = 'published' and number <> all (:except!::int[])
 *   and (:category::text is null or summary -> 'categories' @> to_jsonb(:category::text))
 * order by date desc, number desc
 * limit :limit!::int
 * ```
 */
export const listPublishedPages = new PreparedQuery<IListPublishedPagesParams,IListPublishedPagesResult>(listPublishedPagesIR);


/** 'ListPublishedAddresses' parameters type */
export interface IListPublishedAddressesParams {
  except: numberArray;
}

/** 'ListPublishedAddresses' return type */
export interface IListPublishedAddressesResult {
  number: number;
  /** When its first delivery was planned: the date of all its mails. */
  publishedAt: Date;
  slug: string;
}

/** 'ListPublishedAddresses' query type */
export interface IListPublishedAddressesQuery {
  params: IListPublishedAddressesParams;
  result: IListPublishedAddressesResult;
}

const listPublishedAddressesIR: any = {"usedParamSet":{"except":true},"params":[{"name":"except","required":true,"transform":{"type":"scalar"},"locs":[{"a":108,"b":115}]}],"statement":"select number, slug, published_at as \"publishedAt!\"\nfrom issue where state = 'published' and number <> all (:except!::int[])\norder by published_at desc, number desc"};

/**
 * Query generated from SQL:
 * ```
 * select number, slug, published_at as "publishedAt!"
 * from issue where state = 'published' and number <> all (:except!::int[])
 * order by published_at desc, number desc
 * ```
 */
export const listPublishedAddresses = new PreparedQuery<IListPublishedAddressesParams,IListPublishedAddressesResult>(listPublishedAddressesIR);


/** 'CountYears' parameters type */
export interface ICountYearsParams {
  except: numberArray;
}

/** 'CountYears' return type */
export interface ICountYearsResult {
  count: number;
  year: number;
}

/** 'CountYears' query type */
export interface ICountYearsQuery {
  params: ICountYearsParams;
  result: ICountYearsResult;
}

const countYearsIR: any = {"usedParamSet":{"except":true},"params":[{"name":"except","required":true,"transform":{"type":"scalar"},"locs":[{"a":188,"b":195}]}],"statement":"select extract(year from date)::int as \"year!\", count(*)::int as \"count!\"\nfrom issue join edition on issue_number = number and language = 'de'\nwhere state = 'published' and number <> all (:except!::int[])\ngroup by 1 order by 1 desc"};

/**
 * Query generated from SQL:
 * ```
 * select extract(year from date)::int as "year!", count(*)::int as "count!"
 * from issue join edition on issue_number = number and language = 'de'
 * where state = 'published' and number <> all (:except!::int[])
 * group by 1 order by 1 desc
 * ```
 */
export const countYears = new PreparedQuery<ICountYearsParams,ICountYearsResult>(countYearsIR);


/** 'CountCategories' parameters type */
export interface ICountCategoriesParams {
  except: numberArray;
}

/** 'CountCategories' return type */
export interface ICountCategoriesResult {
  category: string;
  count: number;
}

/** 'CountCategories' query type */
export interface ICountCategoriesQuery {
  params: ICountCategoriesParams;
  result: ICountCategoriesResult;
}

const countCategoriesIR: any = {"usedParamSet":{"except":true},"params":[{"name":"except","required":true,"transform":{"type":"scalar"},"locs":[{"a":248,"b":255}]}],"statement":"select category as \"category!\", count(*)::int as \"count!\"\nfrom issue join edition on issue_number = number and language = 'de'\n  cross join jsonb_array_elements_text(summary -> 'categories') as category\nwhere state = 'published' and number <> all (:except!::int[])\ngroup by 1"};

/**
 * Query generated from SQL:
 * ```
 * select category as "category!", count(*)::int as "count!"
 * from issue join edition on issue_number = number and language = 'de'
 *   cross join jsonb_array_elements_text(summary -> 'categories') as category
 * where state = 'published' and number <> all (:except!::int[])
 * group by 1
 * ```
 */
export const countCategories = new PreparedQuery<ICountCategoriesParams,ICountCategoriesResult>(countCategoriesIR);


/** 'FindContent' parameters type */
export interface IFindContentParams {
  number: number;
}

/** 'FindContent' return type */
export interface IFindContentResult {
  /** What was approved, as the model of that day had it. Nothing that is shown or sent is read from it again. */
  content: Json;
}

/** 'FindContent' query type */
export interface IFindContentQuery {
  params: IFindContentParams;
  result: IFindContentResult;
}

const findContentIR: any = {"usedParamSet":{"number":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":41,"b":48}]}],"statement":"select content from issue where number = :number!"};

/**
 * Query generated from SQL:
 * ```
 * select content from issue where number = :number!
 * ```
 */
export const findContent = new PreparedQuery<IFindContentParams,IFindContentResult>(findContentIR);


/** 'FindTexts' parameters type */
export interface IFindTextsParams {
  number: number;
}

/** 'FindTexts' return type */
export interface IFindTextsResult {
  texts: string;
}

/** 'FindTexts' query type */
export interface IFindTextsQuery {
  params: IFindTextsParams;
  result: IFindTextsResult;
}

const findTextsIR: any = {"usedParamSet":{"number":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":105,"b":112}]}],"statement":"select content::text || html as \"texts!\" from issue join edition on issue_number = number where number = :number!"};

/**
 * Query generated from SQL:
 * ```
 * select content::text || html as "texts!" from issue join edition on issue_number = number where number = :number!
 * ```
 */
export const findTexts = new PreparedQuery<IFindTextsParams,IFindTextsResult>(findTextsIR);


/** 'FindIssue' parameters type */
export interface IFindIssueParams {
  number: number;
}

/** 'FindIssue' return type */
export interface IFindIssueResult {
  approvedAt: Date;
  date: string;
  /** Where it is written. Its number is reserved from the first approval on. */
  draftId: string | null;
  number: number;
  /** When its first delivery was planned: the date of all its mails. */
  publishedAt: Date | null;
  slug: string;
  /** A published issue has a public page, whatever its deliveries do. */
  state: issue_state;
  title: string;
}

/** 'FindIssue' query type */
export interface IFindIssueQuery {
  params: IFindIssueParams;
  result: IFindIssueResult;
}

const findIssueIR: any = {"usedParamSet":{"number":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":178,"b":185}]}],"statement":"select number, slug, state, title, date::text as \"date!\", approved_at, published_at, draft_id\nfrom issue join edition on issue_number = number and language = 'de'\nwhere number = :number!"};

/**
 * Query generated from SQL:
 * ```
 * select number, slug, state, title, date::text as "date!", approved_at, published_at, draft_id
 * from issue join edition on issue_number = number and language = 'de'
 * where number = :number!
 * ```
 */
export const findIssue = new PreparedQuery<IFindIssueParams,IFindIssueResult>(findIssueIR);


/** 'ListIssues' parameters type */
export interface IListIssuesParams {
  before: number;
  limit: number;
}

/** 'ListIssues' return type */
export interface IListIssuesResult {
  approvedAt: Date;
  date: string;
  number: number;
  /** When its first delivery was planned: the date of all its mails. */
  publishedAt: Date | null;
  slug: string;
  /** A published issue has a public page, whatever its deliveries do. */
  state: issue_state;
  title: string;
}

/** 'ListIssues' query type */
export interface IListIssuesQuery {
  params: IListIssuesParams;
  result: IListIssuesResult;
}

const listIssuesIR: any = {"usedParamSet":{"before":true,"limit":true},"params":[{"name":"before","required":true,"transform":{"type":"scalar"},"locs":[{"a":168,"b":175}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":255,"b":261}]}],"statement":"select number, slug, state, title, date::text as \"date!\", approved_at, published_at\nfrom issue join edition on issue_number = number and language = 'de'\nwhere number < :before!::int and (state = 'published' or draft_id is null)\norder by number desc limit :limit!::int"};

/**
 * Query generated from SQL:
 * ```
 * select number, slug, state, title, date::text as "date!", approved_at, published_at
 * from issue join edition on issue_number = number and language = 'de'
 * where number < :before!::int and (state = 'published' or draft_id is null)
 * order by number desc limit :limit!::int
 * ```
 */
export const listIssues = new PreparedQuery<IListIssuesParams,IListIssuesResult>(listIssuesIR);


/** 'CountToExport' parameters type */
export type ICountToExportParams = void;

/** 'CountToExport' return type */
export interface ICountToExportResult {
  documents: number;
  issues: number;
  pictures: number;
}

/** 'CountToExport' query type */
export interface ICountToExportQuery {
  params: ICountToExportParams;
  result: ICountToExportResult;
}

const countToExportIR: any = {"usedParamSet":{},"params":[],"statement":"select (select count(*)::int from issue where state = 'published') as \"issues!\",\n       (select count(*)::int from picture) as \"pictures!\", (select count(*)::int from document) as \"documents!\""};

/**
 * Query generated from SQL:
 * ```
 * select (select count(*)::int from issue where state = 'published') as "issues!",
 *        (select count(*)::int from picture) as "pictures!", (select count(*)::int from document) as "documents!"
 * ```
 */
export const countToExport = new PreparedQuery<ICountToExportParams,ICountToExportResult>(countToExportIR);


/** 'ListPictureNames' parameters type */
export type IListPictureNamesParams = void;

/** 'ListPictureNames' return type */
export interface IListPictureNamesResult {
  /** SHA-256 of the bytes, and the ending: a picture never changes under its name. */
  name: string;
}

/** 'ListPictureNames' query type */
export interface IListPictureNamesQuery {
  params: IListPictureNamesParams;
  result: IListPictureNamesResult;
}

const listPictureNamesIR: any = {"usedParamSet":{},"params":[],"statement":"select name from picture order by name"};

/**
 * Query generated from SQL:
 * ```
 * select name from picture order by name
 * ```
 */
export const listPictureNames = new PreparedQuery<IListPictureNamesParams,IListPictureNamesResult>(listPictureNamesIR);


/** 'ListDocumentNames' parameters type */
export type IListDocumentNamesParams = void;

/** 'ListDocumentNames' return type */
export interface IListDocumentNamesResult {
  /** SHA-256 of the bytes, and the ending: a file never changes under its name. */
  name: string;
}

/** 'ListDocumentNames' query type */
export interface IListDocumentNamesQuery {
  params: IListDocumentNamesParams;
  result: IListDocumentNamesResult;
}

const listDocumentNamesIR: any = {"usedParamSet":{},"params":[],"statement":"select name from document order by name"};

/**
 * Query generated from SQL:
 * ```
 * select name from document order by name
 * ```
 */
export const listDocumentNames = new PreparedQuery<IListDocumentNamesParams,IListDocumentNamesResult>(listDocumentNamesIR);


/** 'ListPublishedNumbers' parameters type */
export type IListPublishedNumbersParams = void;

/** 'ListPublishedNumbers' return type */
export interface IListPublishedNumbersResult {
  number: number;
}

/** 'ListPublishedNumbers' query type */
export interface IListPublishedNumbersQuery {
  params: IListPublishedNumbersParams;
  result: IListPublishedNumbersResult;
}

const listPublishedNumbersIR: any = {"usedParamSet":{},"params":[],"statement":"select number from issue where state = 'published' order by number"};

/**
 * Query generated from SQL:
 * ```
 * select number from issue where state = 'published' order by number
 * ```
 */
export const listPublishedNumbers = new PreparedQuery<IListPublishedNumbersParams,IListPublishedNumbersResult>(listPublishedNumbersIR);


/** 'FindWhole' parameters type */
export interface IFindWholeParams {
  number: number;
}

/** 'FindWhole' return type */
export interface IFindWholeResult {
  approvedAt: Date;
  /** The text/plain part. */
  body: string;
  /** What was approved, as the model of that day had it. Nothing that is shown or sent is read from it again. */
  content: Json;
  contentHash: string;
  /** How often the content was approved before: it may be again when its delivery was cancelled. */
  contentRound: number;
  date: string;
  html: string;
  language: string;
  number: number;
  /** The HTML fragment of the public page. */
  page: string;
  /** When its first delivery was planned: the date of all its mails. */
  publishedAt: Date;
  slug: string;
  subject: string;
  /** What lists, feeds and calendars tell of it, frozen with the page. */
  summary: Json;
  title: string;
}

/** 'FindWhole' query type */
export interface IFindWholeQuery {
  params: IFindWholeParams;
  result: IFindWholeResult;
}

const findWholeIR: any = {"usedParamSet":{"number":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":283,"b":290}]}],"statement":"select number, language, slug, content, encode(content_hash, 'hex') as \"contentHash!\", content_round, approved_at,\n       published_at as \"publishedAt!\", subject, html, body, page, title, date::text as \"date!\", summary\nfrom issue join edition on issue_number = number where number = :number! order by language"};

/**
 * Query generated from SQL:
 * ```
 * select number, language, slug, content, encode(content_hash, 'hex') as "contentHash!", content_round, approved_at,
 *        published_at as "publishedAt!", subject, html, body, page, title, date::text as "date!", summary
 * from issue join edition on issue_number = number where number = :number! order by language
 * ```
 */
export const findWhole = new PreparedQuery<IFindWholeParams,IFindWholeResult>(findWholeIR);


/** 'TakeIssue' parameters type */
export interface ITakeIssueParams {
  approvedAt: string;
  content: string;
  contentHash: string;
  contentRound: number;
  number: number;
  publishedAt: string;
  slug: string;
}

/** 'TakeIssue' return type */
export interface ITakeIssueResult {
  number: number;
}

/** 'TakeIssue' query type */
export interface ITakeIssueQuery {
  params: ITakeIssueParams;
  result: ITakeIssueResult;
}

const takeIssueIR: any = {"usedParamSet":{"number":true,"slug":true,"content":true,"contentHash":true,"contentRound":true,"approvedAt":true,"publishedAt":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":163,"b":170},{"a":226,"b":233}]},{"name":"slug","required":true,"transform":{"type":"scalar"},"locs":[{"a":252,"b":257}]},{"name":"content","required":true,"transform":{"type":"scalar"},"locs":[{"a":260,"b":268}]},{"name":"contentHash","required":true,"transform":{"type":"scalar"},"locs":[{"a":291,"b":303}]},{"name":"contentRound","required":true,"transform":{"type":"scalar"},"locs":[{"a":314,"b":327}]},{"name":"approvedAt","required":true,"transform":{"type":"scalar"},"locs":[{"a":350,"b":361}]},{"name":"publishedAt","required":true,"transform":{"type":"scalar"},"locs":[{"a":383,"b":395}]}],"statement":"insert into issue (number, slug, content, content_hash, content_round, state, approved_at, published_at)\nselect case when exists (select from issue where number = :number!) then (select max(number) + 1 from issue)\n       else :number!::int end,\n       :slug!, :content!::text::jsonb, decode(:contentHash!, 'hex'), :contentRound!, 'published',\n       :approvedAt!::text::timestamptz, :publishedAt!::text::timestamptz\non conflict do nothing\nreturning number"};

/**
 * Query generated from SQL:
 * ```
 * insert into issue (number, slug, content, content_hash, content_round, state, approved_at, published_at)
 * select case when exists (select from issue where number = :number!) then (select max(number) + 1 from issue)
 *        else :number!::int end,
 *        :slug!, :content!::text::jsonb, decode(:contentHash!, 'hex'), :contentRound!, 'published',
 *        :approvedAt!::text::timestamptz, :publishedAt!::text::timestamptz
 * on conflict do nothing
 * returning number
 * ```
 */
export const takeIssue = new PreparedQuery<ITakeIssueParams,ITakeIssueResult>(takeIssueIR);


/** 'TakeEdition' parameters type */
export interface ITakeEditionParams {
  body: string;
  date: string;
  html: string;
  language: string;
  number: number;
  page: string;
  subject: string;
  summary: string;
  title: string;
}

/** 'TakeEdition' return type */
export type ITakeEditionResult = void;

/** 'TakeEdition' query type */
export interface ITakeEditionQuery {
  params: ITakeEditionParams;
  result: ITakeEditionResult;
}

const takeEditionIR: any = {"usedParamSet":{"number":true,"language":true,"subject":true,"html":true,"body":true,"page":true,"title":true,"date":true,"summary":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":102,"b":109}]},{"name":"language","required":true,"transform":{"type":"scalar"},"locs":[{"a":112,"b":121}]},{"name":"subject","required":true,"transform":{"type":"scalar"},"locs":[{"a":124,"b":132}]},{"name":"html","required":true,"transform":{"type":"scalar"},"locs":[{"a":135,"b":140}]},{"name":"body","required":true,"transform":{"type":"scalar"},"locs":[{"a":143,"b":148}]},{"name":"page","required":true,"transform":{"type":"scalar"},"locs":[{"a":151,"b":156}]},{"name":"title","required":true,"transform":{"type":"scalar"},"locs":[{"a":159,"b":165}]},{"name":"date","required":true,"transform":{"type":"scalar"},"locs":[{"a":168,"b":173}]},{"name":"summary","required":true,"transform":{"type":"scalar"},"locs":[{"a":188,"b":196}]}],"statement":"insert into edition (issue_number, language, subject, html, body, page, title, date, summary)\nvalues (:number!, :language!, :subject!, :html!, :body!, :page!, :title!, :date!::text::date, :summary!::text::jsonb)"};

/**
 * Query generated from SQL:
 * ```
 * insert into edition (issue_number, language, subject, html, body, page, title, date, summary)
 * values (:number!, :language!, :subject!, :html!, :body!, :page!, :title!, :date!::text::date, :summary!::text::jsonb)
 * ```
 */
export const takeEdition = new PreparedQuery<ITakeEditionParams,ITakeEditionResult>(takeEditionIR);


/** 'IsHere' parameters type */
export interface IIsHereParams {
  contentHash: string;
  contentRound: number;
}

/** 'IsHere' return type */
export interface IIsHereResult {
  here: boolean;
}

/** 'IsHere' query type */
export interface IIsHereQuery {
  params: IIsHereParams;
  result: IIsHereResult;
}

const isHereIR: any = {"usedParamSet":{"contentHash":true,"contentRound":true},"params":[{"name":"contentHash","required":true,"transform":{"type":"scalar"},"locs":[{"a":64,"b":76}]},{"name":"contentRound","required":true,"transform":{"type":"scalar"},"locs":[{"a":106,"b":119}]}],"statement":"select exists (\n  select from issue where content_hash = decode(:contentHash!, 'hex') and content_round = :contentRound!\n) as \"here!\""};

/**
 * Query generated from SQL:
 * ```
 * select exists (
 *   select from issue where content_hash = decode(:contentHash!, 'hex') and content_round = :contentRound!
 * ) as "here!"
 * ```
 */
export const isHere = new PreparedQuery<IIsHereParams,IIsHereResult>(isHereIR);

/** Types generated for queries found in "sql/queries/issue.sql" */
import { PreparedQuery } from '../platform/database/prepared-query.js';

export type issue_state = 'approved' | 'published';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

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

const insertIssueIR: any = {"usedParamSet":{"number":true,"slug":true,"content":true,"contentHash":true,"contentRound":true,"now":true,"subject":true,"html":true,"body":true,"page":true,"title":true,"date":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":120,"b":127}]},{"name":"slug","required":true,"transform":{"type":"scalar"},"locs":[{"a":130,"b":135}]},{"name":"content","required":true,"transform":{"type":"scalar"},"locs":[{"a":138,"b":146}]},{"name":"contentHash","required":true,"transform":{"type":"scalar"},"locs":[{"a":162,"b":174}]},{"name":"contentRound","required":true,"transform":{"type":"scalar"},"locs":[{"a":177,"b":190}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":205,"b":209}]},{"name":"subject","required":true,"transform":{"type":"scalar"},"locs":[{"a":348,"b":356}]},{"name":"html","required":true,"transform":{"type":"scalar"},"locs":[{"a":359,"b":364}]},{"name":"body","required":true,"transform":{"type":"scalar"},"locs":[{"a":367,"b":372}]},{"name":"page","required":true,"transform":{"type":"scalar"},"locs":[{"a":375,"b":380}]},{"name":"title","required":true,"transform":{"type":"scalar"},"locs":[{"a":383,"b":389}]},{"name":"date","required":true,"transform":{"type":"scalar"},"locs":[{"a":392,"b":397}]}],"statement":"with stored as (\n  insert into issue (number, slug, content, content_hash, content_round, state, approved_at)\n  values (:number!, :slug!, :content!::text::jsonb, :contentHash!, :contentRound!, 'approved', :now!)\n  on conflict do nothing\n  returning number\n)\ninsert into edition (issue_number, subject, html, body, page, title, date)\nselect number, :subject!, :html!, :body!, :page!, :title!, :date!::text::date from stored\nreturning issue_number"};

/**
 * Query generated from SQL:
 * ```
 * with stored as (
 *   insert into issue (number, slug, content, content_hash, content_round, state, approved_at)
 *   values (:number!, :slug!, :content!::text::jsonb, :contentHash!, :contentRound!, 'approved', :now!)
 *   on conflict do nothing
 *   returning number
 * )
 * insert into edition (issue_number, subject, html, body, page, title, date)
 * select number, :subject!, :html!, :body!, :page!, :title!, :date!::text::date from stored
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
  title: string;
}

/** 'FreezeEdition' return type */
export type IFreezeEditionResult = void;

/** 'FreezeEdition' query type */
export interface IFreezeEditionQuery {
  params: IFreezeEditionParams;
  result: IFreezeEditionResult;
}

const freezeEditionIR: any = {"usedParamSet":{"number":true,"subject":true,"html":true,"body":true,"page":true,"title":true,"date":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":83,"b":90}]},{"name":"subject","required":true,"transform":{"type":"scalar"},"locs":[{"a":93,"b":101}]},{"name":"html","required":true,"transform":{"type":"scalar"},"locs":[{"a":104,"b":109}]},{"name":"body","required":true,"transform":{"type":"scalar"},"locs":[{"a":112,"b":117}]},{"name":"page","required":true,"transform":{"type":"scalar"},"locs":[{"a":120,"b":125}]},{"name":"title","required":true,"transform":{"type":"scalar"},"locs":[{"a":128,"b":134}]},{"name":"date","required":true,"transform":{"type":"scalar"},"locs":[{"a":137,"b":142}]}],"statement":"insert into edition (issue_number, subject, html, body, page, title, date)\nvalues (:number!, :subject!, :html!, :body!, :page!, :title!, :date!::text::date)\non conflict (issue_number, language) do update\nset subject = excluded.subject, html = excluded.html, body = excluded.body, page = excluded.page,\n    title = excluded.title, date = excluded.date"};

/**
 * Query generated from SQL:
 * ```
 * insert into edition (issue_number, subject, html, body, page, title, date)
 * values (:number!, :subject!, :html!, :body!, :page!, :title!, :date!::text::date)
 * on conflict (issue_number, language) do update
 * set subject = excluded.subject, html = excluded.html, body = excluded.body, page = excluded.page,
 *     title = excluded.title, date = excluded.date
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

const eraseUnnamedIR: any = {"usedParamSet":{"before":true},"params":[{"name":"before","required":true,"transform":{"type":"scalar"},"locs":[{"a":395,"b":402},{"a":542,"b":549}]}],"statement":"with named as materialized (\n  select distinct (regexp_matches(text, '[0-9a-f]{64}[.][a-z0-9]{2,5}', 'g'))[1] as name\n  from (\n    select content::text as text from issue\n    union all select fields::text from draft_block\n    union all select snapshot::text from draft_version\n    union all select fields::text from other_text\n  ) as texts\n), pictures as (\n  delete from picture where kept_at < :before! and not exists (select from named where named.name = picture.name)\n  returning 1\n), documents as (\n  delete from document where kept_at < :before! and not exists (select from named where named.name = document.name)\n  returning 1\n)\nselect (select count(*) from pictures)::int + (select count(*) from documents)::int as \"count!\""};

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


/** 'FindPublicPage' parameters type */
export interface IFindPublicPageParams {
  slug: string;
}

/** 'FindPublicPage' return type */
export interface IFindPublicPageResult {
  date: string;
  number: number;
  /** The HTML fragment of the public page. */
  page: string;
  title: string;
}

/** 'FindPublicPage' query type */
export interface IFindPublicPageQuery {
  params: IFindPublicPageParams;
  result: IFindPublicPageResult;
}

const findPublicPageIR: any = {"usedParamSet":{"slug":true},"params":[{"name":"slug","required":true,"transform":{"type":"scalar"},"locs":[{"a":132,"b":137}]}],"statement":"select number, title, date::text as \"date!\", page\nfrom issue join edition on issue_number = number and language = 'de'\nwhere slug = :slug! and state = 'published'"};

/**
 * Query generated from SQL:
 * ```
 * select number, title, date::text as "date!", page
 * from issue join edition on issue_number = number and language = 'de'
 * where slug = :slug! and state = 'published'
 * ```
 */
export const findPublicPage = new PreparedQuery<IFindPublicPageParams,IFindPublicPageResult>(findPublicPageIR);


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

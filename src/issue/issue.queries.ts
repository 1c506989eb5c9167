/** Types generated for queries found in "sql/queries/issue.sql" */
import { PreparedQuery } from '../platform/database/prepared-query.js';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** 'InsertIssue' parameters type */
export interface IInsertIssueParams {
  body: string;
  content: Json;
  contentHash: Buffer;
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
export type IInsertIssueResult = void;

/** 'InsertIssue' query type */
export interface IInsertIssueQuery {
  params: IInsertIssueParams;
  result: IInsertIssueResult;
}

const insertIssueIR: any = {"usedParamSet":{"number":true,"slug":true,"content":true,"contentHash":true,"subject":true,"html":true,"body":true,"page":true,"title":true,"date":true,"now":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":124,"b":131}]},{"name":"slug","required":true,"transform":{"type":"scalar"},"locs":[{"a":134,"b":139}]},{"name":"content","required":true,"transform":{"type":"scalar"},"locs":[{"a":142,"b":150}]},{"name":"contentHash","required":true,"transform":{"type":"scalar"},"locs":[{"a":153,"b":165}]},{"name":"subject","required":true,"transform":{"type":"scalar"},"locs":[{"a":180,"b":188}]},{"name":"html","required":true,"transform":{"type":"scalar"},"locs":[{"a":191,"b":196}]},{"name":"body","required":true,"transform":{"type":"scalar"},"locs":[{"a":199,"b":204}]},{"name":"page","required":true,"transform":{"type":"scalar"},"locs":[{"a":207,"b":212}]},{"name":"title","required":true,"transform":{"type":"scalar"},"locs":[{"a":215,"b":221}]},{"name":"date","required":true,"transform":{"type":"scalar"},"locs":[{"a":224,"b":229}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":244,"b":248}]}],"statement":"insert into issue (number, slug, content, content_hash, state, subject, html, body, page, title, date, approved_at)\nvalues (:number!, :slug!, :content!, :contentHash!, 'approved', :subject!, :html!, :body!, :page!, :title!, :date!::text::date, :now!)"};

/**
 * Query generated from SQL:
 * ```
 * insert into issue (number, slug, content, content_hash, state, subject, html, body, page, title, date, approved_at)
 * values (:number!, :slug!, :content!, :contentHash!, 'approved', :subject!, :html!, :body!, :page!, :title!, :date!::text::date, :now!)
 * ```
 */
export const insertIssue = new PreparedQuery<IInsertIssueParams,IInsertIssueResult>(insertIssueIR);


/** 'LockApprovals' parameters type */
export type ILockApprovalsParams = void;

/** 'LockApprovals' return type */
export interface ILockApprovalsResult {
  locked: string | null;
}

/** 'LockApprovals' query type */
export interface ILockApprovalsQuery {
  params: ILockApprovalsParams;
  result: ILockApprovalsResult;
}

const lockApprovalsIR: any = {"usedParamSet":{},"params":[],"statement":"select pg_advisory_xact_lock(7300413)::text as locked"};

/**
 * Query generated from SQL:
 * ```
 * select pg_advisory_xact_lock(7300413)::text as locked
 * ```
 */
export const lockApprovals = new PreparedQuery<ILockApprovalsParams,ILockApprovalsResult>(lockApprovalsIR);


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
  number: number;
  state: string;
}

/** 'FindByContent' query type */
export interface IFindByContentQuery {
  params: IFindByContentParams;
  result: IFindByContentResult;
}

const findByContentIR: any = {"usedParamSet":{"contentHash":true},"params":[{"name":"contentHash","required":true,"transform":{"type":"scalar"},"locs":[{"a":53,"b":65}]}],"statement":"select number, state from issue where content_hash = :contentHash!\norder by state = 'cancelled', number desc limit 1"};

/**
 * Query generated from SQL:
 * ```
 * select number, state from issue where content_hash = :contentHash!
 * order by state = 'cancelled', number desc limit 1
 * ```
 */
export const findByContent = new PreparedQuery<IFindByContentParams,IFindByContentResult>(findByContentIR);


/** 'SlugExists' parameters type */
export interface ISlugExistsParams {
  slug: string;
}

/** 'SlugExists' return type */
export interface ISlugExistsResult {
  exists: boolean;
}

/** 'SlugExists' query type */
export interface ISlugExistsQuery {
  params: ISlugExistsParams;
  result: ISlugExistsResult;
}

const slugExistsIR: any = {"usedParamSet":{"slug":true},"params":[{"name":"slug","required":true,"transform":{"type":"scalar"},"locs":[{"a":46,"b":51}]}],"statement":"select exists (select from issue where slug = :slug!) as \"exists!\""};

/**
 * Query generated from SQL:
 * ```
 * select exists (select from issue where slug = :slug!) as "exists!"
 * ```
 */
export const slugExists = new PreparedQuery<ISlugExistsParams,ISlugExistsResult>(slugExistsIR);


/** 'InsertPicture' parameters type */
export interface IInsertPictureParams {
  bytes: Buffer;
  name: string;
  type: string;
}

/** 'InsertPicture' return type */
export type IInsertPictureResult = void;

/** 'InsertPicture' query type */
export interface IInsertPictureQuery {
  params: IInsertPictureParams;
  result: IInsertPictureResult;
}

const insertPictureIR: any = {"usedParamSet":{"name":true,"type":true,"bytes":true},"params":[{"name":"name","required":true,"transform":{"type":"scalar"},"locs":[{"a":48,"b":53}]},{"name":"type","required":true,"transform":{"type":"scalar"},"locs":[{"a":56,"b":61}]},{"name":"bytes","required":true,"transform":{"type":"scalar"},"locs":[{"a":64,"b":70}]}],"statement":"insert into picture (name, type, bytes) values (:name!, :type!, :bytes!) on conflict do nothing"};

/**
 * Query generated from SQL:
 * ```
 * insert into picture (name, type, bytes) values (:name!, :type!, :bytes!) on conflict do nothing
 * ```
 */
export const insertPicture = new PreparedQuery<IInsertPictureParams,IInsertPictureResult>(insertPictureIR);


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
  number: number;
}

/** 'FindFrozenMail' return type */
export interface IFindFrozenMailResult {
  /** The frozen text/plain part. */
  body: string;
  html: string;
  number: number;
  slug: string;
  startedAt: Date | null;
  subject: string;
}

/** 'FindFrozenMail' query type */
export interface IFindFrozenMailQuery {
  params: IFindFrozenMailParams;
  result: IFindFrozenMailResult;
}

const findFrozenMailIR: any = {"usedParamSet":{"number":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":79,"b":86}]}],"statement":"select number, slug, subject, html, body, started_at from issue where number = :number!"};

/**
 * Query generated from SQL:
 * ```
 * select number, slug, subject, html, body, started_at from issue where number = :number!
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
  /** The frozen HTML fragment of the public page. */
  page: string;
  /** The title, frozen with the page. Likewise date, the day that the issue names. */
  title: string;
}

/** 'FindPublicPage' query type */
export interface IFindPublicPageQuery {
  params: IFindPublicPageParams;
  result: IFindPublicPageResult;
}

const findPublicPageIR: any = {"usedParamSet":{"slug":true},"params":[{"name":"slug","required":true,"transform":{"type":"scalar"},"locs":[{"a":74,"b":79}]}],"statement":"select number, title, date::text as \"date!\", page from issue where slug = :slug! and started_at is not null"};

/**
 * Query generated from SQL:
 * ```
 * select number, title, date::text as "date!", page from issue where slug = :slug! and started_at is not null
 * ```
 */
export const findPublicPage = new PreparedQuery<IFindPublicPageParams,IFindPublicPageResult>(findPublicPageIR);

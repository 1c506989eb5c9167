/** Types generated for queries found in "sql/queries/issue.sql" */
import { PreparedQuery } from '../platform/prepared-query.js';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** 'InsertIssue' parameters type */
export interface IInsertIssueParams {
  body: string;
  content: Json;
  contentHash: Buffer;
  html: string;
  now: Date;
  number: number;
  page: string;
  slug: string;
  subject: string;
}

/** 'InsertIssue' return type */
export type IInsertIssueResult = void;

/** 'InsertIssue' query type */
export interface IInsertIssueQuery {
  params: IInsertIssueParams;
  result: IInsertIssueResult;
}

const insertIssueIR: any = {"usedParamSet":{"number":true,"slug":true,"content":true,"contentHash":true,"subject":true,"html":true,"body":true,"page":true,"now":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":111,"b":118}]},{"name":"slug","required":true,"transform":{"type":"scalar"},"locs":[{"a":121,"b":126}]},{"name":"content","required":true,"transform":{"type":"scalar"},"locs":[{"a":129,"b":137}]},{"name":"contentHash","required":true,"transform":{"type":"scalar"},"locs":[{"a":140,"b":152}]},{"name":"subject","required":true,"transform":{"type":"scalar"},"locs":[{"a":167,"b":175}]},{"name":"html","required":true,"transform":{"type":"scalar"},"locs":[{"a":178,"b":183}]},{"name":"body","required":true,"transform":{"type":"scalar"},"locs":[{"a":186,"b":191}]},{"name":"page","required":true,"transform":{"type":"scalar"},"locs":[{"a":194,"b":199}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":202,"b":206}]}],"statement":"insert into issue (number, slug, content, content_hash, state, subject, html, body, page, approved_at)\nvalues (:number!, :slug!, :content!, :contentHash!, 'approved', :subject!, :html!, :body!, :page!, :now!)"};

/**
 * Query generated from SQL:
 * ```
 * insert into issue (number, slug, content, content_hash, state, subject, html, body, page, approved_at)
 * values (:number!, :slug!, :content!, :contentHash!, 'approved', :subject!, :html!, :body!, :page!, :now!)
 * ```
 */
export const insertIssue = new PreparedQuery<IInsertIssueParams,IInsertIssueResult>(insertIssueIR);


/** 'LockNumbers' parameters type */
export type ILockNumbersParams = void;

/** 'LockNumbers' return type */
export type ILockNumbersResult = void;

/** 'LockNumbers' query type */
export interface ILockNumbersQuery {
  params: ILockNumbersParams;
  result: ILockNumbersResult;
}

const lockNumbersIR: any = {"usedParamSet":{},"params":[],"statement":"lock table issue in share row exclusive mode"};

/**
 * Query generated from SQL:
 * ```
 * lock table issue in share row exclusive mode
 * ```
 */
export const lockNumbers = new PreparedQuery<ILockNumbersParams,ILockNumbersResult>(lockNumbersIR);


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
  approvedAt: Date;
  number: number;
  state: string;
}

/** 'FindByContent' query type */
export interface IFindByContentQuery {
  params: IFindByContentParams;
  result: IFindByContentResult;
}

const findByContentIR: any = {"usedParamSet":{"contentHash":true},"params":[{"name":"contentHash","required":true,"transform":{"type":"scalar"},"locs":[{"a":66,"b":78}]}],"statement":"select number, state, approved_at from issue where content_hash = :contentHash!"};

/**
 * Query generated from SQL:
 * ```
 * select number, state, approved_at from issue where content_hash = :contentHash!
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
  approvedAt: Date;
  content: Json;
  number: number;
  /** The frozen HTML fragment of the public page. */
  page: string;
}

/** 'FindPublicPage' query type */
export interface IFindPublicPageQuery {
  params: IFindPublicPageParams;
  result: IFindPublicPageResult;
}

const findPublicPageIR: any = {"usedParamSet":{"slug":true},"params":[{"name":"slug","required":true,"transform":{"type":"scalar"},"locs":[{"a":66,"b":71}]}],"statement":"select number, content, page, approved_at from issue where slug = :slug! and state in ('sending', 'sent')"};

/**
 * Query generated from SQL:
 * ```
 * select number, content, page, approved_at from issue where slug = :slug! and state in ('sending', 'sent')
 * ```
 */
export const findPublicPage = new PreparedQuery<IFindPublicPageParams,IFindPublicPageResult>(findPublicPageIR);

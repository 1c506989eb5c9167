/** Types generated for queries found in "sql/queries/editor.sql" */
import { PreparedQuery } from '../platform/database/prepared-query.js';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** 'HoldAuditHead' parameters type */
export type IHoldAuditHeadParams = void;

/** 'HoldAuditHead' return type */
export interface IHoldAuditHeadResult {
  hash: Buffer;
  number: number;
}

/** 'HoldAuditHead' query type */
export interface IHoldAuditHeadQuery {
  params: IHoldAuditHeadParams;
  result: IHoldAuditHeadResult;
}

const holdAuditHeadIR: any = {"usedParamSet":{},"params":[],"statement":"select number::int as \"number!\", hash from audit_head for update"};

/**
 * Query generated from SQL:
 * ```
 * select number::int as "number!", hash from audit_head for update
 * ```
 */
export const holdAuditHead = new PreparedQuery<IHoldAuditHeadParams,IHoldAuditHeadResult>(holdAuditHeadIR);


/** 'AppendToAudit' parameters type */
export interface IAppendToAuditParams {
  action: string;
  actor: string;
  at: Date;
  details: Json;
  hash: Buffer;
  hashBefore: Buffer;
  number: number;
}

/** 'AppendToAudit' return type */
export type IAppendToAuditResult = void;

/** 'AppendToAudit' query type */
export interface IAppendToAuditQuery {
  params: IAppendToAuditParams;
  result: IAppendToAuditResult;
}

const appendToAuditIR: any = {"usedParamSet":{"number":true,"at":true,"actor":true,"action":true,"details":true,"hashBefore":true,"hash":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":101,"b":108}]},{"name":"at","required":true,"transform":{"type":"scalar"},"locs":[{"a":116,"b":119}]},{"name":"actor","required":true,"transform":{"type":"scalar"},"locs":[{"a":122,"b":128}]},{"name":"action","required":true,"transform":{"type":"scalar"},"locs":[{"a":131,"b":138}]},{"name":"details","required":true,"transform":{"type":"scalar"},"locs":[{"a":141,"b":149}]},{"name":"hashBefore","required":true,"transform":{"type":"scalar"},"locs":[{"a":152,"b":163}]},{"name":"hash","required":true,"transform":{"type":"scalar"},"locs":[{"a":166,"b":171}]}],"statement":"with line as (\n  insert into audit (number, at, actor, action, details, hash_before, hash)\n  values (:number!::int, :at!, :actor!, :action!, :details!, :hashBefore!, :hash!)\n  returning number, hash\n)\nupdate audit_head set number = line.number, hash = line.hash from line"};

/**
 * Query generated from SQL:
 * ```
 * with line as (
 *   insert into audit (number, at, actor, action, details, hash_before, hash)
 *   values (:number!::int, :at!, :actor!, :action!, :details!, :hashBefore!, :hash!)
 *   returning number, hash
 * )
 * update audit_head set number = line.number, hash = line.hash from line
 * ```
 */
export const appendToAudit = new PreparedQuery<IAppendToAuditParams,IAppendToAuditResult>(appendToAuditIR);


/** 'FindAuditHead' parameters type */
export type IFindAuditHeadParams = void;

/** 'FindAuditHead' return type */
export interface IFindAuditHeadResult {
  hash: Buffer;
  number: number;
}

/** 'FindAuditHead' query type */
export interface IFindAuditHeadQuery {
  params: IFindAuditHeadParams;
  result: IFindAuditHeadResult;
}

const findAuditHeadIR: any = {"usedParamSet":{},"params":[],"statement":"select number::int as \"number!\", hash from audit_head"};

/**
 * Query generated from SQL:
 * ```
 * select number::int as "number!", hash from audit_head
 * ```
 */
export const findAuditHead = new PreparedQuery<IFindAuditHeadParams,IFindAuditHeadResult>(findAuditHeadIR);


/** 'FindAuditLines' parameters type */
export interface IFindAuditLinesParams {
  after: number;
  limit: number;
}

/** 'FindAuditLines' return type */
export interface IFindAuditLinesResult {
  action: string;
  /** The id of an account, or the command line. */
  actor: string;
  at: Date;
  details: string;
  hash: Buffer;
  hashBefore: Buffer;
  number: number;
}

/** 'FindAuditLines' query type */
export interface IFindAuditLinesQuery {
  params: IFindAuditLinesParams;
  result: IFindAuditLinesResult;
}

const findAuditLinesIR: any = {"usedParamSet":{"after":true,"limit":true},"params":[{"name":"after","required":true,"transform":{"type":"scalar"},"locs":[{"a":125,"b":131}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":167,"b":173}]}],"statement":"select number::int as \"number!\", at, actor, action, details::text as \"details!\", hash_before, hash\nfrom audit where number > :after!::int order by audit.number limit (:limit!)::int"};

/**
 * Query generated from SQL:
 * ```
 * select number::int as "number!", at, actor, action, details::text as "details!", hash_before, hash
 * from audit where number > :after!::int order by audit.number limit (:limit!)::int
 * ```
 */
export const findAuditLines = new PreparedQuery<IFindAuditLinesParams,IFindAuditLinesResult>(findAuditLinesIR);

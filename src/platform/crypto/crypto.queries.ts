/** Types generated for queries found in "sql/queries/platform/crypto.sql" */
import { PreparedQuery } from '../database/prepared-query.js';

/** 'LockMasterKeys' parameters type */
export type ILockMasterKeysParams = void;

/** 'LockMasterKeys' return type */
export type ILockMasterKeysResult = void;

/** 'LockMasterKeys' query type */
export interface ILockMasterKeysQuery {
  params: ILockMasterKeysParams;
  result: ILockMasterKeysResult;
}

const lockMasterKeysIR: any = {"usedParamSet":{},"params":[],"statement":"lock table master_key in share row exclusive mode"};

/**
 * Query generated from SQL:
 * ```
 * lock table master_key in share row exclusive mode
 * ```
 */
export const lockMasterKeys = new PreparedQuery<ILockMasterKeysParams,ILockMasterKeysResult>(lockMasterKeysIR);


/** 'ListMasterKeys' parameters type */
export type IListMasterKeysParams = void;

/** 'ListMasterKeys' return type */
export interface IListMasterKeysResult {
  /** HMAC-SHA-256 under a key derived for this alone: it tells two secrets apart and reveals nothing of either. */
  checkValue: Buffer;
  /** When a process first used it as the primary: since then links in mails need it. Null: it is known, and was never used. */
  primarySince: Date | null;
  version: number;
}

/** 'ListMasterKeys' query type */
export interface IListMasterKeysQuery {
  params: IListMasterKeysParams;
  result: IListMasterKeysResult;
}

const listMasterKeysIR: any = {"usedParamSet":{},"params":[],"statement":"select version, check_value, primary_since from master_key order by version"};

/**
 * Query generated from SQL:
 * ```
 * select version, check_value, primary_since from master_key order by version
 * ```
 */
export const listMasterKeys = new PreparedQuery<IListMasterKeysParams,IListMasterKeysResult>(listMasterKeysIR);


/** 'RecordMasterKey' parameters type */
export interface IRecordMasterKeyParams {
  checkValue: Buffer;
  now: Date;
  primarySince?: Date | null | void;
  version: number;
}

/** 'RecordMasterKey' return type */
export type IRecordMasterKeyResult = void;

/** 'RecordMasterKey' query type */
export interface IRecordMasterKeyQuery {
  params: IRecordMasterKeyParams;
  result: IRecordMasterKeyResult;
}

const recordMasterKeyIR: any = {"usedParamSet":{"version":true,"checkValue":true,"now":true,"primarySince":true},"params":[{"name":"version","required":true,"transform":{"type":"scalar"},"locs":[{"a":82,"b":90}]},{"name":"checkValue","required":true,"transform":{"type":"scalar"},"locs":[{"a":93,"b":104}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":107,"b":111}]},{"name":"primarySince","required":false,"transform":{"type":"scalar"},"locs":[{"a":114,"b":126}]}],"statement":"insert into master_key (version, check_value, recorded_at, primary_since)\nvalues (:version!, :checkValue!, :now!, :primarySince)"};

/**
 * Query generated from SQL:
 * ```
 * insert into master_key (version, check_value, recorded_at, primary_since)
 * values (:version!, :checkValue!, :now!, :primarySince)
 * ```
 */
export const recordMasterKey = new PreparedQuery<IRecordMasterKeyParams,IRecordMasterKeyResult>(recordMasterKeyIR);


/** 'MarkPrimary' parameters type */
export interface IMarkPrimaryParams {
  now: Date;
  version: number;
}

/** 'MarkPrimary' return type */
export type IMarkPrimaryResult = void;

/** 'MarkPrimary' query type */
export interface IMarkPrimaryQuery {
  params: IMarkPrimaryParams;
  result: IMarkPrimaryResult;
}

const markPrimaryIR: any = {"usedParamSet":{"now":true,"version":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":38,"b":42}]},{"name":"version","required":true,"transform":{"type":"scalar"},"locs":[{"a":60,"b":68}]}],"statement":"update master_key set primary_since = :now! where version = :version! and primary_since is null"};

/**
 * Query generated from SQL:
 * ```
 * update master_key set primary_since = :now! where version = :version! and primary_since is null
 * ```
 */
export const markPrimary = new PreparedQuery<IMarkPrimaryParams,IMarkPrimaryResult>(markPrimaryIR);


/** 'ForgetMasterKey' parameters type */
export interface IForgetMasterKeyParams {
  version: number;
}

/** 'ForgetMasterKey' return type */
export interface IForgetMasterKeyResult {
  version: number;
}

/** 'ForgetMasterKey' query type */
export interface IForgetMasterKeyQuery {
  params: IForgetMasterKeyParams;
  result: IForgetMasterKeyResult;
}

const forgetMasterKeyIR: any = {"usedParamSet":{"version":true},"params":[{"name":"version","required":true,"transform":{"type":"scalar"},"locs":[{"a":39,"b":47}]}],"statement":"delete from master_key where version = :version! returning version"};

/**
 * Query generated from SQL:
 * ```
 * delete from master_key where version = :version! returning version
 * ```
 */
export const forgetMasterKey = new PreparedQuery<IForgetMasterKeyParams,IForgetMasterKeyResult>(forgetMasterKeyIR);

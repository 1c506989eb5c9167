/** Types generated for queries found in "sql/queries/privacy/export.sql" */
import { PreparedQuery } from '../../platform/database/prepared-query.js';

/** 'BeginArchive' parameters type */
export interface IBeginArchiveParams {
  id: string;
  now: Date;
}

/** 'BeginArchive' return type */
export interface IBeginArchiveResult {
  endedAt: Date | null;
}

/** 'BeginArchive' query type */
export interface IBeginArchiveQuery {
  params: IBeginArchiveParams;
  result: IBeginArchiveResult;
}

const beginArchiveIR: any = {"usedParamSet":{"id":true,"now":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":49,"b":52}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":55,"b":59}]}],"statement":"insert into taken_archive (id, begun_at) values (:id!, :now!)\non conflict (id) do update set begun_at = taken_archive.begun_at\nreturning ended_at"};

/**
 * Query generated from SQL:
 * ```
 * insert into taken_archive (id, begun_at) values (:id!, :now!)
 * on conflict (id) do update set begun_at = taken_archive.begun_at
 * returning ended_at
 * ```
 */
export const beginArchive = new PreparedQuery<IBeginArchiveParams,IBeginArchiveResult>(beginArchiveIR);


/** 'FindArchive' parameters type */
export interface IFindArchiveParams {
  id: string;
}

/** 'FindArchive' return type */
export interface IFindArchiveResult {
  endedAt: Date | null;
}

/** 'FindArchive' query type */
export interface IFindArchiveQuery {
  params: IFindArchiveParams;
  result: IFindArchiveResult;
}

const findArchiveIR: any = {"usedParamSet":{"id":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":46,"b":49}]}],"statement":"select ended_at from taken_archive where id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * select ended_at from taken_archive where id = :id!
 * ```
 */
export const findArchive = new PreparedQuery<IFindArchiveParams,IFindArchiveResult>(findArchiveIR);


/** 'EndArchive' parameters type */
export interface IEndArchiveParams {
  id: string;
  now: Date;
}

/** 'EndArchive' return type */
export type IEndArchiveResult = void;

/** 'EndArchive' query type */
export interface IEndArchiveQuery {
  params: IEndArchiveParams;
  result: IEndArchiveResult;
}

const endArchiveIR: any = {"usedParamSet":{"now":true,"id":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":36,"b":40}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":53,"b":56}]}],"statement":"update taken_archive set ended_at = :now! where id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * update taken_archive set ended_at = :now! where id = :id!
 * ```
 */
export const endArchive = new PreparedQuery<IEndArchiveParams,IEndArchiveResult>(endArchiveIR);

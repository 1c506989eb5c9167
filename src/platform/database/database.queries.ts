/** Types generated for queries found in "sql/queries/platform/database.sql" */
import { PreparedQuery } from './prepared-query.js';

/** 'Ping' parameters type */
export type IPingParams = void;

/** 'Ping' return type */
export interface IPingResult {
  one: number | null;
}

/** 'Ping' query type */
export interface IPingQuery {
  params: IPingParams;
  result: IPingResult;
}

const pingIR: any = {"usedParamSet":{},"params":[],"statement":"select 1 as one"};

/**
 * Query generated from SQL:
 * ```
 * select 1 as one
 * ```
 */
export const ping = new PreparedQuery<IPingParams,IPingResult>(pingIR);

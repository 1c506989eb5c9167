/** Types generated for queries found in "sql/queries/platform/newsletter.sql" */
import { PreparedQuery } from '../database/prepared-query.js';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** 'FindPublicSettings' parameters type */
export type IFindPublicSettingsParams = void;

/** 'FindPublicSettings' return type */
export interface IFindPublicSettingsResult {
  publicUrl: string;
  /** The details of the Impressum, as in PUBLISHER_FILE. */
  publisher: Json;
}

/** 'FindPublicSettings' query type */
export interface IFindPublicSettingsQuery {
  params: IFindPublicSettingsParams;
  result: IFindPublicSettingsResult;
}

const findPublicSettingsIR: any = {"usedParamSet":{},"params":[],"statement":"select public_url, publisher from public_settings"};

/**
 * Query generated from SQL:
 * ```
 * select public_url, publisher from public_settings
 * ```
 */
export const findPublicSettings = new PreparedQuery<IFindPublicSettingsParams,IFindPublicSettingsResult>(findPublicSettingsIR);


/** 'RecordPublicSettings' parameters type */
export interface IRecordPublicSettingsParams {
  now: Date;
  publicUrl: string;
  publisher: Json;
}

/** 'RecordPublicSettings' return type */
export interface IRecordPublicSettingsResult {
  publicUrl: string;
  /** The details of the Impressum, as in PUBLISHER_FILE. */
  publisher: Json;
}

/** 'RecordPublicSettings' query type */
export interface IRecordPublicSettingsQuery {
  params: IRecordPublicSettingsParams;
  result: IRecordPublicSettingsResult;
}

const recordPublicSettingsIR: any = {"usedParamSet":{"publicUrl":true,"publisher":true,"now":true},"params":[{"name":"publicUrl","required":true,"transform":{"type":"scalar"},"locs":[{"a":157,"b":167}]},{"name":"publisher","required":true,"transform":{"type":"scalar"},"locs":[{"a":170,"b":180}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":183,"b":187}]}],"statement":"with before as (select public_url, publisher from public_settings),\nrecorded as (\n  insert into public_settings (public_url, publisher, recorded_at) values (:publicUrl!, :publisher!, :now!)\n  on conflict (singleton) do update set public_url = excluded.public_url, publisher = excluded.publisher, recorded_at = excluded.recorded_at\n)\nselect public_url as \"publicUrl!\", publisher as \"publisher!\" from before"};

/**
 * Query generated from SQL:
 * ```
 * with before as (select public_url, publisher from public_settings),
 * recorded as (
 *   insert into public_settings (public_url, publisher, recorded_at) values (:publicUrl!, :publisher!, :now!)
 *   on conflict (singleton) do update set public_url = excluded.public_url, publisher = excluded.publisher, recorded_at = excluded.recorded_at
 * )
 * select public_url as "publicUrl!", publisher as "publisher!" from before
 * ```
 */
export const recordPublicSettings = new PreparedQuery<IRecordPublicSettingsParams,IRecordPublicSettingsResult>(recordPublicSettingsIR);

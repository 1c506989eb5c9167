/** Types generated for queries found in "sql/queries/platform.sql" */
import { PreparedQuery } from './prepared-query.js';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export type stringArray = (string)[];

/** 'Beat' parameters type */
export interface IBeatParams {
  ids: stringArray;
}

/** 'Beat' return type */
export type IBeatResult = void;

/** 'Beat' query type */
export interface IBeatQuery {
  params: IBeatParams;
  result: IBeatResult;
}

const beatIR: any = {"usedParamSet":{"ids":true},"params":[{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":47,"b":51}]}],"statement":"insert into worker (id, seen_at) select unnest(:ids!::text[]), now()\non conflict (id) do update set seen_at = excluded.seen_at"};

/**
 * Query generated from SQL:
 * ```
 * insert into worker (id, seen_at) select unnest(:ids!::text[]), now()
 * on conflict (id) do update set seen_at = excluded.seen_at
 * ```
 */
export const beat = new PreparedQuery<IBeatParams,IBeatResult>(beatIR);


/** 'Leave' parameters type */
export interface ILeaveParams {
  ids: stringArray;
}

/** 'Leave' return type */
export type ILeaveResult = void;

/** 'Leave' query type */
export interface ILeaveQuery {
  params: ILeaveParams;
  result: ILeaveResult;
}

const leaveIR: any = {"usedParamSet":{"ids":true},"params":[{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":35,"b":39}]}],"statement":"delete from worker where id = any (:ids!)"};

/**
 * Query generated from SQL:
 * ```
 * delete from worker where id = any (:ids!)
 * ```
 */
export const leave = new PreparedQuery<ILeaveParams,ILeaveResult>(leaveIR);


/** 'FindSilentWorkers' parameters type */
export interface IFindSilentWorkersParams {
  patienceSeconds: number;
}

/** 'FindSilentWorkers' return type */
export interface IFindSilentWorkersResult {
  id: string;
}

/** 'FindSilentWorkers' query type */
export interface IFindSilentWorkersQuery {
  params: IFindSilentWorkersParams;
  result: IFindSilentWorkersResult;
}

const findSilentWorkersIR: any = {"usedParamSet":{"patienceSeconds":true},"params":[{"name":"patienceSeconds","required":true,"transform":{"type":"scalar"},"locs":[{"a":264,"b":280},{"a":397,"b":413}]}],"statement":"select distinct locked_by as \"id!\" from (\n  select locked_by, locked_at from graphile_worker.jobs\n  union all\n  select locked_by, locked_at from graphile_worker._private_job_queues\n) held\nwhere locked_by is not null\n  and locked_at < now() - make_interval(secs => :patienceSeconds!)\n  and not exists (\n    select from worker where worker.id = locked_by and seen_at > now() - make_interval(secs => :patienceSeconds!)\n  )"};

/**
 * Query generated from SQL:
 * ```
 * select distinct locked_by as "id!" from (
 *   select locked_by, locked_at from graphile_worker.jobs
 *   union all
 *   select locked_by, locked_at from graphile_worker._private_job_queues
 * ) held
 * where locked_by is not null
 *   and locked_at < now() - make_interval(secs => :patienceSeconds!)
 *   and not exists (
 *     select from worker where worker.id = locked_by and seen_at > now() - make_interval(secs => :patienceSeconds!)
 *   )
 * ```
 */
export const findSilentWorkers = new PreparedQuery<IFindSilentWorkersParams,IFindSilentWorkersResult>(findSilentWorkersIR);


/** 'ForgetSilentWorkers' parameters type */
export interface IForgetSilentWorkersParams {
  patienceSeconds: number;
}

/** 'ForgetSilentWorkers' return type */
export type IForgetSilentWorkersResult = void;

/** 'ForgetSilentWorkers' query type */
export interface IForgetSilentWorkersQuery {
  params: IForgetSilentWorkersParams;
  result: IForgetSilentWorkersResult;
}

const forgetSilentWorkersIR: any = {"usedParamSet":{"patienceSeconds":true},"params":[{"name":"patienceSeconds","required":true,"transform":{"type":"scalar"},"locs":[{"a":66,"b":82}]}],"statement":"delete from worker where seen_at <= now() - make_interval(secs => :patienceSeconds!)"};

/**
 * Query generated from SQL:
 * ```
 * delete from worker where seen_at <= now() - make_interval(secs => :patienceSeconds!)
 * ```
 */
export const forgetSilentWorkers = new PreparedQuery<IForgetSilentWorkersParams,IForgetSilentWorkersResult>(forgetSilentWorkersIR);


/** 'CountLiveWorkers' parameters type */
export interface ICountLiveWorkersParams {
  patienceSeconds: number;
}

/** 'CountLiveWorkers' return type */
export interface ICountLiveWorkersResult {
  count: number;
}

/** 'CountLiveWorkers' query type */
export interface ICountLiveWorkersQuery {
  params: ICountLiveWorkersParams;
  result: ICountLiveWorkersResult;
}

const countLiveWorkersIR: any = {"usedParamSet":{"patienceSeconds":true},"params":[{"name":"patienceSeconds","required":true,"transform":{"type":"scalar"},"locs":[{"a":91,"b":107}]}],"statement":"select count(*)::int as \"count!\" from worker where seen_at > now() - make_interval(secs => :patienceSeconds!)"};

/**
 * Query generated from SQL:
 * ```
 * select count(*)::int as "count!" from worker where seen_at > now() - make_interval(secs => :patienceSeconds!)
 * ```
 */
export const countLiveWorkers = new PreparedQuery<ICountLiveWorkersParams,ICountLiveWorkersResult>(countLiveWorkersIR);


/** 'NoteRelayTrouble' parameters type */
export interface INoteRelayTroubleParams {
  fault: string;
  relay: string;
}

/** 'NoteRelayTrouble' return type */
export type INoteRelayTroubleResult = void;

/** 'NoteRelayTrouble' query type */
export interface INoteRelayTroubleQuery {
  params: INoteRelayTroubleParams;
  result: INoteRelayTroubleResult;
}

const noteRelayTroubleIR: any = {"usedParamSet":{"relay":true,"fault":true},"params":[{"name":"relay","required":true,"transform":{"type":"scalar"},"locs":[{"a":65,"b":71}]},{"name":"fault","required":true,"transform":{"type":"scalar"},"locs":[{"a":74,"b":80}]}],"statement":"insert into relay_trouble (relay, fault, since, seen_at) values (:relay!, :fault!, now(), now())\non conflict (relay) do update\nset seen_at = excluded.seen_at, fault = excluded.fault,\n    since = case relay_trouble.fault when excluded.fault then relay_trouble.since else excluded.since end"};

/**
 * Query generated from SQL:
 * ```
 * insert into relay_trouble (relay, fault, since, seen_at) values (:relay!, :fault!, now(), now())
 * on conflict (relay) do update
 * set seen_at = excluded.seen_at, fault = excluded.fault,
 *     since = case relay_trouble.fault when excluded.fault then relay_trouble.since else excluded.since end
 * ```
 */
export const noteRelayTrouble = new PreparedQuery<INoteRelayTroubleParams,INoteRelayTroubleResult>(noteRelayTroubleIR);


/** 'ClearRelayTrouble' parameters type */
export interface IClearRelayTroubleParams {
  relay: string;
}

/** 'ClearRelayTrouble' return type */
export type IClearRelayTroubleResult = void;

/** 'ClearRelayTrouble' query type */
export interface IClearRelayTroubleQuery {
  params: IClearRelayTroubleParams;
  result: IClearRelayTroubleResult;
}

const clearRelayTroubleIR: any = {"usedParamSet":{"relay":true},"params":[{"name":"relay","required":true,"transform":{"type":"scalar"},"locs":[{"a":40,"b":46}]}],"statement":"delete from relay_trouble where relay = :relay!"};

/**
 * Query generated from SQL:
 * ```
 * delete from relay_trouble where relay = :relay!
 * ```
 */
export const clearRelayTrouble = new PreparedQuery<IClearRelayTroubleParams,IClearRelayTroubleResult>(clearRelayTroubleIR);


/** 'ListRelayTroubles' parameters type */
export interface IListRelayTroublesParams {
  patienceSeconds: number;
}

/** 'ListRelayTroubles' return type */
export interface IListRelayTroublesResult {
  /** A key of RELAY_FAULTS. */
  fault: string;
  /** Host and port. */
  relay: string;
  since: Date;
}

/** 'ListRelayTroubles' query type */
export interface IListRelayTroublesQuery {
  params: IListRelayTroublesParams;
  result: IListRelayTroublesResult;
}

const listRelayTroublesIR: any = {"usedParamSet":{"patienceSeconds":true},"params":[{"name":"patienceSeconds","required":true,"transform":{"type":"scalar"},"locs":[{"a":92,"b":108}]}],"statement":"select relay, fault, since from relay_trouble\nwhere seen_at > now() - make_interval(secs => :patienceSeconds!)\norder by relay"};

/**
 * Query generated from SQL:
 * ```
 * select relay, fault, since from relay_trouble
 * where seen_at > now() - make_interval(secs => :patienceSeconds!)
 * order by relay
 * ```
 */
export const listRelayTroubles = new PreparedQuery<IListRelayTroublesParams,IListRelayTroublesResult>(listRelayTroublesIR);


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

const recordPublicSettingsIR: any = {"usedParamSet":{"publicUrl":true,"publisher":true,"now":true},"params":[{"name":"publicUrl","required":true,"transform":{"type":"scalar"},"locs":[{"a":157,"b":167}]},{"name":"publisher","required":true,"transform":{"type":"scalar"},"locs":[{"a":170,"b":180}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":183,"b":187}]}],"statement":"with before as (select public_url, publisher from public_settings),\nrecorded as (\n  insert into public_settings (public_url, publisher, recorded_at) values (:publicUrl!, :publisher!, :now!)\n  on conflict (one) do update set public_url = excluded.public_url, publisher = excluded.publisher, recorded_at = excluded.recorded_at\n)\nselect public_url as \"publicUrl!\", publisher as \"publisher!\" from before"};

/**
 * Query generated from SQL:
 * ```
 * with before as (select public_url, publisher from public_settings),
 * recorded as (
 *   insert into public_settings (public_url, publisher, recorded_at) values (:publicUrl!, :publisher!, :now!)
 *   on conflict (one) do update set public_url = excluded.public_url, publisher = excluded.publisher, recorded_at = excluded.recorded_at
 * )
 * select public_url as "publicUrl!", publisher as "publisher!" from before
 * ```
 */
export const recordPublicSettings = new PreparedQuery<IRecordPublicSettingsParams,IRecordPublicSettingsResult>(recordPublicSettingsIR);

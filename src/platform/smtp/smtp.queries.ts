/** Types generated for queries found in "sql/queries/platform/smtp.sql" */
import { PreparedQuery } from '../database/prepared-query.js';

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

/** Types generated for queries found in "sql/queries/privacy/journal.sql" */
import { PreparedQuery } from '../../platform/database/prepared-query.js';

export type delivery_state = 'cancelled' | 'paused' | 'sending' | 'sent' | 'waiting';

export type journal_kind = 'begun' | 'ended' | 'erased' | 'settled';

export type numberArray = (number)[];

export type stringArray = (string)[];

/** 'TakeOutbox' parameters type */
export interface ITakeOutboxParams {
  limit: number;
  written: stringArray;
}

/** 'TakeOutbox' return type */
export interface ITakeOutboxResult {
  endedAs: delivery_state | null;
  failed: string | null;
  id: string;
  /** Subscriber ids: those that were erased, or the recipients of a batch. */
  ids: stringArray | null;
  issueNumber: number | null;
  kind: journal_kind;
  language: string | null;
  mail: string | null;
  round: number | null;
  sent: string | null;
  skipped: string | null;
}

/** 'TakeOutbox' query type */
export interface ITakeOutboxQuery {
  params: ITakeOutboxParams;
  result: ITakeOutboxResult;
}

const takeOutboxIR: any = {"usedParamSet":{"written":true,"limit":true},"params":[{"name":"written","required":true,"transform":{"type":"scalar"},"locs":[{"a":65,"b":73},{"a":369,"b":377}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":409,"b":415}]}],"statement":"with removed as (\n  delete from journal_outbox\n  where id = any (:written!::bigint[]) and (select set_config('synchronous_commit', 'off', true)) is not null\n)\nselect id, kind, ids, issue_number, language, round, encode(mail_hash, 'hex') as mail,\n       sent::text as sent, failed::text as failed, skipped::text as skipped, ended_as\nfrom journal_outbox\nwhere id <> all (:written!::bigint[])\norder by id limit (:limit!)::int"};

/**
 * Query generated from SQL:
 * ```
 * with removed as (
 *   delete from journal_outbox
 *   where id = any (:written!::bigint[]) and (select set_config('synchronous_commit', 'off', true)) is not null
 * )
 * select id, kind, ids, issue_number, language, round, encode(mail_hash, 'hex') as mail,
 *        sent::text as sent, failed::text as failed, skipped::text as skipped, ended_as
 * from journal_outbox
 * where id <> all (:written!::bigint[])
 * order by id limit (:limit!)::int
 * ```
 */
export const takeOutbox = new PreparedQuery<ITakeOutboxParams,ITakeOutboxResult>(takeOutboxIR);


/** 'ListKnownJournals' parameters type */
export type IListKnownJournalsParams = void;

/** 'ListKnownJournals' return type */
export interface IListKnownJournalsResult {
  heldOn: string;
  id: string;
  reached: number;
}

/** 'ListKnownJournals' query type */
export interface IListKnownJournalsQuery {
  params: IListKnownJournalsParams;
  result: IListKnownJournalsResult;
}

const listKnownJournalsIR: any = {"usedParamSet":{},"params":[],"statement":"select id, to_char(held_on, 'YYYY-MM-DD') as \"heldOn!\", reached::float8 as \"reached!\" from known_journal"};

/**
 * Query generated from SQL:
 * ```
 * select id, to_char(held_on, 'YYYY-MM-DD') as "heldOn!", reached::float8 as "reached!" from known_journal
 * ```
 */
export const listKnownJournals = new PreparedQuery<IListKnownJournalsParams,IListKnownJournalsResult>(listKnownJournalsIR);


/** 'KnowJournal' parameters type */
export interface IKnowJournalParams {
  day: string;
  id: string;
  now: Date;
}

/** 'KnowJournal' return type */
export type IKnowJournalResult = void;

/** 'KnowJournal' query type */
export interface IKnowJournalQuery {
  params: IKnowJournalParams;
  result: IKnowJournalResult;
}

const knowJournalIR: any = {"usedParamSet":{"id":true,"now":true,"day":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":61,"b":64}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":67,"b":71}]},{"name":"day","required":true,"transform":{"type":"scalar"},"locs":[{"a":74,"b":78}]}],"statement":"insert into known_journal (id, known_since, held_on) values (:id!, :now!, :day!::text::date)\non conflict do nothing"};

/**
 * Query generated from SQL:
 * ```
 * insert into known_journal (id, known_since, held_on) values (:id!, :now!, :day!::text::date)
 * on conflict do nothing
 * ```
 */
export const knowJournal = new PreparedQuery<IKnowJournalParams,IKnowJournalResult>(knowJournalIR);


/** 'NoteHeld' parameters type */
export interface INoteHeldParams {
  day: string;
  ids: stringArray;
  reaches: numberArray;
}

/** 'NoteHeld' return type */
export type INoteHeldResult = void;

/** 'NoteHeld' query type */
export interface INoteHeldQuery {
  params: INoteHeldParams;
  result: INoteHeldResult;
}

const noteHeldIR: any = {"usedParamSet":{"day":true,"ids":true,"reaches":true},"params":[{"name":"day","required":true,"transform":{"type":"scalar"},"locs":[{"a":53,"b":57}]},{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":126,"b":130}]},{"name":"reaches","required":true,"transform":{"type":"scalar"},"locs":[{"a":141,"b":149}]}],"statement":"update known_journal set held_on = greatest(held_on, :day!::text::date), reached = greatest(reached, found.reach)\nfrom unnest(:ids!::uuid[], :reaches!::float8[]) as found (journal, reach)\nwhere id = found.journal"};

/**
 * Query generated from SQL:
 * ```
 * update known_journal set held_on = greatest(held_on, :day!::text::date), reached = greatest(reached, found.reach)
 * from unnest(:ids!::uuid[], :reaches!::float8[]) as found (journal, reach)
 * where id = found.journal
 * ```
 */
export const noteHeld = new PreparedQuery<INoteHeldParams,INoteHeldResult>(noteHeldIR);


/** 'ForgetJournals' parameters type */
export type IForgetJournalsParams = void;

/** 'ForgetJournals' return type */
export type IForgetJournalsResult = void;

/** 'ForgetJournals' query type */
export interface IForgetJournalsQuery {
  params: IForgetJournalsParams;
  result: IForgetJournalsResult;
}

const forgetJournalsIR: any = {"usedParamSet":{},"params":[],"statement":"delete from known_journal"};

/**
 * Query generated from SQL:
 * ```
 * delete from known_journal
 * ```
 */
export const forgetJournals = new PreparedQuery<IForgetJournalsParams,IForgetJournalsResult>(forgetJournalsIR);


/** 'HoldReplay' parameters type */
export type IHoldReplayParams = void;

/** 'HoldReplay' return type */
export interface IHoldReplayResult {
  held: string | null;
}

/** 'HoldReplay' query type */
export interface IHoldReplayQuery {
  params: IHoldReplayParams;
  result: IHoldReplayResult;
}

const holdReplayIR: any = {"usedParamSet":{},"params":[],"statement":"select pg_advisory_lock(hashtext('integrationsbrief journal'))::text as held"};

/**
 * Query generated from SQL:
 * ```
 * select pg_advisory_lock(hashtext('integrationsbrief journal'))::text as held
 * ```
 */
export const holdReplay = new PreparedQuery<IHoldReplayParams,IHoldReplayResult>(holdReplayIR);


/** 'ReleaseReplay' parameters type */
export type IReleaseReplayParams = void;

/** 'ReleaseReplay' return type */
export interface IReleaseReplayResult {
  released: boolean | null;
}

/** 'ReleaseReplay' query type */
export interface IReleaseReplayQuery {
  params: IReleaseReplayParams;
  result: IReleaseReplayResult;
}

const releaseReplayIR: any = {"usedParamSet":{},"params":[],"statement":"select pg_advisory_unlock(hashtext('integrationsbrief journal')) as released"};

/**
 * Query generated from SQL:
 * ```
 * select pg_advisory_unlock(hashtext('integrationsbrief journal')) as released
 * ```
 */
export const releaseReplay = new PreparedQuery<IReleaseReplayParams,IReleaseReplayResult>(releaseReplayIR);


/** 'FindIdentity' parameters type */
export type IFindIdentityParams = void;

/** 'FindIdentity' return type */
export interface IFindIdentityResult {
  database: string;
  server: string | null;
}

/** 'FindIdentity' query type */
export interface IFindIdentityQuery {
  params: IFindIdentityParams;
  result: IFindIdentityResult;
}

const findIdentityIR: any = {"usedParamSet":{},"params":[],"statement":"select (select system_identifier::text from pg_control_system()) as server, current_database()::text as \"database!\""};

/**
 * Query generated from SQL:
 * ```
 * select (select system_identifier::text from pg_control_system()) as server, current_database()::text as "database!"
 * ```
 */
export const findIdentity = new PreparedQuery<IFindIdentityParams,IFindIdentityResult>(findIdentityIR);

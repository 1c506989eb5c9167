/** Types generated for queries found in "sql/queries/delivery.sql" */
import { PreparedQuery } from '../platform/database/prepared-query.js';

export type delivery_state = 'cancelled' | 'paused' | 'sending' | 'sent' | 'waiting';

export type pause_reason = 'bounce-rate' | 'key-missing' | 'login-refused' | 'manual' | 'not-approved' | 'policy' | 'restored' | 'sender-refused' | 'too-large';

export type refusal_kind = 'full' | 'hard' | 'policy' | 'soft' | 'unknown';

export type start_hindrance = 'barriers' | 'changed' | 'not-approved' | 'picture';

export type start_state = 'hindered' | 'missed' | 'waiting';

export type numberArray = (number)[];

export type stringArray = (string)[];

/** 'StartDelivery' parameters type */
export interface IStartDeliveryParams {
  now: Date;
  number: number;
  planned: number;
  round: number;
}

/** 'StartDelivery' return type */
export interface IStartDeliveryResult {
  id: number;
}

/** 'StartDelivery' query type */
export interface IStartDeliveryQuery {
  params: IStartDeliveryParams;
  result: IStartDeliveryResult;
}

const startDeliveryIR: any = {"usedParamSet":{"number":true,"round":true,"planned":true,"now":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":79,"b":86}]},{"name":"round","required":true,"transform":{"type":"scalar"},"locs":[{"a":89,"b":95}]},{"name":"planned","required":true,"transform":{"type":"scalar"},"locs":[{"a":109,"b":117}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":120,"b":124}]}],"statement":"insert into delivery (issue_number, round, state, planned, started_at)\nvalues (:number!, :round!, 'sending', :planned!, :now!)\non conflict (issue_number, language, round) do update\nset state = excluded.state, planned = excluded.planned, started_at = excluded.started_at, mail_hash = excluded.mail_hash\nwhere delivery.state = 'waiting'\nreturning id"};

/**
 * Query generated from SQL:
 * ```
 * insert into delivery (issue_number, round, state, planned, started_at)
 * values (:number!, :round!, 'sending', :planned!, :now!)
 * on conflict (issue_number, language, round) do update
 * set state = excluded.state, planned = excluded.planned, started_at = excluded.started_at, mail_hash = excluded.mail_hash
 * where delivery.state = 'waiting'
 * returning id
 * ```
 */
export const startDelivery = new PreparedQuery<IStartDeliveryParams,IStartDeliveryResult>(startDeliveryIR);


/** 'LiftTimeout' parameters type */
export type ILiftTimeoutParams = void;

/** 'LiftTimeout' return type */
export interface ILiftTimeoutResult {
  timeout: string | null;
}

/** 'LiftTimeout' query type */
export interface ILiftTimeoutQuery {
  params: ILiftTimeoutParams;
  result: ILiftTimeoutResult;
}

const liftTimeoutIR: any = {"usedParamSet":{},"params":[],"statement":"select set_config('statement_timeout', '0', true) as timeout"};

/**
 * Query generated from SQL:
 * ```
 * select set_config('statement_timeout', '0', true) as timeout
 * ```
 */
export const liftTimeout = new PreparedQuery<ILiftTimeoutParams,ILiftTimeoutResult>(liftTimeoutIR);


/** 'CutBatches' parameters type */
export interface ICutBatchesParams {
  batchSize: number;
  delivery: number;
}

/** 'CutBatches' return type */
export type ICutBatchesResult = void;

/** 'CutBatches' query type */
export interface ICutBatchesQuery {
  params: ICutBatchesParams;
  result: ICutBatchesResult;
}

const cutBatchesIR: any = {"usedParamSet":{"batchSize":true,"delivery":true},"params":[{"name":"batchSize","required":true,"transform":{"type":"scalar"},"locs":[{"a":73,"b":83}]},{"name":"delivery","required":true,"transform":{"type":"scalar"},"locs":[{"a":239,"b":248}]}],"statement":"with numbered as (\n  select id, ((row_number() over (order by id) - 1) / :batchSize!::int)::int as ordinal\n  from subscriber where state = 'active'\n)\ninsert into batch (delivery_id, ordinal, size, recipients, sent, failed, skipped)\nselect :delivery!, ordinal, count(*), array_agg(id order by id),\n       no_bits(count(*)::int), no_bits(count(*)::int), no_bits(count(*)::int)\nfrom numbered group by ordinal"};

/**
 * Query generated from SQL:
 * ```
 * with numbered as (
 *   select id, ((row_number() over (order by id) - 1) / :batchSize!::int)::int as ordinal
 *   from subscriber where state = 'active'
 * )
 * insert into batch (delivery_id, ordinal, size, recipients, sent, failed, skipped)
 * select :delivery!, ordinal, count(*), array_agg(id order by id),
 *        no_bits(count(*)::int), no_bits(count(*)::int), no_bits(count(*)::int)
 * from numbered group by ordinal
 * ```
 */
export const cutBatches = new PreparedQuery<ICutBatchesParams,ICutBatchesResult>(cutBatchesIR);


/** 'SetPlanned' parameters type */
export interface ISetPlannedParams {
  delivery: number;
}

/** 'SetPlanned' return type */
export interface ISetPlannedResult {
  planned: number;
}

/** 'SetPlanned' query type */
export interface ISetPlannedQuery {
  params: ISetPlannedParams;
  result: ISetPlannedResult;
}

const setPlannedIR: any = {"usedParamSet":{"delivery":true},"params":[{"name":"delivery","required":true,"transform":{"type":"scalar"},"locs":[{"a":92,"b":101},{"a":115,"b":124}]}],"statement":"update delivery\nset planned = (select coalesce(sum(size), 0) from batch where delivery_id = :delivery!)\nwhere id = :delivery!\nreturning planned"};

/**
 * Query generated from SQL:
 * ```
 * update delivery
 * set planned = (select coalesce(sum(size), 0) from batch where delivery_id = :delivery!)
 * where id = :delivery!
 * returning planned
 * ```
 */
export const setPlanned = new PreparedQuery<ISetPlannedParams,ISetPlannedResult>(setPlannedIR);


/** 'FindLatest' parameters type */
export interface IFindLatestParams {
  number: number;
}

/** 'FindLatest' return type */
export interface IFindLatestResult {
  id: number;
}

/** 'FindLatest' query type */
export interface IFindLatestQuery {
  params: IFindLatestParams;
  result: IFindLatestResult;
}

const findLatestIR: any = {"usedParamSet":{"number":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":45,"b":52}]}],"statement":"select id from delivery where issue_number = :number! order by round desc limit 1"};

/**
 * Query generated from SQL:
 * ```
 * select id from delivery where issue_number = :number! order by round desc limit 1
 * ```
 */
export const findLatest = new PreparedQuery<IFindLatestParams,IFindLatestResult>(findLatestIR);


/** 'LockLatest' parameters type */
export interface ILockLatestParams {
  number: number;
}

/** 'LockLatest' return type */
export interface ILockLatestResult {
  finished: boolean;
  id: number;
  issueNumber: number;
  /** 1: to all subscribers. Each further round: to those whose mail failed in the one before. */
  round: number;
  /** waiting: a failover has lost the plan; the row keeps what may be repeated until it is planned again. */
  state: delivery_state;
}

/** 'LockLatest' query type */
export interface ILockLatestQuery {
  params: ILockLatestParams;
  result: ILockLatestResult;
}

const lockLatestIR: any = {"usedParamSet":{"number":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":113,"b":120}]}],"statement":"select id, issue_number, round, state, finished_at is not null as \"finished!\" from delivery\nwhere issue_number = :number!\norder by round desc limit 1 for no key update"};

/**
 * Query generated from SQL:
 * ```
 * select id, issue_number, round, state, finished_at is not null as "finished!" from delivery
 * where issue_number = :number!
 * order by round desc limit 1 for no key update
 * ```
 */
export const lockLatest = new PreparedQuery<ILockLatestParams,ILockLatestResult>(lockLatestIR);


/** 'LockBatch' parameters type */
export interface ILockBatchParams {
  delivery: number;
  ordinal: number;
}

/** 'LockBatch' return type */
export interface ILockBatchResult {
  /** The share of dead mailboxes that an operator has accepted by resuming. Likewise accepted_refused. */
  acceptedHard: number;
  acceptedRefused: number;
  /** How often its recipients were deferred. */
  attempt: number;
  /** With how many connections a mailer has it open; 0 once it was released properly. */
  connectionsInUse: number;
  failed: string;
  /** Drawn at random by each mailer that opens the batch. A write with another fence changes nothing. */
  fence: number;
  /** Of guard_settled, how many do not exist. */
  guardHard: number;
  /** Of guard_settled, how many refused for a fault of ours: policy, sender or size. */
  guardRefused: number;
  /** Mailboxes that took or refused the mail since the start or the last resume, without those whose refusal was known. Added up batch by batch; counts that a crash loses are not made up for. */
  guardSettled: number;
  /** The job that has it open. As long as that job is locked, no other job opens the batch. */
  heldByJob: string | null;
  issueNumber: number;
  language: string;
  open: number;
  /** Subscriber ids; gone with the batch when the delivery is finished. */
  recipients: stringArray;
  /** As guard_hard, of mails that had been taken and came back later. Likewise returned_refused. */
  returnedHard: number;
  returnedRefused: number;
  /** 1: to all subscribers. Each further round: to those whose mail failed in the one before. */
  round: number;
  sent: string;
  server: string;
  skipped: string;
  /** waiting: a failover has lost the plan; the row keeps what may be repeated until it is planned again. */
  state: delivery_state;
}

/** 'LockBatch' query type */
export interface ILockBatchQuery {
  params: ILockBatchParams;
  result: ILockBatchResult;
}

const lockBatchIR: any = {"usedParamSet":{"delivery":true,"ordinal":true},"params":[{"name":"delivery","required":true,"transform":{"type":"scalar"},"locs":[{"a":472,"b":481}]},{"name":"ordinal","required":true,"transform":{"type":"scalar"},"locs":[{"a":497,"b":505}]}],"statement":"select fence, recipients, attempt, connections_in_use, held_by_job,\n       d.state, d.issue_number, d.language, d.round, pg_postmaster_start_time()::text as \"server!\",\n       guard_settled, guard_hard, guard_refused, returned_hard, returned_refused, accepted_hard, accepted_refused,\n       b.sent::text as \"sent!\", b.failed::text as \"failed!\", b.skipped::text as \"skipped!\", size - settled as \"open!\"\nfrom batch b join delivery d on d.id = delivery_id\nwhere delivery_id = :delivery! and ordinal = :ordinal!\nfor update of b"};

/**
 * Query generated from SQL:
 * ```
 * select fence, recipients, attempt, connections_in_use, held_by_job,
 *        d.state, d.issue_number, d.language, d.round, pg_postmaster_start_time()::text as "server!",
 *        guard_settled, guard_hard, guard_refused, returned_hard, returned_refused, accepted_hard, accepted_refused,
 *        b.sent::text as "sent!", b.failed::text as "failed!", b.skipped::text as "skipped!", size - settled as "open!"
 * from batch b join delivery d on d.id = delivery_id
 * where delivery_id = :delivery! and ordinal = :ordinal!
 * for update of b
 * ```
 */
export const lockBatch = new PreparedQuery<ILockBatchParams,ILockBatchResult>(lockBatchIR);


/** 'FindRunning' parameters type */
export interface IFindRunningParams {
  job: string;
}

/** 'FindRunning' return type */
export interface IFindRunningResult {
  id: string | null;
}

/** 'FindRunning' query type */
export interface IFindRunningQuery {
  params: IFindRunningParams;
  result: IFindRunningResult;
}

const findRunningIR: any = {"usedParamSet":{"job":true},"params":[{"name":"job","required":true,"transform":{"type":"scalar"},"locs":[{"a":47,"b":51}]}],"statement":"select id from graphile_worker.jobs where id = :job! and locked_at is not null"};

/**
 * Query generated from SQL:
 * ```
 * select id from graphile_worker.jobs where id = :job! and locked_at is not null
 * ```
 */
export const findRunning = new PreparedQuery<IFindRunningParams,IFindRunningResult>(findRunningIR);


/** 'TakeBatch' parameters type */
export interface ITakeBatchParams {
  connections: number;
  delivery: number;
  fence: number;
  job: string;
  ordinal: number;
}

/** 'TakeBatch' return type */
export type ITakeBatchResult = void;

/** 'TakeBatch' query type */
export interface ITakeBatchQuery {
  params: ITakeBatchParams;
  result: ITakeBatchResult;
}

const takeBatchIR: any = {"usedParamSet":{"fence":true,"connections":true,"job":true,"delivery":true,"ordinal":true},"params":[{"name":"fence","required":true,"transform":{"type":"scalar"},"locs":[{"a":25,"b":31}]},{"name":"connections","required":true,"transform":{"type":"scalar"},"locs":[{"a":55,"b":67}]},{"name":"job","required":true,"transform":{"type":"scalar"},"locs":[{"a":84,"b":88}]},{"name":"delivery","required":true,"transform":{"type":"scalar"},"locs":[{"a":156,"b":165}]},{"name":"ordinal","required":true,"transform":{"type":"scalar"},"locs":[{"a":181,"b":189}]}],"statement":"update batch\nset fence = :fence!, connections_in_use = :connections!, held_by_job = :job!, settled_at_opening = sent | failed | skipped\nwhere delivery_id = :delivery! and ordinal = :ordinal!"};

/**
 * Query generated from SQL:
 * ```
 * update batch
 * set fence = :fence!, connections_in_use = :connections!, held_by_job = :job!, settled_at_opening = sent | failed | skipped
 * where delivery_id = :delivery! and ordinal = :ordinal!
 * ```
 */
export const takeBatch = new PreparedQuery<ITakeBatchParams,ITakeBatchResult>(takeBatchIR);


/** 'NoteRepeats' parameters type */
export interface INoteRepeatsParams {
  count: number;
  delivery: number;
}

/** 'NoteRepeats' return type */
export type INoteRepeatsResult = void;

/** 'NoteRepeats' query type */
export interface INoteRepeatsQuery {
  params: INoteRepeatsParams;
  result: INoteRepeatsResult;
}

const noteRepeatsIR: any = {"usedParamSet":{"count":true,"delivery":true},"params":[{"name":"count","required":true,"transform":{"type":"scalar"},"locs":[{"a":60,"b":66}]},{"name":"delivery","required":true,"transform":{"type":"scalar"},"locs":[{"a":79,"b":88}]}],"statement":"update delivery set may_have_repeated = may_have_repeated + :count! where id = :delivery!"};

/**
 * Query generated from SQL:
 * ```
 * update delivery set may_have_repeated = may_have_repeated + :count! where id = :delivery!
 * ```
 */
export const noteRepeats = new PreparedQuery<INoteRepeatsParams,INoteRepeatsResult>(noteRepeatsIR);


/** 'NoteRepeatsOfLostPlan' parameters type */
export interface INoteRepeatsOfLostPlanParams {
  count: number;
  number: number;
}

/** 'NoteRepeatsOfLostPlan' return type */
export type INoteRepeatsOfLostPlanResult = void;

/** 'NoteRepeatsOfLostPlan' query type */
export interface INoteRepeatsOfLostPlanQuery {
  params: INoteRepeatsOfLostPlanParams;
  result: INoteRepeatsOfLostPlanResult;
}

const noteRepeatsOfLostPlanIR: any = {"usedParamSet":{"number":true,"count":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":76,"b":83},{"a":165,"b":172}]},{"name":"count","required":true,"transform":{"type":"scalar"},"locs":[{"a":122,"b":128}]}],"statement":"insert into delivery (issue_number, round, state, may_have_repeated)\nselect :number!, coalesce(max(round), 1), 'waiting', :count! from delivery where issue_number = :number!\non conflict (issue_number, language, round) do update\nset may_have_repeated = delivery.may_have_repeated + excluded.may_have_repeated"};

/**
 * Query generated from SQL:
 * ```
 * insert into delivery (issue_number, round, state, may_have_repeated)
 * select :number!, coalesce(max(round), 1), 'waiting', :count! from delivery where issue_number = :number!
 * on conflict (issue_number, language, round) do update
 * set may_have_repeated = delivery.may_have_repeated + excluded.may_have_repeated
 * ```
 */
export const noteRepeatsOfLostPlan = new PreparedQuery<INoteRepeatsOfLostPlanParams,INoteRepeatsOfLostPlanResult>(noteRepeatsOfLostPlanIR);


/** 'RecordOutcomes' parameters type */
export interface IRecordOutcomesParams {
  delivery: number;
  failed: string;
  fence: number;
  ordinal: number;
  sent: string;
  skipped: string;
}

/** 'RecordOutcomes' return type */
export interface IRecordOutcomesResult {
  /** waiting: a failover has lost the plan; the row keeps what may be repeated until it is planned again. */
  state: delivery_state;
}

/** 'RecordOutcomes' query type */
export interface IRecordOutcomesQuery {
  params: IRecordOutcomesParams;
  result: IRecordOutcomesResult;
}

const recordOutcomesIR: any = {"usedParamSet":{"sent":true,"failed":true,"skipped":true,"delivery":true,"ordinal":true,"fence":true},"params":[{"name":"sent","required":true,"transform":{"type":"scalar"},"locs":[{"a":26,"b":31}]},{"name":"failed","required":true,"transform":{"type":"scalar"},"locs":[{"a":57,"b":64}]},{"name":"skipped","required":true,"transform":{"type":"scalar"},"locs":[{"a":91,"b":99}]},{"name":"delivery","required":true,"transform":{"type":"scalar"},"locs":[{"a":151,"b":160}]},{"name":"ordinal","required":true,"transform":{"type":"scalar"},"locs":[{"a":176,"b":184}]},{"name":"fence","required":true,"transform":{"type":"scalar"},"locs":[{"a":198,"b":204}]}],"statement":"update batch b\nset sent = :sent!::text::varbit, failed = :failed!::text::varbit, skipped = :skipped!::text::varbit\nfrom delivery d\nwhere delivery_id = :delivery! and ordinal = :ordinal! and fence = :fence! and d.id = delivery_id\nreturning d.state"};

/**
 * Query generated from SQL:
 * ```
 * update batch b
 * set sent = :sent!::text::varbit, failed = :failed!::text::varbit, skipped = :skipped!::text::varbit
 * from delivery d
 * where delivery_id = :delivery! and ordinal = :ordinal! and fence = :fence! and d.id = delivery_id
 * returning d.state
 * ```
 */
export const recordOutcomes = new PreparedQuery<IRecordOutcomesParams,IRecordOutcomesResult>(recordOutcomesIR);


/** 'RecordFailures' parameters type */
export interface IRecordFailuresParams {
  delivery: number;
  ids: stringArray;
  kinds: stringArray;
  now: Date;
  statuses: stringArray;
}

/** 'RecordFailures' return type */
export type IRecordFailuresResult = void;

/** 'RecordFailures' query type */
export interface IRecordFailuresQuery {
  params: IRecordFailuresParams;
  result: IRecordFailuresResult;
}

const recordFailuresIR: any = {"usedParamSet":{"delivery":true,"now":true,"ids":true,"statuses":true,"kinds":true},"params":[{"name":"delivery","required":true,"transform":{"type":"scalar"},"locs":[{"a":100,"b":109}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":128,"b":132}]},{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":210,"b":214}]},{"name":"statuses","required":true,"transform":{"type":"scalar"},"locs":[{"a":225,"b":234}]},{"name":"kinds","required":true,"transform":{"type":"scalar"},"locs":[{"a":245,"b":251}]}],"statement":"insert into delivery_failure (delivery_id, subscriber_id, status, failed_at, kind, to_count)\nselect :delivery!, f.id, f.status, :now!, nullif(f.kind, '')::refusal_kind, f.kind not in ('', 'policy')\nfrom unnest(:ids!::uuid[], :statuses!::text[], :kinds!::text[]) as f (id, status, kind)\njoin subscriber s on s.id = f.id\non conflict do nothing"};

/**
 * Query generated from SQL:
 * ```
 * insert into delivery_failure (delivery_id, subscriber_id, status, failed_at, kind, to_count)
 * select :delivery!, f.id, f.status, :now!, nullif(f.kind, '')::refusal_kind, f.kind not in ('', 'policy')
 * from unnest(:ids!::uuid[], :statuses!::text[], :kinds!::text[]) as f (id, status, kind)
 * join subscriber s on s.id = f.id
 * on conflict do nothing
 * ```
 */
export const recordFailures = new PreparedQuery<IRecordFailuresParams,IRecordFailuresResult>(recordFailuresIR);


/** 'TakeRefusals' parameters type */
export interface ITakeRefusalsParams {
  limit: number;
}

/** 'TakeRefusals' return type */
export interface ITakeRefusalsResult {
  id: string;
  issueNumber: number;
  kind: refusal_kind;
}

/** 'TakeRefusals' query type */
export interface ITakeRefusalsQuery {
  params: ITakeRefusalsParams;
  result: ITakeRefusalsResult;
}

const takeRefusalsIR: any = {"usedParamSet":{"limit":true},"params":[{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":104,"b":110}]}],"statement":"with due as (\n  select f.delivery_id, f.subscriber_id from delivery_failure f\n  where f.to_count limit (:limit!)::int for update of f skip locked\n)\nupdate delivery_failure f set to_count = false\nfrom due join delivery d on d.id = due.delivery_id\nwhere f.delivery_id = due.delivery_id and f.subscriber_id = due.subscriber_id\nreturning f.subscriber_id as \"id!\", d.issue_number as \"issueNumber!\", f.kind as \"kind!\""};

/**
 * Query generated from SQL:
 * ```
 * with due as (
 *   select f.delivery_id, f.subscriber_id from delivery_failure f
 *   where f.to_count limit (:limit!)::int for update of f skip locked
 * )
 * update delivery_failure f set to_count = false
 * from due join delivery d on d.id = due.delivery_id
 * where f.delivery_id = due.delivery_id and f.subscriber_id = due.subscriber_id
 * returning f.subscriber_id as "id!", d.issue_number as "issueNumber!", f.kind as "kind!"
 * ```
 */
export const takeRefusals = new PreparedQuery<ITakeRefusalsParams,ITakeRefusalsResult>(takeRefusalsIR);


/** 'NoteReturned' parameters type */
export interface INoteReturnedParams {
  hard: numberArray;
  issues: numberArray;
  refused: numberArray;
}

/** 'NoteReturned' return type */
export type INoteReturnedResult = void;

/** 'NoteReturned' query type */
export interface INoteReturnedQuery {
  params: INoteReturnedParams;
  result: INoteReturnedResult;
}

const noteReturnedIR: any = {"usedParamSet":{"issues":true,"hard":true,"refused":true},"params":[{"name":"issues","required":true,"transform":{"type":"scalar"},"locs":[{"a":175,"b":182}]},{"name":"hard","required":true,"transform":{"type":"scalar"},"locs":[{"a":192,"b":197}]},{"name":"refused","required":true,"transform":{"type":"scalar"},"locs":[{"a":207,"b":215}]}],"statement":"update delivery d\nset returned_hard = d.returned_hard + r.hard, returned_refused = d.returned_refused + r.refused\nfrom (\n  select delivery.id, n.hard, n.refused\n  from unnest(:issues!::int[], :hard!::int[], :refused!::int[]) as n (number, hard, refused)\n  join delivery on delivery.issue_number = n.number and delivery.round = 1 and delivery.state <> 'waiting'\n  order by delivery.id for no key update of delivery\n) r\nwhere d.id = r.id"};

/**
 * Query generated from SQL:
 * ```
 * update delivery d
 * set returned_hard = d.returned_hard + r.hard, returned_refused = d.returned_refused + r.refused
 * from (
 *   select delivery.id, n.hard, n.refused
 *   from unnest(:issues!::int[], :hard!::int[], :refused!::int[]) as n (number, hard, refused)
 *   join delivery on delivery.issue_number = n.number and delivery.round = 1 and delivery.state <> 'waiting'
 *   order by delivery.id for no key update of delivery
 * ) r
 * where d.id = r.id
 * ```
 */
export const noteReturned = new PreparedQuery<INoteReturnedParams,INoteReturnedResult>(noteReturnedIR);


/** 'FindTallies' parameters type */
export interface IFindTalliesParams {
  issues: numberArray;
}

/** 'FindTallies' return type */
export interface IFindTalliesResult {
  /** The share of dead mailboxes that an operator has accepted by resuming. Likewise accepted_refused. */
  acceptedHard: number;
  acceptedRefused: number;
  /** Of guard_settled, how many do not exist. */
  guardHard: number;
  /** Of guard_settled, how many refused for a fault of ours: policy, sender or size. */
  guardRefused: number;
  /** Mailboxes that took or refused the mail since the start or the last resume, without those whose refusal was known. Added up batch by batch; counts that a crash loses are not made up for. */
  guardSettled: number;
  id: number;
  /** Sending goes on, but nobody has decided whether the mailboxes that are said to be gone are. */
  inDoubt: boolean;
  issueNumber: number;
  /** As guard_hard, of mails that had been taken and came back later. Likewise returned_refused. */
  returnedHard: number;
  returnedRefused: number;
  /** waiting: a failover has lost the plan; the row keeps what may be repeated until it is planned again. */
  state: delivery_state;
}

/** 'FindTallies' query type */
export interface IFindTalliesQuery {
  params: IFindTalliesParams;
  result: IFindTalliesResult;
}

const findTalliesIR: any = {"usedParamSet":{"issues":true},"params":[{"name":"issues","required":true,"transform":{"type":"scalar"},"locs":[{"a":196,"b":203}]}],"statement":"select id, issue_number, state, guard_settled, guard_hard, guard_refused, returned_hard, returned_refused, accepted_hard,\n       accepted_refused, in_doubt\nfrom delivery where issue_number = any (:issues!::int[]) and round = 1 and state <> 'waiting'"};

/**
 * Query generated from SQL:
 * ```
 * select id, issue_number, state, guard_settled, guard_hard, guard_refused, returned_hard, returned_refused, accepted_hard,
 *        accepted_refused, in_doubt
 * from delivery where issue_number = any (:issues!::int[]) and round = 1 and state <> 'waiting'
 * ```
 */
export const findTallies = new PreparedQuery<IFindTalliesParams,IFindTalliesResult>(findTalliesIR);


/** 'AcceptReturned' parameters type */
export interface IAcceptReturnedParams {
  issue: number;
}

/** 'AcceptReturned' return type */
export interface IAcceptReturnedResult {
  id: number;
}

/** 'AcceptReturned' query type */
export interface IAcceptReturnedQuery {
  params: IAcceptReturnedParams;
  result: IAcceptReturnedResult;
}

const acceptReturnedIR: any = {"usedParamSet":{"issue":true},"params":[{"name":"issue","required":true,"transform":{"type":"scalar"},"locs":[{"a":170,"b":176}]}],"statement":"update delivery\nset in_doubt = false,\n    accepted_hard = greatest(accepted_hard, (guard_hard + returned_hard)::float8 / greatest(guard_settled, 1))\nwhere issue_number = :issue! and round = 1\nreturning id"};

/**
 * Query generated from SQL:
 * ```
 * update delivery
 * set in_doubt = false,
 *     accepted_hard = greatest(accepted_hard, (guard_hard + returned_hard)::float8 / greatest(guard_settled, 1))
 * where issue_number = :issue! and round = 1
 * returning id
 * ```
 */
export const acceptReturned = new PreparedQuery<IAcceptReturnedParams,IAcceptReturnedResult>(acceptReturnedIR);


/** 'ReleaseBatch' parameters type */
export interface IReleaseBatchParams {
  delivery: number;
  fence: number;
  hard: number;
  ordinal: number;
  refused: number;
  settled: number;
}

/** 'ReleaseBatch' return type */
export interface IReleaseBatchResult {
  /** The share of dead mailboxes that an operator has accepted by resuming. Likewise accepted_refused. */
  acceptedHard: number;
  acceptedRefused: number;
  /** Of guard_settled, how many do not exist. */
  guardHard: number;
  /** Of guard_settled, how many refused for a fault of ours: policy, sender or size. */
  guardRefused: number;
  /** Mailboxes that took or refused the mail since the start or the last resume, without those whose refusal was known. Added up batch by batch; counts that a crash loses are not made up for. */
  guardSettled: number;
  /** As guard_hard, of mails that had been taken and came back later. Likewise returned_refused. */
  returnedHard: number;
  returnedRefused: number;
}

/** 'ReleaseBatch' query type */
export interface IReleaseBatchQuery {
  params: IReleaseBatchParams;
  result: IReleaseBatchResult;
}

const releaseBatchIR: any = {"usedParamSet":{"settled":true,"hard":true,"refused":true,"delivery":true,"ordinal":true,"fence":true},"params":[{"name":"settled","required":true,"transform":{"type":"scalar"},"locs":[{"a":74,"b":82}]},{"name":"hard","required":true,"transform":{"type":"scalar"},"locs":[{"a":111,"b":116}]},{"name":"refused","required":true,"transform":{"type":"scalar"},"locs":[{"a":151,"b":159}]},{"name":"delivery","required":true,"transform":{"type":"scalar"},"locs":[{"a":174,"b":183},{"a":239,"b":248}]},{"name":"ordinal","required":true,"transform":{"type":"scalar"},"locs":[{"a":264,"b":272},{"a":450,"b":458}]},{"name":"fence","required":true,"transform":{"type":"scalar"},"locs":[{"a":286,"b":292},{"a":472,"b":478}]}],"statement":"with counted as (\n  update delivery\n  set guard_settled = guard_settled + :settled!, guard_hard = guard_hard + :hard!, guard_refused = guard_refused + :refused!\n  where id = :delivery!\n    and exists (select from batch where delivery_id = :delivery! and ordinal = :ordinal! and fence = :fence!)\n  returning *\n), released as (\n  update batch set connections_in_use = 0, held_by_job = null\n  from counted\n  where delivery_id = counted.id and ordinal = :ordinal! and fence = :fence!\n)\nselect guard_settled, guard_hard, guard_refused, returned_hard, returned_refused, accepted_hard, accepted_refused from counted"};

/**
 * Query generated from SQL:
 * ```
 * with counted as (
 *   update delivery
 *   set guard_settled = guard_settled + :settled!, guard_hard = guard_hard + :hard!, guard_refused = guard_refused + :refused!
 *   where id = :delivery!
 *     and exists (select from batch where delivery_id = :delivery! and ordinal = :ordinal! and fence = :fence!)
 *   returning *
 * ), released as (
 *   update batch set connections_in_use = 0, held_by_job = null
 *   from counted
 *   where delivery_id = counted.id and ordinal = :ordinal! and fence = :fence!
 * )
 * select guard_settled, guard_hard, guard_refused, returned_hard, returned_refused, accepted_hard, accepted_refused from counted
 * ```
 */
export const releaseBatch = new PreparedQuery<IReleaseBatchParams,IReleaseBatchResult>(releaseBatchIR);


/** 'FindKnownRefusals' parameters type */
export interface IFindKnownRefusalsParams {
  delivery: number;
  ids: stringArray;
}

/** 'FindKnownRefusals' return type */
export interface IFindKnownRefusalsResult {
  subscriberId: string;
}

/** 'FindKnownRefusals' query type */
export interface IFindKnownRefusalsQuery {
  params: IFindKnownRefusalsParams;
  result: IFindKnownRefusalsResult;
}

const findKnownRefusalsIR: any = {"usedParamSet":{"ids":true,"delivery":true},"params":[{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":79,"b":83}]},{"name":"delivery","required":true,"transform":{"type":"scalar"},"locs":[{"a":105,"b":114}]}],"statement":"select distinct subscriber_id from delivery_failure\nwhere subscriber_id = any (:ids!) and delivery_id <> :delivery!\n  and (status like '5.1.%' or status like '5.7.%' or status = '5.3.4')"};

/**
 * Query generated from SQL:
 * ```
 * select distinct subscriber_id from delivery_failure
 * where subscriber_id = any (:ids!) and delivery_id <> :delivery!
 *   and (status like '5.1.%' or status like '5.7.%' or status = '5.3.4')
 * ```
 */
export const findKnownRefusals = new PreparedQuery<IFindKnownRefusalsParams,IFindKnownRefusalsResult>(findKnownRefusalsIR);


/** 'LockDelivery' parameters type */
export interface ILockDeliveryParams {
  delivery: number;
}

/** 'LockDelivery' return type */
export interface ILockDeliveryResult {
  /** waiting: a failover has lost the plan; the row keeps what may be repeated until it is planned again. */
  state: delivery_state;
}

/** 'LockDelivery' query type */
export interface ILockDeliveryQuery {
  params: ILockDeliveryParams;
  result: ILockDeliveryResult;
}

const lockDeliveryIR: any = {"usedParamSet":{"delivery":true},"params":[{"name":"delivery","required":true,"transform":{"type":"scalar"},"locs":[{"a":38,"b":47}]}],"statement":"select state from delivery where id = :delivery! for no key update"};

/**
 * Query generated from SQL:
 * ```
 * select state from delivery where id = :delivery! for no key update
 * ```
 */
export const lockDelivery = new PreparedQuery<ILockDeliveryParams,ILockDeliveryResult>(lockDeliveryIR);


/** 'ShrinkBatch' parameters type */
export interface IShrinkBatchParams {
  delivery: number;
  failed: string;
  fence: number;
  ordinal: number;
  recipients: stringArray;
  sent: string;
  skipped: string;
}

/** 'ShrinkBatch' return type */
export interface IShrinkBatchResult {
  ordinal: number;
}

/** 'ShrinkBatch' query type */
export interface IShrinkBatchQuery {
  params: IShrinkBatchParams;
  result: IShrinkBatchResult;
}

const shrinkBatchIR: any = {"usedParamSet":{"recipients":true,"sent":true,"failed":true,"skipped":true,"delivery":true,"ordinal":true,"fence":true},"params":[{"name":"recipients","required":true,"transform":{"type":"scalar"},"locs":[{"a":36,"b":47},{"a":72,"b":83}]},{"name":"sent","required":true,"transform":{"type":"scalar"},"locs":[{"a":124,"b":129}]},{"name":"failed","required":true,"transform":{"type":"scalar"},"locs":[{"a":155,"b":162}]},{"name":"skipped","required":true,"transform":{"type":"scalar"},"locs":[{"a":189,"b":197}]},{"name":"delivery","required":true,"transform":{"type":"scalar"},"locs":[{"a":233,"b":242}]},{"name":"ordinal","required":true,"transform":{"type":"scalar"},"locs":[{"a":258,"b":266}]},{"name":"fence","required":true,"transform":{"type":"scalar"},"locs":[{"a":280,"b":286}]}],"statement":"update batch\nset size = cardinality(:recipients!::uuid[]), recipients = :recipients!, settled_at_opening = null,\n    sent = :sent!::text::varbit, failed = :failed!::text::varbit, skipped = :skipped!::text::varbit\nwhere delivery_id = :delivery! and ordinal = :ordinal! and fence = :fence!\nreturning ordinal"};

/**
 * Query generated from SQL:
 * ```
 * update batch
 * set size = cardinality(:recipients!::uuid[]), recipients = :recipients!, settled_at_opening = null,
 *     sent = :sent!::text::varbit, failed = :failed!::text::varbit, skipped = :skipped!::text::varbit
 * where delivery_id = :delivery! and ordinal = :ordinal! and fence = :fence!
 * returning ordinal
 * ```
 */
export const shrinkBatch = new PreparedQuery<IShrinkBatchParams,IShrinkBatchResult>(shrinkBatchIR);


/** 'AddBatch' parameters type */
export interface IAddBatchParams {
  attempt: number;
  delivery: number;
  recipients: stringArray;
}

/** 'AddBatch' return type */
export interface IAddBatchResult {
  ordinal: number;
}

/** 'AddBatch' query type */
export interface IAddBatchQuery {
  params: IAddBatchParams;
  result: IAddBatchResult;
}

const addBatchIR: any = {"usedParamSet":{"delivery":true,"recipients":true,"attempt":true},"params":[{"name":"delivery","required":true,"transform":{"type":"scalar"},"locs":[{"a":98,"b":107},{"a":377,"b":386}]},{"name":"recipients","required":true,"transform":{"type":"scalar"},"locs":[{"a":153,"b":164},{"a":176,"b":187},{"a":228,"b":239},{"a":272,"b":283},{"a":323,"b":334}]},{"name":"attempt","required":true,"transform":{"type":"scalar"},"locs":[{"a":190,"b":198}]}],"statement":"insert into batch (delivery_id, ordinal, size, recipients, attempt, sent, failed, skipped)\nselect :delivery!, coalesce(max(ordinal), 0) + 1, cardinality(:recipients!::uuid[]), :recipients!, :attempt!,\n       no_bits(cardinality(:recipients!::uuid[])), no_bits(cardinality(:recipients!::uuid[])),\n       no_bits(cardinality(:recipients!::uuid[]))\nfrom batch where delivery_id = :delivery!\nreturning ordinal"};

/**
 * Query generated from SQL:
 * ```
 * insert into batch (delivery_id, ordinal, size, recipients, attempt, sent, failed, skipped)
 * select :delivery!, coalesce(max(ordinal), 0) + 1, cardinality(:recipients!::uuid[]), :recipients!, :attempt!,
 *        no_bits(cardinality(:recipients!::uuid[])), no_bits(cardinality(:recipients!::uuid[])),
 *        no_bits(cardinality(:recipients!::uuid[]))
 * from batch where delivery_id = :delivery!
 * returning ordinal
 * ```
 */
export const addBatch = new PreparedQuery<IAddBatchParams,IAddBatchResult>(addBatchIR);


/** 'EnqueueBatch' parameters type */
export interface IEnqueueBatchParams {
  afterSeconds: number;
  delivery: number;
  job: string;
  ordinal: number;
}

/** 'EnqueueBatch' return type */
export interface IEnqueueBatchResult {
  queued: boolean | null;
}

/** 'EnqueueBatch' query type */
export interface IEnqueueBatchQuery {
  params: IEnqueueBatchParams;
  result: IEnqueueBatchResult;
}

const enqueueBatchIR: any = {"usedParamSet":{"job":true,"delivery":true,"ordinal":true,"afterSeconds":true},"params":[{"name":"job","required":true,"transform":{"type":"scalar"},"locs":[{"a":21,"b":25}]},{"name":"delivery","required":true,"transform":{"type":"scalar"},"locs":[{"a":28,"b":37}]},{"name":"ordinal","required":true,"transform":{"type":"scalar"},"locs":[{"a":45,"b":53}]},{"name":"afterSeconds","required":true,"transform":{"type":"scalar"},"locs":[{"a":91,"b":104}]}],"statement":"select enqueue_batch(:job!, :delivery!::int, :ordinal!::int, now() + make_interval(secs => :afterSeconds!)) is not null as queued"};

/**
 * Query generated from SQL:
 * ```
 * select enqueue_batch(:job!, :delivery!::int, :ordinal!::int, now() + make_interval(secs => :afterSeconds!)) is not null as queued
 * ```
 */
export const enqueueBatch = new PreparedQuery<IEnqueueBatchParams,IEnqueueBatchResult>(enqueueBatchIR);


/** 'EnqueueUnsettled' parameters type */
export interface IEnqueueUnsettledParams {
  delivery: number;
  job: string;
}

/** 'EnqueueUnsettled' return type */
export interface IEnqueueUnsettledResult {
  count: number;
}

/** 'EnqueueUnsettled' query type */
export interface IEnqueueUnsettledQuery {
  params: IEnqueueUnsettledParams;
  result: IEnqueueUnsettledResult;
}

const enqueueUnsettledIR: any = {"usedParamSet":{"job":true,"delivery":true},"params":[{"name":"job","required":true,"transform":{"type":"scalar"},"locs":[{"a":27,"b":31}]},{"name":"delivery","required":true,"transform":{"type":"scalar"},"locs":[{"a":112,"b":121}]}],"statement":"select count(enqueue_batch(:job!, delivery_id, ordinal, now()))::int as \"count!\"\nfrom batch where delivery_id = :delivery! and settled < size"};

/**
 * Query generated from SQL:
 * ```
 * select count(enqueue_batch(:job!, delivery_id, ordinal, now()))::int as "count!"
 * from batch where delivery_id = :delivery! and settled < size
 * ```
 */
export const enqueueUnsettled = new PreparedQuery<IEnqueueUnsettledParams,IEnqueueUnsettledResult>(enqueueUnsettledIR);


/** 'ListUnfinished' parameters type */
export type IListUnfinishedParams = void;

/** 'ListUnfinished' return type */
export interface IListUnfinishedResult {
  id: number;
  issueNumber: number;
}

/** 'ListUnfinished' query type */
export interface IListUnfinishedQuery {
  params: IListUnfinishedParams;
  result: IListUnfinishedResult;
}

const listUnfinishedIR: any = {"usedParamSet":{},"params":[],"statement":"select id, issue_number from delivery where state in ('sending', 'cancelled') and finished_at is null"};

/**
 * Query generated from SQL:
 * ```
 * select id, issue_number from delivery where state in ('sending', 'cancelled') and finished_at is null
 * ```
 */
export const listUnfinished = new PreparedQuery<IListUnfinishedParams,IListUnfinishedResult>(listUnfinishedIR);


/** 'EnqueueForgotten' parameters type */
export interface IEnqueueForgottenParams {
  delivery: number;
  job: string;
}

/** 'EnqueueForgotten' return type */
export interface IEnqueueForgottenResult {
  count: number;
}

/** 'EnqueueForgotten' query type */
export interface IEnqueueForgottenQuery {
  params: IEnqueueForgottenParams;
  result: IEnqueueForgottenResult;
}

const enqueueForgottenIR: any = {"usedParamSet":{"job":true,"delivery":true},"params":[{"name":"job","required":true,"transform":{"type":"scalar"},"locs":[{"a":27,"b":31},{"a":223,"b":227}]},{"name":"delivery","required":true,"transform":{"type":"scalar"},"locs":[{"a":112,"b":121}]}],"statement":"select count(enqueue_batch(:job!, delivery_id, ordinal, now()))::int as \"count!\"\nfrom batch\nwhere delivery_id = :delivery! and settled < size\n  and not exists (select from graphile_worker.jobs j where j.key = batch_job_key(:job!, delivery_id, ordinal))"};

/**
 * Query generated from SQL:
 * ```
 * select count(enqueue_batch(:job!, delivery_id, ordinal, now()))::int as "count!"
 * from batch
 * where delivery_id = :delivery! and settled < size
 *   and not exists (select from graphile_worker.jobs j where j.key = batch_job_key(:job!, delivery_id, ordinal))
 * ```
 */
export const enqueueForgotten = new PreparedQuery<IEnqueueForgottenParams,IEnqueueForgottenResult>(enqueueForgottenIR);


/** 'PauseDelivery' parameters type */
export interface IPauseDeliveryParams {
  delivery: number;
  reason: pause_reason;
}

/** 'PauseDelivery' return type */
export interface IPauseDeliveryResult {
  issueNumber: number;
}

/** 'PauseDelivery' query type */
export interface IPauseDeliveryQuery {
  params: IPauseDeliveryParams;
  result: IPauseDeliveryResult;
}

const pauseDeliveryIR: any = {"usedParamSet":{"reason":true,"delivery":true},"params":[{"name":"reason","required":true,"transform":{"type":"scalar"},"locs":[{"a":53,"b":60}]},{"name":"delivery","required":true,"transform":{"type":"scalar"},"locs":[{"a":73,"b":82}]}],"statement":"update delivery set state = 'paused', pause_reason = :reason!\nwhere id = :delivery! and state = 'sending'\nreturning issue_number"};

/**
 * Query generated from SQL:
 * ```
 * update delivery set state = 'paused', pause_reason = :reason!
 * where id = :delivery! and state = 'sending'
 * returning issue_number
 * ```
 */
export const pauseDelivery = new PreparedQuery<IPauseDeliveryParams,IPauseDeliveryResult>(pauseDeliveryIR);


/** 'ResumeDelivery' parameters type */
export interface IResumeDeliveryParams {
  delivery: number;
  inDoubt: boolean;
}

/** 'ResumeDelivery' return type */
export interface IResumeDeliveryResult {
  /** The share of dead mailboxes that an operator has accepted by resuming. Likewise accepted_refused. */
  acceptedHard: number;
  acceptedRefused: number;
  reason: pause_reason;
}

/** 'ResumeDelivery' query type */
export interface IResumeDeliveryQuery {
  params: IResumeDeliveryParams;
  result: IResumeDeliveryResult;
}

const resumeDeliveryIR: any = {"usedParamSet":{"inDoubt":true,"delivery":true},"params":[{"name":"inDoubt","required":true,"transform":{"type":"scalar"},"locs":[{"a":91,"b":99}]},{"name":"delivery","required":true,"transform":{"type":"scalar"},"locs":[{"a":930,"b":939}]}],"statement":"update delivery d\nset state = 'sending', pause_reason = null,\n    in_doubt = d.in_doubt or :inDoubt! or (before.pause_reason = 'bounce-rate'\n      and d.accepted_hard < (d.guard_hard + d.returned_hard)::float8 / greatest(d.guard_settled, 1)),\n    guard_settled = 0, guard_hard = 0, guard_refused = 0,\n    returned_hard = 0, returned_refused = 0,\n    accepted_hard = case before.pause_reason\n      when 'bounce-rate'\n      then greatest(d.accepted_hard, (d.guard_hard + d.returned_hard)::float8 / greatest(d.guard_settled, 1))\n      else d.accepted_hard end,\n    accepted_refused = case\n      when before.pause_reason in ('policy', 'sender-refused', 'too-large')\n        and (d.guard_refused + d.returned_refused) * 2 < d.guard_settled\n      then greatest(d.accepted_refused, (d.guard_refused + d.returned_refused)::float8 / d.guard_settled)\n      else d.accepted_refused end\nfrom (select id, pause_reason from delivery where id = :delivery! and state = 'paused' for no key update) before\nwhere d.id = before.id\nreturning before.pause_reason as \"reason!\", accepted_hard, accepted_refused"};

/**
 * Query generated from SQL:
 * ```
 * update delivery d
 * set state = 'sending', pause_reason = null,
 *     in_doubt = d.in_doubt or :inDoubt! or (before.pause_reason = 'bounce-rate'
 *       and d.accepted_hard < (d.guard_hard + d.returned_hard)::float8 / greatest(d.guard_settled, 1)),
 *     guard_settled = 0, guard_hard = 0, guard_refused = 0,
 *     returned_hard = 0, returned_refused = 0,
 *     accepted_hard = case before.pause_reason
 *       when 'bounce-rate'
 *       then greatest(d.accepted_hard, (d.guard_hard + d.returned_hard)::float8 / greatest(d.guard_settled, 1))
 *       else d.accepted_hard end,
 *     accepted_refused = case
 *       when before.pause_reason in ('policy', 'sender-refused', 'too-large')
 *         and (d.guard_refused + d.returned_refused) * 2 < d.guard_settled
 *       then greatest(d.accepted_refused, (d.guard_refused + d.returned_refused)::float8 / d.guard_settled)
 *       else d.accepted_refused end
 * from (select id, pause_reason from delivery where id = :delivery! and state = 'paused' for no key update) before
 * where d.id = before.id
 * returning before.pause_reason as "reason!", accepted_hard, accepted_refused
 * ```
 */
export const resumeDelivery = new PreparedQuery<IResumeDeliveryParams,IResumeDeliveryResult>(resumeDeliveryIR);


/** 'CancelDelivery' parameters type */
export interface ICancelDeliveryParams {
  delivery: number;
}

/** 'CancelDelivery' return type */
export interface ICancelDeliveryResult {
  issueNumber: number;
}

/** 'CancelDelivery' query type */
export interface ICancelDeliveryQuery {
  params: ICancelDeliveryParams;
  result: ICancelDeliveryResult;
}

const cancelDeliveryIR: any = {"usedParamSet":{"delivery":true},"params":[{"name":"delivery","required":true,"transform":{"type":"scalar"},"locs":[{"a":72,"b":81}]}],"statement":"update delivery set state = 'cancelled', pause_reason = null\nwhere id = :delivery! and state in ('sending', 'paused')\nreturning issue_number"};

/**
 * Query generated from SQL:
 * ```
 * update delivery set state = 'cancelled', pause_reason = null
 * where id = :delivery! and state in ('sending', 'paused')
 * returning issue_number
 * ```
 */
export const cancelDelivery = new PreparedQuery<ICancelDeliveryParams,ICancelDeliveryResult>(cancelDeliveryIR);


/** 'CountOutcomes' parameters type */
export interface ICountOutcomesParams {
  number: number;
}

/** 'CountOutcomes' return type */
export interface ICountOutcomesResult {
  deferred: number;
  failed: number;
  finishedAt: Date | null;
  id: number;
  /** Mails in flight when a mailer died or a connection broke: each may have been sent twice. */
  mayHaveRepeated: number;
  pauseReason: pause_reason | null;
  planned: number;
  /** 1: to all subscribers. Each further round: to those whose mail failed in the one before. */
  round: number;
  sent: number;
  skipped: number;
  startedAt: Date | null;
  /** waiting: a failover has lost the plan; the row keeps what may be repeated until it is planned again. */
  state: delivery_state;
}

/** 'CountOutcomes' query type */
export interface ICountOutcomesQuery {
  params: ICountOutcomesParams;
  result: ICountOutcomesResult;
}

const countOutcomesIR: any = {"usedParamSet":{"number":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":510,"b":517}]}],"statement":"select d.id, d.round, d.state, d.pause_reason, d.planned, d.started_at, d.finished_at, d.may_have_repeated,\n       (d.sent + coalesce(sum(bit_count(b.sent)), 0))::int as \"sent!\",\n       (d.failed + coalesce(sum(bit_count(b.failed)), 0))::int as \"failed!\",\n       (d.skipped + coalesce(sum(bit_count(b.skipped)), 0))::int as \"skipped!\",\n       coalesce(sum(b.size - b.settled) filter (where b.attempt > 0), 0)::int as \"deferred!\"\nfrom delivery d left join batch b on b.delivery_id = d.id\nwhere d.issue_number = :number!\ngroup by d.id order by d.round"};

/**
 * Query generated from SQL:
 * ```
 * select d.id, d.round, d.state, d.pause_reason, d.planned, d.started_at, d.finished_at, d.may_have_repeated,
 *        (d.sent + coalesce(sum(bit_count(b.sent)), 0))::int as "sent!",
 *        (d.failed + coalesce(sum(bit_count(b.failed)), 0))::int as "failed!",
 *        (d.skipped + coalesce(sum(bit_count(b.skipped)), 0))::int as "skipped!",
 *        coalesce(sum(b.size - b.settled) filter (where b.attempt > 0), 0)::int as "deferred!"
 * from delivery d left join batch b on b.delivery_id = d.id
 * where d.issue_number = :number!
 * group by d.id order by d.round
 * ```
 */
export const countOutcomes = new PreparedQuery<ICountOutcomesParams,ICountOutcomesResult>(countOutcomesIR);


/** 'FindOutcomes' parameters type */
export interface IFindOutcomesParams {
  numbers: numberArray;
}

/** 'FindOutcomes' return type */
export interface IFindOutcomesResult {
  failed: number;
  issueNumber: number;
  planned: number;
  sent: number;
  skipped: number;
  startedAt: Date;
}

/** 'FindOutcomes' query type */
export interface IFindOutcomesQuery {
  params: IFindOutcomesParams;
  result: IFindOutcomesResult;
}

const findOutcomesIR: any = {"usedParamSet":{"numbers":true},"params":[{"name":"numbers","required":true,"transform":{"type":"scalar"},"locs":[{"a":271,"b":279}]}],"statement":"select issue_number, min(started_at) as \"startedAt!\", (array_agg(planned order by round))[1] as \"planned!\",\n       sum(sent)::int as \"sent!\", (array_agg(failed order by round desc))[1] as \"failed!\", sum(skipped)::int as \"skipped!\"\nfrom delivery where issue_number = any (:numbers!::int[])\ngroup by issue_number having bool_and(finished_at is not null)\norder by issue_number desc"};

/**
 * Query generated from SQL:
 * ```
 * select issue_number, min(started_at) as "startedAt!", (array_agg(planned order by round))[1] as "planned!",
 *        sum(sent)::int as "sent!", (array_agg(failed order by round desc))[1] as "failed!", sum(skipped)::int as "skipped!"
 * from delivery where issue_number = any (:numbers!::int[])
 * group by issue_number having bool_and(finished_at is not null)
 * order by issue_number desc
 * ```
 */
export const findOutcomes = new PreparedQuery<IFindOutcomesParams,IFindOutcomesResult>(findOutcomesIR);


/** 'CountFailures' parameters type */
export interface ICountFailuresParams {
  delivery: number;
}

/** 'CountFailures' return type */
export interface ICountFailuresResult {
  count: number;
  status: string;
}

/** 'CountFailures' query type */
export interface ICountFailuresQuery {
  params: ICountFailuresParams;
  result: ICountFailuresResult;
}

const countFailuresIR: any = {"usedParamSet":{"delivery":true},"params":[{"name":"delivery","required":true,"transform":{"type":"scalar"},"locs":[{"a":140,"b":149},{"a":245,"b":254}]}],"statement":"select status as \"status!\", sum(failures.count)::int as \"count!\" from (\n  select status, count(*) from delivery_failure where delivery_id = :delivery! group by status\n  union all\n  select status, f.count from failure_count f where delivery_id = :delivery!\n) as failures\ngroup by status order by 2 desc, 1"};

/**
 * Query generated from SQL:
 * ```
 * select status as "status!", sum(failures.count)::int as "count!" from (
 *   select status, count(*) from delivery_failure where delivery_id = :delivery! group by status
 *   union all
 *   select status, f.count from failure_count f where delivery_id = :delivery!
 * ) as failures
 * group by status order by 2 desc, 1
 * ```
 */
export const countFailures = new PreparedQuery<ICountFailuresParams,ICountFailuresResult>(countFailuresIR);


/** 'EraseFailures' parameters type */
export interface IEraseFailuresParams {
  before: Date;
  limit: number;
}

/** 'EraseFailures' return type */
export interface IEraseFailuresResult {
  count: number;
}

/** 'EraseFailures' query type */
export interface IEraseFailuresQuery {
  params: IEraseFailuresParams;
  result: IEraseFailuresResult;
}

const eraseFailuresIR: any = {"usedParamSet":{"before":true,"limit":true},"params":[{"name":"before","required":true,"transform":{"type":"scalar"},"locs":[{"a":142,"b":149}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":158,"b":164}]}],"statement":"with due as (\n  select f.delivery_id, f.subscriber_id from delivery_failure f join delivery d on d.id = f.delivery_id\n  where d.finished_at < :before! limit (:limit!)::int for update of f skip locked\n), erased as (\n  delete from delivery_failure f using due\n  where f.delivery_id = due.delivery_id and f.subscriber_id = due.subscriber_id\n  returning f.delivery_id, f.status\n), counted as (\n  insert into failure_count as c (delivery_id, status, count)\n  select delivery_id, status, count(*) from erased group by delivery_id, status order by 1, 2\n  on conflict (delivery_id, status) do update set count = c.count + excluded.count\n)\nselect count(*)::int as \"count!\" from erased"};

/**
 * Query generated from SQL:
 * ```
 * with due as (
 *   select f.delivery_id, f.subscriber_id from delivery_failure f join delivery d on d.id = f.delivery_id
 *   where d.finished_at < :before! limit (:limit!)::int for update of f skip locked
 * ), erased as (
 *   delete from delivery_failure f using due
 *   where f.delivery_id = due.delivery_id and f.subscriber_id = due.subscriber_id
 *   returning f.delivery_id, f.status
 * ), counted as (
 *   insert into failure_count as c (delivery_id, status, count)
 *   select delivery_id, status, count(*) from erased group by delivery_id, status order by 1, 2
 *   on conflict (delivery_id, status) do update set count = c.count + excluded.count
 * )
 * select count(*)::int as "count!" from erased
 * ```
 */
export const eraseFailures = new PreparedQuery<IEraseFailuresParams,IEraseFailuresResult>(eraseFailuresIR);


/** 'ForgetFailures' parameters type */
export interface IForgetFailuresParams {
  ids: stringArray;
}

/** 'ForgetFailures' return type */
export interface IForgetFailuresResult {
  count: number;
}

/** 'ForgetFailures' query type */
export interface IForgetFailuresQuery {
  params: IForgetFailuresParams;
  result: IForgetFailuresResult;
}

const forgetFailuresIR: any = {"usedParamSet":{"ids":true},"params":[{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":75,"b":79}]}],"statement":"with erased as (\n  delete from delivery_failure where subscriber_id = any (:ids!::uuid[]) returning delivery_id, status\n), counted as (\n  insert into failure_count as c (delivery_id, status, count)\n  select delivery_id, status, count(*) from erased group by delivery_id, status order by 1, 2\n  on conflict (delivery_id, status) do update set count = c.count + excluded.count\n)\nselect count(*)::int as \"count!\" from erased"};

/**
 * Query generated from SQL:
 * ```
 * with erased as (
 *   delete from delivery_failure where subscriber_id = any (:ids!::uuid[]) returning delivery_id, status
 * ), counted as (
 *   insert into failure_count as c (delivery_id, status, count)
 *   select delivery_id, status, count(*) from erased group by delivery_id, status order by 1, 2
 *   on conflict (delivery_id, status) do update set count = c.count + excluded.count
 * )
 * select count(*)::int as "count!" from erased
 * ```
 */
export const forgetFailures = new PreparedQuery<IForgetFailuresParams,IForgetFailuresResult>(forgetFailuresIR);


/** 'FindOldestFailure' parameters type */
export type IFindOldestFailureParams = void;

/** 'FindOldestFailure' return type */
export interface IFindOldestFailureResult {
  at: Date | null;
}

/** 'FindOldestFailure' query type */
export interface IFindOldestFailureQuery {
  params: IFindOldestFailureParams;
  result: IFindOldestFailureResult;
}

const findOldestFailureIR: any = {"usedParamSet":{},"params":[],"statement":"select min(finished_at) as at from delivery\nwhere finished_at is not null and exists (select from delivery_failure f where f.delivery_id = delivery.id)"};

/**
 * Query generated from SQL:
 * ```
 * select min(finished_at) as at from delivery
 * where finished_at is not null and exists (select from delivery_failure f where f.delivery_id = delivery.id)
 * ```
 */
export const findOldestFailure = new PreparedQuery<IFindOldestFailureParams,IFindOldestFailureResult>(findOldestFailureIR);


/** 'FindUnsettled' parameters type */
export interface IFindUnsettledParams {
  delivery: number;
}

/** 'FindUnsettled' return type */
export interface IFindUnsettledResult {
  ordinal: number;
}

/** 'FindUnsettled' query type */
export interface IFindUnsettledQuery {
  params: IFindUnsettledParams;
  result: IFindUnsettledResult;
}

const findUnsettledIR: any = {"usedParamSet":{"delivery":true},"params":[{"name":"delivery","required":true,"transform":{"type":"scalar"},"locs":[{"a":46,"b":55}]}],"statement":"select ordinal from batch\nwhere delivery_id = :delivery! and settled < size\norder by ordinal desc limit 1"};

/**
 * Query generated from SQL:
 * ```
 * select ordinal from batch
 * where delivery_id = :delivery! and settled < size
 * order by ordinal desc limit 1
 * ```
 */
export const findUnsettled = new PreparedQuery<IFindUnsettledParams,IFindUnsettledResult>(findUnsettledIR);


/** 'SettleDelivery' parameters type */
export interface ISettleDeliveryParams {
  delivery: number;
  now: Date;
}

/** 'SettleDelivery' return type */
export interface ISettleDeliveryResult {
  failed: number;
  issueNumber: number;
  /** Mails in flight when a mailer died or a connection broke: each may have been sent twice. */
  mayHaveRepeated: number;
  planned: number;
  /** Of batches that are settled and gone; those that exist count for themselves. Likewise failed and skipped. */
  sent: number;
  skipped: number;
  /** waiting: a failover has lost the plan; the row keeps what may be repeated until it is planned again. */
  state: delivery_state;
}

/** 'SettleDelivery' query type */
export interface ISettleDeliveryQuery {
  params: ISettleDeliveryParams;
  result: ISettleDeliveryResult;
}

const settleDeliveryIR: any = {"usedParamSet":{"delivery":true,"now":true},"params":[{"name":"delivery","required":true,"transform":{"type":"scalar"},"locs":[{"a":205,"b":214},{"a":451,"b":460}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":320,"b":324}]}],"statement":"with total as (\n  select coalesce(sum(bit_count(sent)), 0) as sent, coalesce(sum(bit_count(failed)), 0) as failed,\n         coalesce(sum(bit_count(skipped)), 0) as skipped\n  from batch where delivery_id = :delivery!\n)\nupdate delivery d\nset state = case d.state when 'sending' then 'sent' else d.state end, finished_at = :now!,\n    sent = d.sent + total.sent, failed = d.failed + total.failed, skipped = d.skipped + total.skipped\nfrom total\nwhere id = :delivery! and state in ('sending', 'cancelled') and finished_at is null\n  and planned = d.sent + d.failed + d.skipped + total.sent + total.failed + total.skipped\nreturning issue_number, state, planned, d.sent, d.failed, d.skipped, may_have_repeated"};

/**
 * Query generated from SQL:
 * ```
 * with total as (
 *   select coalesce(sum(bit_count(sent)), 0) as sent, coalesce(sum(bit_count(failed)), 0) as failed,
 *          coalesce(sum(bit_count(skipped)), 0) as skipped
 *   from batch where delivery_id = :delivery!
 * )
 * update delivery d
 * set state = case d.state when 'sending' then 'sent' else d.state end, finished_at = :now!,
 *     sent = d.sent + total.sent, failed = d.failed + total.failed, skipped = d.skipped + total.skipped
 * from total
 * where id = :delivery! and state in ('sending', 'cancelled') and finished_at is null
 *   and planned = d.sent + d.failed + d.skipped + total.sent + total.failed + total.skipped
 * returning issue_number, state, planned, d.sent, d.failed, d.skipped, may_have_repeated
 * ```
 */
export const settleDelivery = new PreparedQuery<ISettleDeliveryParams,ISettleDeliveryResult>(settleDeliveryIR);


/** 'DropBatches' parameters type */
export interface IDropBatchesParams {
  delivery: number;
}

/** 'DropBatches' return type */
export type IDropBatchesResult = void;

/** 'DropBatches' query type */
export interface IDropBatchesQuery {
  params: IDropBatchesParams;
  result: IDropBatchesResult;
}

const dropBatchesIR: any = {"usedParamSet":{"delivery":true},"params":[{"name":"delivery","required":true,"transform":{"type":"scalar"},"locs":[{"a":38,"b":47}]}],"statement":"delete from batch where delivery_id = :delivery!"};

/**
 * Query generated from SQL:
 * ```
 * delete from batch where delivery_id = :delivery!
 * ```
 */
export const dropBatches = new PreparedQuery<IDropBatchesParams,IDropBatchesResult>(dropBatchesIR);


/** 'ListFailed' parameters type */
export interface IListFailedParams {
  delivery: number;
}

/** 'ListFailed' return type */
export interface IListFailedResult {
  subscriberId: string;
}

/** 'ListFailed' query type */
export interface IListFailedQuery {
  params: IListFailedParams;
  result: IListFailedResult;
}

const listFailedIR: any = {"usedParamSet":{"delivery":true},"params":[{"name":"delivery","required":true,"transform":{"type":"scalar"},"locs":[{"a":63,"b":72}]}],"statement":"select subscriber_id from delivery_failure where delivery_id = :delivery! order by subscriber_id"};

/**
 * Query generated from SQL:
 * ```
 * select subscriber_id from delivery_failure where delivery_id = :delivery! order by subscriber_id
 * ```
 */
export const listFailed = new PreparedQuery<IListFailedParams,IListFailedResult>(listFailedIR);


/** 'ReservePace' parameters type */
export interface IReservePaceParams {
  mostSeconds: number;
  seconds: number;
}

/** 'ReservePace' return type */
export interface IReservePaceResult {
  corrected: boolean;
  startsIn: number;
}

/** 'ReservePace' query type */
export interface IReservePaceQuery {
  params: IReservePaceParams;
  result: IReservePaceResult;
}

const reservePaceIR: any = {"usedParamSet":{"mostSeconds":true,"seconds":true},"params":[{"name":"mostSeconds","required":true,"transform":{"type":"scalar"},"locs":[{"a":304,"b":316}]},{"name":"seconds","required":true,"transform":{"type":"scalar"},"locs":[{"a":401,"b":409}]}],"statement":"with pace_before as (\n  select next_free_at from pace for update\n), begin as (\n  select case when corrected then clock_timestamp() else greatest(next_free_at, clock_timestamp()) end as at, corrected\n  from pace_before\n  cross join lateral (select next_free_at > clock_timestamp() + make_interval(secs => :mostSeconds!) as corrected) c\n)\nupdate pace\nset next_free_at = begin.at + make_interval(secs => :seconds!)\nfrom begin\nreturning extract(epoch from begin.at - clock_timestamp())::float8 as \"startsIn!\", begin.corrected as \"corrected!\""};

/**
 * Query generated from SQL:
 * ```
 * with pace_before as (
 *   select next_free_at from pace for update
 * ), begin as (
 *   select case when corrected then clock_timestamp() else greatest(next_free_at, clock_timestamp()) end as at, corrected
 *   from pace_before
 *   cross join lateral (select next_free_at > clock_timestamp() + make_interval(secs => :mostSeconds!) as corrected) c
 * )
 * update pace
 * set next_free_at = begin.at + make_interval(secs => :seconds!)
 * from begin
 * returning extract(epoch from begin.at - clock_timestamp())::float8 as "startsIn!", begin.corrected as "corrected!"
 * ```
 */
export const reservePace = new PreparedQuery<IReservePaceParams,IReservePaceResult>(reservePaceIR);


/** 'BoundRetries' parameters type */
export interface IBoundRetriesParams {
  job: string;
  retryAfterSeconds: numberArray;
  slackSeconds: number;
}

/** 'BoundRetries' return type */
export interface IBoundRetriesResult {
  count: number;
}

/** 'BoundRetries' query type */
export interface IBoundRetriesQuery {
  params: IBoundRetriesParams;
  result: IBoundRetriesResult;
}

const boundRetriesIR: any = {"usedParamSet":{"retryAfterSeconds":true,"job":true,"slackSeconds":true},"params":[{"name":"retryAfterSeconds","required":true,"transform":{"type":"scalar"},"locs":[{"a":89,"b":107}]},{"name":"job","required":true,"transform":{"type":"scalar"},"locs":[{"a":240,"b":244}]},{"name":"slackSeconds","required":true,"transform":{"type":"scalar"},"locs":[{"a":466,"b":479}]}],"statement":"with bound as (\n  select j.id, j.run_at, now() + make_interval(secs => greatest(\n    1, (:retryAfterSeconds!::float8[])[b.attempt], exp(least(j.attempts, 10))\n  )) as at\n  from batch b\n  join graphile_worker.jobs j on j.key = batch_job_key(:job!, b.delivery_id, b.ordinal)\n  where j.locked_at is null and j.run_at > now()\n), corrected as (\n  select (graphile_worker.reschedule_jobs(array[id], run_at := at)).id\n  from bound where run_at > at + make_interval(secs => :slackSeconds!)\n)\nselect count(*)::int as \"count!\" from corrected"};

/**
 * Query generated from SQL:
 * ```
 * with bound as (
 *   select j.id, j.run_at, now() + make_interval(secs => greatest(
 *     1, (:retryAfterSeconds!::float8[])[b.attempt], exp(least(j.attempts, 10))
 *   )) as at
 *   from batch b
 *   join graphile_worker.jobs j on j.key = batch_job_key(:job!, b.delivery_id, b.ordinal)
 *   where j.locked_at is null and j.run_at > now()
 * ), corrected as (
 *   select (graphile_worker.reschedule_jobs(array[id], run_at := at)).id
 *   from bound where run_at > at + make_interval(secs => :slackSeconds!)
 * )
 * select count(*)::int as "count!" from corrected
 * ```
 */
export const boundRetries = new PreparedQuery<IBoundRetriesParams,IBoundRetriesResult>(boundRetriesIR);


/** 'ReadServer' parameters type */
export type IReadServerParams = void;

/** 'ReadServer' return type */
export interface IReadServerResult {
  server: string;
}

/** 'ReadServer' query type */
export interface IReadServerQuery {
  params: IReadServerParams;
  result: IReadServerResult;
}

const readServerIR: any = {"usedParamSet":{},"params":[],"statement":"select pg_postmaster_start_time()::text as \"server!\""};

/**
 * Query generated from SQL:
 * ```
 * select pg_postmaster_start_time()::text as "server!"
 * ```
 */
export const readServer = new PreparedQuery<IReadServerParams,IReadServerResult>(readServerIR);


/** 'LockRound' parameters type */
export interface ILockRoundParams {
  language: string;
  number: number;
  round: number;
}

/** 'LockRound' return type */
export interface ILockRoundResult {
  finished: boolean;
  id: number;
  /** waiting: a failover has lost the plan; the row keeps what may be repeated until it is planned again. */
  state: delivery_state;
}

/** 'LockRound' query type */
export interface ILockRoundQuery {
  params: ILockRoundParams;
  result: ILockRoundResult;
}

const lockRoundIR: any = {"usedParamSet":{"number":true,"language":true,"round":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":92,"b":99}]},{"name":"language","required":true,"transform":{"type":"scalar"},"locs":[{"a":116,"b":125}]},{"name":"round","required":true,"transform":{"type":"scalar"},"locs":[{"a":139,"b":145}]}],"statement":"select id, state, finished_at is not null as \"finished!\" from delivery\nwhere issue_number = :number! and language = :language! and round = :round!\nfor no key update"};

/**
 * Query generated from SQL:
 * ```
 * select id, state, finished_at is not null as "finished!" from delivery
 * where issue_number = :number! and language = :language! and round = :round!
 * for no key update
 * ```
 */
export const lockRound = new PreparedQuery<ILockRoundParams,ILockRoundResult>(lockRoundIR);


/** 'LocateRecipients' parameters type */
export interface ILocateRecipientsParams {
  delivery: number;
  ids: stringArray;
}

/** 'LocateRecipients' return type */
export interface ILocateRecipientsResult {
  /** Drawn at random by each mailer that opens the batch. A write with another fence changes nothing. */
  fence: number;
  id: string;
  ordinal: number;
  sentSinceOpening: boolean;
  settled: boolean;
}

/** 'LocateRecipients' query type */
export interface ILocateRecipientsQuery {
  params: ILocateRecipientsParams;
  result: ILocateRecipientsResult;
}

const locateRecipientsIR: any = {"usedParamSet":{"ids":true,"delivery":true},"params":[{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":407,"b":411}]},{"name":"delivery","required":true,"transform":{"type":"scalar"},"locs":[{"a":479,"b":488}]}],"statement":"select r.id as \"id!\", b.ordinal, b.fence,\n       get_bit(sent, p.bit) + get_bit(failed, p.bit) + get_bit(skipped, p.bit) > 0 as \"settled!\",\n       get_bit(sent, p.bit) = 1 and coalesce(get_bit(settled_at_opening, p.bit) = 0, false) as \"sentSinceOpening!\"\nfrom batch b\ncross join unnest(b.recipients) with ordinality as r (id, position)\ncross join lateral (select (r.position - 1)::int as bit) p\njoin unnest(:ids!::uuid[]) as wanted (id) on wanted.id = r.id\nwhere b.delivery_id = :delivery!\nfor update of b"};

/**
 * Query generated from SQL:
 * ```
 * select r.id as "id!", b.ordinal, b.fence,
 *        get_bit(sent, p.bit) + get_bit(failed, p.bit) + get_bit(skipped, p.bit) > 0 as "settled!",
 *        get_bit(sent, p.bit) = 1 and coalesce(get_bit(settled_at_opening, p.bit) = 0, false) as "sentSinceOpening!"
 * from batch b
 * cross join unnest(b.recipients) with ordinality as r (id, position)
 * cross join lateral (select (r.position - 1)::int as bit) p
 * join unnest(:ids!::uuid[]) as wanted (id) on wanted.id = r.id
 * where b.delivery_id = :delivery!
 * for update of b
 * ```
 */
export const locateRecipients = new PreparedQuery<ILocateRecipientsParams,ILocateRecipientsResult>(locateRecipientsIR);


/** 'RestoreOutcomes' parameters type */
export interface IRestoreOutcomesParams {
  delivery: number;
  failed: string;
  fence: number;
  ordinal: number;
  sent: string;
  skipped: string;
}

/** 'RestoreOutcomes' return type */
export type IRestoreOutcomesResult = void;

/** 'RestoreOutcomes' query type */
export interface IRestoreOutcomesQuery {
  params: IRestoreOutcomesParams;
  result: IRestoreOutcomesResult;
}

const restoreOutcomesIR: any = {"usedParamSet":{"sent":true,"failed":true,"skipped":true,"fence":true,"delivery":true,"ordinal":true},"params":[{"name":"sent","required":true,"transform":{"type":"scalar"},"locs":[{"a":24,"b":29}]},{"name":"failed","required":true,"transform":{"type":"scalar"},"locs":[{"a":55,"b":62}]},{"name":"skipped","required":true,"transform":{"type":"scalar"},"locs":[{"a":89,"b":97}]},{"name":"fence","required":true,"transform":{"type":"scalar"},"locs":[{"a":126,"b":132}]},{"name":"delivery","required":true,"transform":{"type":"scalar"},"locs":[{"a":178,"b":187}]},{"name":"ordinal","required":true,"transform":{"type":"scalar"},"locs":[{"a":203,"b":211}]}],"statement":"update batch\nset sent = :sent!::text::varbit, failed = :failed!::text::varbit, skipped = :skipped!::text::varbit,\n    fence = :fence!, connections_in_use = 0\nwhere delivery_id = :delivery! and ordinal = :ordinal!"};

/**
 * Query generated from SQL:
 * ```
 * update batch
 * set sent = :sent!::text::varbit, failed = :failed!::text::varbit, skipped = :skipped!::text::varbit,
 *     fence = :fence!, connections_in_use = 0
 * where delivery_id = :delivery! and ordinal = :ordinal!
 * ```
 */
export const restoreOutcomes = new PreparedQuery<IRestoreOutcomesParams,IRestoreOutcomesResult>(restoreOutcomesIR);


/** 'FindStates' parameters type */
export interface IFindStatesParams {
  numbers: numberArray;
}

/** 'FindStates' return type */
export interface IFindStatesResult {
  issueNumber: number;
  /** 1: to all subscribers. Each further round: to those whose mail failed in the one before. */
  round: number;
  /** waiting: a failover has lost the plan; the row keeps what may be repeated until it is planned again. */
  state: delivery_state;
}

/** 'FindStates' query type */
export interface IFindStatesQuery {
  params: IFindStatesParams;
  result: IFindStatesResult;
}

const findStatesIR: any = {"usedParamSet":{"numbers":true},"params":[{"name":"numbers","required":true,"transform":{"type":"scalar"},"locs":[{"a":101,"b":109}]}],"statement":"select distinct on (issue_number) issue_number, state, round\nfrom delivery where issue_number = any (:numbers!::int[])\norder by issue_number, round desc"};

/**
 * Query generated from SQL:
 * ```
 * select distinct on (issue_number) issue_number, state, round
 * from delivery where issue_number = any (:numbers!::int[])
 * order by issue_number, round desc
 * ```
 */
export const findStates = new PreparedQuery<IFindStatesParams,IFindStatesResult>(findStatesIR);


/** 'InsertStart' parameters type */
export interface IInsertStartParams {
  editor?: string | null | void;
  now: Date;
  number: number;
  startAt: Date;
  wallClock?: string | null | void;
}

/** 'InsertStart' return type */
export interface IInsertStartResult {
  issueNumber: number;
}

/** 'InsertStart' query type */
export interface IInsertStartQuery {
  params: IInsertStartParams;
  result: IInsertStartResult;
}

const insertStartIR: any = {"usedParamSet":{"number":true,"startAt":true,"wallClock":true,"now":true,"editor":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":95,"b":102}]},{"name":"startAt","required":true,"transform":{"type":"scalar"},"locs":[{"a":105,"b":113}]},{"name":"wallClock","required":false,"transform":{"type":"scalar"},"locs":[{"a":116,"b":125}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":128,"b":132}]},{"name":"editor","required":false,"transform":{"type":"scalar"},"locs":[{"a":135,"b":141}]}],"statement":"insert into planned_start (issue_number, start_at, wall_clock, planned_at, planned_by)\nvalues (:number!, :startAt!, :wallClock, :now!, :editor)\non conflict (issue_number) do update\nset start_at = excluded.start_at, wall_clock = excluded.wall_clock, state = 'waiting', hindrance = null,\n    planned_at = excluded.planned_at, planned_by = excluded.planned_by\nwhere planned_start.state <> 'waiting'\nreturning issue_number"};

/**
 * Query generated from SQL:
 * ```
 * insert into planned_start (issue_number, start_at, wall_clock, planned_at, planned_by)
 * values (:number!, :startAt!, :wallClock, :now!, :editor)
 * on conflict (issue_number) do update
 * set start_at = excluded.start_at, wall_clock = excluded.wall_clock, state = 'waiting', hindrance = null,
 *     planned_at = excluded.planned_at, planned_by = excluded.planned_by
 * where planned_start.state <> 'waiting'
 * returning issue_number
 * ```
 */
export const insertStart = new PreparedQuery<IInsertStartParams,IInsertStartResult>(insertStartIR);


/** 'FindStart' parameters type */
export interface IFindStartParams {
  number: number;
}

/** 'FindStart' return type */
export interface IFindStartResult {
  hindrance: start_hindrance | null;
  plannedAt: Date;
  plannedBy: string | null;
  startAt: Date;
  /** missed: no mailer was running at that time, or for an hour after it. hindered: something kept it back at that time. */
  state: start_state;
  /** The time in Hesse that was chosen, as "2027-06-09 09:30"; null for "now", which is the time of planning plus the grace. */
  wallClock: string | null;
}

/** 'FindStart' query type */
export interface IFindStartQuery {
  params: IFindStartParams;
  result: IFindStartResult;
}

const findStartIR: any = {"usedParamSet":{"number":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":110,"b":117}]}],"statement":"select start_at, wall_clock, state, hindrance, planned_at, planned_by from planned_start where issue_number = :number!"};

/**
 * Query generated from SQL:
 * ```
 * select start_at, wall_clock, state, hindrance, planned_at, planned_by from planned_start where issue_number = :number!
 * ```
 */
export const findStart = new PreparedQuery<IFindStartParams,IFindStartResult>(findStartIR);


/** 'FindStarts' parameters type */
export interface IFindStartsParams {
  numbers: numberArray;
}

/** 'FindStarts' return type */
export interface IFindStartsResult {
  issueNumber: number;
  startAt: Date;
  /** missed: no mailer was running at that time, or for an hour after it. hindered: something kept it back at that time. */
  state: start_state;
}

/** 'FindStarts' query type */
export interface IFindStartsQuery {
  params: IFindStartsParams;
  result: IFindStartsResult;
}

const findStartsIR: any = {"usedParamSet":{"numbers":true},"params":[{"name":"numbers","required":true,"transform":{"type":"scalar"},"locs":[{"a":82,"b":90}]}],"statement":"select issue_number, start_at, state from planned_start where issue_number = any (:numbers!::int[])"};

/**
 * Query generated from SQL:
 * ```
 * select issue_number, start_at, state from planned_start where issue_number = any (:numbers!::int[])
 * ```
 */
export const findStarts = new PreparedQuery<IFindStartsParams,IFindStartsResult>(findStartsIR);


/** 'FindDueStarts' parameters type */
export interface IFindDueStartsParams {
  now: Date;
}

/** 'FindDueStarts' return type */
export interface IFindDueStartsResult {
  issueNumber: number;
  plannedBy: string | null;
  startAt: Date;
}

/** 'FindDueStarts' query type */
export interface IFindDueStartsQuery {
  params: IFindDueStartsParams;
  result: IFindDueStartsResult;
}

const findDueStartsIR: any = {"usedParamSet":{"now":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":101,"b":105}]}],"statement":"select issue_number, start_at, planned_by from planned_start\nwhere state = 'waiting' and start_at <= :now! order by start_at, issue_number"};

/**
 * Query generated from SQL:
 * ```
 * select issue_number, start_at, planned_by from planned_start
 * where state = 'waiting' and start_at <= :now! order by start_at, issue_number
 * ```
 */
export const findDueStarts = new PreparedQuery<IFindDueStartsParams,IFindDueStartsResult>(findDueStartsIR);


/** 'TakeStart' parameters type */
export interface ITakeStartParams {
  now: Date;
  number: number;
}

/** 'TakeStart' return type */
export interface ITakeStartResult {
  issueNumber: number;
}

/** 'TakeStart' query type */
export interface ITakeStartQuery {
  params: ITakeStartParams;
  result: ITakeStartResult;
}

const takeStartIR: any = {"usedParamSet":{"number":true,"now":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":47,"b":54}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":94,"b":98}]}],"statement":"delete from planned_start where issue_number = :number! and state = 'waiting' and start_at <= :now!\nreturning issue_number"};

/**
 * Query generated from SQL:
 * ```
 * delete from planned_start where issue_number = :number! and state = 'waiting' and start_at <= :now!
 * returning issue_number
 * ```
 */
export const takeStart = new PreparedQuery<ITakeStartParams,ITakeStartResult>(takeStartIR);


/** 'LiftStart' parameters type */
export interface ILiftStartParams {
  number: number;
}

/** 'LiftStart' return type */
export interface ILiftStartResult {
  issueNumber: number;
  /** missed: no mailer was running at that time, or for an hour after it. hindered: something kept it back at that time. */
  state: start_state;
}

/** 'LiftStart' query type */
export interface ILiftStartQuery {
  params: ILiftStartParams;
  result: ILiftStartResult;
}

const liftStartIR: any = {"usedParamSet":{"number":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":47,"b":54}]}],"statement":"delete from planned_start where issue_number = :number! returning issue_number, state"};

/**
 * Query generated from SQL:
 * ```
 * delete from planned_start where issue_number = :number! returning issue_number, state
 * ```
 */
export const liftStart = new PreparedQuery<ILiftStartParams,ILiftStartResult>(liftStartIR);


/** 'HoldBackStart' parameters type */
export interface IHoldBackStartParams {
  hindrance?: string | null | void;
  number: number;
  state: string;
}

/** 'HoldBackStart' return type */
export interface IHoldBackStartResult {
  issueNumber: number;
}

/** 'HoldBackStart' query type */
export interface IHoldBackStartQuery {
  params: IHoldBackStartParams;
  result: IHoldBackStartResult;
}

const holdBackStartIR: any = {"usedParamSet":{"state":true,"hindrance":true,"number":true},"params":[{"name":"state","required":true,"transform":{"type":"scalar"},"locs":[{"a":33,"b":39}]},{"name":"hindrance","required":false,"transform":{"type":"scalar"},"locs":[{"a":73,"b":82}]},{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":128,"b":135}]}],"statement":"update planned_start set state = :state!::text::start_state, hindrance = :hindrance::text::start_hindrance\nwhere issue_number = :number! and state = 'waiting'\nreturning issue_number"};

/**
 * Query generated from SQL:
 * ```
 * update planned_start set state = :state!::text::start_state, hindrance = :hindrance::text::start_hindrance
 * where issue_number = :number! and state = 'waiting'
 * returning issue_number
 * ```
 */
export const holdBackStart = new PreparedQuery<IHoldBackStartParams,IHoldBackStartResult>(holdBackStartIR);


/** 'EnqueueTests' parameters type */
export interface IEnqueueTestsParams {
  accounts: stringArray;
  draft: string;
  job: string;
}

/** 'EnqueueTests' return type */
export interface IEnqueueTestsResult {
  count: number;
}

/** 'EnqueueTests' query type */
export interface IEnqueueTestsQuery {
  params: IEnqueueTestsParams;
  result: IEnqueueTestsResult;
}

const enqueueTestsIR: any = {"usedParamSet":{"job":true,"draft":true,"accounts":true},"params":[{"name":"job","required":true,"transform":{"type":"scalar"},"locs":[{"a":40,"b":44},{"a":136,"b":140}]},{"name":"draft","required":true,"transform":{"type":"scalar"},"locs":[{"a":74,"b":80},{"a":149,"b":155}]},{"name":"accounts","required":true,"transform":{"type":"scalar"},"locs":[{"a":205,"b":214}]}],"statement":"select count(graphile_worker.add_job(\n  :job!, json_build_object('draft', :draft!::uuid, 'account', account), job_key := concat_ws(':', :job!::text, :draft!::uuid, account)\n))::int as \"count!\"\nfrom unnest(:accounts!::uuid[]) as account"};

/**
 * Query generated from SQL:
 * ```
 * select count(graphile_worker.add_job(
 *   :job!, json_build_object('draft', :draft!::uuid, 'account', account), job_key := concat_ws(':', :job!::text, :draft!::uuid, account)
 * ))::int as "count!"
 * from unnest(:accounts!::uuid[]) as account
 * ```
 */
export const enqueueTests = new PreparedQuery<IEnqueueTestsParams,IEnqueueTestsResult>(enqueueTestsIR);


/** 'FindPlannedFor' parameters type */
export interface IFindPlannedForParams {
  id: string;
}

/** 'FindPlannedFor' return type */
export interface IFindPlannedForResult {
  issueNumber: number;
  outcome: string;
}

/** 'FindPlannedFor' query type */
export interface IFindPlannedForQuery {
  params: IFindPlannedForParams;
  result: IFindPlannedForResult;
}

const findPlannedForIR: any = {"usedParamSet":{"id":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":344,"b":347}]}],"statement":"select d.issue_number as \"issueNumber!\", case\n  when get_bit(b.sent, p.place) = 1 then 'sent'\n  when get_bit(b.failed, p.place) = 1 then 'failed'\n  when get_bit(b.skipped, p.place) = 1 then 'skipped'\n  else 'waiting'\nend as \"outcome!\"\nfrom batch b join delivery d on d.id = b.delivery_id\ncross join lateral (select array_position(b.recipients, :id!) - 1 as place) as p\nwhere p.place is not null\norder by d.issue_number, d.id"};

/**
 * Query generated from SQL:
 * ```
 * select d.issue_number as "issueNumber!", case
 *   when get_bit(b.sent, p.place) = 1 then 'sent'
 *   when get_bit(b.failed, p.place) = 1 then 'failed'
 *   when get_bit(b.skipped, p.place) = 1 then 'skipped'
 *   else 'waiting'
 * end as "outcome!"
 * from batch b join delivery d on d.id = b.delivery_id
 * cross join lateral (select array_position(b.recipients, :id!) - 1 as place) as p
 * where p.place is not null
 * order by d.issue_number, d.id
 * ```
 */
export const findPlannedFor = new PreparedQuery<IFindPlannedForParams,IFindPlannedForResult>(findPlannedForIR);


/** 'FindFailuresOf' parameters type */
export interface IFindFailuresOfParams {
  id: string;
}

/** 'FindFailuresOf' return type */
export interface IFindFailuresOfResult {
  failedAt: Date;
  issueNumber: number;
  /** Enhanced status code (RFC 3463), or the SMTP reply code; never the reply text. */
  status: string;
}

/** 'FindFailuresOf' query type */
export interface IFindFailuresOfQuery {
  params: IFindFailuresOfParams;
  result: IFindFailuresOfResult;
}

const findFailuresOfIR: any = {"usedParamSet":{"id":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":179,"b":182}]}],"statement":"select d.issue_number as \"issueNumber!\", f.status as \"status!\", f.failed_at as \"failedAt!\"\nfrom delivery_failure f join delivery d on d.id = f.delivery_id\nwhere f.subscriber_id = :id! order by f.failed_at"};

/**
 * Query generated from SQL:
 * ```
 * select d.issue_number as "issueNumber!", f.status as "status!", f.failed_at as "failedAt!"
 * from delivery_failure f join delivery d on d.id = f.delivery_id
 * where f.subscriber_id = :id! order by f.failed_at
 * ```
 */
export const findFailuresOf = new PreparedQuery<IFindFailuresOfParams,IFindFailuresOfResult>(findFailuresOfIR);


/** 'FindStandings' parameters type */
export interface IFindStandingsParams {
  issues: numberArray;
  languages: stringArray;
  mails: stringArray;
  rounds: numberArray;
}

/** 'FindStandings' return type */
export interface IFindStandingsResult {
  finished: boolean;
  id: number;
  place: number;
}

/** 'FindStandings' query type */
export interface IFindStandingsQuery {
  params: IFindStandingsParams;
  result: IFindStandingsResult;
}

const findStandingsIR: any = {"usedParamSet":{"issues":true,"languages":true,"rounds":true,"mails":true},"params":[{"name":"issues","required":true,"transform":{"type":"scalar"},"locs":[{"a":92,"b":99}]},{"name":"languages","required":true,"transform":{"type":"scalar"},"locs":[{"a":109,"b":119}]},{"name":"rounds","required":true,"transform":{"type":"scalar"},"locs":[{"a":130,"b":137}]},{"name":"mails","required":true,"transform":{"type":"scalar"},"locs":[{"a":147,"b":153}]}],"statement":"select n.place::int as \"place!\", d.id, d.finished_at is not null as \"finished!\"\nfrom unnest(:issues!::int[], :languages!::text[], :rounds!::int[], :mails!::text[]) with ordinality\n  as n (number, language, round, mail, place)\njoin delivery d on d.issue_number = n.number and d.language = n.language and d.round = n.round\n  and d.mail_hash = decode(n.mail, 'hex') and d.state <> 'waiting'"};

/**
 * Query generated from SQL:
 * ```
 * select n.place::int as "place!", d.id, d.finished_at is not null as "finished!"
 * from unnest(:issues!::int[], :languages!::text[], :rounds!::int[], :mails!::text[]) with ordinality
 *   as n (number, language, round, mail, place)
 * join delivery d on d.issue_number = n.number and d.language = n.language and d.round = n.round
 *   and d.mail_hash = decode(n.mail, 'hex') and d.state <> 'waiting'
 * ```
 */
export const findStandings = new PreparedQuery<IFindStandingsParams,IFindStandingsResult>(findStandingsIR);


/** 'ForgetRestored' parameters type */
export interface IForgetRestoredParams {
  language: string;
  mail: string;
  number: number;
  round: number;
}

/** 'ForgetRestored' return type */
export interface IForgetRestoredResult {
  round: number;
}

/** 'ForgetRestored' query type */
export interface IForgetRestoredQuery {
  params: IForgetRestoredParams;
  result: IForgetRestoredResult;
}

const forgetRestoredIR: any = {"usedParamSet":{"number":true,"language":true,"round":true,"mail":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":51,"b":58}]},{"name":"language","required":true,"transform":{"type":"scalar"},"locs":[{"a":75,"b":84}]},{"name":"round","required":true,"transform":{"type":"scalar"},"locs":[{"a":98,"b":104}]},{"name":"mail","required":true,"transform":{"type":"scalar"},"locs":[{"a":129,"b":134}]}],"statement":"delete from restored_delivery\nwhere issue_number = :number! and language = :language! and round = :round! and mail_hash = decode(:mail!, 'hex')\nreturning round"};

/**
 * Query generated from SQL:
 * ```
 * delete from restored_delivery
 * where issue_number = :number! and language = :language! and round = :round! and mail_hash = decode(:mail!, 'hex')
 * returning round
 * ```
 */
export const forgetRestored = new PreparedQuery<IForgetRestoredParams,IForgetRestoredResult>(forgetRestoredIR);


/** 'AddRestoredDelivery' parameters type */
export interface IAddRestoredDeliveryParams {
  endedAs?: string | null | void;
  language: string;
  mail: string;
  now: Date;
  number: number;
  round: number;
}

/** 'AddRestoredDelivery' return type */
export type IAddRestoredDeliveryResult = void;

/** 'AddRestoredDelivery' query type */
export interface IAddRestoredDeliveryQuery {
  params: IAddRestoredDeliveryParams;
  result: IAddRestoredDeliveryResult;
}

const addRestoredDeliveryIR: any = {"usedParamSet":{"number":true,"language":true,"round":true,"mail":true,"endedAs":true,"now":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":103,"b":110}]},{"name":"language","required":true,"transform":{"type":"scalar"},"locs":[{"a":113,"b":122}]},{"name":"round","required":true,"transform":{"type":"scalar"},"locs":[{"a":125,"b":131}]},{"name":"mail","required":true,"transform":{"type":"scalar"},"locs":[{"a":141,"b":146}]},{"name":"endedAs","required":false,"transform":{"type":"scalar"},"locs":[{"a":157,"b":164}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":189,"b":193}]}],"statement":"insert into restored_delivery (issue_number, language, round, mail_hash, ended_as, noticed_at)\nvalues (:number!, :language!, :round!, decode(:mail!, 'hex'), :endedAs::text::delivery_state, :now!)"};

/**
 * Query generated from SQL:
 * ```
 * insert into restored_delivery (issue_number, language, round, mail_hash, ended_as, noticed_at)
 * values (:number!, :language!, :round!, decode(:mail!, 'hex'), :endedAs::text::delivery_state, :now!)
 * ```
 */
export const addRestoredDelivery = new PreparedQuery<IAddRestoredDeliveryParams,IAddRestoredDeliveryResult>(addRestoredDeliveryIR);


/** 'AddRestoredBatch' parameters type */
export interface IAddRestoredBatchParams {
  failed: string;
  language: string;
  mail: string;
  number: number;
  recipients: stringArray;
  round: number;
  sent: string;
  skipped: string;
}

/** 'AddRestoredBatch' return type */
export type IAddRestoredBatchResult = void;

/** 'AddRestoredBatch' query type */
export interface IAddRestoredBatchQuery {
  params: IAddRestoredBatchParams;
  result: IAddRestoredBatchResult;
}

const addRestoredBatchIR: any = {"usedParamSet":{"number":true,"language":true,"round":true,"mail":true,"recipients":true,"sent":true,"failed":true,"skipped":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":113,"b":120}]},{"name":"language","required":true,"transform":{"type":"scalar"},"locs":[{"a":123,"b":132}]},{"name":"round","required":true,"transform":{"type":"scalar"},"locs":[{"a":135,"b":141}]},{"name":"mail","required":true,"transform":{"type":"scalar"},"locs":[{"a":151,"b":156}]},{"name":"recipients","required":true,"transform":{"type":"scalar"},"locs":[{"a":167,"b":178}]},{"name":"sent","required":true,"transform":{"type":"scalar"},"locs":[{"a":181,"b":186}]},{"name":"failed","required":true,"transform":{"type":"scalar"},"locs":[{"a":211,"b":218}]},{"name":"skipped","required":true,"transform":{"type":"scalar"},"locs":[{"a":235,"b":243}]}],"statement":"insert into restored_batch (issue_number, language, round, mail_hash, recipients, sent, failed, skipped)\nvalues (:number!, :language!, :round!, decode(:mail!, 'hex'), :recipients!, :sent!::text::varbit,\n        :failed!::text::varbit, :skipped!::text::varbit)"};

/**
 * Query generated from SQL:
 * ```
 * insert into restored_batch (issue_number, language, round, mail_hash, recipients, sent, failed, skipped)
 * values (:number!, :language!, :round!, decode(:mail!, 'hex'), :recipients!, :sent!::text::varbit,
 *         :failed!::text::varbit, :skipped!::text::varbit)
 * ```
 */
export const addRestoredBatch = new PreparedQuery<IAddRestoredBatchParams,IAddRestoredBatchResult>(addRestoredBatchIR);


/** 'ForgetOldRestored' parameters type */
export interface IForgetOldRestoredParams {
  before: Date;
}

/** 'ForgetOldRestored' return type */
export type IForgetOldRestoredResult = void;

/** 'ForgetOldRestored' query type */
export interface IForgetOldRestoredQuery {
  params: IForgetOldRestoredParams;
  result: IForgetOldRestoredResult;
}

const forgetOldRestoredIR: any = {"usedParamSet":{"before":true},"params":[{"name":"before","required":true,"transform":{"type":"scalar"},"locs":[{"a":49,"b":56}]}],"statement":"delete from restored_delivery where noticed_at < :before!"};

/**
 * Query generated from SQL:
 * ```
 * delete from restored_delivery where noticed_at < :before!
 * ```
 */
export const forgetOldRestored = new PreparedQuery<IForgetOldRestoredParams,IForgetOldRestoredResult>(forgetOldRestoredIR);


/** 'FindRestored' parameters type */
export interface IFindRestoredParams {
  delivery: number;
}

/** 'FindRestored' return type */
export interface IFindRestoredResult {
  /** How it ended; null if the journal does not know that it did. */
  endedAs: delivery_state | null;
  issueNumber: number;
  language: string;
  mail: string;
  /** 1: to all subscribers. Each further round: to those whose mail failed in the one before. */
  round: number;
}

/** 'FindRestored' query type */
export interface IFindRestoredQuery {
  params: IFindRestoredParams;
  result: IFindRestoredResult;
}

const findRestoredIR: any = {"usedParamSet":{"delivery":true},"params":[{"name":"delivery","required":true,"transform":{"type":"scalar"},"locs":[{"a":265,"b":274}]}],"statement":"select r.ended_as, d.issue_number, d.language, d.round, encode(d.mail_hash, 'hex') as \"mail!\"\nfrom delivery d join restored_delivery r\n  on r.issue_number = d.issue_number and r.language = d.language and r.round = d.round and r.mail_hash = d.mail_hash\nwhere d.id = :delivery!"};

/**
 * Query generated from SQL:
 * ```
 * select r.ended_as, d.issue_number, d.language, d.round, encode(d.mail_hash, 'hex') as "mail!"
 * from delivery d join restored_delivery r
 *   on r.issue_number = d.issue_number and r.language = d.language and r.round = d.round and r.mail_hash = d.mail_hash
 * where d.id = :delivery!
 * ```
 */
export const findRestored = new PreparedQuery<IFindRestoredParams,IFindRestoredResult>(findRestoredIR);


/** 'SettleRestored' parameters type */
export interface ISettleRestoredParams {
  delivery: number;
  now: Date;
}

/** 'SettleRestored' return type */
export interface ISettleRestoredResult {
  settled: number;
}

/** 'SettleRestored' query type */
export interface ISettleRestoredQuery {
  params: ISettleRestoredParams;
  result: ISettleRestoredResult;
}

const settleRestoredIR: any = {"usedParamSet":{"delivery":true,"now":true},"params":[{"name":"delivery","required":true,"transform":{"type":"scalar"},"locs":[{"a":444,"b":453},{"a":1024,"b":1033},{"a":1795,"b":1804},{"a":1937,"b":1946}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":1967,"b":1971}]}],"statement":"with known as materialized (\n  select r.id, bool_or(get_bit(b.sent, p.bit) = 1) as sent, bool_or(get_bit(b.failed, p.bit) = 1) as failed\n  from delivery d\n  join restored_batch b on b.issue_number = d.issue_number and b.language = d.language and b.round = d.round\n    and b.mail_hash = d.mail_hash\n  cross join unnest(b.recipients) with ordinality as r (id, position)\n  cross join lateral (select (r.position - 1)::int as bit) p\n  where d.id = :delivery!\n  group by r.id\n), planned as materialized (\n  select b.ordinal, r.id, r.position, get_bit(b.sent, p.bit) as sent, get_bit(b.failed, p.bit) as failed,\n         get_bit(b.skipped, p.bit) as skipped, k.sent as was_sent, k.failed as had_failed,\n         k.id is not null and get_bit(b.sent, p.bit) + get_bit(b.failed, p.bit) + get_bit(b.skipped, p.bit) = 0 as is_new\n  from batch b\n  cross join unnest(b.recipients) with ordinality as r (id, position)\n  cross join lateral (select (r.position - 1)::int as bit) p\n  left join known k on k.id = r.id\n  where b.delivery_id = :delivery!\n), changed as (\n  select ordinal, count(*) filter (where is_new) as count,\n    string_agg(case when is_new and was_sent then '1' else sent::text end, '' order by position)::varbit as sent,\n    string_agg(case when is_new and had_failed and not was_sent then '1' else failed::text end, '' order by position)::varbit\n      as failed,\n    string_agg(case when is_new and not had_failed and not was_sent then '1' else skipped::text end, '' order by position)\n      ::varbit as skipped\n  from planned group by ordinal having bool_or(is_new)\n), written as (\n  update batch b\n  set sent = c.sent, failed = c.failed, skipped = c.skipped, fence = (random() * 2147483646)::int + 1, connections_in_use = 0,\n      held_by_job = null\n  from changed c where b.delivery_id = :delivery! and b.ordinal = c.ordinal\n), failures as (\n  insert into delivery_failure (delivery_id, subscriber_id, status, failed_at)\n  select :delivery!, p.id, 'restored', :now!\n  from planned p join subscriber s on s.id = p.id\n  where p.is_new and p.had_failed and not p.was_sent\n  on conflict do nothing\n)\nselect coalesce(sum(count), 0)::int as \"settled!\" from changed"};

/**
 * Query generated from SQL:
 * ```
 * with known as materialized (
 *   select r.id, bool_or(get_bit(b.sent, p.bit) = 1) as sent, bool_or(get_bit(b.failed, p.bit) = 1) as failed
 *   from delivery d
 *   join restored_batch b on b.issue_number = d.issue_number and b.language = d.language and b.round = d.round
 *     and b.mail_hash = d.mail_hash
 *   cross join unnest(b.recipients) with ordinality as r (id, position)
 *   cross join lateral (select (r.position - 1)::int as bit) p
 *   where d.id = :delivery!
 *   group by r.id
 * ), planned as materialized (
 *   select b.ordinal, r.id, r.position, get_bit(b.sent, p.bit) as sent, get_bit(b.failed, p.bit) as failed,
 *          get_bit(b.skipped, p.bit) as skipped, k.sent as was_sent, k.failed as had_failed,
 *          k.id is not null and get_bit(b.sent, p.bit) + get_bit(b.failed, p.bit) + get_bit(b.skipped, p.bit) = 0 as is_new
 *   from batch b
 *   cross join unnest(b.recipients) with ordinality as r (id, position)
 *   cross join lateral (select (r.position - 1)::int as bit) p
 *   left join known k on k.id = r.id
 *   where b.delivery_id = :delivery!
 * ), changed as (
 *   select ordinal, count(*) filter (where is_new) as count,
 *     string_agg(case when is_new and was_sent then '1' else sent::text end, '' order by position)::varbit as sent,
 *     string_agg(case when is_new and had_failed and not was_sent then '1' else failed::text end, '' order by position)::varbit
 *       as failed,
 *     string_agg(case when is_new and not had_failed and not was_sent then '1' else skipped::text end, '' order by position)
 *       ::varbit as skipped
 *   from planned group by ordinal having bool_or(is_new)
 * ), written as (
 *   update batch b
 *   set sent = c.sent, failed = c.failed, skipped = c.skipped, fence = (random() * 2147483646)::int + 1, connections_in_use = 0,
 *       held_by_job = null
 *   from changed c where b.delivery_id = :delivery! and b.ordinal = c.ordinal
 * ), failures as (
 *   insert into delivery_failure (delivery_id, subscriber_id, status, failed_at)
 *   select :delivery!, p.id, 'restored', :now!
 *   from planned p join subscriber s on s.id = p.id
 *   where p.is_new and p.had_failed and not p.was_sent
 *   on conflict do nothing
 * )
 * select coalesce(sum(count), 0)::int as "settled!" from changed
 * ```
 */
export const settleRestored = new PreparedQuery<ISettleRestoredParams,ISettleRestoredResult>(settleRestoredIR);


/** 'CountOpen' parameters type */
export interface ICountOpenParams {
  delivery: number;
}

/** 'CountOpen' return type */
export interface ICountOpenResult {
  open: number;
}

/** 'CountOpen' query type */
export interface ICountOpenQuery {
  params: ICountOpenParams;
  result: ICountOpenResult;
}

const countOpenIR: any = {"usedParamSet":{"delivery":true},"params":[{"name":"delivery","required":true,"transform":{"type":"scalar"},"locs":[{"a":87,"b":96}]}],"statement":"select coalesce(sum(size - settled), 0)::int as \"open!\" from batch where delivery_id = :delivery!"};

/**
 * Query generated from SQL:
 * ```
 * select coalesce(sum(size - settled), 0)::int as "open!" from batch where delivery_id = :delivery!
 * ```
 */
export const countOpen = new PreparedQuery<ICountOpenParams,ICountOpenResult>(countOpenIR);


/** 'EndRestored' parameters type */
export interface IEndRestoredParams {
  delivery: number;
  state: delivery_state;
}

/** 'EndRestored' return type */
export type IEndRestoredResult = void;

/** 'EndRestored' query type */
export interface IEndRestoredQuery {
  params: IEndRestoredParams;
  result: IEndRestoredResult;
}

const endRestoredIR: any = {"usedParamSet":{"state":true,"delivery":true},"params":[{"name":"state","required":true,"transform":{"type":"scalar"},"locs":[{"a":72,"b":78}]},{"name":"delivery","required":true,"transform":{"type":"scalar"},"locs":[{"a":132,"b":141}]}],"statement":"update delivery set state = case state when 'cancelled' then state else :state!::delivery_state end, pause_reason = null\nwhere id = :delivery! and finished_at is null"};

/**
 * Query generated from SQL:
 * ```
 * update delivery set state = case state when 'cancelled' then state else :state!::delivery_state end, pause_reason = null
 * where id = :delivery! and finished_at is null
 * ```
 */
export const endRestored = new PreparedQuery<IEndRestoredParams,IEndRestoredResult>(endRestoredIR);

/** Types generated for queries found in "sql/queries/delivery.sql" */
import { PreparedQuery } from '../platform/database/prepared-query.js';

export type numberArray = (number)[];

export type stringArray = (string)[];

/** 'ClaimIssue' parameters type */
export interface IClaimIssueParams {
  now: Date;
  number: number;
}

/** 'ClaimIssue' return type */
export interface IClaimIssueResult {
  number: number;
}

/** 'ClaimIssue' query type */
export interface IClaimIssueQuery {
  params: IClaimIssueParams;
  result: IClaimIssueResult;
}

const claimIssueIR: any = {"usedParamSet":{"now":true,"number":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":49,"b":53}]},{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":70,"b":77}]}],"statement":"update issue set state = 'sending', started_at = :now!\nwhere number = :number! and state = 'approved'\nreturning number"};

/**
 * Query generated from SQL:
 * ```
 * update issue set state = 'sending', started_at = :now!
 * where number = :number! and state = 'approved'
 * returning number
 * ```
 */
export const claimIssue = new PreparedQuery<IClaimIssueParams,IClaimIssueResult>(claimIssueIR);


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
  number: number;
}

/** 'CutBatches' return type */
export interface ICutBatchesResult {
  planned: number;
}

/** 'CutBatches' query type */
export interface ICutBatchesQuery {
  params: ICutBatchesParams;
  result: ICutBatchesResult;
}

const cutBatchesIR: any = {"usedParamSet":{"batchSize":true,"number":true},"params":[{"name":"batchSize","required":true,"transform":{"type":"scalar"},"locs":[{"a":73,"b":83}]},{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":254,"b":261},{"a":523,"b":530},{"a":679,"b":686}]}],"statement":"with numbered as (\n  select id, ((row_number() over (order by id) - 1) / :batchSize!::int)::int as ordinal\n  from subscriber where state = 'active'\n), cut as (\n  insert into batch (issue_number, ordinal, size, recipients, sent, failed, skipped)\n  select :number!, ordinal, count(*), array_agg(id order by id),\n         repeat('0', count(*)::int)::varbit, repeat('0', count(*)::int)::varbit, repeat('0', count(*)::int)::varbit\n  from numbered group by ordinal\n  returning ordinal, size\n), queued as (\n  select enqueue_batch(:number!, ordinal, now()) from cut\n)\nupdate issue\nset planned = (select coalesce(sum(size), 0) from cut) + 0 * (select count(*) from queued)\nwhere number = :number!\nreturning planned as \"planned!\""};

/**
 * Query generated from SQL:
 * ```
 * with numbered as (
 *   select id, ((row_number() over (order by id) - 1) / :batchSize!::int)::int as ordinal
 *   from subscriber where state = 'active'
 * ), cut as (
 *   insert into batch (issue_number, ordinal, size, recipients, sent, failed, skipped)
 *   select :number!, ordinal, count(*), array_agg(id order by id),
 *          repeat('0', count(*)::int)::varbit, repeat('0', count(*)::int)::varbit, repeat('0', count(*)::int)::varbit
 *   from numbered group by ordinal
 *   returning ordinal, size
 * ), queued as (
 *   select enqueue_batch(:number!, ordinal, now()) from cut
 * )
 * update issue
 * set planned = (select coalesce(sum(size), 0) from cut) + 0 * (select count(*) from queued)
 * where number = :number!
 * returning planned as "planned!"
 * ```
 */
export const cutBatches = new PreparedQuery<ICutBatchesParams,ICutBatchesResult>(cutBatchesIR);


/** 'LockBatch' parameters type */
export interface ILockBatchParams {
  number: number;
  ordinal: number;
}

/** 'LockBatch' return type */
export interface ILockBatchResult {
  /** The share of dead mailboxes that whoever resumed has accepted. Likewise accepted_refused. */
  acceptedHard: number;
  acceptedRefused: number;
  /** How often its recipients were deferred. */
  attempt: number;
  failed: string;
  /** Its recipients are sent the issue again because it failed: what they refuse with is no news to the guard. */
  failedBefore: boolean;
  /** Of guard_settled, how many do not exist. */
  guardHard: number;
  /** Of guard_settled, how many refused for a fault of ours: policy, sender or size. */
  guardRefused: number;
  /** Mailboxes that took or refused the mail since the start or the last resume, without those whose refusal was known. Added up batch by batch; what a crash loses of it is not made up for. */
  guardSettled: number;
  /** The job that has it open. As long as that job is locked, no other opens the batch. */
  heldBy: string | null;
  /** With how many connections a worker has it open; 0 when it was put down properly. */
  openConnections: number;
  /** Subscriber ids; gone with the batch when the issue is finished. */
  recipients: stringArray;
  sent: string;
  server: string;
  skipped: string;
  state: string;
  /** The fence: drawn at random by each mailer that opens the batch. A write with another one changes nothing. */
  token: number;
}

/** 'LockBatch' query type */
export interface ILockBatchQuery {
  params: ILockBatchParams;
  result: ILockBatchResult;
}

const lockBatchIR: any = {"usedParamSet":{"number":true,"ordinal":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":396,"b":403}]},{"name":"ordinal","required":true,"transform":{"type":"scalar"},"locs":[{"a":419,"b":427}]}],"statement":"select token, recipients, attempt, failed_before, open_connections, held_by, issue.state, pg_postmaster_start_time()::text as \"server!\",\n       guard_settled, guard_hard, guard_refused, accepted_hard, accepted_refused,\n       batch.sent::text as \"sent!\", batch.failed::text as \"failed!\", batch.skipped::text as \"skipped!\"\nfrom batch join issue on issue.number = issue_number\nwhere issue_number = :number! and ordinal = :ordinal!\nfor update of batch"};

/**
 * Query generated from SQL:
 * ```
 * select token, recipients, attempt, failed_before, open_connections, held_by, issue.state, pg_postmaster_start_time()::text as "server!",
 *        guard_settled, guard_hard, guard_refused, accepted_hard, accepted_refused,
 *        batch.sent::text as "sent!", batch.failed::text as "failed!", batch.skipped::text as "skipped!"
 * from batch join issue on issue.number = issue_number
 * where issue_number = :number! and ordinal = :ordinal!
 * for update of batch
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
  job: string;
  number: number;
  ordinal: number;
  token: number;
}

/** 'TakeBatch' return type */
export type ITakeBatchResult = void;

/** 'TakeBatch' query type */
export interface ITakeBatchQuery {
  params: ITakeBatchParams;
  result: ITakeBatchResult;
}

const takeBatchIR: any = {"usedParamSet":{"token":true,"connections":true,"job":true,"number":true,"ordinal":true},"params":[{"name":"token","required":true,"transform":{"type":"scalar"},"locs":[{"a":25,"b":31}]},{"name":"connections","required":true,"transform":{"type":"scalar"},"locs":[{"a":53,"b":65}]},{"name":"job","required":true,"transform":{"type":"scalar"},"locs":[{"a":78,"b":82}]},{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":151,"b":158}]},{"name":"ordinal","required":true,"transform":{"type":"scalar"},"locs":[{"a":174,"b":182}]}],"statement":"update batch\nset token = :token!, open_connections = :connections!, held_by = :job!, settled_at_opening = sent | failed | skipped\nwhere issue_number = :number! and ordinal = :ordinal!"};

/**
 * Query generated from SQL:
 * ```
 * update batch
 * set token = :token!, open_connections = :connections!, held_by = :job!, settled_at_opening = sent | failed | skipped
 * where issue_number = :number! and ordinal = :ordinal!
 * ```
 */
export const takeBatch = new PreparedQuery<ITakeBatchParams,ITakeBatchResult>(takeBatchIR);


/** 'NoteRepeats' parameters type */
export interface INoteRepeatsParams {
  count: number;
  number: number;
}

/** 'NoteRepeats' return type */
export type INoteRepeatsResult = void;

/** 'NoteRepeats' query type */
export interface INoteRepeatsQuery {
  params: INoteRepeatsParams;
  result: INoteRepeatsResult;
}

const noteRepeatsIR: any = {"usedParamSet":{"count":true,"number":true},"params":[{"name":"count","required":true,"transform":{"type":"scalar"},"locs":[{"a":57,"b":63}]},{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":80,"b":87}]}],"statement":"update issue set may_have_repeated = may_have_repeated + :count! where number = :number!"};

/**
 * Query generated from SQL:
 * ```
 * update issue set may_have_repeated = may_have_repeated + :count! where number = :number!
 * ```
 */
export const noteRepeats = new PreparedQuery<INoteRepeatsParams,INoteRepeatsResult>(noteRepeatsIR);


/** 'RecordOutcomes' parameters type */
export interface IRecordOutcomesParams {
  failed: string;
  number: number;
  ordinal: number;
  sent: string;
  skipped: string;
  token: number;
}

/** 'RecordOutcomes' return type */
export interface IRecordOutcomesResult {
  state: string;
}

/** 'RecordOutcomes' query type */
export interface IRecordOutcomesQuery {
  params: IRecordOutcomesParams;
  result: IRecordOutcomesResult;
}

const recordOutcomesIR: any = {"usedParamSet":{"sent":true,"failed":true,"skipped":true,"number":true,"ordinal":true,"token":true},"params":[{"name":"sent","required":true,"transform":{"type":"scalar"},"locs":[{"a":24,"b":29}]},{"name":"failed","required":true,"transform":{"type":"scalar"},"locs":[{"a":55,"b":62}]},{"name":"skipped","required":true,"transform":{"type":"scalar"},"locs":[{"a":89,"b":97}]},{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":145,"b":152}]},{"name":"ordinal","required":true,"transform":{"type":"scalar"},"locs":[{"a":168,"b":176}]},{"name":"token","required":true,"transform":{"type":"scalar"},"locs":[{"a":190,"b":196}]}],"statement":"update batch\nset sent = :sent!::text::varbit, failed = :failed!::text::varbit, skipped = :skipped!::text::varbit\nfrom issue\nwhere issue_number = :number! and ordinal = :ordinal! and token = :token! and issue.number = issue_number\nreturning issue.state"};

/**
 * Query generated from SQL:
 * ```
 * update batch
 * set sent = :sent!::text::varbit, failed = :failed!::text::varbit, skipped = :skipped!::text::varbit
 * from issue
 * where issue_number = :number! and ordinal = :ordinal! and token = :token! and issue.number = issue_number
 * returning issue.state
 * ```
 */
export const recordOutcomes = new PreparedQuery<IRecordOutcomesParams,IRecordOutcomesResult>(recordOutcomesIR);


/** 'RecordFailures' parameters type */
export interface IRecordFailuresParams {
  ids: stringArray;
  now: Date;
  number: number;
  statuses: stringArray;
}

/** 'RecordFailures' return type */
export type IRecordFailuresResult = void;

/** 'RecordFailures' query type */
export interface IRecordFailuresQuery {
  params: IRecordFailuresParams;
  result: IRecordFailuresResult;
}

const recordFailuresIR: any = {"usedParamSet":{"number":true,"now":true,"ids":true,"statuses":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":85,"b":92}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":111,"b":115}]},{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":129,"b":133}]},{"name":"statuses","required":true,"transform":{"type":"scalar"},"locs":[{"a":144,"b":153}]}],"statement":"insert into delivery_failure (issue_number, subscriber_id, status, failed_at)\nselect :number!, f.id, f.status, :now!\nfrom unnest(:ids!::uuid[], :statuses!::text[]) as f (id, status)\njoin subscriber s on s.id = f.id\non conflict do nothing"};

/**
 * Query generated from SQL:
 * ```
 * insert into delivery_failure (issue_number, subscriber_id, status, failed_at)
 * select :number!, f.id, f.status, :now!
 * from unnest(:ids!::uuid[], :statuses!::text[]) as f (id, status)
 * join subscriber s on s.id = f.id
 * on conflict do nothing
 * ```
 */
export const recordFailures = new PreparedQuery<IRecordFailuresParams,IRecordFailuresResult>(recordFailuresIR);


/** 'PutDown' parameters type */
export interface IPutDownParams {
  hard: number;
  number: number;
  ordinal: number;
  refused: number;
  settled: number;
  token: number;
}

/** 'PutDown' return type */
export interface IPutDownResult {
  /** The share of dead mailboxes that whoever resumed has accepted. Likewise accepted_refused. */
  acceptedHard: number;
  acceptedRefused: number;
  /** Of guard_settled, how many do not exist. */
  guardHard: number;
  /** Of guard_settled, how many refused for a fault of ours: policy, sender or size. */
  guardRefused: number;
  /** Mailboxes that took or refused the mail since the start or the last resume, without those whose refusal was known. Added up batch by batch; what a crash loses of it is not made up for. */
  guardSettled: number;
}

/** 'PutDown' query type */
export interface IPutDownQuery {
  params: IPutDownParams;
  result: IPutDownResult;
}

const putDownIR: any = {"usedParamSet":{"settled":true,"hard":true,"refused":true,"number":true,"ordinal":true,"token":true},"params":[{"name":"settled","required":true,"transform":{"type":"scalar"},"locs":[{"a":71,"b":79}]},{"name":"hard","required":true,"transform":{"type":"scalar"},"locs":[{"a":108,"b":113}]},{"name":"refused","required":true,"transform":{"type":"scalar"},"locs":[{"a":148,"b":156}]},{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":175,"b":182},{"a":235,"b":242}]},{"name":"ordinal","required":true,"transform":{"type":"scalar"},"locs":[{"a":258,"b":266},{"a":519,"b":527}]},{"name":"token","required":true,"transform":{"type":"scalar"},"locs":[{"a":280,"b":286},{"a":541,"b":547}]}],"statement":"with counted as (\n  update issue\n  set guard_settled = guard_settled + :settled!, guard_hard = guard_hard + :hard!, guard_refused = guard_refused + :refused!\n  where number = :number! and exists (select from batch where issue_number = :number! and ordinal = :ordinal! and token = :token!)\n  returning number, guard_settled, guard_hard, guard_refused, accepted_hard, accepted_refused\n), down as (\n  update batch set open_connections = 0, held_by = null\n  from counted\n  where issue_number = counted.number and ordinal = :ordinal! and token = :token!\n)\nselect guard_settled, guard_hard, guard_refused, accepted_hard, accepted_refused from counted"};

/**
 * Query generated from SQL:
 * ```
 * with counted as (
 *   update issue
 *   set guard_settled = guard_settled + :settled!, guard_hard = guard_hard + :hard!, guard_refused = guard_refused + :refused!
 *   where number = :number! and exists (select from batch where issue_number = :number! and ordinal = :ordinal! and token = :token!)
 *   returning number, guard_settled, guard_hard, guard_refused, accepted_hard, accepted_refused
 * ), down as (
 *   update batch set open_connections = 0, held_by = null
 *   from counted
 *   where issue_number = counted.number and ordinal = :ordinal! and token = :token!
 * )
 * select guard_settled, guard_hard, guard_refused, accepted_hard, accepted_refused from counted
 * ```
 */
export const putDown = new PreparedQuery<IPutDownParams,IPutDownResult>(putDownIR);


/** 'FindKnownRefusals' parameters type */
export interface IFindKnownRefusalsParams {
  ids: stringArray;
  number: number;
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

const findKnownRefusalsIR: any = {"usedParamSet":{"ids":true,"number":true},"params":[{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":79,"b":83}]},{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":106,"b":113}]}],"statement":"select distinct subscriber_id from delivery_failure\nwhere subscriber_id = any (:ids!) and issue_number <> :number! and (status like '5.1.%' or status like '5.7.%' or status = '5.3.4')"};

/**
 * Query generated from SQL:
 * ```
 * select distinct subscriber_id from delivery_failure
 * where subscriber_id = any (:ids!) and issue_number <> :number! and (status like '5.1.%' or status like '5.7.%' or status = '5.3.4')
 * ```
 */
export const findKnownRefusals = new PreparedQuery<IFindKnownRefusalsParams,IFindKnownRefusalsResult>(findKnownRefusalsIR);


/** 'LockIssue' parameters type */
export interface ILockIssueParams {
  number: number;
}

/** 'LockIssue' return type */
export interface ILockIssueResult {
  state: string;
}

/** 'LockIssue' query type */
export interface ILockIssueQuery {
  params: ILockIssueParams;
  result: ILockIssueResult;
}

const lockIssueIR: any = {"usedParamSet":{"number":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":39,"b":46}]}],"statement":"select state from issue where number = :number! for no key update"};

/**
 * Query generated from SQL:
 * ```
 * select state from issue where number = :number! for no key update
 * ```
 */
export const lockIssue = new PreparedQuery<ILockIssueParams,ILockIssueResult>(lockIssueIR);


/** 'ShrinkBatch' parameters type */
export interface IShrinkBatchParams {
  failed: string;
  number: number;
  ordinal: number;
  recipients: stringArray;
  sent: string;
  skipped: string;
  token: number;
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

const shrinkBatchIR: any = {"usedParamSet":{"recipients":true,"sent":true,"failed":true,"skipped":true,"number":true,"ordinal":true,"token":true},"params":[{"name":"recipients","required":true,"transform":{"type":"scalar"},"locs":[{"a":36,"b":47},{"a":72,"b":83}]},{"name":"sent","required":true,"transform":{"type":"scalar"},"locs":[{"a":124,"b":129}]},{"name":"failed","required":true,"transform":{"type":"scalar"},"locs":[{"a":155,"b":162}]},{"name":"skipped","required":true,"transform":{"type":"scalar"},"locs":[{"a":189,"b":197}]},{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":234,"b":241}]},{"name":"ordinal","required":true,"transform":{"type":"scalar"},"locs":[{"a":257,"b":265}]},{"name":"token","required":true,"transform":{"type":"scalar"},"locs":[{"a":279,"b":285}]}],"statement":"update batch\nset size = cardinality(:recipients!::uuid[]), recipients = :recipients!, settled_at_opening = null,\n    sent = :sent!::text::varbit, failed = :failed!::text::varbit, skipped = :skipped!::text::varbit\nwhere issue_number = :number! and ordinal = :ordinal! and token = :token!\nreturning ordinal"};

/**
 * Query generated from SQL:
 * ```
 * update batch
 * set size = cardinality(:recipients!::uuid[]), recipients = :recipients!, settled_at_opening = null,
 *     sent = :sent!::text::varbit, failed = :failed!::text::varbit, skipped = :skipped!::text::varbit
 * where issue_number = :number! and ordinal = :ordinal! and token = :token!
 * returning ordinal
 * ```
 */
export const shrinkBatch = new PreparedQuery<IShrinkBatchParams,IShrinkBatchResult>(shrinkBatchIR);


/** 'AddBatch' parameters type */
export interface IAddBatchParams {
  attempt: number;
  failedBefore: boolean;
  number: number;
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

const addBatchIR: any = {"usedParamSet":{"number":true,"recipients":true,"attempt":true,"failedBefore":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":114,"b":121},{"a":437,"b":444}]},{"name":"recipients","required":true,"transform":{"type":"scalar"},"locs":[{"a":167,"b":178},{"a":190,"b":201},{"a":262,"b":273},{"a":318,"b":329},{"a":374,"b":385}]},{"name":"attempt","required":true,"transform":{"type":"scalar"},"locs":[{"a":204,"b":212}]},{"name":"failedBefore","required":true,"transform":{"type":"scalar"},"locs":[{"a":215,"b":228}]}],"statement":"insert into batch (issue_number, ordinal, size, recipients, attempt, failed_before, sent, failed, skipped)\nselect :number!, coalesce(max(ordinal), 0) + 1, cardinality(:recipients!::uuid[]), :recipients!, :attempt!, :failedBefore!,\n       repeat('0', cardinality(:recipients!::uuid[]))::varbit, repeat('0', cardinality(:recipients!::uuid[]))::varbit, repeat('0', cardinality(:recipients!::uuid[]))::varbit\nfrom batch where issue_number = :number!\nreturning ordinal"};

/**
 * Query generated from SQL:
 * ```
 * insert into batch (issue_number, ordinal, size, recipients, attempt, failed_before, sent, failed, skipped)
 * select :number!, coalesce(max(ordinal), 0) + 1, cardinality(:recipients!::uuid[]), :recipients!, :attempt!, :failedBefore!,
 *        repeat('0', cardinality(:recipients!::uuid[]))::varbit, repeat('0', cardinality(:recipients!::uuid[]))::varbit, repeat('0', cardinality(:recipients!::uuid[]))::varbit
 * from batch where issue_number = :number!
 * returning ordinal
 * ```
 */
export const addBatch = new PreparedQuery<IAddBatchParams,IAddBatchResult>(addBatchIR);


/** 'EnqueueBatch' parameters type */
export interface IEnqueueBatchParams {
  afterSeconds: number;
  number: number;
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

const enqueueBatchIR: any = {"usedParamSet":{"number":true,"ordinal":true,"afterSeconds":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":21,"b":28}]},{"name":"ordinal","required":true,"transform":{"type":"scalar"},"locs":[{"a":36,"b":44}]},{"name":"afterSeconds","required":true,"transform":{"type":"scalar"},"locs":[{"a":82,"b":95}]}],"statement":"select enqueue_batch(:number!::int, :ordinal!::int, now() + make_interval(secs => :afterSeconds!)) is not null as queued"};

/**
 * Query generated from SQL:
 * ```
 * select enqueue_batch(:number!::int, :ordinal!::int, now() + make_interval(secs => :afterSeconds!)) is not null as queued
 * ```
 */
export const enqueueBatch = new PreparedQuery<IEnqueueBatchParams,IEnqueueBatchResult>(enqueueBatchIR);


/** 'EnqueueUnsettled' parameters type */
export interface IEnqueueUnsettledParams {
  number: number;
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

const enqueueUnsettledIR: any = {"usedParamSet":{"number":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":107,"b":114}]}],"statement":"select count(enqueue_batch(issue_number, ordinal, now()))::int as \"count!\"\nfrom batch\nwhere issue_number = :number! and bit_count(sent) + bit_count(failed) + bit_count(skipped) < size"};

/**
 * Query generated from SQL:
 * ```
 * select count(enqueue_batch(issue_number, ordinal, now()))::int as "count!"
 * from batch
 * where issue_number = :number! and bit_count(sent) + bit_count(failed) + bit_count(skipped) < size
 * ```
 */
export const enqueueUnsettled = new PreparedQuery<IEnqueueUnsettledParams,IEnqueueUnsettledResult>(enqueueUnsettledIR);


/** 'ListUnfinished' parameters type */
export type IListUnfinishedParams = void;

/** 'ListUnfinished' return type */
export interface IListUnfinishedResult {
  number: number;
}

/** 'ListUnfinished' query type */
export interface IListUnfinishedQuery {
  params: IListUnfinishedParams;
  result: IListUnfinishedResult;
}

const listUnfinishedIR: any = {"usedParamSet":{},"params":[],"statement":"select number from issue where state in ('sending', 'cancelled') and finished_at is null"};

/**
 * Query generated from SQL:
 * ```
 * select number from issue where state in ('sending', 'cancelled') and finished_at is null
 * ```
 */
export const listUnfinished = new PreparedQuery<IListUnfinishedParams,IListUnfinishedResult>(listUnfinishedIR);


/** 'EnqueueForgotten' parameters type */
export interface IEnqueueForgottenParams {
  job: string;
  number: number;
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

const enqueueForgottenIR: any = {"usedParamSet":{"number":true,"job":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":107,"b":114}]},{"name":"job","required":true,"transform":{"type":"scalar"},"locs":[{"a":251,"b":255}]}],"statement":"select count(enqueue_batch(issue_number, ordinal, now()))::int as \"count!\"\nfrom batch\nwhere issue_number = :number! and bit_count(sent) + bit_count(failed) + bit_count(skipped) < size\n  and not exists (select from graphile_worker.jobs j where j.key = :job! || ':' || issue_number || ':' || ordinal)"};

/**
 * Query generated from SQL:
 * ```
 * select count(enqueue_batch(issue_number, ordinal, now()))::int as "count!"
 * from batch
 * where issue_number = :number! and bit_count(sent) + bit_count(failed) + bit_count(skipped) < size
 *   and not exists (select from graphile_worker.jobs j where j.key = :job! || ':' || issue_number || ':' || ordinal)
 * ```
 */
export const enqueueForgotten = new PreparedQuery<IEnqueueForgottenParams,IEnqueueForgottenResult>(enqueueForgottenIR);


/** 'PauseIssue' parameters type */
export interface IPauseIssueParams {
  number: number;
  reason: string;
}

/** 'PauseIssue' return type */
export interface IPauseIssueResult {
  number: number;
}

/** 'PauseIssue' query type */
export interface IPauseIssueQuery {
  params: IPauseIssueParams;
  result: IPauseIssueResult;
}

const pauseIssueIR: any = {"usedParamSet":{"reason":true,"number":true},"params":[{"name":"reason","required":true,"transform":{"type":"scalar"},"locs":[{"a":50,"b":57}]},{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":74,"b":81}]}],"statement":"update issue set state = 'paused', pause_reason = :reason!\nwhere number = :number! and state = 'sending'\nreturning number"};

/**
 * Query generated from SQL:
 * ```
 * update issue set state = 'paused', pause_reason = :reason!
 * where number = :number! and state = 'sending'
 * returning number
 * ```
 */
export const pauseIssue = new PreparedQuery<IPauseIssueParams,IPauseIssueResult>(pauseIssueIR);


/** 'ResumeIssue' parameters type */
export interface IResumeIssueParams {
  number: number;
}

/** 'ResumeIssue' return type */
export interface IResumeIssueResult {
  /** The share of dead mailboxes that whoever resumed has accepted. Likewise accepted_refused. */
  acceptedHard: number;
  acceptedRefused: number;
  /** Why it was paused: a key of PAUSE_REASONS. */
  reason: string;
}

/** 'ResumeIssue' query type */
export interface IResumeIssueQuery {
  params: IResumeIssueParams;
  result: IResumeIssueResult;
}

const resumeIssueIR: any = {"usedParamSet":{"number":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":660,"b":667}]}],"statement":"update issue\nset state = 'sending', pause_reason = null, guard_settled = 0, guard_hard = 0, guard_refused = 0,\n    accepted_hard = case before.pause_reason\n      when 'bounce-rate' then greatest(issue.accepted_hard, issue.guard_hard::float8 / greatest(issue.guard_settled, 1))\n      else issue.accepted_hard end,\n    accepted_refused = case\n      when before.pause_reason in ('policy', 'sender-refused', 'too-large') and issue.guard_refused * 2 < issue.guard_settled\n      then greatest(issue.accepted_refused, issue.guard_refused::float8 / issue.guard_settled)\n      else issue.accepted_refused end\nfrom (select number, pause_reason from issue where number = :number! and state = 'paused' for no key update) before\nwhere issue.number = before.number\nreturning before.pause_reason as \"reason!\", accepted_hard, accepted_refused"};

/**
 * Query generated from SQL:
 * ```
 * update issue
 * set state = 'sending', pause_reason = null, guard_settled = 0, guard_hard = 0, guard_refused = 0,
 *     accepted_hard = case before.pause_reason
 *       when 'bounce-rate' then greatest(issue.accepted_hard, issue.guard_hard::float8 / greatest(issue.guard_settled, 1))
 *       else issue.accepted_hard end,
 *     accepted_refused = case
 *       when before.pause_reason in ('policy', 'sender-refused', 'too-large') and issue.guard_refused * 2 < issue.guard_settled
 *       then greatest(issue.accepted_refused, issue.guard_refused::float8 / issue.guard_settled)
 *       else issue.accepted_refused end
 * from (select number, pause_reason from issue where number = :number! and state = 'paused' for no key update) before
 * where issue.number = before.number
 * returning before.pause_reason as "reason!", accepted_hard, accepted_refused
 * ```
 */
export const resumeIssue = new PreparedQuery<IResumeIssueParams,IResumeIssueResult>(resumeIssueIR);


/** 'CancelIssue' parameters type */
export interface ICancelIssueParams {
  number: number;
}

/** 'CancelIssue' return type */
export interface ICancelIssueResult {
  number: number;
}

/** 'CancelIssue' query type */
export interface ICancelIssueQuery {
  params: ICancelIssueParams;
  result: ICancelIssueResult;
}

const cancelIssueIR: any = {"usedParamSet":{"number":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":73,"b":80}]}],"statement":"update issue set state = 'cancelled', pause_reason = null\nwhere number = :number! and state in ('sending', 'paused')\nreturning number"};

/**
 * Query generated from SQL:
 * ```
 * update issue set state = 'cancelled', pause_reason = null
 * where number = :number! and state in ('sending', 'paused')
 * returning number
 * ```
 */
export const cancelIssue = new PreparedQuery<ICancelIssueParams,ICancelIssueResult>(cancelIssueIR);


/** 'CountOutcomes' parameters type */
export interface ICountOutcomesParams {
  number: number;
}

/** 'CountOutcomes' return type */
export interface ICountOutcomesResult {
  deferred: number;
  failed: number;
  finishedAt: Date | null;
  /** Mails that were under way when a worker died: each may have been sent twice. */
  mayHaveRepeated: number;
  /** Why it was paused: a key of PAUSE_REASONS. */
  pauseReason: string | null;
  planned: number | null;
  sent: number;
  skipped: number;
  startedAt: Date | null;
  state: string;
}

/** 'CountOutcomes' query type */
export interface ICountOutcomesQuery {
  params: ICountOutcomesParams;
  result: ICountOutcomesResult;
}

const countOutcomesIR: any = {"usedParamSet":{"number":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":544,"b":551}]}],"statement":"select i.state, i.pause_reason, i.planned, i.started_at, i.finished_at, i.may_have_repeated,\n       (i.sent + coalesce(sum(bit_count(b.sent)), 0))::int as \"sent!\",\n       (i.failed + coalesce(sum(bit_count(b.failed)), 0))::int as \"failed!\",\n       (i.skipped + coalesce(sum(bit_count(b.skipped)), 0))::int as \"skipped!\",\n       coalesce(sum(b.size - bit_count(b.sent) - bit_count(b.failed) - bit_count(b.skipped)) filter (where b.attempt > 0), 0)::int as \"deferred!\"\nfrom issue i left join batch b on b.issue_number = i.number\nwhere i.number = :number!\ngroup by i.number"};

/**
 * Query generated from SQL:
 * ```
 * select i.state, i.pause_reason, i.planned, i.started_at, i.finished_at, i.may_have_repeated,
 *        (i.sent + coalesce(sum(bit_count(b.sent)), 0))::int as "sent!",
 *        (i.failed + coalesce(sum(bit_count(b.failed)), 0))::int as "failed!",
 *        (i.skipped + coalesce(sum(bit_count(b.skipped)), 0))::int as "skipped!",
 *        coalesce(sum(b.size - bit_count(b.sent) - bit_count(b.failed) - bit_count(b.skipped)) filter (where b.attempt > 0), 0)::int as "deferred!"
 * from issue i left join batch b on b.issue_number = i.number
 * where i.number = :number!
 * group by i.number
 * ```
 */
export const countOutcomes = new PreparedQuery<ICountOutcomesParams,ICountOutcomesResult>(countOutcomesIR);


/** 'CountFailures' parameters type */
export interface ICountFailuresParams {
  number: number;
}

/** 'CountFailures' return type */
export interface ICountFailuresResult {
  count: number;
  /** Enhanced status code (RFC 3463), or the SMTP reply code; never the reply text. */
  status: string;
}

/** 'CountFailures' query type */
export interface ICountFailuresQuery {
  params: ICountFailuresParams;
  result: ICountFailuresResult;
}

const countFailuresIR: any = {"usedParamSet":{"number":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":84,"b":91}]}],"statement":"select status, count(*)::int as \"count!\" from delivery_failure\nwhere issue_number = :number! group by status order by 2 desc, 1"};

/**
 * Query generated from SQL:
 * ```
 * select status, count(*)::int as "count!" from delivery_failure
 * where issue_number = :number! group by status order by 2 desc, 1
 * ```
 */
export const countFailures = new PreparedQuery<ICountFailuresParams,ICountFailuresResult>(countFailuresIR);


/** 'FindUnsettled' parameters type */
export interface IFindUnsettledParams {
  number: number;
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

const findUnsettledIR: any = {"usedParamSet":{"number":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":47,"b":54}]}],"statement":"select ordinal from batch\nwhere issue_number = :number! and bit_count(sent) + bit_count(failed) + bit_count(skipped) < size\norder by ordinal desc limit 1"};

/**
 * Query generated from SQL:
 * ```
 * select ordinal from batch
 * where issue_number = :number! and bit_count(sent) + bit_count(failed) + bit_count(skipped) < size
 * order by ordinal desc limit 1
 * ```
 */
export const findUnsettled = new PreparedQuery<IFindUnsettledParams,IFindUnsettledResult>(findUnsettledIR);


/** 'SettleIssue' parameters type */
export interface ISettleIssueParams {
  now: Date;
  number: number;
}

/** 'SettleIssue' return type */
export interface ISettleIssueResult {
  failed: number;
  /** Mails that were under way when a worker died: each may have been sent twice. */
  mayHaveRepeated: number;
  planned: number;
  /** Of batches that are settled and gone; those that are still there count for themselves. Likewise failed and skipped. */
  sent: number;
  skipped: number;
  state: string;
}

/** 'SettleIssue' query type */
export interface ISettleIssueQuery {
  params: ISettleIssueParams;
  result: ISettleIssueResult;
}

const settleIssueIR: any = {"usedParamSet":{"number":true,"now":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":197,"b":204},{"a":460,"b":467}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":313,"b":317}]}],"statement":"with total as (\n  select coalesce(sum(bit_count(sent)), 0) as sent, coalesce(sum(bit_count(failed)), 0) as failed, coalesce(sum(bit_count(skipped)), 0) as skipped\n  from batch where issue_number = :number!\n)\nupdate issue\nset state = case issue.state when 'sending' then 'sent' else issue.state end, finished_at = :now!,\n    sent = issue.sent + total.sent, failed = issue.failed + total.failed, skipped = issue.skipped + total.skipped\nfrom total\nwhere number = :number! and state in ('sending', 'cancelled') and finished_at is null\n  and planned = issue.sent + issue.failed + issue.skipped + total.sent + total.failed + total.skipped\nreturning issue.state, planned as \"planned!\", issue.sent, issue.failed, issue.skipped, may_have_repeated"};

/**
 * Query generated from SQL:
 * ```
 * with total as (
 *   select coalesce(sum(bit_count(sent)), 0) as sent, coalesce(sum(bit_count(failed)), 0) as failed, coalesce(sum(bit_count(skipped)), 0) as skipped
 *   from batch where issue_number = :number!
 * )
 * update issue
 * set state = case issue.state when 'sending' then 'sent' else issue.state end, finished_at = :now!,
 *     sent = issue.sent + total.sent, failed = issue.failed + total.failed, skipped = issue.skipped + total.skipped
 * from total
 * where number = :number! and state in ('sending', 'cancelled') and finished_at is null
 *   and planned = issue.sent + issue.failed + issue.skipped + total.sent + total.failed + total.skipped
 * returning issue.state, planned as "planned!", issue.sent, issue.failed, issue.skipped, may_have_repeated
 * ```
 */
export const settleIssue = new PreparedQuery<ISettleIssueParams,ISettleIssueResult>(settleIssueIR);


/** 'DropBatches' parameters type */
export interface IDropBatchesParams {
  number: number;
}

/** 'DropBatches' return type */
export type IDropBatchesResult = void;

/** 'DropBatches' query type */
export interface IDropBatchesQuery {
  params: IDropBatchesParams;
  result: IDropBatchesResult;
}

const dropBatchesIR: any = {"usedParamSet":{"number":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":39,"b":46}]}],"statement":"delete from batch where issue_number = :number!"};

/**
 * Query generated from SQL:
 * ```
 * delete from batch where issue_number = :number!
 * ```
 */
export const dropBatches = new PreparedQuery<IDropBatchesParams,IDropBatchesResult>(dropBatchesIR);


/** 'TakeFailed' parameters type */
export interface ITakeFailedParams {
  number: number;
}

/** 'TakeFailed' return type */
export interface ITakeFailedResult {
  subscriberId: string;
}

/** 'TakeFailed' query type */
export interface ITakeFailedQuery {
  params: ITakeFailedParams;
  result: ITakeFailedResult;
}

const takeFailedIR: any = {"usedParamSet":{"number":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":50,"b":57}]}],"statement":"delete from delivery_failure where issue_number = :number! returning subscriber_id"};

/**
 * Query generated from SQL:
 * ```
 * delete from delivery_failure where issue_number = :number! returning subscriber_id
 * ```
 */
export const takeFailed = new PreparedQuery<ITakeFailedParams,ITakeFailedResult>(takeFailedIR);


/** 'ReopenIssue' parameters type */
export interface IReopenIssueParams {
  count: number;
  number: number;
}

/** 'ReopenIssue' return type */
export interface IReopenIssueResult {
  number: number;
}

/** 'ReopenIssue' query type */
export interface IReopenIssueQuery {
  params: IReopenIssueParams;
  result: IReopenIssueResult;
}

const reopenIssueIR: any = {"usedParamSet":{"count":true,"number":true},"params":[{"name":"count","required":true,"transform":{"type":"scalar"},"locs":[{"a":74,"b":80}]},{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":97,"b":104}]}],"statement":"update issue set state = 'sending', finished_at = null, failed = failed - :count!\nwhere number = :number! and state = 'sent'\nreturning number"};

/**
 * Query generated from SQL:
 * ```
 * update issue set state = 'sending', finished_at = null, failed = failed - :count!
 * where number = :number! and state = 'sent'
 * returning number
 * ```
 */
export const reopenIssue = new PreparedQuery<IReopenIssueParams,IReopenIssueResult>(reopenIssueIR);


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

const reservePaceIR: any = {"usedParamSet":{"mostSeconds":true,"seconds":true},"params":[{"name":"mostSeconds","required":true,"transform":{"type":"scalar"},"locs":[{"a":292,"b":304}]},{"name":"seconds","required":true,"transform":{"type":"scalar"},"locs":[{"a":389,"b":397}]}],"statement":"with pace_before as (\n  select free_at from pace for update\n), begin as (\n  select case when corrected then clock_timestamp() else greatest(free_at, clock_timestamp()) end as free_at, corrected\n  from pace_before cross join lateral (select free_at > clock_timestamp() + make_interval(secs => :mostSeconds!) as corrected) c\n)\nupdate pace\nset free_at = begin.free_at + make_interval(secs => :seconds!)\nfrom begin\nreturning extract(epoch from begin.free_at - clock_timestamp())::float8 as \"startsIn!\", begin.corrected as \"corrected!\""};

/**
 * Query generated from SQL:
 * ```
 * with pace_before as (
 *   select free_at from pace for update
 * ), begin as (
 *   select case when corrected then clock_timestamp() else greatest(free_at, clock_timestamp()) end as free_at, corrected
 *   from pace_before cross join lateral (select free_at > clock_timestamp() + make_interval(secs => :mostSeconds!) as corrected) c
 * )
 * update pace
 * set free_at = begin.free_at + make_interval(secs => :seconds!)
 * from begin
 * returning extract(epoch from begin.free_at - clock_timestamp())::float8 as "startsIn!", begin.corrected as "corrected!"
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

const boundRetriesIR: any = {"usedParamSet":{"retryAfterSeconds":true,"job":true,"slackSeconds":true},"params":[{"name":"retryAfterSeconds","required":true,"transform":{"type":"scalar"},"locs":[{"a":84,"b":102}]},{"name":"job","required":true,"transform":{"type":"scalar"},"locs":[{"a":218,"b":222}]},{"name":"slackSeconds","required":true,"transform":{"type":"scalar"},"locs":[{"a":462,"b":475}]}],"statement":"with bound as (\n  select j.id, j.run_at, now() + make_interval(secs => greatest(1, (:retryAfterSeconds!::float8[])[b.attempt], exp(least(j.attempts, 10)))) as at\n  from batch b\n  join graphile_worker.jobs j on j.key = :job! || ':' || b.issue_number || ':' || b.ordinal\n  where j.locked_at is null and j.run_at > now()\n), corrected as (\n  select (graphile_worker.reschedule_jobs(array[id], run_at := at)).id\n  from bound where run_at > at + make_interval(secs => :slackSeconds!)\n)\nselect count(*)::int as \"count!\" from corrected"};

/**
 * Query generated from SQL:
 * ```
 * with bound as (
 *   select j.id, j.run_at, now() + make_interval(secs => greatest(1, (:retryAfterSeconds!::float8[])[b.attempt], exp(least(j.attempts, 10)))) as at
 *   from batch b
 *   join graphile_worker.jobs j on j.key = :job! || ':' || b.issue_number || ':' || b.ordinal
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


/** 'LockDelivery' parameters type */
export interface ILockDeliveryParams {
  number: number;
}

/** 'LockDelivery' return type */
export interface ILockDeliveryResult {
  finished: boolean;
  state: string;
}

/** 'LockDelivery' query type */
export interface ILockDeliveryQuery {
  params: ILockDeliveryParams;
  result: ILockDeliveryResult;
}

const lockDeliveryIR: any = {"usedParamSet":{"number":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":79,"b":86}]}],"statement":"select state, finished_at is not null as \"finished!\" from issue where number = :number! for no key update"};

/**
 * Query generated from SQL:
 * ```
 * select state, finished_at is not null as "finished!" from issue where number = :number! for no key update
 * ```
 */
export const lockDelivery = new PreparedQuery<ILockDeliveryParams,ILockDeliveryResult>(lockDeliveryIR);


/** 'LocateRecipients' parameters type */
export interface ILocateRecipientsParams {
  ids: stringArray;
  number: number;
}

/** 'LocateRecipients' return type */
export interface ILocateRecipientsResult {
  id: string;
  ordinal: number;
  position: number;
  sentSinceOpening: boolean;
  settled: boolean;
  /** The fence: drawn at random by each mailer that opens the batch. A write with another one changes nothing. */
  token: number;
}

/** 'LocateRecipients' query type */
export interface ILocateRecipientsQuery {
  params: ILocateRecipientsParams;
  result: ILocateRecipientsResult;
}

const locateRecipientsIR: any = {"usedParamSet":{"ids":true,"number":true},"params":[{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":445,"b":449}]},{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":518,"b":525}]}],"statement":"select r.id as \"id!\", b.ordinal, (r.position - 1)::int as \"position!\", b.token,\n       get_bit(sent, p.bit) + get_bit(failed, p.bit) + get_bit(skipped, p.bit) > 0 as \"settled!\",\n       get_bit(sent, p.bit) = 1 and coalesce(get_bit(settled_at_opening, p.bit) = 0, false) as \"sentSinceOpening!\"\nfrom batch b\ncross join unnest(b.recipients) with ordinality as r (id, position)\ncross join lateral (select (r.position - 1)::int as bit) p\njoin unnest(:ids!::uuid[]) as wanted (id) on wanted.id = r.id\nwhere b.issue_number = :number!"};

/**
 * Query generated from SQL:
 * ```
 * select r.id as "id!", b.ordinal, (r.position - 1)::int as "position!", b.token,
 *        get_bit(sent, p.bit) + get_bit(failed, p.bit) + get_bit(skipped, p.bit) > 0 as "settled!",
 *        get_bit(sent, p.bit) = 1 and coalesce(get_bit(settled_at_opening, p.bit) = 0, false) as "sentSinceOpening!"
 * from batch b
 * cross join unnest(b.recipients) with ordinality as r (id, position)
 * cross join lateral (select (r.position - 1)::int as bit) p
 * join unnest(:ids!::uuid[]) as wanted (id) on wanted.id = r.id
 * where b.issue_number = :number!
 * ```
 */
export const locateRecipients = new PreparedQuery<ILocateRecipientsParams,ILocateRecipientsResult>(locateRecipientsIR);


/** 'RestoreOutcomes' parameters type */
export interface IRestoreOutcomesParams {
  failed: string;
  number: number;
  ordinal: number;
  sent: string;
  skipped: string;
  token: number;
}

/** 'RestoreOutcomes' return type */
export type IRestoreOutcomesResult = void;

/** 'RestoreOutcomes' query type */
export interface IRestoreOutcomesQuery {
  params: IRestoreOutcomesParams;
  result: IRestoreOutcomesResult;
}

const restoreOutcomesIR: any = {"usedParamSet":{"sent":true,"failed":true,"skipped":true,"token":true,"number":true,"ordinal":true},"params":[{"name":"sent","required":true,"transform":{"type":"scalar"},"locs":[{"a":24,"b":29}]},{"name":"failed","required":true,"transform":{"type":"scalar"},"locs":[{"a":55,"b":62}]},{"name":"skipped","required":true,"transform":{"type":"scalar"},"locs":[{"a":89,"b":97}]},{"name":"token","required":true,"transform":{"type":"scalar"},"locs":[{"a":126,"b":132}]},{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":177,"b":184}]},{"name":"ordinal","required":true,"transform":{"type":"scalar"},"locs":[{"a":200,"b":208}]}],"statement":"update batch\nset sent = :sent!::text::varbit, failed = :failed!::text::varbit, skipped = :skipped!::text::varbit,\n    token = :token!, open_connections = 0\nwhere issue_number = :number! and ordinal = :ordinal!"};

/**
 * Query generated from SQL:
 * ```
 * update batch
 * set sent = :sent!::text::varbit, failed = :failed!::text::varbit, skipped = :skipped!::text::varbit,
 *     token = :token!, open_connections = 0
 * where issue_number = :number! and ordinal = :ordinal!
 * ```
 */
export const restoreOutcomes = new PreparedQuery<IRestoreOutcomesParams,IRestoreOutcomesResult>(restoreOutcomesIR);

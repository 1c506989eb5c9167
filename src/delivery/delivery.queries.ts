/** Types generated for queries found in "sql/queries/delivery.sql" */
import { PreparedQuery } from '../platform/prepared-query.js';

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


/** 'CutBatches' parameters type */
export interface ICutBatchesParams {
  batchSeconds: number;
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

const cutBatchesIR: any = {"usedParamSet":{"batchSize":true,"number":true,"batchSeconds":true},"params":[{"name":"batchSize","required":true,"transform":{"type":"scalar"},"locs":[{"a":73,"b":83}]},{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":254,"b":261},{"a":582,"b":589},{"a":722,"b":729},{"a":888,"b":895}]},{"name":"batchSeconds","required":true,"transform":{"type":"scalar"},"locs":[{"a":670,"b":683}]}],"statement":"with numbered as (\n  select id, ((row_number() over (order by id) - 1) / :batchSize!::int)::int as ordinal\n  from subscriber where state = 'active'\n), cut as (\n  insert into batch (issue_number, ordinal, size, recipients, sent, failed, skipped)\n  select :number!, ordinal, count(*), array_agg(id order by id),\n         repeat('0', count(*)::int)::varbit, repeat('0', count(*)::int)::varbit, repeat('0', count(*)::int)::varbit\n  from numbered group by ordinal\n  returning ordinal, size\n), queued as (\n  select graphile_worker.add_job(\n    'deliver_batch', json_build_object('issue', :number!::int, 'batch', ordinal),\n    run_at := now() + ordinal * make_interval(secs => :batchSeconds!),\n    job_key := 'deliver_batch:' || :number!::int || ':' || ordinal\n  ) from cut\n)\nupdate issue\nset planned = (select coalesce(sum(size), 0) from cut) + 0 * (select count(*) from queued)\nwhere number = :number!\nreturning planned as \"planned!\""};

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
 *   select graphile_worker.add_job(
 *     'deliver_batch', json_build_object('issue', :number!::int, 'batch', ordinal),
 *     run_at := now() + ordinal * make_interval(secs => :batchSeconds!),
 *     job_key := 'deliver_batch:' || :number!::int || ':' || ordinal
 *   ) from cut
 * )
 * update issue
 * set planned = (select coalesce(sum(size), 0) from cut) + 0 * (select count(*) from queued)
 * where number = :number!
 * returning planned as "planned!"
 * ```
 */
export const cutBatches = new PreparedQuery<ICutBatchesParams,ICutBatchesResult>(cutBatchesIR);


/** 'OpenBatch' parameters type */
export interface IOpenBatchParams {
  number: number;
  ordinal: number;
}

/** 'OpenBatch' return type */
export interface IOpenBatchResult {
  failed: string;
  /** Subscriber ids; erased when the issue is finished. */
  recipients: stringArray;
  sent: string;
  skipped: string;
  /** Raised by each worker that opens the batch: a write with an older token changes nothing. */
  token: number;
}

/** 'OpenBatch' query type */
export interface IOpenBatchQuery {
  params: IOpenBatchParams;
  result: IOpenBatchResult;
}

const openBatchIR: any = {"usedParamSet":{"number":true,"ordinal":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":67,"b":74}]},{"name":"ordinal","required":true,"transform":{"type":"scalar"},"locs":[{"a":90,"b":98}]}],"statement":"update batch set token = token + 1\nfrom issue\nwhere issue_number = :number! and ordinal = :ordinal! and issue.number = issue_number and issue.state = 'sending'\nreturning token, recipients as \"recipients!\", batch.sent::text as \"sent!\", batch.failed::text as \"failed!\", batch.skipped::text as \"skipped!\""};

/**
 * Query generated from SQL:
 * ```
 * update batch set token = token + 1
 * from issue
 * where issue_number = :number! and ordinal = :ordinal! and issue.number = issue_number and issue.state = 'sending'
 * returning token, recipients as "recipients!", batch.sent::text as "sent!", batch.failed::text as "failed!", batch.skipped::text as "skipped!"
 * ```
 */
export const openBatch = new PreparedQuery<IOpenBatchParams,IOpenBatchResult>(openBatchIR);


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


/** 'RequeueBatch' parameters type */
export interface IRequeueBatchParams {
  number: number;
  ordinal: number;
}

/** 'RequeueBatch' return type */
export interface IRequeueBatchResult {
  queued: boolean | null;
}

/** 'RequeueBatch' query type */
export interface IRequeueBatchQuery {
  params: IRequeueBatchParams;
  result: IRequeueBatchResult;
}

const requeueBatchIR: any = {"usedParamSet":{"number":true,"ordinal":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":78,"b":85},{"a":152,"b":159}]},{"name":"ordinal","required":true,"transform":{"type":"scalar"},"locs":[{"a":102,"b":110},{"a":176,"b":184}]}],"statement":"select graphile_worker.add_job(\n  'deliver_batch', json_build_object('issue', :number!::int, 'batch', :ordinal!::int),\n  job_key := 'deliver_batch:' || :number!::int || ':' || :ordinal!::int\n) is not null as queued"};

/**
 * Query generated from SQL:
 * ```
 * select graphile_worker.add_job(
 *   'deliver_batch', json_build_object('issue', :number!::int, 'batch', :ordinal!::int),
 *   job_key := 'deliver_batch:' || :number!::int || ':' || :ordinal!::int
 * ) is not null as queued
 * ```
 */
export const requeueBatch = new PreparedQuery<IRequeueBatchParams,IRequeueBatchResult>(requeueBatchIR);


/** 'CountOutcomes' parameters type */
export interface ICountOutcomesParams {
  number: number;
}

/** 'CountOutcomes' return type */
export interface ICountOutcomesResult {
  failed: number;
  finishedAt: Date | null;
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

const countOutcomesIR: any = {"usedParamSet":{"number":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":351,"b":358}]}],"statement":"select i.state, i.planned, i.started_at, i.finished_at,\n       coalesce(i.sent, sum(bit_count(b.sent)), 0)::int as \"sent!\",\n       coalesce(i.failed, sum(bit_count(b.failed)), 0)::int as \"failed!\",\n       coalesce(i.skipped, sum(bit_count(b.skipped)), 0)::int as \"skipped!\"\nfrom issue i left join batch b on b.issue_number = i.number\nwhere i.number = :number!\ngroup by i.number"};

/**
 * Query generated from SQL:
 * ```
 * select i.state, i.planned, i.started_at, i.finished_at,
 *        coalesce(i.sent, sum(bit_count(b.sent)), 0)::int as "sent!",
 *        coalesce(i.failed, sum(bit_count(b.failed)), 0)::int as "failed!",
 *        coalesce(i.skipped, sum(bit_count(b.skipped)), 0)::int as "skipped!"
 * from issue i left join batch b on b.issue_number = i.number
 * where i.number = :number!
 * group by i.number
 * ```
 */
export const countOutcomes = new PreparedQuery<ICountOutcomesParams,ICountOutcomesResult>(countOutcomesIR);


/** 'FinishIssue' parameters type */
export interface IFinishIssueParams {
  now: Date;
  number: number;
}

/** 'FinishIssue' return type */
export interface IFinishIssueResult {
  failed: number;
  number: number;
  planned: number;
  sent: number;
  skipped: number;
}

/** 'FinishIssue' query type */
export interface IFinishIssueQuery {
  params: IFinishIssueParams;
  result: IFinishIssueResult;
}

const finishIssueIR: any = {"usedParamSet":{"number":true,"now":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":158,"b":165},{"a":358,"b":365}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":216,"b":220}]}],"statement":"with total as (\n  select sum(bit_count(sent)) as sent, sum(bit_count(failed)) as failed, sum(bit_count(skipped)) as skipped\n  from batch where issue_number = :number!\n)\nupdate issue\nset state = 'sent', finished_at = :now!,\n    sent = coalesce(total.sent, 0), failed = coalesce(total.failed, 0), skipped = coalesce(total.skipped, 0)\nfrom total\nwhere number = :number! and state = 'sending'\n  and planned = coalesce(total.sent, 0) + coalesce(total.failed, 0) + coalesce(total.skipped, 0)\nreturning number, planned as \"planned!\", issue.sent as \"sent!\", issue.failed as \"failed!\", issue.skipped as \"skipped!\""};

/**
 * Query generated from SQL:
 * ```
 * with total as (
 *   select sum(bit_count(sent)) as sent, sum(bit_count(failed)) as failed, sum(bit_count(skipped)) as skipped
 *   from batch where issue_number = :number!
 * )
 * update issue
 * set state = 'sent', finished_at = :now!,
 *     sent = coalesce(total.sent, 0), failed = coalesce(total.failed, 0), skipped = coalesce(total.skipped, 0)
 * from total
 * where number = :number! and state = 'sending'
 *   and planned = coalesce(total.sent, 0) + coalesce(total.failed, 0) + coalesce(total.skipped, 0)
 * returning number, planned as "planned!", issue.sent as "sent!", issue.failed as "failed!", issue.skipped as "skipped!"
 * ```
 */
export const finishIssue = new PreparedQuery<IFinishIssueParams,IFinishIssueResult>(finishIssueIR);


/** 'ForgetRecipients' parameters type */
export interface IForgetRecipientsParams {
  number: number;
}

/** 'ForgetRecipients' return type */
export type IForgetRecipientsResult = void;

/** 'ForgetRecipients' query type */
export interface IForgetRecipientsQuery {
  params: IForgetRecipientsParams;
  result: IForgetRecipientsResult;
}

const forgetRecipientsIR: any = {"usedParamSet":{"number":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":56,"b":63}]}],"statement":"update batch set recipients = null where issue_number = :number!"};

/**
 * Query generated from SQL:
 * ```
 * update batch set recipients = null where issue_number = :number!
 * ```
 */
export const forgetRecipients = new PreparedQuery<IForgetRecipientsParams,IForgetRecipientsResult>(forgetRecipientsIR);

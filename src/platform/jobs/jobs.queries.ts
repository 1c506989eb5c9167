/** Types generated for queries found in "sql/queries/platform/jobs.sql" */
import { PreparedQuery } from '../database/prepared-query.js';

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
  slackSeconds: number;
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

const countLiveWorkersIR: any = {"usedParamSet":{"patienceSeconds":true,"slackSeconds":true},"params":[{"name":"patienceSeconds","required":true,"transform":{"type":"scalar"},"locs":[{"a":91,"b":107}]},{"name":"slackSeconds","required":true,"transform":{"type":"scalar"},"locs":[{"a":154,"b":167}]}],"statement":"select count(*)::int as \"count!\" from worker\nwhere seen_at > now() - make_interval(secs => :patienceSeconds!) and seen_at < now() + make_interval(secs => :slackSeconds!)"};

/**
 * Query generated from SQL:
 * ```
 * select count(*)::int as "count!" from worker
 * where seen_at > now() - make_interval(secs => :patienceSeconds!) and seen_at < now() + make_interval(secs => :slackSeconds!)
 * ```
 */
export const countLiveWorkers = new PreparedQuery<ICountLiveWorkersParams,ICountLiveWorkersResult>(countLiveWorkersIR);


/** 'ListHeldJobs' parameters type */
export interface IListHeldJobsParams {
  ids: stringArray;
}

/** 'ListHeldJobs' return type */
export interface IListHeldJobsResult {
  id: string;
  lockedBy: string;
}

/** 'ListHeldJobs' query type */
export interface IListHeldJobsQuery {
  params: IListHeldJobsParams;
  result: IListHeldJobsResult;
}

const listHeldJobsIR: any = {"usedParamSet":{"ids":true},"params":[{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":94,"b":98}]}],"statement":"select id as \"id!\", locked_by as \"lockedBy!\" from graphile_worker.jobs where locked_by = any (:ids!)"};

/**
 * Query generated from SQL:
 * ```
 * select id as "id!", locked_by as "lockedBy!" from graphile_worker.jobs where locked_by = any (:ids!)
 * ```
 */
export const listHeldJobs = new PreparedQuery<IListHeldJobsParams,IListHeldJobsResult>(listHeldJobsIR);


/** 'ReleaseJobs' parameters type */
export interface IReleaseJobsParams {
  holders: stringArray;
  jobs: stringArray;
}

/** 'ReleaseJobs' return type */
export interface IReleaseJobsResult {
  count: number;
}

/** 'ReleaseJobs' query type */
export interface IReleaseJobsQuery {
  params: IReleaseJobsParams;
  result: IReleaseJobsResult;
}

const releaseJobsIR: any = {"usedParamSet":{"jobs":true,"holders":true},"params":[{"name":"jobs","required":true,"transform":{"type":"scalar"},"locs":[{"a":115,"b":120}]},{"name":"holders","required":true,"transform":{"type":"scalar"},"locs":[{"a":133,"b":141}]}],"statement":"with released as (\n  update graphile_worker._private_jobs j\n  set locked_by = null, locked_at = null\n  from unnest(:jobs!::bigint[], :holders!::text[]) as held (job, holder)\n  where j.id = held.job and j.locked_by = held.holder\n  returning j.job_queue_id, held.holder\n), queues as (\n  update graphile_worker._private_job_queues q\n  set locked_by = null, locked_at = null\n  from released\n  where q.id = released.job_queue_id and q.locked_by = released.holder\n)\nselect count(*)::int as \"count!\" from released"};

/**
 * Query generated from SQL:
 * ```
 * with released as (
 *   update graphile_worker._private_jobs j
 *   set locked_by = null, locked_at = null
 *   from unnest(:jobs!::bigint[], :holders!::text[]) as held (job, holder)
 *   where j.id = held.job and j.locked_by = held.holder
 *   returning j.job_queue_id, held.holder
 * ), queues as (
 *   update graphile_worker._private_job_queues q
 *   set locked_by = null, locked_at = null
 *   from released
 *   where q.id = released.job_queue_id and q.locked_by = released.holder
 * )
 * select count(*)::int as "count!" from released
 * ```
 */
export const releaseJobs = new PreparedQuery<IReleaseJobsParams,IReleaseJobsResult>(releaseJobsIR);


/** 'CorrectTimes' parameters type */
export interface ICorrectTimesParams {
  slackSeconds: number;
}

/** 'CorrectTimes' return type */
export interface ICorrectTimesResult {
  jobs: number;
  queues: number;
  signs: number;
  timetable: number;
}

/** 'CorrectTimes' query type */
export interface ICorrectTimesQuery {
  params: ICorrectTimesParams;
  result: ICorrectTimesResult;
}

const correctTimesIR: any = {"usedParamSet":{"slackSeconds":true},"params":[{"name":"slackSeconds","required":true,"transform":{"type":"scalar"},"locs":[{"a":98,"b":111},{"a":723,"b":736},{"a":809,"b":822},{"a":978,"b":991},{"a":1161,"b":1174}]}],"statement":"with signs as (\n  update worker set seen_at = now() where seen_at > now() + make_interval(secs => :slackSeconds!) returning id\n), job_wait as (\n  select id, case when attempts > 0 then exp(least(attempts, 10)) * interval '1 second' else run_at - updated_at end as wait\n  from graphile_worker._private_jobs\n), jobs as (\n  update graphile_worker._private_jobs j\n  set locked_at = case when locked_at > now() then now() else locked_at end,\n      run_at = least(run_at, now() + greatest(wait, interval '0')),\n      created_at = least(created_at, now()),\n      updated_at = least(updated_at, now())\n  from job_wait\n  where j.id = job_wait.id and (\n    greatest(locked_at, created_at, updated_at) > now() + make_interval(secs => :slackSeconds!)\n    or attempts > 0 and run_at > now() + wait + make_interval(secs => :slackSeconds!)\n  )\n  returning j.id\n), queues as (\n  update graphile_worker._private_job_queues set locked_at = now()\n  where locked_at > now() + make_interval(secs => :slackSeconds!) returning id\n), timetable as (\n  update graphile_worker._private_known_crontabs set last_execution = now()\n  where last_execution > now() + make_interval(secs => 60 + :slackSeconds!) returning identifier\n)\nselect (select count(*) from signs)::int as \"signs!\",\n       (select count(*) from jobs)::int as \"jobs!\",\n       (select count(*) from queues)::int as \"queues!\",\n       (select count(*) from timetable)::int as \"timetable!\""};

/**
 * Query generated from SQL:
 * ```
 * with signs as (
 *   update worker set seen_at = now() where seen_at > now() + make_interval(secs => :slackSeconds!) returning id
 * ), job_wait as (
 *   select id, case when attempts > 0 then exp(least(attempts, 10)) * interval '1 second' else run_at - updated_at end as wait
 *   from graphile_worker._private_jobs
 * ), jobs as (
 *   update graphile_worker._private_jobs j
 *   set locked_at = case when locked_at > now() then now() else locked_at end,
 *       run_at = least(run_at, now() + greatest(wait, interval '0')),
 *       created_at = least(created_at, now()),
 *       updated_at = least(updated_at, now())
 *   from job_wait
 *   where j.id = job_wait.id and (
 *     greatest(locked_at, created_at, updated_at) > now() + make_interval(secs => :slackSeconds!)
 *     or attempts > 0 and run_at > now() + wait + make_interval(secs => :slackSeconds!)
 *   )
 *   returning j.id
 * ), queues as (
 *   update graphile_worker._private_job_queues set locked_at = now()
 *   where locked_at > now() + make_interval(secs => :slackSeconds!) returning id
 * ), timetable as (
 *   update graphile_worker._private_known_crontabs set last_execution = now()
 *   where last_execution > now() + make_interval(secs => 60 + :slackSeconds!) returning identifier
 * )
 * select (select count(*) from signs)::int as "signs!",
 *        (select count(*) from jobs)::int as "jobs!",
 *        (select count(*) from queues)::int as "queues!",
 *        (select count(*) from timetable)::int as "timetable!"
 * ```
 */
export const correctTimes = new PreparedQuery<ICorrectTimesParams,ICorrectTimesResult>(correctTimesIR);


/** 'EraseFailedJobs' parameters type */
export interface IEraseFailedJobsParams {
  before: Date;
  limit: number;
}

/** 'EraseFailedJobs' return type */
export interface IEraseFailedJobsResult {
  count: number;
}

/** 'EraseFailedJobs' query type */
export interface IEraseFailedJobsQuery {
  params: IEraseFailedJobsParams;
  result: IEraseFailedJobsResult;
}

const eraseFailedJobsIR: any = {"usedParamSet":{"before":true,"limit":true},"params":[{"name":"before","required":true,"transform":{"type":"scalar"},"locs":[{"a":205,"b":212}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":225,"b":231}]}],"statement":"with gone as (\n  delete from graphile_worker._private_jobs where id = any (array(\n    select id from graphile_worker._private_jobs\n    where attempts >= max_attempts and locked_at is null and updated_at < :before!\n    limit (:limit!)::int for update skip locked\n  )) returning 1\n)\nselect count(*)::int as \"count!\" from gone"};

/**
 * Query generated from SQL:
 * ```
 * with gone as (
 *   delete from graphile_worker._private_jobs where id = any (array(
 *     select id from graphile_worker._private_jobs
 *     where attempts >= max_attempts and locked_at is null and updated_at < :before!
 *     limit (:limit!)::int for update skip locked
 *   )) returning 1
 * )
 * select count(*)::int as "count!" from gone
 * ```
 */
export const eraseFailedJobs = new PreparedQuery<IEraseFailedJobsParams,IEraseFailedJobsResult>(eraseFailedJobsIR);


/** 'FindOldestFailedJob' parameters type */
export type IFindOldestFailedJobParams = void;

/** 'FindOldestFailedJob' return type */
export interface IFindOldestFailedJobResult {
  at: Date | null;
}

/** 'FindOldestFailedJob' query type */
export interface IFindOldestFailedJobQuery {
  params: IFindOldestFailedJobParams;
  result: IFindOldestFailedJobResult;
}

const findOldestFailedJobIR: any = {"usedParamSet":{},"params":[],"statement":"select min(updated_at) as at from graphile_worker._private_jobs where attempts >= max_attempts and locked_at is null"};

/**
 * Query generated from SQL:
 * ```
 * select min(updated_at) as at from graphile_worker._private_jobs where attempts >= max_attempts and locked_at is null
 * ```
 */
export const findOldestFailedJob = new PreparedQuery<IFindOldestFailedJobParams,IFindOldestFailedJobResult>(findOldestFailedJobIR);

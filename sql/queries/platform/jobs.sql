/* @name beat
   This file alone uses the private tables of graphile-worker, as version 0.17.3 has them. Before an
   upgrade, compare this file and test/support/queue.ts with the migrations of the new version. */
insert into worker (id, seen_at) select unnest(:ids!::text[]), now()
on conflict (id) do update set seen_at = excluded.seen_at;

/* @name leave */
delete from worker where id = any (:ids!);

/* @name findSilentWorkers
   Who has held a job or a queue for longer than the timeout without a heartbeat. */
select distinct locked_by as "id!" from (
  select locked_by, locked_at from graphile_worker.jobs
  union all
  select locked_by, locked_at from graphile_worker._private_job_queues
) held
where locked_by is not null
  and locked_at < now() - make_interval(secs => :patienceSeconds!)
  and not exists (
    select from worker where worker.id = locked_by and seen_at > now() - make_interval(secs => :patienceSeconds!)
  );

/* @name forgetSilentWorkers */
delete from worker where seen_at <= now() - make_interval(secs => :patienceSeconds!);

/* @name countLiveWorkers
   A heartbeat from the future was written by a wrong clock and does not count. */
select count(*)::int as "count!" from worker
where seen_at > now() - make_interval(secs => :patienceSeconds!) and seen_at < now() + make_interval(secs => :slackSeconds!);

/* @name listHeldJobs */
select id as "id!", locked_by as "lockedBy!" from graphile_worker.jobs where locked_by = any (:ids!);

/* @name releaseJobs */
with released as (
  update graphile_worker._private_jobs j
  set locked_by = null, locked_at = null
  from unnest(:jobs!::bigint[], :holders!::text[]) as held (job, holder)
  where j.id = held.job and j.locked_by = held.holder
  returning j.job_queue_id, held.holder
), queues as (
  update graphile_worker._private_job_queues q
  set locked_by = null, locked_at = null
  from released
  where q.id = released.job_queue_id and q.locked_by = released.holder
)
select count(*)::int as "count!" from released;

/* @name correctTimes
   Corrects times in the future that only a wrong clock can have written: heartbeats, locks, jobs that were enqueued
   or failed, and runs of the timetable. A job keeps the wait that it was given. */
with signs as (
  update worker set seen_at = now() where seen_at > now() + make_interval(secs => :slackSeconds!) returning id
), job_wait as (
  select id, case when attempts > 0 then exp(least(attempts, 10)) * interval '1 second' else run_at - updated_at end as wait
  from graphile_worker._private_jobs
), jobs as (
  update graphile_worker._private_jobs j
  set locked_at = case when locked_at > now() then now() else locked_at end,
      run_at = least(run_at, now() + greatest(wait, interval '0')),
      created_at = least(created_at, now()),
      updated_at = least(updated_at, now())
  from job_wait
  where j.id = job_wait.id and (
    greatest(locked_at, created_at, updated_at) > now() + make_interval(secs => :slackSeconds!)
    or attempts > 0 and run_at > now() + wait + make_interval(secs => :slackSeconds!)
  )
  returning j.id
), queues as (
  update graphile_worker._private_job_queues set locked_at = now()
  where locked_at > now() + make_interval(secs => :slackSeconds!) returning id
), timetable as (
  update graphile_worker._private_known_crontabs set last_execution = now()
  where last_execution > now() + make_interval(secs => 60 + :slackSeconds!) returning identifier
)
select (select count(*) from signs)::int as "signs!",
       (select count(*) from jobs)::int as "jobs!",
       (select count(*) from queues)::int as "queues!",
       (select count(*) from timetable)::int as "timetable!";

/* @name eraseFailedJobs
   Jobs that were tried as often as they may be. */
with gone as (
  delete from graphile_worker._private_jobs where id = any (array(
    select id from graphile_worker._private_jobs
    where attempts >= max_attempts and locked_at is null and updated_at < :before!
    limit (:limit!)::int for update skip locked
  )) returning 1
)
select count(*)::int as "count!" from gone;

/* @name findOldestFailedJob
   When the job failed for the last time that failed first. */
select min(updated_at) as at from graphile_worker._private_jobs where attempts >= max_attempts and locked_at is null;

-- No queue of its own for each batch: to find a job, graphile-worker locks every queue that is free, so that each
-- look at the queue cost as much as there were batches to come, and two that looked at once got in each other's way.

alter table batch add column held_by bigint;
comment on column batch.held_by is 'The job that has it open. As long as that job is locked, no other opens the batch.';

create or replace function enqueue_batch (issue_number integer, batch_ordinal integer, at timestamptz) returns bigint
language sql as $$
  select (graphile_worker.add_job(
    'deliver_batch', json_build_object('issue', issue_number, 'batch', batch_ordinal),
    run_at := at,
    job_key := 'deliver_batch:' || issue_number || ':' || batch_ordinal
  )).id
$$;

-- Pausing, cancelling and trying again; what a fault may have repeated; one pace for all workers.

alter table issue
  drop constraint issue_state_check,
  drop constraint issue_check,
  alter column sent set default 0,
  alter column failed set default 0,
  alter column skipped set default 0,
  add column pause_reason text,
  add column may_have_repeated integer not null default 0;
update issue set sent = coalesce(sent, 0), failed = coalesce(failed, 0), skipped = coalesce(skipped, 0);
alter table issue
  alter column sent set not null,
  alter column failed set not null,
  alter column skipped set not null,
  add check (state in ('approved', 'sending', 'paused', 'cancelled', 'sent')),
  add check ((state = 'paused') = (pause_reason is not null)),
  add check (finished_at is null or planned = sent + failed + skipped);
comment on column issue.sent is 'Of batches that are settled and gone; those that are still there count for themselves. Likewise failed and skipped.';
comment on column issue.pause_reason is 'Why it was paused: a key of PAUSE_REASONS.';
comment on column issue.may_have_repeated is 'Mails that were under way when a worker died: each may have been sent twice.';

delete from batch where recipients is null;
alter table batch
  alter column recipients set not null,
  add column attempt smallint not null default 0,
  add column open_connections integer not null default 0;
comment on column batch.recipients is 'Subscriber ids; gone with the batch when the issue is finished.';
comment on column batch.attempt is 'How often its recipients were deferred.';
comment on column batch.open_connections is 'With how many connections a worker has it open; 0 when it was put down properly.';

create table pace (
  one boolean primary key default true check (one),
  free_at timestamptz not null
);
comment on table pace is 'When the next mail of an issue may leave, over all workers.';
insert into pace (free_at) values (now());

-- One job a batch, and one at a time: a batch that is resumed while its worker still has it waits for that worker.
create function enqueue_batch (issue_number integer, batch_ordinal integer, at timestamptz) returns bigint
language sql as $$
  select (graphile_worker.add_job(
    'deliver_batch', json_build_object('issue', issue_number, 'batch', batch_ordinal),
    queue_name := 'batch:' || issue_number || ':' || batch_ordinal,
    run_at := at,
    job_key := 'deliver_batch:' || issue_number || ':' || batch_ordinal
  )).id
$$;

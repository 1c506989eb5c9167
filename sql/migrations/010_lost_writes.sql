-- A fence that counts up can come a second time when a failover has lost its raising: two mailers would then write as
-- one. It is drawn at random now. What was settled when a batch was opened tells afterwards what was sent twice.

comment on column batch.token is 'The fence: drawn at random by each mailer that opens the batch. A write with another one changes nothing.';
alter table batch add column settled_at_opening varbit;
comment on column batch.settled_at_opening is 'One bit a recipient: who was settled when the batch was last opened.';

-- The mailer has a timer for this now, which does not wait for a clock that was wrong.
delete from graphile_worker._private_jobs
where task_id in (select id from graphile_worker._private_tasks where identifier = 'sweep_issues');

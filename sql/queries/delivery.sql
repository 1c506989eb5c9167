/* @name claimIssue */
update issue set state = 'sending', started_at = :now!
where number = :number! and state = 'approved'
returning number;

/* @name liftTimeout
   For this transaction: a statement of it may take as long as it takes. */
select set_config('statement_timeout', '0', true) as timeout;

/* @name cutBatches
   One statement cuts the active readers into batches and puts a job for each into the queue.
   Nobody can fall between two batches, and nobody is in two. */
with numbered as (
  select id, ((row_number() over (order by id) - 1) / :batchSize!::int)::int as ordinal
  from subscriber where state = 'active'
), cut as (
  insert into batch (issue_number, ordinal, size, recipients, sent, failed, skipped)
  select :number!, ordinal, count(*), array_agg(id order by id),
         repeat('0', count(*)::int)::varbit, repeat('0', count(*)::int)::varbit, repeat('0', count(*)::int)::varbit
  from numbered group by ordinal
  returning ordinal, size
), queued as (
  select enqueue_batch(:number!, ordinal, now()) from cut
)
update issue
set planned = (select coalesce(sum(size), 0) from cut) + 0 * (select count(*) from queued)
where number = :number!
returning planned as "planned!";

/* @name lockBatch */
select token, recipients, attempt, failed_before, open_connections, held_by, issue.state, pg_postmaster_start_time()::text as "server!",
       guard_settled, guard_hard, guard_refused, accepted_hard, accepted_refused,
       batch.sent::text as "sent!", batch.failed::text as "failed!", batch.skipped::text as "skipped!"
from batch join issue on issue.number = issue_number
where issue_number = :number! and ordinal = :ordinal!
for update of batch;

/* @name findRunning
   A job that a worker has, or had when it died: then it is released before long. */
select id from graphile_worker.jobs where id = :job! and locked_at is not null;

/* @name takeBatch
   The token fences off whoever had the batch before. */
update batch
set token = :token!, open_connections = :connections!, held_by = :job!, settled_at_opening = sent | failed | skipped
where issue_number = :number! and ordinal = :ordinal!;

/* @name noteRepeats */
update issue set may_have_repeated = may_have_repeated + :count! where number = :number!;

/* @name recordOutcomes
   Always the whole state, never an increment: written twice, it says the same. */
update batch
set sent = :sent!::text::varbit, failed = :failed!::text::varbit, skipped = :skipped!::text::varbit
from issue
where issue_number = :number! and ordinal = :ordinal! and token = :token! and issue.number = issue_number
returning issue.state;

/* @name recordFailures */
insert into delivery_failure (issue_number, subscriber_id, status, failed_at)
select :number!, f.id, f.status, :now!
from unnest(:ids!::uuid[], :statuses!::text[]) as f (id, status)
join subscriber s on s.id = f.id
on conflict do nothing;

/* @name putDown
   What the run adds to the guard's counts goes along, and the answer is where they stand. The issue is locked before the
   batch, as everywhere. No row if another worker has the batch by now. */
with counted as (
  update issue
  set guard_settled = guard_settled + :settled!, guard_hard = guard_hard + :hard!, guard_refused = guard_refused + :refused!
  where number = :number! and exists (select from batch where issue_number = :number! and ordinal = :ordinal! and token = :token!)
  returning number, guard_settled, guard_hard, guard_refused, accepted_hard, accepted_refused
), down as (
  update batch set open_connections = 0, held_by = null
  from counted
  where issue_number = counted.number and ordinal = :ordinal! and token = :token!
)
select guard_settled, guard_hard, guard_refused, accepted_hard, accepted_refused from counted;

/* @name findKnownRefusals
   Who refused another issue because they do not exist, or for a fault of ours. */
select distinct subscriber_id from delivery_failure
where subscriber_id = any (:ids!) and issue_number <> :number! and (status like '5.1.%' or status like '5.7.%' or status = '5.3.4');

/* @name lockIssue
   Rows that point at the issue can still be written: they lock its key. */
select state from issue where number = :number! for no key update;

/* @name shrinkBatch */
update batch
set size = cardinality(:recipients!::uuid[]), recipients = :recipients!, settled_at_opening = null,
    sent = :sent!::text::varbit, failed = :failed!::text::varbit, skipped = :skipped!::text::varbit
where issue_number = :number! and ordinal = :ordinal! and token = :token!
returning ordinal;

/* @name addBatch
   Call it with the issue's row locked, so that two do not choose the same ordinal. */
insert into batch (issue_number, ordinal, size, recipients, attempt, failed_before, sent, failed, skipped)
select :number!, coalesce(max(ordinal), 0) + 1, cardinality(:recipients!::uuid[]), :recipients!, :attempt!, :failedBefore!,
       repeat('0', cardinality(:recipients!::uuid[]))::varbit, repeat('0', cardinality(:recipients!::uuid[]))::varbit, repeat('0', cardinality(:recipients!::uuid[]))::varbit
from batch where issue_number = :number!
returning ordinal;

/* @name enqueueBatch */
select enqueue_batch(:number!::int, :ordinal!::int, now() + make_interval(secs => :afterSeconds!)) is not null as queued;

/* @name enqueueUnsettled */
select count(enqueue_batch(issue_number, ordinal, now()))::int as "count!"
from batch
where issue_number = :number! and bit_count(sent) + bit_count(failed) + bit_count(skipped) < size;

/* @name listUnfinished */
select number from issue where state in ('sending', 'cancelled') and finished_at is null;

/* @name enqueueForgotten
   Batches that no job stands for any more. */
select count(enqueue_batch(issue_number, ordinal, now()))::int as "count!"
from batch
where issue_number = :number! and bit_count(sent) + bit_count(failed) + bit_count(skipped) < size
  and not exists (select from graphile_worker.jobs j where j.key = :job! || ':' || issue_number || ':' || ordinal);

/* @name pauseIssue */
update issue set state = 'paused', pause_reason = :reason!
where number = :number! and state = 'sending'
returning number;

/* @name resumeIssue
   The share over which it was paused is accepted, unless nearly everyone refused: then whoever resumes thinks it mended.
   From now on only what comes counts. */
update issue
set state = 'sending', pause_reason = null, guard_settled = 0, guard_hard = 0, guard_refused = 0,
    accepted_hard = case before.pause_reason
      when 'bounce-rate' then greatest(issue.accepted_hard, issue.guard_hard::float8 / greatest(issue.guard_settled, 1))
      else issue.accepted_hard end,
    accepted_refused = case
      when before.pause_reason in ('policy', 'sender-refused', 'too-large') and issue.guard_refused * 2 < issue.guard_settled
      then greatest(issue.accepted_refused, issue.guard_refused::float8 / issue.guard_settled)
      else issue.accepted_refused end
from (select number, pause_reason from issue where number = :number! and state = 'paused' for no key update) before
where issue.number = before.number
returning before.pause_reason as "reason!", accepted_hard, accepted_refused;

/* @name cancelIssue */
update issue set state = 'cancelled', pause_reason = null
where number = :number! and state in ('sending', 'paused')
returning number;

/* @name countOutcomes */
select i.state, i.pause_reason, i.planned, i.started_at, i.finished_at, i.may_have_repeated,
       (i.sent + coalesce(sum(bit_count(b.sent)), 0))::int as "sent!",
       (i.failed + coalesce(sum(bit_count(b.failed)), 0))::int as "failed!",
       (i.skipped + coalesce(sum(bit_count(b.skipped)), 0))::int as "skipped!",
       coalesce(sum(b.size - bit_count(b.sent) - bit_count(b.failed) - bit_count(b.skipped)) filter (where b.attempt > 0), 0)::int as "deferred!"
from issue i left join batch b on b.issue_number = i.number
where i.number = :number!
group by i.number;

/* @name countFailures */
select status, count(*)::int as "count!" from delivery_failure
where issue_number = :number! group by status order by 2 desc, 1;

/* @name findUnsettled
   From the last batch backwards: while an issue is on its way that is the first row looked at, however many are settled. */
select ordinal from batch
where issue_number = :number! and bit_count(sent) + bit_count(failed) + bit_count(skipped) < size
order by ordinal desc limit 1;

/* @name settleIssue
   Only when every planned recipient is accounted for. The counts move to the issue, the batches go. */
with total as (
  select coalesce(sum(bit_count(sent)), 0) as sent, coalesce(sum(bit_count(failed)), 0) as failed, coalesce(sum(bit_count(skipped)), 0) as skipped
  from batch where issue_number = :number!
)
update issue
set state = case issue.state when 'sending' then 'sent' else issue.state end, finished_at = :now!,
    sent = issue.sent + total.sent, failed = issue.failed + total.failed, skipped = issue.skipped + total.skipped
from total
where number = :number! and state in ('sending', 'cancelled') and finished_at is null
  and planned = issue.sent + issue.failed + issue.skipped + total.sent + total.failed + total.skipped
returning issue.state, planned as "planned!", issue.sent, issue.failed, issue.skipped, may_have_repeated;

/* @name dropBatches */
delete from batch where issue_number = :number!;

/* @name takeFailed
   Who failed for good and is still a reader. */
delete from delivery_failure where issue_number = :number! returning subscriber_id;

/* @name reopenIssue */
update issue set state = 'sending', finished_at = null, failed = failed - :count!
where number = :number! and state = 'sent'
returning number;

/* @name reservePace
   Reserves a span of time for some mails. The answer is when it begins, in seconds from now. A pace that is further
   ahead than all mailers together can have reserved was written by a clock that was wrong. */
with pace_before as (
  select free_at from pace for update
), begin as (
  select case when corrected then clock_timestamp() else greatest(free_at, clock_timestamp()) end as free_at, corrected
  from pace_before cross join lateral (select free_at > clock_timestamp() + make_interval(secs => :mostSeconds!) as corrected) c
)
update pace
set free_at = begin.free_at + make_interval(secs => :seconds!)
from begin
returning extract(epoch from begin.free_at - clock_timestamp())::float8 as "startsIn!", begin.corrected as "corrected!";

/* @name boundRetries
   A batch waits no longer than the time before its next try: more was written by a clock that was wrong. */
with bound as (
  select j.id, j.run_at, now() + make_interval(secs => greatest(1, (:retryAfterSeconds!::float8[])[b.attempt], exp(least(j.attempts, 10)))) as at
  from batch b
  join graphile_worker.jobs j on j.key = :job! || ':' || b.issue_number || ':' || b.ordinal
  where j.locked_at is null and j.run_at > now()
), corrected as (
  select (graphile_worker.reschedule_jobs(array[id], run_at := at)).id
  from bound where run_at > at + make_interval(secs => :slackSeconds!)
)
select count(*)::int as "count!" from corrected;

/* @name readServer
   Another server, or the same one started again: what was committed last may be gone. */
select pg_postmaster_start_time()::text as "server!";

/* @name lockDelivery */
select state, finished_at is not null as "finished!" from issue where number = :number! for no key update;

/* @name locateRecipients
   Where recipients stand now. `repeated`: the batch was opened again when their mail was not recorded any more. */
select r.id as "id!", b.ordinal, (r.position - 1)::int as "position!", b.token,
       get_bit(sent, p.bit) + get_bit(failed, p.bit) + get_bit(skipped, p.bit) > 0 as "settled!",
       get_bit(sent, p.bit) = 1 and coalesce(get_bit(settled_at_opening, p.bit) = 0, false) as "sentSinceOpening!"
from batch b
cross join unnest(b.recipients) with ordinality as r (id, position)
cross join lateral (select (r.position - 1)::int as bit) p
join unnest(:ids!::uuid[]) as wanted (id) on wanted.id = r.id
where b.issue_number = :number!;

/* @name restoreOutcomes
   With a token of its own, so that whoever has the batch open reads it anew. */
update batch
set sent = :sent!::text::varbit, failed = :failed!::text::varbit, skipped = :skipped!::text::varbit,
    token = :token!, open_connections = 0
where issue_number = :number! and ordinal = :ordinal!;

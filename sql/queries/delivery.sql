/* @name startDelivery
   If a failover lost the plan, takes over the row that is left, with its count of possible repeats. */
insert into delivery (issue_number, round, state, planned, started_at)
values (:number!, :round!, 'sending', :planned!, :now!)
on conflict (issue_number, language, round) do update
set state = excluded.state, planned = excluded.planned, started_at = excluded.started_at, mail_hash = excluded.mail_hash
where delivery.state = 'waiting'
returning id;

/* @name liftTimeout
   No statement timeout in this transaction. */
select set_config('statement_timeout', '0', true) as timeout;

/* @name cutBatches
   One statement, so that each active subscriber is in exactly one batch. */
with numbered as (
  select id, ((row_number() over (order by id) - 1) / :batchSize!::int)::int as ordinal
  from subscriber where state = 'active'
)
insert into batch (delivery_id, ordinal, size, recipients, sent, failed, skipped)
select :delivery!, ordinal, count(*), array_agg(id order by id),
       no_bits(count(*)::int), no_bits(count(*)::int), no_bits(count(*)::int)
from numbered group by ordinal;

/* @name setPlanned */
update delivery
set planned = (select coalesce(sum(size), 0) from batch where delivery_id = :delivery!)
where id = :delivery!
returning planned;

/* @name findLatest
   The last delivery of an issue: the one that is controlled and watched. */
select id from delivery where issue_number = :number! order by round desc limit 1;

/* @name lockLatest */
select id, issue_number, round, state, finished_at is not null as "finished!" from delivery
where issue_number = :number!
order by round desc limit 1 for no key update;

/* @name lockBatch */
select fence, recipients, attempt, connections_in_use, held_by_job,
       d.state, d.issue_number, d.language, d.round, pg_postmaster_start_time()::text as "server!",
       guard_settled, guard_hard, guard_refused, returned_hard, returned_refused, accepted_hard, accepted_refused,
       b.sent::text as "sent!", b.failed::text as "failed!", b.skipped::text as "skipped!", size - settled as "open!"
from batch b join delivery d on d.id = delivery_id
where delivery_id = :delivery! and ordinal = :ordinal!
for update of b;

/* @name findRunning
   A job that a worker holds. If the worker has died, the job is released soon. */
select id from graphile_worker.jobs where id = :job! and locked_at is not null;

/* @name takeBatch
   The fence keeps out the mailer that had the batch before. */
update batch
set fence = :fence!, connections_in_use = :connections!, held_by_job = :job!, settled_at_opening = sent | failed | skipped
where delivery_id = :delivery! and ordinal = :ordinal!;

/* @name noteRepeats */
update delivery set may_have_repeated = may_have_repeated + :count! where id = :delivery!;

/* @name noteRepeatsOfLostPlan
   Counts on the latest delivery that is left; if none is, on a row that waits for the next plan. */
insert into delivery (issue_number, round, state, may_have_repeated)
select :number!, coalesce(max(round), 1), 'waiting', :count! from delivery where issue_number = :number!
on conflict (issue_number, language, round) do update
set may_have_repeated = delivery.may_have_repeated + excluded.may_have_repeated;

/* @name recordOutcomes
   Writes the whole state, never an increment, so that writing it twice does no harm. */
update batch b
set sent = :sent!::text::varbit, failed = :failed!::text::varbit, skipped = :skipped!::text::varbit
from delivery d
where delivery_id = :delivery! and ordinal = :ordinal! and fence = :fence! and d.id = delivery_id
returning d.state;

/* @name recordFailures
   Those of a mailbox wait to be counted with its reader. */
insert into delivery_failure (delivery_id, subscriber_id, status, failed_at, kind, to_count)
select :delivery!, f.id, f.status, :now!, nullif(f.kind, '')::refusal_kind, f.kind not in ('', 'policy')
from unnest(:ids!::uuid[], :statuses!::text[], :kinds!::text[]) as f (id, status, kind)
join subscriber s on s.id = f.id
on conflict do nothing;

/* @name takeRefusals
   Each is taken once. */
with due as (
  select f.delivery_id, f.subscriber_id from delivery_failure f
  where f.to_count limit (:limit!)::int for update of f skip locked
)
update delivery_failure f set to_count = false
from due join delivery d on d.id = due.delivery_id
where f.delivery_id = due.delivery_id and f.subscriber_id = due.subscriber_id
returning f.subscriber_id as "id!", d.issue_number as "issueNumber!", f.kind as "kind!";

/* @name noteReturned
   With the first delivery of an issue, which all got. */
update delivery d
set returned_hard = d.returned_hard + r.hard, returned_refused = d.returned_refused + r.refused
from (
  select delivery.id, n.hard, n.refused
  from unnest(:issues!::int[], :hard!::int[], :refused!::int[]) as n (number, hard, refused)
  join delivery on delivery.issue_number = n.number and delivery.round = 1 and delivery.state <> 'waiting'
  order by delivery.id for no key update of delivery
) r
where d.id = r.id;

/* @name findTallies
   Of the first deliveries of issues. */
select id, issue_number, state, guard_settled, guard_hard, guard_refused, returned_hard, returned_refused, accepted_hard,
       accepted_refused, in_doubt
from delivery where issue_number = any (:issues!::int[]) and round = 1 and state <> 'waiting';

/* @name acceptReturned
   The share of dead mailboxes as it is now is accepted and believed. */
update delivery
set in_doubt = false,
    accepted_hard = greatest(accepted_hard, (guard_hard + returned_hard)::float8 / greatest(guard_settled, 1))
where issue_number = :issue! and round = 1
returning id;

/* @name releaseBatch
   Adds the run's counts for the guard and returns the sums. The delivery is locked before the batch, as everywhere. No
   row if another mailer owns the batch by now. */
with counted as (
  update delivery
  set guard_settled = guard_settled + :settled!, guard_hard = guard_hard + :hard!, guard_refused = guard_refused + :refused!
  where id = :delivery!
    and exists (select from batch where delivery_id = :delivery! and ordinal = :ordinal! and fence = :fence!)
  returning *
), released as (
  update batch set connections_in_use = 0, held_by_job = null
  from counted
  where delivery_id = counted.id and ordinal = :ordinal! and fence = :fence!
)
select guard_settled, guard_hard, guard_refused, returned_hard, returned_refused, accepted_hard, accepted_refused from counted;

/* @name findKnownRefusals
   Mailboxes that refused another delivery because they do not exist, or for a fault of ours. */
select distinct subscriber_id from delivery_failure
where subscriber_id = any (:ids!) and delivery_id <> :delivery!
  and (status like '5.1.%' or status like '5.7.%' or status = '5.3.4');

/* @name lockDelivery
   Not `for update`: rows that reference the delivery, which lock its key, can still be written. */
select state from delivery where id = :delivery! for no key update;

/* @name shrinkBatch */
update batch
set size = cardinality(:recipients!::uuid[]), recipients = :recipients!, settled_at_opening = null,
    sent = :sent!::text::varbit, failed = :failed!::text::varbit, skipped = :skipped!::text::varbit
where delivery_id = :delivery! and ordinal = :ordinal! and fence = :fence!
returning ordinal;

/* @name addBatch
   Lock the delivery's row before, so that no two mailers choose the same ordinal. */
insert into batch (delivery_id, ordinal, size, recipients, attempt, sent, failed, skipped)
select :delivery!, coalesce(max(ordinal), 0) + 1, cardinality(:recipients!::uuid[]), :recipients!, :attempt!,
       no_bits(cardinality(:recipients!::uuid[])), no_bits(cardinality(:recipients!::uuid[])),
       no_bits(cardinality(:recipients!::uuid[]))
from batch where delivery_id = :delivery!
returning ordinal;

/* @name enqueueBatch */
select enqueue_batch(:job!, :delivery!::int, :ordinal!::int, now() + make_interval(secs => :afterSeconds!)) is not null as queued;

/* @name enqueueUnsettled */
select count(enqueue_batch(:job!, delivery_id, ordinal, now()))::int as "count!"
from batch where delivery_id = :delivery! and settled < size;

/* @name listUnfinished */
select id, issue_number from delivery where state in ('sending', 'cancelled') and finished_at is null;

/* @name enqueueForgotten
   Batches that have lost their job. */
select count(enqueue_batch(:job!, delivery_id, ordinal, now()))::int as "count!"
from batch
where delivery_id = :delivery! and settled < size
  and not exists (select from graphile_worker.jobs j where j.key = batch_job_key(:job!, delivery_id, ordinal));

/* @name pauseDelivery */
update delivery set state = 'paused', pause_reason = :reason!
where id = :delivery! and state = 'sending'
returning issue_number;

/* @name resumeDelivery
   The operator accepts the rate over which it was paused, unless nearly everyone refused: then the cause counts as
   removed. From now on only new replies count. That the issue is in doubt stays, and so does that its share of dead
   mailboxes is believed. */
update delivery d
set state = 'sending', pause_reason = null,
    in_doubt = d.in_doubt or :inDoubt! or (before.pause_reason = 'bounce-rate'
      and d.accepted_hard < (d.guard_hard + d.returned_hard)::float8 / greatest(d.guard_settled, 1)),
    guard_settled = 0, guard_hard = 0, guard_refused = 0,
    returned_hard = 0, returned_refused = 0,
    accepted_hard = case before.pause_reason
      when 'bounce-rate'
      then greatest(d.accepted_hard, (d.guard_hard + d.returned_hard)::float8 / greatest(d.guard_settled, 1))
      else d.accepted_hard end,
    accepted_refused = case
      when before.pause_reason in ('policy', 'sender-refused', 'too-large')
        and (d.guard_refused + d.returned_refused) * 2 < d.guard_settled
      then greatest(d.accepted_refused, (d.guard_refused + d.returned_refused)::float8 / d.guard_settled)
      else d.accepted_refused end
from (select id, pause_reason from delivery where id = :delivery! and state = 'paused' for no key update) before
where d.id = before.id
returning before.pause_reason as "reason!", accepted_hard, accepted_refused;

/* @name cancelDelivery */
update delivery set state = 'cancelled', pause_reason = null
where id = :delivery! and state in ('sending', 'paused')
returning issue_number;

/* @name countOutcomes
   Of all deliveries of an issue, the first one first. */
select d.id, d.round, d.state, d.pause_reason, d.planned, d.started_at, d.finished_at, d.may_have_repeated,
       (d.sent + coalesce(sum(bit_count(b.sent)), 0))::int as "sent!",
       (d.failed + coalesce(sum(bit_count(b.failed)), 0))::int as "failed!",
       (d.skipped + coalesce(sum(bit_count(b.skipped)), 0))::int as "skipped!",
       coalesce(sum(b.size - b.settled) filter (where b.attempt > 0), 0)::int as "deferred!"
from delivery d left join batch b on b.delivery_id = d.id
where d.issue_number = :number!
group by d.id order by d.round;

/* @name findOutcomes
   Of issues whose deliveries are all over: those of all rounds together. What failed in one round and was sent again
   failed only if it failed in the last one, too. */
select issue_number, min(started_at) as "startedAt!", (array_agg(planned order by round))[1] as "planned!",
       sum(sent)::int as "sent!", (array_agg(failed order by round desc))[1] as "failed!", sum(skipped)::int as "skipped!"
from delivery where issue_number = any (:numbers!::int[])
group by issue_number having bool_and(finished_at is not null)
order by issue_number desc;

/* @name countFailures
   Also those of which it was forgotten whose they were. */
select status as "status!", sum(failures.count)::int as "count!" from (
  select status, count(*) from delivery_failure where delivery_id = :delivery! group by status
  union all
  select status, f.count from failure_count f where delivery_id = :delivery!
) as failures
group by status order by 2 desc, 1;

/* @name eraseFailures
   Of deliveries that ended before a time. How many there were for which reason is kept. */
with due as (
  select f.delivery_id, f.subscriber_id from delivery_failure f join delivery d on d.id = f.delivery_id
  where d.finished_at < :before! limit (:limit!)::int for update of f skip locked
), erased as (
  delete from delivery_failure f using due
  where f.delivery_id = due.delivery_id and f.subscriber_id = due.subscriber_id
  returning f.delivery_id, f.status
), counted as (
  insert into failure_count as c (delivery_id, status, count)
  select delivery_id, status, count(*) from erased group by delivery_id, status order by 1, 2
  on conflict (delivery_id, status) do update set count = c.count + excluded.count
)
select count(*)::int as "count!" from erased;

/* @name forgetFailures
   Of people who are about to be erased. How many there were for which reason is kept. */
with erased as (
  delete from delivery_failure where subscriber_id = any (:ids!::uuid[]) returning delivery_id, status
), counted as (
  insert into failure_count as c (delivery_id, status, count)
  select delivery_id, status, count(*) from erased group by delivery_id, status order by 1, 2
  on conflict (delivery_id, status) do update set count = c.count + excluded.count
)
select count(*)::int as "count!" from erased;

/* @name findOldestFailure
   When the delivery of the oldest failures ended. */
select min(finished_at) as at from delivery
where finished_at is not null and exists (select from delivery_failure f where f.delivery_id = delivery.id);

/* @name findUnsettled
   From the last batch backwards: while a delivery is being sent, the first row that is read is unsettled. */
select ordinal from batch
where delivery_id = :delivery! and settled < size
order by ordinal desc limit 1;

/* @name settleDelivery
   Only when every planned recipient has an outcome. Moves the counts to the delivery. */
with total as (
  select coalesce(sum(bit_count(sent)), 0) as sent, coalesce(sum(bit_count(failed)), 0) as failed,
         coalesce(sum(bit_count(skipped)), 0) as skipped
  from batch where delivery_id = :delivery!
)
update delivery d
set state = case d.state when 'sending' then 'sent' else d.state end, finished_at = :now!,
    sent = d.sent + total.sent, failed = d.failed + total.failed, skipped = d.skipped + total.skipped
from total
where id = :delivery! and state in ('sending', 'cancelled') and finished_at is null
  and planned = d.sent + d.failed + d.skipped + total.sent + total.failed + total.skipped
returning issue_number, state, planned, d.sent, d.failed, d.skipped, may_have_repeated;

/* @name dropBatches */
delete from batch where delivery_id = :delivery!;

/* @name listFailed
   Subscribers whose mail failed for good. Erasing a subscriber erases the failure, too. */
select subscriber_id from delivery_failure where delivery_id = :delivery! order by subscriber_id;

/* @name reservePace
   Reserves a slice of the timeline for some mails. Returns when it begins, in seconds from now. A timeline that is
   further ahead than all mailers together can have reserved was written by a wrong clock. */
with pace_before as (
  select next_free_at from pace for update
), begin as (
  select case when corrected then clock_timestamp() else greatest(next_free_at, clock_timestamp()) end as at, corrected
  from pace_before
  cross join lateral (select next_free_at > clock_timestamp() + make_interval(secs => :mostSeconds!) as corrected) c
)
update pace
set next_free_at = begin.at + make_interval(secs => :seconds!)
from begin
returning extract(epoch from begin.at - clock_timestamp())::float8 as "startsIn!", begin.corrected as "corrected!";

/* @name boundRetries
   A batch waits no longer than the interval before its next try: a later time was written by a wrong clock. */
with bound as (
  select j.id, j.run_at, now() + make_interval(secs => greatest(
    1, (:retryAfterSeconds!::float8[])[b.attempt], exp(least(j.attempts, 10))
  )) as at
  from batch b
  join graphile_worker.jobs j on j.key = batch_job_key(:job!, b.delivery_id, b.ordinal)
  where j.locked_at is null and j.run_at > now()
), corrected as (
  select (graphile_worker.reschedule_jobs(array[id], run_at := at)).id
  from bound where run_at > at + make_interval(secs => :slackSeconds!)
)
select count(*)::int as "count!" from corrected;

/* @name readServer
   If this changes, it is another server or was restarted: the last commits may be lost. */
select pg_postmaster_start_time()::text as "server!";

/* @name lockRound
   By issue, language and round: after a failover, the id may mean another delivery. */
select id, state, finished_at is not null as "finished!" from delivery
where issue_number = :number! and language = :language! and round = :round!
for no key update;

/* @name locateRecipients
   Where recipients are now. `sentSinceOpening`: the batch was opened again after their record was lost. Their batches are
   held, so that nothing is recorded between this look and the restoring: it would count as neither. */
select r.id as "id!", b.ordinal, b.fence,
       get_bit(sent, p.bit) + get_bit(failed, p.bit) + get_bit(skipped, p.bit) > 0 as "settled!",
       get_bit(sent, p.bit) = 1 and coalesce(get_bit(settled_at_opening, p.bit) = 0, false) as "sentSinceOpening!"
from batch b
cross join unnest(b.recipients) with ordinality as r (id, position)
cross join lateral (select (r.position - 1)::int as bit) p
join unnest(:ids!::uuid[]) as wanted (id) on wanted.id = r.id
where b.delivery_id = :delivery!
for update of b;

/* @name restoreOutcomes
   Sets a new fence, so that a mailer that has the batch open reads it again. */
update batch
set sent = :sent!::text::varbit, failed = :failed!::text::varbit, skipped = :skipped!::text::varbit,
    fence = :fence!, connections_in_use = 0
where delivery_id = :delivery! and ordinal = :ordinal!;

/* @name findStates
   Of each issue, the state of its last delivery. */
select distinct on (issue_number) issue_number, state, round
from delivery where issue_number = any (:numbers!::int[])
order by issue_number, round desc;

/* @name insertStart
   None if it is planned already; one that was missed or hindered is planned again. */
insert into planned_start (issue_number, start_at, wall_clock, planned_at, planned_by)
values (:number!, :startAt!, :wallClock, :now!, :editor)
on conflict (issue_number) do update
set start_at = excluded.start_at, wall_clock = excluded.wall_clock, state = 'waiting', hindrance = null,
    planned_at = excluded.planned_at, planned_by = excluded.planned_by
where planned_start.state <> 'waiting'
returning issue_number;

/* @name findStart */
select start_at, wall_clock, state, hindrance, planned_at, planned_by from planned_start where issue_number = :number!;

/* @name findStarts */
select issue_number, start_at, state from planned_start where issue_number = any (:numbers!::int[]);

/* @name findDueStarts */
select issue_number, start_at, planned_by from planned_start
where state = 'waiting' and start_at <= :now! order by start_at, issue_number;

/* @name takeStart
   Removing the row begins the delivery, or keeps it from beginning: never both. */
delete from planned_start where issue_number = :number! and state = 'waiting' and start_at <= :now!
returning issue_number;

/* @name liftStart */
delete from planned_start where issue_number = :number! returning issue_number, state;

/* @name holdBackStart */
update planned_start set state = :state!::text::start_state, hindrance = :hindrance::text::start_hindrance
where issue_number = :number! and state = 'waiting'
returning issue_number;

/* @name enqueueTests
   A test that has not left yet is not enqueued twice. */
select count(graphile_worker.add_job(
  :job!, json_build_object('draft', :draft!::uuid, 'account', account), job_key := concat_ws(':', :job!::text, :draft!::uuid, account)
))::int as "count!"
from unnest(:accounts!::uuid[]) as account;

/* @name findPlannedFor
   Issues that are being sent to a subscriber, each with what became of the mail so far. */
select d.issue_number as "issueNumber!", case
  when get_bit(b.sent, p.place) = 1 then 'sent'
  when get_bit(b.failed, p.place) = 1 then 'failed'
  when get_bit(b.skipped, p.place) = 1 then 'skipped'
  else 'waiting'
end as "outcome!"
from batch b join delivery d on d.id = b.delivery_id
cross join lateral (select array_position(b.recipients, :id!) - 1 as place) as p
where p.place is not null
order by d.issue_number, d.id;

/* @name findFailuresOf */
select d.issue_number as "issueNumber!", f.status as "status!", f.failed_at as "failedAt!"
from delivery_failure f join delivery d on d.id = f.delivery_id
where f.subscriber_id = :id! order by f.failed_at;

/* @name findStandings
   How deliveries that the journal names stand here; without a row where there is none, or its plan was lost. */
select n.place::int as "place!", d.id, d.finished_at is not null as "finished!"
from unnest(:issues!::int[], :languages!::text[], :rounds!::int[], :mails!::text[]) with ordinality
  as n (number, language, round, mail, place)
join delivery d on d.issue_number = n.number and d.language = n.language and d.round = n.round
  and d.mail_hash = decode(n.mail, 'hex') and d.state <> 'waiting';

/* @name forgetRestored */
delete from restored_delivery
where issue_number = :number! and language = :language! and round = :round! and mail_hash = decode(:mail!, 'hex')
returning round;

/* @name addRestoredDelivery */
insert into restored_delivery (issue_number, language, round, mail_hash, ended_as, noticed_at)
values (:number!, :language!, :round!, decode(:mail!, 'hex'), :endedAs::text::delivery_state, :now!);

/* @name addRestoredBatch */
insert into restored_batch (issue_number, language, round, mail_hash, recipients, sent, failed, skipped)
values (:number!, :language!, :round!, decode(:mail!, 'hex'), :recipients!, :sent!::text::varbit,
        :failed!::text::varbit, :skipped!::text::varbit);

/* @name forgetOldRestored
   Those that the journal has trimmed by now. */
delete from restored_delivery where noticed_at < :before!;

/* @name findRestored
   What the journal knows of a delivery. */
select r.ended_as, d.issue_number, d.language, d.round, encode(d.mail_hash, 'hex') as "mail!"
from delivery d join restored_delivery r
  on r.issue_number = d.issue_number and r.language = d.language and r.round = d.round and r.mail_hash = d.mail_hash
where d.id = :delivery!;

/* @name settleRestored
   Settles who is settled in the journal and not here; who got the mail in one history and failed in another got it. A new
   fence, so that a mailer that has the batch open reads it again. A failure has lost its status. */
with known as materialized (
  select r.id, bool_or(get_bit(b.sent, p.bit) = 1) as sent, bool_or(get_bit(b.failed, p.bit) = 1) as failed
  from delivery d
  join restored_batch b on b.issue_number = d.issue_number and b.language = d.language and b.round = d.round
    and b.mail_hash = d.mail_hash
  cross join unnest(b.recipients) with ordinality as r (id, position)
  cross join lateral (select (r.position - 1)::int as bit) p
  where d.id = :delivery!
  group by r.id
), planned as materialized (
  select b.ordinal, r.id, r.position, get_bit(b.sent, p.bit) as sent, get_bit(b.failed, p.bit) as failed,
         get_bit(b.skipped, p.bit) as skipped, k.sent as was_sent, k.failed as had_failed,
         k.id is not null and get_bit(b.sent, p.bit) + get_bit(b.failed, p.bit) + get_bit(b.skipped, p.bit) = 0 as is_new
  from batch b
  cross join unnest(b.recipients) with ordinality as r (id, position)
  cross join lateral (select (r.position - 1)::int as bit) p
  left join known k on k.id = r.id
  where b.delivery_id = :delivery!
), changed as (
  select ordinal, count(*) filter (where is_new) as count,
    string_agg(case when is_new and was_sent then '1' else sent::text end, '' order by position)::varbit as sent,
    string_agg(case when is_new and had_failed and not was_sent then '1' else failed::text end, '' order by position)::varbit
      as failed,
    string_agg(case when is_new and not had_failed and not was_sent then '1' else skipped::text end, '' order by position)
      ::varbit as skipped
  from planned group by ordinal having bool_or(is_new)
), written as (
  update batch b
  set sent = c.sent, failed = c.failed, skipped = c.skipped, fence = (random() * 2147483646)::int + 1, connections_in_use = 0,
      held_by_job = null
  from changed c where b.delivery_id = :delivery! and b.ordinal = c.ordinal
), failures as (
  insert into delivery_failure (delivery_id, subscriber_id, status, failed_at)
  select :delivery!, p.id, 'restored', :now!
  from planned p join subscriber s on s.id = p.id
  where p.is_new and p.had_failed and not p.was_sent
  on conflict do nothing
)
select coalesce(sum(count), 0)::int as "settled!" from changed;

/* @name countOpen */
select coalesce(sum(size - settled), 0)::int as "open!" from batch where delivery_id = :delivery!;

/* @name endRestored
   Nothing is left to be sent: it ends as it ended before. */
update delivery set state = case state when 'cancelled' then state else :state!::delivery_state end, pause_reason = null
where id = :delivery! and finished_at is null;

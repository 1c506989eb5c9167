/* @name claimIssue */
update issue set state = 'sending', started_at = :now!
where number = :number! and state = 'approved'
returning number;

/* @name cutBatches
   One statement cuts the active readers into batches and puts a job for each into the queue, spread
   by the pace. Nobody can fall between two batches, and nobody is in two. */
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
  select graphile_worker.add_job(
    'deliver_batch', json_build_object('issue', :number!::int, 'batch', ordinal),
    run_at := now() + ordinal * make_interval(secs => :batchSeconds!),
    job_key := 'deliver_batch:' || :number!::int || ':' || ordinal
  ) from cut
)
update issue
set planned = (select coalesce(sum(size), 0) from cut) + 0 * (select count(*) from queued)
where number = :number!
returning planned as "planned!";

/* @name openBatch
   The token fences off whoever had the batch before. */
update batch set token = token + 1
from issue
where issue_number = :number! and ordinal = :ordinal! and issue.number = issue_number and issue.state = 'sending'
returning token, recipients as "recipients!", batch.sent::text as "sent!", batch.failed::text as "failed!", batch.skipped::text as "skipped!";

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

/* @name requeueBatch */
select graphile_worker.add_job(
  'deliver_batch', json_build_object('issue', :number!::int, 'batch', :ordinal!::int),
  job_key := 'deliver_batch:' || :number!::int || ':' || :ordinal!::int
) is not null as queued;

/* @name countOutcomes */
select i.state, i.planned, i.started_at, i.finished_at,
       coalesce(i.sent, sum(bit_count(b.sent)), 0)::int as "sent!",
       coalesce(i.failed, sum(bit_count(b.failed)), 0)::int as "failed!",
       coalesce(i.skipped, sum(bit_count(b.skipped)), 0)::int as "skipped!"
from issue i left join batch b on b.issue_number = i.number
where i.number = :number!
group by i.number;

/* @name finishIssue
   Only when every planned recipient is accounted for. */
with total as (
  select sum(bit_count(sent)) as sent, sum(bit_count(failed)) as failed, sum(bit_count(skipped)) as skipped
  from batch where issue_number = :number!
)
update issue
set state = 'sent', finished_at = :now!,
    sent = coalesce(total.sent, 0), failed = coalesce(total.failed, 0), skipped = coalesce(total.skipped, 0)
from total
where number = :number! and state = 'sending'
  and planned = coalesce(total.sent, 0) + coalesce(total.failed, 0) + coalesce(total.skipped, 0)
returning number, planned as "planned!", issue.sent as "sent!", issue.failed as "failed!", issue.skipped as "skipped!";

/* @name forgetRecipients */
update batch set recipients = null where issue_number = :number!;

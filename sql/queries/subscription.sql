/* @name rememberConsentText
   The update changes nothing; without it, a wording that is known would return no id. */
insert into consent_text (hash, wording, first_shown_at)
values (:hash!, :wording!, :now!)
on conflict (hash) do update set hash = excluded.hash
returning id;

/* @name holdMailbox
   Serialises sign-ups of one mailbox, even while processes disagree on the newest key. */
select pg_advisory_xact_lock(:hash!::bigint)::text as held;

/* @name findKnown
   Always returns one row. A mail counts as waiting as long as its job will be tried again. */
with known as materialized (
  select id from subscriber where address_index = any (:indexes!) for update
)
select (select id from known limit 1) as id,
       (select asked_at from mail_request where mailbox = :mailbox!) as asked_at,
       exists (
         select from graphile_worker.jobs j join known on j.key = :job! || ':' || known.id where attempts < max_attempts
       ) as "mail_waits!";

/* @name noteMailRequest */
insert into mail_request (mailbox, asked_at) values (:mailbox!, :askedAt!)
on conflict (mailbox) do update set asked_at = excluded.asked_at;

/* @name forgetMailRequests
   Also forgets requests from the future, which a wrong clock has written. */
with forgotten as (
  delete from mail_request where mailbox = any (array(
    select mailbox from mail_request
    where asked_at[cardinality(asked_at)] < :before! or asked_at[cardinality(asked_at)] > :after!
    limit (:limit!)::int for update skip locked
  )) returning 1
)
select count(*)::int as "count!" from forgotten;

/* @name findByAddress */
select id from subscriber where address_index = any (:indexes!);

/* @name takeSignUp
   Does the same for every address, so that the time it takes tells nothing: takes the next turn of the lane, writes
   the subscriber, and enqueues the mail. If no mail is wanted, nothing changes.
   The consent of an active subscriber stays as it was given; a pending one is asked again. */
with slot as (
  update confirmation_pace set next_free_at = greatest(next_free_at, clock_timestamp()) + make_interval(secs => :seconds!)
  where lane = :lane!
  returning next_free_at - make_interval(secs => :seconds!) as at,
            greatest(0, extract(epoch from next_free_at - make_interval(secs => :seconds!) - clock_timestamp()))::float8 as starts_in
), reader as (
  insert into subscriber as s (id, address_index, address_sealed, state, consent_text_id, requested_at, mail_due_at)
  select :id!, :index!, :sealed!, 'pending', :consentTextId!, :now!,
         case when starts_in > 1 then :now!::timestamptz + make_interval(secs => starts_in) end
  from slot where :wanted!
  on conflict (id) do update
  set consent_text_id = case s.state when 'pending' then excluded.consent_text_id else s.consent_text_id end,
      requested_at = case s.state when 'pending' then excluded.requested_at else s.requested_at end,
      mail_due_at = case s.state when 'pending' then excluded.mail_due_at else s.mail_due_at end
  returning id
)
select starts_in as "startsIn!", (
  select (graphile_worker.add_job(
    :job!, json_build_object('subscriberId', reader.id),
    run_at := slot.at, job_key := :job! || ':' || reader.id
  )).id is not null from reader
) as enqueued
from slot;

/* @name peekPace */
select greatest(0, extract(epoch from next_free_at - clock_timestamp()))::float8 as "startsIn!"
from confirmation_pace where lane = :lane!;

/* @name recoverPace
   A lane that is taken for longer than all waiting mails need one by one was written by a clock that was ahead. */
with waiting as (
  select count(*) as mails from graphile_worker.jobs where task_identifier = :job! and attempts = 0
)
update confirmation_pace set next_free_at = clock_timestamp() + make_interval(secs => mails * :each!::float8)
from waiting
where next_free_at > clock_timestamp() + make_interval(secs => mails * :each!::float8 + :slackSeconds!::float8)
returning lane;

/* @name recoverWaiting
   Likewise the mails' turns: those later than that are given turns from now on, in the same order. */
with waiting as (
  select id, run_at, row_number() over (order by run_at, id) as place, count(*) over () as mails
  from graphile_worker.jobs where task_identifier = :job! and attempts = 0
), moved as (
  select (graphile_worker.reschedule_jobs(array[id], run_at := clock_timestamp() + make_interval(secs => place * :each!::float8))).id
  from waiting
  where run_at > clock_timestamp() + make_interval(secs => mails * :each!::float8 + :slackSeconds!::float8)
  order by place limit (:limit!)::int
)
select count(*)::int as "count!" from moved;

/* @name putBackMail
   Under the key of the subscriber's one job. It is a task of its own, because it does not wait for a turn. */
select graphile_worker.add_job(
  :again!, json_build_object('subscriberId', :id!::uuid, 'attempt', :attempt!::int),
  run_at := now() + make_interval(secs => :afterSeconds!), job_key := :job! || ':' || :id!::uuid,
  flags := array_remove(array[:flag::text], null)
) is not null as enqueued;

/* @name findForMail */
select s.id, s.state, s.address_sealed, s.requested_at, s.mail_due_at, c.wording
from subscriber s join consent_text c on c.id = s.consent_text_id
where s.id = subscriber_of(:id!);

/* @name markMailSent */
update subscriber set mail_sent_at = :now! where id = :id! and state = 'pending';

/* @name activate */
update subscriber set state = 'active', confirmed_at = :now!
where id = subscriber_of(:id!) and state = 'pending'
returning id;

/* @name findState */
select state from subscriber where id = subscriber_of(:id!);

/* @name erase */
delete from subscriber where id = subscriber_of(:id!) returning id;

/* @name findStored */
select state, requested_at, mail_sent_at, confirmed_at from subscriber where address_index = any (:indexes!) order by requested_at;

/* @name findAnySealed
   One address per key, to try whether the key is the right one. */
select distinct on (get_byte(address_sealed, 0)) id, address_sealed from subscriber order by get_byte(address_sealed, 0);

/* @name eraseByAddress */
delete from subscriber where address_index = any (:indexes!);

/* @name forgetMailbox */
delete from mail_request where mailbox = :mailbox!;

/* @name eraseUnconfirmed
   Up to `limit` subscribers whose mail could leave before `before`, so that their link has expired. */
with erased as (
  delete from subscriber where id = any (array(
    select id from subscriber where state = 'pending' and greatest(requested_at, mail_due_at) < :before!
    limit (:limit!)::int for update skip locked
  )) returning id
)
select count(*)::int as "count!" from erased;

/* @name findActive */
select id, address_sealed from subscriber where id = any (:ids!) and state = 'active';

/* @name countByState */
select state, count(*)::int as "count!" from subscriber group by state;

/* @name countByKeyVersion */
select get_byte(address_sealed, 0) as "version!", count(*)::int as "count!"
from subscriber group by 1 order by 1;

/* @name lockSealedWithOtherKey */
select id, address_sealed, state, requested_at, confirmed_at from subscriber
where get_byte(address_sealed, 0) = any (:versions!) and id <> all (:except!)
limit (:limit!)::int for update skip locked;

/* @name replaceSeals */
update subscriber s
set address_sealed = n.sealed, address_index = n.index
from unnest(:ids!::uuid[], :seals!::bytea[], :indexes!::bytea[]) as n (id, sealed, index)
where s.id = n.id;

/* @name findByIndexes */
select id, address_index from subscriber where address_index = any (:indexes!);

/* @name lockUnlocked
   Skips subscribers that another transaction is changing. */
select id, address_sealed, state, requested_at, confirmed_at from subscriber where id = any (:ids!) for update skip locked;

/* @name forwardMerged */
update merged_subscriber m set subscriber_id = n.kept
from unnest(:ids!::uuid[], :kept!::uuid[]) as n (id, kept)
where m.subscriber_id = n.id;

/* @name recordMerged */
insert into merged_subscriber (id, subscriber_id)
select n.id, n.kept from unnest(:ids!::uuid[], :kept!::uuid[]) as n (id, kept);

/* @name eraseAll */
delete from subscriber where id = any (:ids!);

/* @name lockMasterKeys
   Serialises processes that start, and commands that give up a key. */
lock table master_key in share row exclusive mode;

/* @name listMasterKeys */
select version, check_value, primary_since from master_key order by version;

/* @name recordMasterKey */
insert into master_key (version, check_value, recorded_at, primary_since)
values (:version!, :checkValue!, :now!, :primarySince);

/* @name markPrimary */
update master_key set primary_since = :now! where version = :version! and primary_since is null;

/* @name forgetMasterKey */
delete from master_key where version = :version! returning version;

/* @name listSealingVersions
   A few index look-ups, however many addresses there are. */
with recursive sealing (version) as (
  select min(get_byte(address_sealed, 0)) from subscriber
  union all
  select (select min(get_byte(address_sealed, 0)) from subscriber where get_byte(address_sealed, 0) > sealing.version)
  from sealing where sealing.version is not null
)
select version as "version!" from sealing where version is not null;

/* @name findSealedWith */
select id, address_sealed from subscriber where get_byte(address_sealed, 0) = :version! limit (:limit!)::int;

/* @name rememberConsentText */
insert into consent_text (hash, wording, first_shown_at)
values (:hash!, :wording!, :now!)
on conflict (hash) do update set hash = excluded.hash
returning id;

/* @name lockByAddress */
select id, state, mail_requests
from subscriber
where address_index = any (:indexes!)
for update;

/* @name holdAddress
   Two sign-ups of one address go one after the other, also where one of them does not know the newest key yet. */
select pg_advisory_xact_lock(:hash!::bigint)::text as held;

/* @name forgetMailRequests */
update subscriber set mail_requests = '{}'
where cardinality(mail_requests) > 0 and mail_requests[cardinality(mail_requests)] < :before!;

/* @name findByAddress */
select id from subscriber where address_index = any (:indexes!);

/* @name insertPending */
insert into subscriber (id, address_index, address_sealed, state, consent_text_id, requested_at, mail_requests)
values (:id!, :index!, :sealed!, 'pending', :consentTextId!, :now!, array[:now!]::timestamptz[])
returning id;

/* @name askAgain
   An active reader's consent stands as it was given; a pending one is asked anew. */
update subscriber
set mail_requests = :mailRequests!,
    consent_text_id = case state when 'pending' then :consentTextId! else consent_text_id end,
    requested_at = case state when 'pending' then :now! else requested_at end
where id = :id!;

/* @name enqueueMail
   One job a reader: a mail still waiting is not joined by a second one. */
select graphile_worker.add_job(
  'subscription_mail', json_build_object('subscriberId', :id!::uuid),
  job_key := 'subscription_mail:' || :id!::uuid, job_key_mode := 'preserve_run_at'
) is not null as enqueued;

/* @name putBackMail
   For later, under the key of the reader's one job. It is a task of its own, since its time is not a matter of turns. */
select graphile_worker.add_job(
  'subscription_mail_again', json_build_object('subscriberId', :id!::uuid, 'attempt', :attempt!::int),
  run_at := now() + make_interval(secs => :afterSeconds!), job_key := 'subscription_mail:' || :id!::uuid,
  flags := array_remove(array[:flag::text], null)
) is not null as enqueued;

/* @name findForMail */
select s.id, s.state, s.address_sealed, s.requested_at, c.wording
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

/* @name eraseUnconfirmed */
with erased as (
  delete from subscriber where state = 'pending' and requested_at < :before! returning id
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
   Those of the subscribers whom nobody else is changing. */
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
   Processes that start, and whoever gives up a key, go one after the other. */
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
   A few looks into the index, however many addresses there are. */
with recursive sealing (version) as (
  select min(get_byte(address_sealed, 0)) from subscriber
  union all
  select (select min(get_byte(address_sealed, 0)) from subscriber where get_byte(address_sealed, 0) > sealing.version)
  from sealing where sealing.version is not null
)
select version as "version!" from sealing where version is not null;

/* @name findSealedWith */
select id, address_sealed from subscriber where get_byte(address_sealed, 0) = :version! limit (:limit!)::int;

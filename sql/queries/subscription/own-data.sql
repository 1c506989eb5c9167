/* @name enqueueOwnMails
   Mails that a request about a reader's own data causes take turns on the lane, as those of sign-ups do. Also where no
   mail is wanted, so that the time tells nothing. */
with free as materialized (
  select lane, greatest(next_free_at, clock_timestamp()) as at from confirmation_pace where lane = :lane! for update
), mails as (
  select m.id, m.about, free.at + make_interval(secs => (m.place - 1) * :each!::float8) as turn
  from unnest(:ids!::uuid[], :subjects!::text[]) with ordinality as m (id, about, place) cross join free
), moved as (
  update confirmation_pace p
  set next_free_at = free.at + make_interval(secs => cardinality(:ids!::uuid[]) * :each!::float8)
  from free where free.lane = p.lane
), enqueued as (
  select count(*)::int as mails
  from graphile_worker.add_jobs((
    select array_agg((
      :job!, json_build_object('subscriberId', id, 'about', about), null, turn, null,
      :job! || ':' || about || ':' || id, null, null
    )::graphile_worker.job_spec order by turn)
    from mails
  ))
)
select greatest(0, extract(epoch from at - clock_timestamp()))::float8 as "startsIn!", mails as "mails!"
from free cross join enqueued;

/* @name findOwn
   All that a subscriber's row says, and how many mails to its reader wait. */
select s.id, s.state, s.address_index, s.address_sealed, s.consent_text_id, s.requested_at, s.mail_due_at,
       s.mail_sent_at, s.confirmed_at, s.import_id, s.ask_after, o.source as "consentSource?", c.wording, c.first_shown_at,
       u.used_until as "usedUntil?",
       (select array_agg(m.id order by m.id) from merged_subscriber m where m.subscriber_id = s.id) as "earlierIds",
       (
         select count(*)::int from graphile_worker.jobs j
         where j.key = any (array(select k || s.id from unnest(:mailKeys!::text[]) as k)) and j.attempts < j.max_attempts
       ) as "mailsWaiting!"
from subscriber s join consent_text c on c.id = s.consent_text_id
left join consent_source o on o.id = s.consent_source_id
left join used_link u on u.subscriber_id = s.id
where s.id = :id!;

/* @name findByLink */
select id, address_sealed from subscriber where id = subscriber_of(:id!);

/* @name useLink
   Nothing comes back if the link was used before. */
insert into used_link as u (subscriber_id, used_until)
select id, :expiresAt! from subscriber where id = :id! for key share
on conflict (subscriber_id) do update set used_until = excluded.used_until where u.used_until < excluded.used_until
returning subscriber_id;

/* @name askForChange */
insert into address_change (subscriber_id, id, address_sealed, requested_at, expires_at)
values (:subscriberId!, :id!, :sealed!, :now!, :expiresAt!)
on conflict (subscriber_id) do update
set id = excluded.id, address_sealed = excluded.address_sealed, requested_at = excluded.requested_at,
    expires_at = excluded.expires_at, mailed_at = null, mail_sha256 = null;

/* @name findChangeOf */
select id, address_sealed, requested_at, expires_at, mailed_at from address_change where subscriber_id = :subscriberId!;

/* @name findChange */
select a.subscriber_id, a.address_sealed as "newSealed", s.address_sealed as "oldSealed", a.expires_at
from address_change a join subscriber s on s.id = a.subscriber_id
where a.id = :id!;

/* @name lockChange */
select s.id, s.address_sealed, s.state, s.requested_at, s.confirmed_at
from address_change a join subscriber s on s.id = a.subscriber_id
where a.id = :id! for update;

/* @name markChangeMailed */
update address_change set mailed_at = :now!, mail_sha256 = :hash where id = :id!;

/* @name stopChange */
delete from address_change where id = :id! returning subscriber_id;

/* @name lockByAddress */
select id, address_sealed, state, requested_at, confirmed_at from subscriber
where address_index = any (:indexes!) order by id for update;

/* @name copySubscriber
   The same subscription under another address. Its reader has confirmed that one: an import no longer counts. */
insert into subscriber (
  id, address_index, address_sealed, state, consent_text_id, consent_source_id, requested_at, mail_due_at, mail_sent_at,
  confirmed_at
)
select :newId!, :index!, :sealed!, state, consent_text_id, consent_source_id, requested_at, mail_due_at, mail_sent_at,
       confirmed_at
from subscriber where id = :id!;

/* @name takeOverConsent
   The subscription of one row goes on in another. */
update subscriber s
set state = o.state, consent_text_id = o.consent_text_id, consent_source_id = o.consent_source_id,
    requested_at = o.requested_at, mail_due_at = o.mail_due_at, mail_sent_at = o.mail_sent_at,
    confirmed_at = o.confirmed_at, import_id = null, ask_after = null
from subscriber o where s.id = :kept! and o.id = :id!;

/* @name moveProof
   The confirmation at the new address is its proof. Of the old one, none stays. */
with change as (
  select a.requested_at, a.mailed_at, a.mail_sha256, s.consent_text_id
  from address_change a join subscriber s on s.id = a.subscriber_id where a.subscriber_id = :id!
), old as (
  delete from consent_proof where subscriber_id = :id! returning id
)
insert into consent_proof as p (
  subscriber_id, address_index, key_version, consent_text_id, asked_at, mailed_at, mail_sha256, confirmed_at
)
select k.id, k.address_index, get_byte(k.address_sealed, 0), c.consent_text_id, c.requested_at, c.mailed_at,
       c.mail_sha256, :now!
from change c cross join subscriber k
where k.id = :kept! and (:consentProof!::boolean or exists (select from old))
on conflict (subscriber_id) do update
set consent_text_id = excluded.consent_text_id, asked_at = excluded.asked_at, mailed_at = excluded.mailed_at,
    mail_sha256 = excluded.mail_sha256, confirmed_at = excluded.confirmed_at
where p.confirmed_at is null;

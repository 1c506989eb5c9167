/* @name listMovedKeys */
select id, key_sealed from moved_key order by id;

/* @name storeMovedKey */
insert into moved_key (id, key_sealed) values (:id!, :sealed!) on conflict (id) do nothing;

/* @name resealMovedKey */
update moved_key set key_sealed = :sealed! where id = :id!;

/* @name countToExport */
select (select count(*)::int from subscriber where state = 'active') as "subscribers!",
       (select count(*)::int from suppression where ends_at > :now!) as "suppressions!";

/* @name listWordings
   Those that an active subscriber agreed to. */
select id, wording, first_shown_at from consent_text c
where exists (select from subscriber s where s.consent_text_id = c.id and s.state = 'active')
   or exists (select from consent_proof p where p.consent_text_id = c.id and p.subscriber_id is not null)
order by id;

/* @name listSources
   The next that active subscribers came from. */
select id, source, first_noted_at from consent_source c
where id > :after!::int and exists (select from subscriber s where s.consent_source_id = c.id and s.state = 'active')
order by id limit (:limit!)::int;

/* @name listSubscribers
   The next active ones by their ids, each with the proof that goes with it. */
select s.id, s.address_sealed, s.consent_text_id, s.consent_source_id, s.requested_at, s.mail_sent_at,
       s.confirmed_at as "confirmedAt!",
       p.consent_text_id as "proofTextId?", p.asked_at as "proofAskedAt?", p.mailed_at as "proofMailedAt?",
       encode(p.mail_sha256, 'hex') as "proofMailHash", p.confirmed_at as "proofConfirmedAt?"
from subscriber s left join consent_proof p on p.subscriber_id = s.id and p.confirmed_at is not null
where s.state = 'active' and s.id > :after!
order by s.id limit (:limit!)::int;

/* @name listSuppressions
   The next that still hold, by their fingerprints. */
select address_index, key_version, moved_key_id, reason, suppressed_at, ends_at from suppression
where address_index > :after!::bytea and ends_at > :now!
order by address_index limit (:limit!)::int;

/* @name storeMoved
   Subscribers of another installation, as active as they were there. Nobody who is stored is changed. An empty text is
   a time that is not known, and 0 a source that is none. */
with moved as (
  select * from unnest(
    :ids!::uuid[], :indexes!::bytea[], :seals!::bytea[], :wordings!::int[], :sources!::int[],
    :requestedAt!::text[], :mailSentAt!::text[], :confirmedAt!::text[]
  ) as m (id, address_index, address_sealed, wording, source, requested_at, mail_sent_at, confirmed_at)
), stored as (
  insert into subscriber (
    id, address_index, address_sealed, state, consent_text_id, consent_source_id, requested_at, mail_sent_at,
    confirmed_at
  )
  select id, address_index, address_sealed, 'active', wording, nullif(source, 0), requested_at::timestamptz,
         nullif(mail_sent_at, '')::timestamptz, confirmed_at::timestamptz
  from moved
  on conflict do nothing
  returning id
), counted as (
  insert into day_count as c (day, slot, signed_up, confirmed)
  select :day!::text::date, count_slot(), count(*), count(*) from stored having count(*) > 0
  on conflict (day, slot) do update
  set signed_up = c.signed_up + excluded.signed_up, confirmed = c.confirmed + excluded.confirmed
)
select id from stored;

/* @name storeMovedProofs
   Of subscribers who came along. An empty text is a time or a hash that is not known. */
insert into consent_proof (
  subscriber_id, address_index, key_version, consent_text_id, asked_at, mailed_at, mail_sha256, confirmed_at
)
select s.id, s.address_index, get_byte(s.address_sealed, 0), p.wording, p.asked_at::timestamptz,
       nullif(p.mailed_at, '')::timestamptz, decode(nullif(p.mail_hash, ''), 'hex'), p.confirmed_at::timestamptz
from unnest(
  :ids!::uuid[], :wordings!::int[], :askedAt!::text[], :mailedAt!::text[], :mailHashes!::text[], :confirmedAt!::text[]
) as p (id, wording, asked_at, mailed_at, mail_hash, confirmed_at)
join subscriber s on s.id = p.id
on conflict (subscriber_id) do nothing;

/* @name storeSuppressions
   Fingerprints that another installation has made. A key of ours has a version, any other a row of its own. */
with moved as (
  insert into suppression (address_index, key_version, moved_key_id, reason, suppressed_at, ends_at)
  select decode(address_index, 'hex'), nullif(key_version, 0), nullif(moved_key, '')::uuid, reason::suppression_reason,
         suppressed_at::timestamptz, ends_at::timestamptz
  from unnest(
    :indexes!::text[], :versions!::int[], :movedKeys!::text[], :reasons!::text[], :suppressedAt!::text[],
    :endsAt!::text[]
  ) as s (address_index, key_version, moved_key, reason, suppressed_at, ends_at)
  where ends_at::timestamptz > :now!
  on conflict do nothing
  returning 1
)
select count(*)::int as "count!" from moved;

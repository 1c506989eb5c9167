/* @name rememberConsentSource
   As rememberConsentText. */
insert into consent_source (hash, source, first_noted_at)
values (:hash!, :source!, :now!)
on conflict (hash) do update set hash = excluded.hash
returning id;

/* @name judgeAddresses
   Which of many fingerprints, 32 bytes each, are stored or suppressed, by their place. What the same import has stored
   counts as new. */
with given as materialized (
  select place, substring(:fingerprints!::bytea from place * 32 + 1 for 32) as address_index
  from generate_series(0, octet_length(:fingerprints!::bytea) / 32 - 1) as place
)
select place as "place!", false as "suppressed!"
from given join subscriber s using (address_index) where s.import_id is distinct from :import!::int
union all
select place, true from given join suppression p using (address_index) where p.ends_at > :now!;

/* @name storeImported
   The next addresses of an import, in the order of their fingerprints, which its index likes best. Nobody who is stored
   is changed, and nobody who is suppressed is added. `wordings` and `sources` are the ids of the texts that the file
   has numbered. */
with portion as materialized (
  select * from import_row r
  where r.import_id = :import!::int and r.address_index > :after!::bytea
  order by r.address_index limit (:limit!)::int
), stored as (
  insert into subscriber (
    id, address_index, address_sealed, state, consent_text_id, consent_source_id, requested_at, confirmed_at, import_id,
    ask_after
  )
  select r.id, r.address_index, r.address_sealed, case when :asks!::bool then 'pending' else 'active' end,
         coalesce((:wordings!::int[])[r.wording], :consentTextId!::int), (:sources!::int[])[r.source],
         coalesce(r.consented_at, :now!), r.consented_at, r.import_id, case when :asks!::bool then :now!::timestamptz end
  from portion r
  where r.kind = 'new' and not exists (
    select from suppression p where p.address_index = r.address_index and p.ends_at > :now!
  )
  on conflict do nothing
  returning id
), counted as (
  insert into day_count as c (day, slot, signed_up, confirmed)
  select :day!::text::date, count_slot(), count(*), case when :asks!::bool then 0 else count(*) end
  from stored having count(*) > 0
  on conflict (day, slot) do update
  set signed_up = c.signed_up + excluded.signed_up, confirmed = c.confirmed + excluded.confirmed
)
select (select count(*)::int from portion) as "looked!", (select count(*)::int from stored) as "added!",
       (select address_index from portion order by address_index desc limit 1) as last;

/* @name findToAsk */
select id, address_sealed from subscriber where ask_after <= :now! order by ask_after limit (:limit!)::int;

/* @name postponeAsking */
update subscriber set ask_after = :until! where id = any (:ids!) and ask_after is not null;

/* @name lockUndoable
   Up to `limit` subscribers of an import who have not confirmed themselves. */
select id from subscriber where import_id = :import!::int and (state = 'pending' or consent_source_id is not null)
limit (:limit!)::int for update skip locked;

/* @name countImported
   What became of those that an import has added and who are still stored. */
select count(*) filter (where ask_after is not null)::int as "toAsk!",
       count(*) filter (where state = 'pending' and ask_after is null)::int as "asked!",
       count(*) filter (where state = 'active' and consent_source_id is null)::int as "confirmed!",
       count(*) filter (where state = 'pending' or consent_source_id is not null)::int as "undoable!"
from subscriber where import_id = :import!::int;

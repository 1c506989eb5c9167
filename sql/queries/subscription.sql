/* @name rememberConsentText
   The update changes nothing; without it, a wording that is known would return no id. */
insert into consent_text (hash, wording, first_shown_at)
values (:hash!, :wording!, :now!)
on conflict (hash) do update set hash = excluded.hash
returning id;

/* @name holdMailboxes
   Serialises sign-ups of one mailbox, even while processes disagree on the newest key. The hashes are sorted, so that
   two groups of sign-ups never wait for each other. */
select pg_advisory_xact_lock(hash)::text as held from unnest(:hashes!::bigint[]) as hash;

/* @name findKnown
   The subscribers that have one of the addresses, each with the place of its sign-up. A mail counts as waiting as long
   as its job will be tried again. */
with known as materialized (
  select a.sign_up, s.id, s.state, s.consent_text_id
  from unnest(:signUps!::int[], :indexes!::bytea[]) as a (sign_up, address_index)
  join subscriber s using (address_index)
  order by s.id for update of s
)
select sign_up as "signUp!", id as "id!", state as "state!", consent_text_id as "consentTextId!", exists (
  select from graphile_worker.jobs j where j.key = :job! || ':' || known.id and attempts < max_attempts
) as "mailWaits!"
from known;

/* @name findMailRequests */
select mailbox, asked_at from mail_request where mailbox = any (:mailboxes!);

/* @name noteMailRequests
   A mailbox comes once for each time. */
insert into mail_request (mailbox, asked_at)
select mailbox, array_agg(asked_at order by asked_at)
from unnest(:mailboxes!::bytea[], :times!::timestamptz[]) as asked (mailbox, asked_at)
group by mailbox
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

/* @name findOldestMailRequest
   The last request of the mailbox that has asked for nothing for the longest time. */
select min(asked_at[cardinality(asked_at)]) as at from mail_request;

/* @name findByAddress */
select id from subscriber where address_index = any (:indexes!);

/* @name storeSignUps
   Takes the next turns of the lanes, writes the subscribers, and enqueues their mails, each at its turn. `place` is how
   many sign-ups of the lane come before it. Returns when each lane was free: also where no mail is wanted, so that the
   time that a sign-up takes tells nothing.
   The consent of an active subscriber stays as it was given; a pending one is asked again. `newcomers` is how many of
   the addresses were not stored before. `own`: readers signed up themselves, so that an import no longer counts. */
with wanted as (
  select * from unnest(
    :ids!::uuid[], :indexes!::bytea[], :seals!::bytea[], :requestedAt!::timestamptz[], :lanes!::text[], :places!::int[]
  ) as w (id, address_index, address_sealed, requested_at, lane, place)
), free as materialized (
  select lane, greatest(next_free_at, clock_timestamp()) as at from confirmation_pace order by lane for update
), turns as (
  select w.*, free.at + make_interval(secs => w.place * :each!::float8) as turn from wanted w join free using (lane)
), moved as (
  update confirmation_pace p
  set next_free_at = free.at
    + make_interval(secs => (select count(*) from wanted w where w.lane = free.lane) * :each!::float8)
  from free where free.lane = p.lane
), stored as (
  insert into subscriber as s (id, address_index, address_sealed, state, consent_text_id, requested_at, mail_due_at)
  select id, address_index, address_sealed, 'pending', :consentTextId!, requested_at,
         case when turn > clock_timestamp() + interval '1 second' then requested_at + (turn - clock_timestamp()) end
  from turns
  on conflict (id) do update
  set consent_text_id = case s.state when 'pending' then excluded.consent_text_id else s.consent_text_id end,
      requested_at = case s.state when 'pending' then excluded.requested_at else s.requested_at end,
      mail_due_at = case s.state when 'pending' then excluded.mail_due_at else s.mail_due_at end,
      import_id = case when s.state = 'pending' and :own!::bool then null else s.import_id end,
      ask_after = null
  returning id
), enqueued as (
  select count(*)::int as mails
  from graphile_worker.add_jobs((
    select array_agg((
      :job!, json_build_object('subscriberId', id), null, turn, null, :job! || ':' || id, null, null
    )::graphile_worker.job_spec order by place)
    from stored join turns using (id)
  ))
), counted as (
  insert into day_count as c (day, slot, signed_up) values (:day!::text::date, count_slot(), :newcomers!::int)
  on conflict (day, slot) do update set signed_up = c.signed_up + excluded.signed_up
)
select lane as "lane!", greatest(0, extract(epoch from at - clock_timestamp()))::float8 as "startsIn!", mails as "mails!"
from free cross join enqueued;

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
   Under the key of the mail's one job. It is a task of its own, because it does not wait for a turn. */
select graphile_worker.add_job(
  :again!, json_build_object('subscriberId', :id!::uuid, 'about', :about!::text, 'attempt', :attempt!::int),
  run_at := now() + make_interval(secs => :afterSeconds!), job_key := :key!,
  flags := array_remove(array[:flag::text], null)
) is not null as enqueued;

/* @name findForMail */
select s.id, s.state, s.address_sealed, s.requested_at, s.mail_due_at, c.wording,
       s.import_id is not null as "isImported!"
from subscriber s join consent_text c on c.id = s.consent_text_id
where s.id = subscriber_of(:id!);

/* @name markMailSent */
update subscriber set mail_sent_at = :now! where id = :id! and state = 'pending';

/* @name noteMailForProof
   The mail that asked for the confirmation has left; a reader may have confirmed before this is noted. */
insert into consent_proof as p (
  subscriber_id, address_index, key_version, consent_text_id, asked_at, mailed_at, mail_sha256, confirmed_at
)
select id, address_index, get_byte(address_sealed, 0), consent_text_id, requested_at, :now!, :hash!, confirmed_at
from subscriber where id = :id!
on conflict (subscriber_id) do update
set consent_text_id = excluded.consent_text_id, asked_at = excluded.asked_at,
    mailed_at = excluded.mailed_at, mail_sha256 = excluded.mail_sha256;

/* @name activate
   Where a proof of the consent is wanted, it is complete with this. */
with activated as (
  update subscriber set state = 'active', confirmed_at = :now!
  where id = subscriber_of(:id!) and state = 'pending'
  returning id, address_index, address_sealed, consent_text_id, requested_at, mail_sent_at, confirmed_at
), proved as (
  insert into consent_proof as p (
    subscriber_id, address_index, key_version, consent_text_id, asked_at, mailed_at, confirmed_at
  )
  select id, address_index, get_byte(address_sealed, 0), consent_text_id, requested_at, mail_sent_at, confirmed_at
  from activated where :consentProof!::boolean
  on conflict (subscriber_id) do update set confirmed_at = excluded.confirmed_at
), counted as (
  insert into day_count as c (day, slot, confirmed)
  select :day!::text::date, count_slot(), 1 from activated
  on conflict (day, slot) do update set confirmed = c.confirmed + excluded.confirmed
)
select id, address_index, address_sealed from activated;

/* @name findState */
select state from subscriber where id = subscriber_of(:id!);

/* @name erase
   By the link of an issue; 0 for none. */
with erased as (
  delete from subscriber where id = subscriber_of(:id!) returning id, state
), counted as (
  insert into day_count as c (day, slot, departed, unconfirmed_erased)
  select :day!::text::date, count_slot(), (state = 'active')::int, (state = 'pending')::int from erased
  on conflict (day, slot) do update
  set departed = c.departed + excluded.departed,
      unconfirmed_erased = c.unconfirmed_erased + excluded.unconfirmed_erased
), counted_for_issue as (
  insert into issue_departure as i (issue_number, day, slot, departures)
  select :issue!::int, :day!::text::date, count_slot(), 1 from erased where state = 'active' and :issue!::int > 0
  on conflict (issue_number, day, slot) do update set departures = i.departures + excluded.departures
)
select id from erased;

/* @name findStored */
select s.state, s.requested_at, s.mail_sent_at, s.confirmed_at, c.wording, o.source as "consentSource?"
from subscriber s join consent_text c on c.id = s.consent_text_id
left join consent_source o on o.id = s.consent_source_id
where s.address_index = any (:indexes!) order by s.requested_at;

/* @name findAnySealed
   One address per key, to try whether the key is the right one. */
select distinct on (get_byte(address_sealed, 0)) id, address_sealed from subscriber order by get_byte(address_sealed, 0);

/* @name eraseAndCount
   By their ids or their addresses. */
with erased as (
  delete from subscriber where id = any (:ids!::uuid[]) or address_index = any (:indexes!::bytea[]) returning state
), counted as (
  insert into day_count as c (day, slot, departed, unconfirmed_erased)
  select :day!::text::date, count_slot(),
         count(*) filter (where state = 'active'), count(*) filter (where state = 'pending')
  from erased having count(*) > 0
  on conflict (day, slot) do update
  set departed = c.departed + excluded.departed,
      unconfirmed_erased = c.unconfirmed_erased + excluded.unconfirmed_erased
)
select count(*)::int as "count!" from erased;

/* @name forgetMailboxes */
delete from mail_request where mailbox = any (:mailboxes!);

/* @name eraseUnconfirmed
   Up to `limit` subscribers whose mail could leave before `before`, so that their link has expired. */
with erased as (
  delete from subscriber where id = any (array(
    select id from subscriber
    where state = 'pending' and greatest(requested_at, mail_due_at) < :before! and ask_after is null
    limit (:limit!)::int for update skip locked
  )) returning id
), counted as (
  insert into day_count as c (day, slot, unconfirmed_erased)
  select :day!::text::date, count_slot(), count(*) from erased having count(*) > 0
  on conflict (day, slot) do update set unconfirmed_erased = c.unconfirmed_erased + excluded.unconfirmed_erased
)
select count(*)::int as "count!" from erased;

/* @name findOldestUnconfirmed
   When the mail of the oldest sign-up could leave. */
select min(greatest(requested_at, mail_due_at)) as at from subscriber where state = 'pending';

/* @name findActive
   Also those who changed their address since their mail was planned, by the id that it was planned for. */
select id as "askedId!", id as "id!", address_sealed as "addressSealed!"
from subscriber where id = any (:ids!) and state = 'active'
union all
select m.id, s.id, s.address_sealed
from merged_subscriber m join subscriber s on s.id = m.subscriber_id
where m.id = any (:ids!) and m.moved and s.state = 'active';

/* @name countByState */
select state, count(*)::int as "count!" from subscriber group by state;

/* @name countByKeyVersion */
select get_byte(address_sealed, 0) as "version!", count(*)::int as "count!"
from (
  select address_sealed from subscriber
  union all select address_sealed from address_change
  union all select key_sealed from moved_key
) as sealed
group by 1 order by 1;

/* @name countKeptFingerprints
   Those that are left of people who are gone. */
select key_version as "version!", count(*)::int as "count!"
from (
  select key_version from suppression where key_version is not null
  union all select key_version from consent_proof where left_at is not null
) as kept
group by 1 order by 1;

/* @name lockSealedWithOtherKey */
select id, address_sealed, state, requested_at, confirmed_at from subscriber
where get_byte(address_sealed, 0) = any (:versions!) and id <> all (:except!)
limit (:limit!)::int for update skip locked;

/* @name replaceSeals
   What else is found by the fingerprint goes along: later, nobody could compute the new one. */
with renewed as (
  select n.*, o.address_index as old_index, get_byte(n.sealed, 0)::smallint as version
  from unnest(:ids!::uuid[], :seals!::bytea[], :indexes!::bytea[]) as n (id, sealed, new_index)
  join subscriber o using (id)
), proofs as (
  update consent_proof p set address_index = r.new_index, key_version = r.version
  from renewed r where p.address_index = r.old_index or p.subscriber_id = r.id
), suppressions as (
  update suppression p set address_index = r.new_index, key_version = r.version
  from renewed r
  where p.address_index = r.old_index and not exists (select from suppression x where x.address_index = r.new_index)
)
update subscriber s set address_sealed = r.sealed, address_index = r.new_index
from renewed r where s.id = r.id;

/* @name findByIndexes */
select id, address_index from subscriber where address_index = any (:indexes!);

/* @name lockUnlocked
   Skips subscribers that another transaction is changing. */
select id, address_sealed, state, requested_at, confirmed_at from subscriber where id = any (:ids!) for update skip locked;

/* @name forwardMerged */
update merged_subscriber m set subscriber_id = n.kept, moved = m.moved and :moved!, gave_up_address = m.gave_up_address or :gaveUpAddress!
from unnest(:ids!::uuid[], :kept!::uuid[]) as n (id, kept)
where m.subscriber_id = n.id;

/* @name recordMerged */
insert into merged_subscriber (id, subscriber_id, moved, gave_up_address)
select n.id, n.kept, :moved!, :gaveUpAddress! from unnest(:ids!::uuid[], :kept!::uuid[]) as n (id, kept);

/* @name forwardProofs
   A proof of the row that stays comes first. */
update consent_proof p set subscriber_id = n.kept
from unnest(:ids!::uuid[], :kept!::uuid[]) as n (id, kept)
where p.subscriber_id = n.id and not exists (select from consent_proof k where k.subscriber_id = n.kept)
  and p.id = (
    select min(o.id) from unnest(:ids!::uuid[], :kept!::uuid[]) as m (id, kept)
    join consent_proof o on o.subscriber_id = m.id where m.kept = n.kept
  );

/* @name eraseAll */
delete from subscriber where id = any (:ids!);

/* @name listSealingVersions
   A few index look-ups, however many addresses there are. */
with recursive sealing (version) as (
  select min(get_byte(address_sealed, 0)) from subscriber
  union all
  select (select min(get_byte(address_sealed, 0)) from subscriber where get_byte(address_sealed, 0) > sealing.version)
  from sealing where sealing.version is not null
)
select version as "version!" from sealing where version is not null
union select get_byte(address_sealed, 0) from address_change
union select get_byte(key_sealed, 0) from moved_key;

/* @name findSealedWith */
select id as "id!", address_sealed as "addressSealed!"
from (
  select id, address_sealed from subscriber
  union all select id, address_sealed from address_change
  union all select id, key_sealed from moved_key
) as sealed
where get_byte(address_sealed, 0) = :version! limit (:limit!)::int;

/* @name noteDayEnds
   Notes the number of active subscribers at the end of each day until yesterday that has none yet. It is the number of
   now without what was counted since: so it is right however late the statement runs. Subscribers are counted only if a
   day is missing. */
with missing as (
  select :yesterday!::text::date - n as day
  from generate_series(0, :yesterday!::text::date - greatest(
    (select min(day) from day_count), (select max(day) + 1 from day_end)
  )) as n
)
insert into day_end (day, active)
select m.day, greatest(0, (select count(*) from subscriber where state = 'active') - coalesce((
  select sum(confirmed - departed) from day_count c where c.day > m.day
), 0))
from missing m
on conflict (day) do nothing;

/* @name findDays
   Every day from the first to the last, also those on which nothing was counted. */
select to_char(d.day, 'YYYY-MM-DD') as "day!",
       coalesce(sum(c.signed_up), 0)::int as "signedUp!", coalesce(sum(c.confirmed), 0)::int as "confirmed!",
       coalesce(sum(c.departed), 0)::int as "departed!",
       coalesce(sum(c.unconfirmed_erased), 0)::int as "unconfirmedErased!",
       max(e.active) as active
from (
  select :first!::text::date + n as day from generate_series(0, :last!::text::date - :first!::text::date) as n
) d
left join day_count c using (day)
left join day_end e using (day)
group by d.day order by d.day;

/* @name findDepartures */
select to_char(day, 'YYYY-MM-DD') as "day!", sum(departures)::int as "departures!"
from issue_departure where issue_number = :issue! group by day order by day;

/* @name eraseDayCounts */
with days as (
  delete from day_count where day < :today!::text::date - make_interval(years => :years!::int) returning 1
), ends as (
  delete from day_end where day < :today!::text::date - make_interval(years => :years!::int) returning 1
)
select (select count(*) from days)::int + (select count(*) from ends)::int as "count!";

/* @name findOldestDayCount */
select to_char(least((select min(day) from day_count), (select min(day) from day_end)), 'YYYY-MM-DD') as day;

/* @name eraseDepartures
   Those of an issue go all at once, when the first is old enough. */
with gone as (
  delete from issue_departure where issue_number = any (array(
    select issue_number from issue_departure group by issue_number
    having min(day) < :today!::text::date - make_interval(years => :years!::int)
  )) returning 1
)
select count(*)::int as "count!" from gone;

/* @name findOldestDeparture */
select to_char(min(day), 'YYYY-MM-DD') as day from issue_departure;

/* @name putOnSuppression */
with replaced as (
  delete from suppression where address_index = any (:others!)
)
insert into suppression (address_index, key_version, reason, suppressed_at, ends_at)
values (:index!, :version!, :reason!, :now!, :endsAt!)
on conflict (address_index) do update
set key_version = excluded.key_version, moved_key_id = null, reason = excluded.reason,
    suppressed_at = excluded.suppressed_at, ends_at = excluded.ends_at;

/* @name putManyOnSuppression */
with replaced as (
  delete from suppression where address_index = any (:others!::bytea[])
)
insert into suppression (address_index, key_version, reason, suppressed_at, ends_at)
select s.address_index, :version!, s.reason::suppression_reason, :now!, :endsAt!
from unnest(:indexes!::bytea[], :reasons!::text[]) as s (address_index, reason) order by 1
on conflict (address_index) do update
set key_version = excluded.key_version, moved_key_id = null, reason = excluded.reason,
    suppressed_at = excluded.suppressed_at, ends_at = excluded.ends_at;

/* @name findSealedOf
   Of readers who are stored, by their ids. */
select id, address_sealed from subscriber where id = any (:ids!::uuid[]) order by id;

/* @name lockReaders
   In one order, so that two erasures never wait for each other. */
select id from subscriber where id = any (:ids!::uuid[]) order by id for update;

/* @name findReaders
   Who is meant by ids of mails. Who has given the address up that a mail went to is not meant by what its mailbox says,
   but by their own wish. */
select w.id as "askedId!", s.id as "id!", s.address_sealed as "addressSealed!", coalesce(m.gave_up_address, false) as "gaveUp!"
from unnest(:ids!::uuid[]) as w (id)
left join merged_subscriber m on m.id = w.id
join subscriber s on s.id = coalesce(m.subscriber_id, w.id);

/* @name findSuppressions */
select reason, suppressed_at, ends_at from suppression
where address_index = any (:indexes!) and ends_at > :now! order by ends_at desc;

/* @name liftSuppressions */
delete from suppression where address_index = any (:indexes!) returning reason;

/* @name eraseEndedSuppressions */
with erased as (
  delete from suppression where address_index = any (array(
    select address_index from suppression where ends_at <= :now! limit (:limit!)::int for update skip locked
  )) returning 1
)
select count(*)::int as "count!" from erased;

/* @name eraseMovedKeys
   Those that have made no fingerprint which is still kept. */
delete from moved_key k where not exists (select from suppression p where p.moved_key_id = k.id);

/* @name eraseEndedProofs */
with erased as (
  delete from consent_proof where id = any (array(
    select id from consent_proof where left_at <= :before! limit (:limit!)::int for update skip locked
  )) returning 1
)
select count(*)::int as "count!" from erased;

/* @name eraseExpiredChanges */
with erased as (
  delete from address_change where subscriber_id = any (array(
    select subscriber_id from address_change where expires_at <= :now! limit (:limit!)::int for update skip locked
  )) returning 1
)
select count(*)::int as "count!" from erased;

/* @name eraseUsedLinks
   Once they could not be used any more. */
with erased as (
  delete from used_link where subscriber_id = any (array(
    select subscriber_id from used_link where used_until <= :now! limit (:limit!)::int for update skip locked
  )) returning 1
)
select count(*)::int as "count!" from erased;

/* @name findOldestEnds
   When the first of each is over; of proofs, when the first reader left. */
select (select min(ends_at) from suppression) as suppression, (select min(left_at) from consent_proof) as "proofLeft",
       (select min(expires_at) from address_change) as change, (select min(used_until) from used_link) as "usedLink";

/* @name findProofs */
select c.wording as "wording!", encode(c.hash, 'hex') as "wordingHash!", c.first_shown_at as "firstShownAt!",
       p.asked_at as "askedAt!", p.mailed_at as "mailedAt", encode(p.mail_sha256, 'hex') as "mailHash",
       p.confirmed_at as "confirmedAt", p.left_at as "leftAt"
from consent_proof p join consent_text c on c.id = p.consent_text_id
where p.address_index = any (:indexes!) order by p.asked_at;

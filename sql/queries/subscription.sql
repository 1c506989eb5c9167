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

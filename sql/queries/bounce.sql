/* @name addReports
   Those that were not read before. */
insert into bounce_report (identity, read_at)
select identity, :now! from unnest(:identities!::bytea[]) as identity order by identity
on conflict do nothing
returning identity;

/* @name addBounces
   Returns those that are new, or graver than what counted on that day. */
insert into bounce as b (subscriber_id, issue_number, day, kind)
select r.id, r.number, :day!::text::date, max(r.kind::counted_bounce)
from unnest(:ids!::uuid[], :issues!::int[], :kinds!::text[]) as r (id, number, kind)
group by r.id, r.number order by r.id, r.number
on conflict (subscriber_id, issue_number, day) do update set kind = excluded.kind where b.kind < excluded.kind
returning issue_number, kind;

/* @name addCounts */
insert into bounce_count as c (day, issue_number, kind, fate, count)
select :day!::text::date, r.number, r.kind::report_kind, r.fate::report_fate, count(*)
from unnest(:issues!::int[], :kinds!::text[], :fates!::text[]) as r (number, kind, fate)
group by 2, 3, 4 order by 2, 3, 4
on conflict (day, issue_number, kind, fate) do update set count = c.count + excluded.count;

/* @name addDomains */
insert into bounce_domain as d (id, domain_index, week, kind, domain_sealed, count)
select r.id, r.domain_index, :week!::text::date, r.kind::counted_bounce, r.sealed, r.count
from unnest(:ids!::uuid[], :indexes!::bytea[], :kinds!::text[], :sealed!::bytea[], :counts!::int[])
  as r (id, domain_index, kind, sealed, count)
order by 2, 4
on conflict (domain_index, week, kind) do update set count = d.count + excluded.count;

/* @name findDue
   Who is to be erased, of those who are named or of all, and why. Hard bounces of some issues wait. */
select subscriber_id, (case
  when bool_or(kind = 'complaint') then 'complaint'
  when bool_or(kind = 'hard' and issue_number <> all (:held!::int[])) then 'hard_bounce'
  else 'soft_bounces'
end)::suppression_reason as "reason!"
from bounce
where :ids::uuid[] is null or subscriber_id = any (:ids)
group by subscriber_id
having bool_or(kind = 'complaint') or bool_or(kind = 'hard' and issue_number <> all (:held!::int[]))
  or (count(*) filter (where day > :since!::text::date) >= :times!::int
      and count(distinct issue_number) filter (where day > :since!::text::date) >= :issues!::int)
limit (:limit!)::int;

/* @name listIssuesWithHard */
select distinct issue_number from bounce where kind = 'hard';

/* @name countHeld
   How many readers are kept although their mailbox was said to be gone. */
select issue_number, count(*)::int as "readers!" from bounce
where kind = 'hard' and issue_number = any (:issues!::int[])
group by issue_number order by issue_number desc;

/* @name forgiveHard
   What came back for an issue as hard counts as soft. */
update bounce set kind = 'soft' where issue_number = :issue! and kind = 'hard' returning subscriber_id;

/* @name findBouncesOf */
select issue_number, day::text as "day!", kind from bounce where subscriber_id = any (:ids!::uuid[])
order by day, issue_number;

/* @name countReports
   By day, from one on. */
select day::text as "day!", kind, fate, sum(count)::int as "count!" from bounce_count
where day >= :since!::text::date group by day, kind, fate order by day;

/* @name countReportsOfIssue */
select kind, sum(count)::int as "count!" from bounce_count
where issue_number = :issue! and fate in ('counted', 'gone') group by kind;

/* @name listDomains
   Those with at least so many. A domain that two keys have sealed may stand here twice. */
select (array_agg(id order by id))[1] as "id!", (array_agg(domain_sealed order by id))[1] as "domainSealed!",
       sum(count)::int as "count!", coalesce(sum(count) filter (where kind = 'hard'), 0)::int as "hard!",
       coalesce(sum(count) filter (where kind = 'complaint'), 0)::int as "complaints!"
from bounce_domain where week >= :since!::text::date
group by domain_index having sum(count) >= :fewest!::int
order by 3 desc limit 20;

/* @name keepUnread
   Nothing comes back where too many of the kind are kept already. */
insert into unread_mail (id, identity, kind, sealed, size, received_at)
select :id!, :identity!, :kind!::unread_kind, :sealed!, :size!, :now!
where (select count(*) from unread_mail where kind = :kind!::unread_kind) < :most!::int
on conflict (identity) do update set size = excluded.size
returning id;

/* @name findWaiting
   Mails that wait for somebody, issues with hard bounces, and the ways on which mails come back. A way of which nothing
   has been heard for long is not set any more. */
select mails.*, hard.*, doors.* from (
  select count(*)::int as "count!", count(*) filter (where kind = 'unsubscribe')::int as "unsubscribes!",
         min(received_at) as "oldestAt"
  from unread_mail
) as mails, (
  select coalesce(array_agg(distinct issue_number), '{}') as "withHard!" from bounce where kind = 'hard'
) as hard, (
  select coalesce(json_agg(json_build_object('name', name, 'fault', fault, 'unread', unread, 'notedAt', noted_at,
           'readAt', read_at, 'oldestUnreadAt', oldest_unread_at) order by name), '[]') as "doors!"
  from bounce_door where noted_at > :since!
) as doors;

/* @name listUnread
   Wishes to leave first, then the oldest. */
select id, kind, size, received_at from unread_mail order by kind desc, received_at, id limit (:limit!)::int;

/* @name findUnread */
select id, kind, sealed, size, received_at from unread_mail where id = :id!;

/* @name holdUnread */
select id from unread_mail where id = :id! for update;

/* @name dropUnread */
delete from unread_mail where id = :id! returning id;

/* @name noteDoor */
insert into bounce_door (name, fault, unread, oldest_unread_at, read_at, noted_at)
values (:name!, :fault, :unread, :oldestUnreadAt, :readAt, :now!)
on conflict (name) do update
set fault = excluded.fault, unread = excluded.unread, oldest_unread_at = excluded.oldest_unread_at,
    read_at = coalesce(excluded.read_at, bounce_door.read_at), noted_at = excluded.noted_at;

/* @name noteTakenDoor
   Unless another mailer has noted lately that it is open. */
insert into bounce_door (name, fault, noted_at) values (:name!, :fault!, :now!)
on conflict (name) do update set fault = excluded.fault, noted_at = excluded.noted_at
where bounce_door.fault is not null or bounce_door.noted_at < :before!;

/* @name eraseBounces
   Those that are too old to count. Hard ones that wait for a decision stay. */
with erased as (
  delete from bounce where ctid = any (array(
    select ctid from bounce where day < :before!::text::date and kind not in ('hard', 'complaint')
    limit (:limit!)::int for update skip locked
  )) returning 1
)
select count(*)::int as "count!" from erased;

/* @name eraseReports */
with erased as (
  delete from bounce_report where identity = any (array(
    select identity from bounce_report where read_at < :before! limit (:limit!)::int for update skip locked
  )) returning 1
)
select count(*)::int as "count!" from erased;

/* @name eraseDomains */
with erased as (
  delete from bounce_domain where id = any (array(
    select id from bounce_domain where week < :before!::text::date limit (:limit!)::int for update skip locked
  )) returning 1
)
select count(*)::int as "count!" from erased;

/* @name eraseUnread */
with erased as (
  delete from unread_mail where id = any (array(
    select id from unread_mail where received_at < :before! limit (:limit!)::int for update skip locked
  )) returning 1
)
select count(*)::int as "count!" from erased;

/* @name findOldest
   Of each, what is erased next. */
select (select min(day) from bounce where kind not in ('hard', 'complaint'))::text as "bounce?",
       (select min(read_at) from bounce_report) as "report?",
       (select min(week) from bounce_domain)::text as "domain?",
       (select min(received_at) from unread_mail) as "unread?";

/* @name listSealedVersions */
select distinct get_byte(sealed, 0) as "version!" from (
  select sealed from unread_mail union all select domain_sealed from bounce_domain
) as kept;

/* @name findSealedBounces */
select id as "id!", sealed as "addressSealed!" from (
  select id, sealed from unread_mail union all select id, domain_sealed from bounce_domain
) as kept (id, sealed)
where get_byte(sealed, 0) = :version! limit (:limit!)::int;

/* @name countSealedByVersion */
select get_byte(sealed, 0) as "version!", count(*)::int as "count!" from (
  select sealed from unread_mail union all select domain_sealed from bounce_domain
) as kept group by 1;

/* @name takeOutbox
   Removes what was written, and returns what comes next. Nobody waits for the disk: a removal that a crash loses means that
   something is written twice, which says the same. */
with removed as (
  delete from journal_outbox
  where id = any (:written!::bigint[]) and (select set_config('synchronous_commit', 'off', true)) is not null
)
select id, kind, ids, issue_number, language, round, encode(mail_hash, 'hex') as mail,
       sent::text as sent, failed::text as failed, skipped::text as skipped, ended_as
from journal_outbox
where id <> all (:written!::bigint[])
order by id limit (:limit!)::int;

/* @name listKnownJournals */
select id, to_char(held_on, 'YYYY-MM-DD') as "heldOn!", reached::float8 as "reached!" from known_journal;

/* @name knowJournal */
insert into known_journal (id, known_since, held_on) values (:id!, :now!, :day!::text::date)
on conflict do nothing;

/* @name noteHeld */
update known_journal set held_on = greatest(held_on, :day!::text::date), reached = greatest(reached, found.reach)
from unnest(:ids!::uuid[], :reaches!::float8[]) as found (journal, reach)
where id = found.journal;

/* @name forgetJournals */
delete from known_journal;

/* @name holdReplay
   Of several mailers that start at once, one after the other. */
select pg_advisory_lock(hashtext('integrationsbrief journal'))::text as held;

/* @name releaseReplay */
select pg_advisory_unlock(hashtext('integrationsbrief journal')) as released;

/* @name findIdentity
   Which server and which database this is. */
select (select system_identifier::text from pg_control_system()) as server, current_database()::text as "database!";

-- What a restored backup must not undo is noted outside of the database: who was erased, and which mails were sent to
-- whom. It waits here until it is written there, noted by triggers in the transaction that does it: no way of erasing or
-- sending can forget it.

alter type pause_reason add value 'restored';

create type journal_kind as enum ('erased', 'begun', 'settled', 'ended');

create table journal_outbox (
  id bigint primary key generated always as identity,
  kind journal_kind not null,
  ids uuid[],
  issue_number integer,
  language text,
  round smallint,
  mail_hash bytea,
  sent varbit,
  failed varbit,
  skipped varbit,
  ended_as delivery_state
);
comment on table journal_outbox is 'What is still to be written to the journal. A row is gone once it is there.';
comment on column journal_outbox.ids is 'Subscriber ids: those that were erased, or the recipients of a batch.';

create table known_journal (
  id uuid primary key,
  known_since timestamptz not null,
  held_on date not null
);
comment on table known_journal is 'The journals that this database was used with: one that is missing is noticed.';
comment on column known_journal.held_on is 'The last day on which the database was held against it.';

-- Erasures. A double that was merged is not erased: its links mean the one that was kept, until that one is erased.

create function note_erasure () returns trigger language plpgsql as $$
begin
  insert into journal_outbox (kind, ids)
  select 'erased', array[old.id]
  where tg_table_name <> 'subscriber' or not exists (select from merged_subscriber m where m.id = old.id);
  return null;
end
$$;
create trigger erasure_is_journalled after delete on subscriber
  for each row execute function note_erasure();
create trigger erasure_of_double_is_journalled after delete on merged_subscriber
  for each row execute function note_erasure();

create function note_erasure_of_all () returns trigger language plpgsql as $$
begin
  insert into journal_outbox (kind, ids)
  select 'erased', array_agg(id) from (
    select id, (row_number() over () - 1) / 1000 as portion
    from (select id from subscriber union select id from merged_subscriber) as everybody
  ) as erased group by portion;
  return null;
end
$$;
create trigger erasure_of_all_is_journalled before truncate on subscriber
  for each statement execute function note_erasure_of_all();

-- Deliveries. In the journal they are named by what survives a restore: issue, language, round, and the mail itself.

create function hash_of_mail (number integer, its_language text) returns bytea language sql stable as $$
  select sha256(
    convert_to(subject, 'UTF8') || '\x00'::bytea || convert_to(html, 'UTF8') || '\x00'::bytea || convert_to(body, 'UTF8')
  )
  from edition where issue_number = number and language = its_language
$$;
comment on function hash_of_mail is 'As an approval names it: SHA-256 of subject, HTML and text, with a NUL between them.';

alter table delivery add column mail_hash bytea check (octet_length(mail_hash) = 32);
update delivery set mail_hash = hash_of_mail(issue_number, language);
alter table delivery alter column mail_hash set not null;
comment on column delivery.mail_hash is 'Which mail is sent, as its approval names it.';

create function name_mail () returns trigger language plpgsql as $$
begin
  new.mail_hash := hash_of_mail(new.issue_number, new.language);
  return new;
end
$$;
create trigger delivery_names_its_mail before insert on delivery for each row execute function name_mail();

create function note_delivery () returns trigger language plpgsql as $$
begin
  if new.state <> 'waiting' and (tg_op = 'INSERT' or old.state = 'waiting') then
    insert into journal_outbox (kind, issue_number, language, round, mail_hash)
    values ('begun', new.issue_number, new.language, new.round, new.mail_hash);
  end if;
  if new.finished_at is not null and (tg_op = 'INSERT' or old.finished_at is null) then
    insert into journal_outbox (kind, issue_number, language, round, mail_hash, ended_as)
    values ('ended', new.issue_number, new.language, new.round, new.mail_hash, new.state);
  end if;
  return null;
end
$$;
create trigger delivery_is_journalled after insert or update on delivery
  for each row execute function note_delivery();

alter table batch add column noted integer not null default 0;
comment on column batch.noted is 'How many of its recipients were settled when it was last noted for the journal.';

create function note_batch (its_delivery integer, recipients uuid[], sent varbit, failed varbit, skipped varbit) returns void
language sql as $$
  insert into journal_outbox (kind, issue_number, language, round, mail_hash, ids, sent, failed, skipped)
  select 'settled', d.issue_number, d.language, d.round, d.mail_hash, $2, $3, $4, $5 from delivery d where d.id = its_delivery
$$;

create function note_released_batch () returns trigger language plpgsql as $$
declare
  settled integer := bit_count(new.sent | new.failed | new.skipped);
begin
  if settled > new.noted then
    perform note_batch(new.delivery_id, new.recipients, new.sent, new.failed, new.skipped);
    new.noted := settled;
  end if;
  return new;
end
$$;
create trigger batch_is_journalled before update on batch
  for each row when (old.connections_in_use > 0 and new.connections_in_use = 0) execute function note_released_batch();

create function note_finished_batch () returns trigger language plpgsql as $$
begin
  perform note_batch(old.delivery_id, old.recipients, old.sent, old.failed, old.skipped);
  return null;
end
$$;
create trigger batch_end_is_journalled after delete on batch
  for each row when (old.settled > old.noted) execute function note_finished_batch();

-- What the journal knows of deliveries and this database does not, as long as they are not settled by it.

create table restored_delivery (
  issue_number integer not null,
  language text not null,
  round smallint not null,
  mail_hash bytea not null,
  ended_as delivery_state,
  noticed_at timestamptz not null,
  primary key (issue_number, language, round, mail_hash)
);
comment on table restored_delivery is 'Deliveries that the journal knows further than this database, as after a restore.';
comment on column restored_delivery.ended_as is 'How it ended; null if the journal does not know that it did.';

create table restored_batch (
  id bigint primary key generated always as identity,
  issue_number integer not null,
  language text not null,
  round smallint not null,
  mail_hash bytea not null,
  recipients uuid[] not null,
  sent varbit not null,
  failed varbit not null,
  skipped varbit not null,
  foreign key (issue_number, language, round, mail_hash) references restored_delivery on delete cascade
);
create index restored_batch_delivery on restored_batch (issue_number, language, round, mail_hash);
comment on table restored_batch is 'Who is settled of a restored delivery. Gone when the delivery knows it, or with the journal.';

-- A list of addresses is taken over from a file. What waits until somebody has decided is sealed, and stands in tables
-- that are not logged: no copy of it comes into PostgreSQL's log, or into a backup made from it.

create type import_state as enum (
  'uploading', 'uploaded', 'reading', 'read', 'submitted', 'running', 'done', 'undoing', 'undone', 'failed'
);
create type import_kind as enum ('new', 'known', 'invalid', 'double', 'suppressed');

create table subscriber_import (
  id integer primary key generated always as identity,
  state import_state not null,
  options jsonb not null,
  file jsonb,
  file_mark bytea,
  key_version smallint not null,
  asks boolean not null default true,
  created_at timestamptz not null,
  created_by uuid references editor on delete set null,
  read_by uuid references editor on delete set null,
  approved_by uuid references editor on delete set null,
  changed_at timestamptz not null,
  ended_at timestamptz,
  fault text,
  fault_line integer,
  read_line integer not null default 0,
  position bytea,
  looked integer not null default 0,
  count_new integer not null default 0,
  count_known integer not null default 0,
  count_invalid integer not null default 0,
  count_double integer not null default 0,
  count_suppressed integer not null default 0,
  added integer not null default 0,
  undone integer not null default 0
);
comment on table subscriber_import is 'An import and its report: figures, no address and no name of a file.';
comment on column subscriber_import.options is 'How the file is read: encoding, delimiter, columns by their place.';
comment on column subscriber_import.file is 'What was found out about the file: its size, lines and encoding.';
comment on column subscriber_import.file_mark is 'HMAC-SHA-256 of its bytes: the same file goes on where it was interrupted.';
comment on column subscriber_import.asks is 'Whether each address is asked; if not, the file holds the consent of each, and a second person approves.';
comment on column subscriber_import.created_by is 'Null for the command line.';
comment on column subscriber_import.read_by is 'Who has said how the file is to be read.';
comment on column subscriber_import.read_line is 'Up to here the file is read.';
comment on column subscriber_import.position is 'The fingerprint up to which addresses are added.';

create unlogged table import_chunk (
  import_id integer not null,
  number integer not null,
  sealed bytea not null,
  primary key (import_id, number)
);
comment on table import_chunk is 'An uploaded file in sealed portions.';
alter table import_chunk alter column sealed set storage external;

create unlogged table import_row (
  import_id integer not null,
  address_index bytea not null,
  id uuid not null,
  address_sealed bytea not null,
  kind import_kind not null,
  line integer not null,
  consented_at timestamptz,
  wording integer,
  source integer,
  primary key (import_id, address_index)
);
comment on table import_row is 'An address of a file, sealed for the subscriber that it may become.';
comment on column import_row.wording is 'The number of a text in import_text; likewise source.';

create function empty_import_rows (its_import integer) returns boolean language plpgsql as $$
begin
  lock table import_row in access exclusive mode;
  if exists (select from import_row where import_id < its_import)
     or exists (select from import_row where import_id > its_import) then return false; end if;
  truncate import_row;
  return true;
end
$$;
comment on function empty_import_rows is 'Empties the table unless another import has rows in it: then nothing is left in its file either, and a million rows take no longer than one.';

create unlogged table import_refusal (
  import_id integer not null,
  line integer not null,
  kind import_kind not null,
  fault text,
  primary key (import_id, line)
);
comment on table import_refusal is 'Which lines of a file are not taken over, and why.';

create unlogged table import_text (
  import_id integer not null,
  kind text not null check (kind in ('wording', 'source')),
  number integer not null,
  text text not null,
  primary key (import_id, kind, number)
);
comment on table import_text is 'Wordings and sources of consent that a file names.';

create table consent_source (
  id integer primary key generated always as identity,
  hash bytea not null unique,
  source text not null,
  first_noted_at timestamptz not null
);
comment on table consent_source is 'Where the consent of imported subscribers comes from, such as a form or a fair: an occasion, never a person.';

alter table subscriber
  add column import_id integer,
  add column ask_after timestamptz,
  add column consent_source_id integer references consent_source;
comment on column subscriber.import_id is 'The import that brought the address; null once its reader has signed up. It refers to nothing: a report is erased earlier.';
comment on column subscriber.ask_after is 'From when an imported address may be asked; null if it was, or need not be.';
comment on column subscriber.consent_source_id is 'Only if a file has brought the consent.';
create index subscriber_by_import on subscriber (import_id) where import_id is not null;
create index subscriber_to_ask on subscriber (ask_after) where ask_after is not null;

-- Who was not asked yet cannot have confirmed.
drop index subscriber_pending;
create index subscriber_pending on subscriber (greatest(requested_at, mail_due_at))
  where state = 'pending' and ask_after is null;

create function refuse_own_import () returns trigger language plpgsql as $$
begin
  if new.asks or new.state <> 'running' then return new; end if;
  if tg_op = 'UPDATE' then
    if old.state = 'running' and not old.asks then return new; end if;
  end if;
  if new.approved_by is null then
    raise exception 'import % makes subscribers active: somebody must approve it', new.id
      using errcode = 'insufficient_privilege';
  end if;
  if new.approved_by in (new.created_by, new.read_by) and coalesce((
    select value #>> '{}' from kept_setting where name = 'four-eyes' order by version desc limit 1
  ), 'all') <> 'off' then
    raise exception 'who has brought import % does not approve it', new.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger import_is_approved_by_another before insert or update on subscriber_import
  for each row execute function refuse_own_import();

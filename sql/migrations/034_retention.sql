-- Whatever is kept about people ends by a rule (src/privacy/retention), and each rule says when it last ran.

create table retention_run (
  rule text primary key,
  first_begun_at timestamptz not null,
  begun_at timestamptz not null,
  finished_at timestamptz,
  erased integer not null default 0 check (erased >= 0),
  oldest_seconds bigint,
  fault text
);
comment on table retention_run is 'The last run of each rule of retention.';
comment on column retention_run.finished_at is 'When it last ran to its end; a run that fails later leaves it.';
comment on column retention_run.erased is 'Rows that the last run has erased that came to its end.';
comment on column retention_run.oldest_seconds is 'How old the oldest row was after that run; null for none.';
comment on column retention_run.fault is 'Why the last run did not come to its end, without any address.';

-- The reasons of failed mails stay as counts when it is forgotten whose they were.
create table failure_count (
  delivery_id integer not null references delivery on delete cascade,
  status text not null,
  count integer not null check (count > 0),
  primary key (delivery_id, status)
);
comment on table failure_count is 'Failures whose rows in delivery_failure were erased.';

-- Lines of the audit go from its beginning on, when their time is over. The chain then begins with the last of them.
create table audit_erased (
  singleton boolean primary key default true check (singleton),
  number bigint not null,
  hash bytea not null check (octet_length(hash) = 32)
);
comment on table audit_erased is 'The last line of the audit that was erased: the first one that is left holds its hash.';
insert into audit_erased (number, hash) values (0, decode(repeat('00', 32), 'hex'));

create function refuse_erasure_of_audit () returns trigger language plpgsql as $$
begin
  if old.number > (select number from audit_erased) then
    raise exception 'lines of the table audit are erased from its beginning alone' using errcode = 'insufficient_privilege';
  end if;
  return old;
end
$$;
drop trigger audit_is_append_only on audit;
create trigger audit_is_append_only before update or truncate on audit
  for each statement execute function refuse_change();
create trigger audit_is_erased_from_its_beginning before delete on audit
  for each row execute function refuse_erasure_of_audit();

-- An approval keeps the name of its approver; an account that is erased takes its id along, and nothing else.
alter table approval drop constraint approval_editor_id_fkey;
alter table approval add foreign key (editor_id) references editor on delete set null;
create index approval_editor on approval (editor_id);
drop trigger approval_is_append_only on approval;
create trigger approval_is_append_only before update on approval for each row
  when (new.editor_id is not null or to_jsonb(old) - 'editor_id' is distinct from to_jsonb(new) - 'editor_id')
  execute function refuse_change();
comment on column approval.editor_id is 'Null for an approval at the command line, and for an account that was erased.';

-- PostgreSQL leaves the bytes of erased rows in its files. Tables are written again at night (src/privacy/rewrite).
create table table_rewrite (
  name text primary key,
  changes bigint not null,
  tried_at timestamptz not null,
  rewritten_at timestamptz,
  fault text
);
comment on table table_rewrite is 'Tables that hold data of people: when their files were last written without what was erased.';
comment on column table_rewrite.changes is 'Rows deleted and updated until then, as PostgreSQL has counted them.';
comment on column table_rewrite.fault is 'Why the last try left erased rows in the file; null for none.';

-- What is gathered for the planner is a sample of values, and outlives the rows. It is of no use where each value is
-- another one. Changing the type, to the same one, drops what was gathered.
do $$
declare it record;
begin
  for it in
    select c.oid::regclass as name, a.attname, format_type(a.atttypid, a.atttypmod) as type
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and c.relname in ('subscriber', 'mail_request', 'editor', 'editor_identity', 'editor_session', 'passkey',
        'passkey_challenge', 'recovery_code', 'sign_in_failure', 'single_sign_on_attempt')
      and (a.atttypid = 'bytea'::regtype
        or (c.relname, a.attname) in (('editor', 'name'), ('editor', 'password_hash'), ('editor_identity', 'subject'),
          ('editor_session', 'device'), ('passkey', 'name')))
  loop
    execute format('alter table %s alter column %I type %s, alter column %I set statistics 0',
      it.name, it.attname, it.type, it.attname);
  end loop;
end $$;

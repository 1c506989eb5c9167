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
        'passkey_challenge', 'recovery_code', 'sign_in_failure', 'single_sign_on_attempt', 'suppression', 'consent_proof',
        'address_change')
      and (a.atttypid = 'bytea'::regtype
        or (c.relname, a.attname) in (('editor', 'name'), ('editor', 'password_hash'), ('editor_identity', 'subject'),
          ('editor_session', 'device'), ('passkey', 'name')))
  loop
    execute format('alter table %s alter column %I type %s, alter column %I set statistics 0',
      it.name, it.attname, it.type, it.attname);
  end loop;
end $$;

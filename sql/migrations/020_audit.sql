-- Who did what to which issue, account or setting. Lines are appended and never changed; each holds the hash of the one
-- before it.

create table audit (
  number bigint primary key check (number > 0),
  at timestamptz(3) not null,
  actor text not null,
  action text not null,
  details json not null,
  hash_before bytea not null check (octet_length(hash_before) = 32),
  hash bytea not null check (octet_length(hash) = 32)
);
comment on column audit.number is 'From 1, without a gap.';
comment on column audit.actor is 'The id of an account, or the command line.';
comment on column audit.details is 'As it was hashed, letter for letter; never an address.';

-- Lines are appended one by one: whoever appends holds this row until the end of the transaction. It also tells that the
-- last lines are missing.
create table audit_head (
  singleton boolean primary key default true check (singleton),
  number bigint not null,
  hash bytea not null check (octet_length(hash) = 32)
);
insert into audit_head (number, hash) values (0, decode(repeat('00', 32), 'hex'));

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'lines of the table % are never changed', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_is_append_only before update or delete or truncate on audit
  for each statement execute function refuse_change();

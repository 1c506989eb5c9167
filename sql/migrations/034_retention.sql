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


-- A draft is approved by somebody who changed nothing since the last approval. The database holds it, not a form alone.

create table kept_setting (
  name text not null,
  version integer not null check (version > 0),
  value jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid references editor on delete set null,
  primary key (name, version)
);
comment on table kept_setting is 'What is set at the desk. Each change is a new version, and the last one holds; without any, what the program begins with.';

alter type draft_state add value 'published';

alter table draft
  add column state_at timestamptz,
  add column state_by uuid references editor on delete set null,
  add column state_reason text,
  add column asked_id uuid references editor on delete set null,
  add column reminded_at timestamptz;
comment on column draft.state is 'As it was last set: an approval falls when the mail is another one, without a change of this column.';
comment on column draft.state_at is 'When it was submitted, returned, approved or published; likewise state_by.';
comment on column draft.state_reason is 'Why it was returned.';
comment on column draft.asked_id is 'Who was asked by mail to approve it; they are reminded once.';

alter table issue add column draft_id uuid unique references draft on delete set null;
comment on column issue.draft_id is 'Where it is written. Its number is reserved from the first approval on.';

alter table approval
  add column editor_id uuid references editor,
  add column emergency text check (emergency <> '');
comment on column approval.approver is 'The name at that time: of an account, or as it was given at the command line.';
comment on column approval.editor_id is 'Null for an approval at the command line.';
comment on column approval.emergency is 'Why the rule of four eyes was broken.';

create table approval_withdrawal (
  approval_id integer primary key references approval on delete cascade,
  withdrawn_at timestamptz not null,
  withdrawn_by uuid references editor on delete set null
);
create trigger approval_withdrawal_is_append_only before update on approval_withdrawal
  for each row when (old.approval_id is distinct from new.approval_id) execute function refuse_change();

create table draft_change (
  draft_id uuid not null references draft on delete cascade,
  editor_id uuid not null references editor on delete cascade,
  number bigint not null default nextval('approval_id_seq'),
  primary key (draft_id, editor_id)
);
comment on table draft_change is 'Who changed what is in a draft, and when for the last time.';
comment on column draft_change.number is 'From the sequence that numbers approvals: it tells what came first, whatever clocks say.';

create table draft_look (
  draft_id uuid not null references draft on delete cascade,
  mail_hash bytea not null check (octet_length(mail_hash) = 32),
  snapshot jsonb not null,
  looked_at timestamptz not null,
  primary key (draft_id, mail_hash)
);
comment on table draft_look is 'What somebody saw who was about to approve: if it changes before their click, the difference can be shown. Erased after a day.';

create function note_draft_change () returns trigger language plpgsql as $$
declare its_draft uuid;
begin
  if new.changed_by is null then return null; end if;
  if tg_table_name = 'draft' then its_draft := new.id; else its_draft := new.draft_id; end if;
  insert into draft_change (draft_id, editor_id) values (its_draft, new.changed_by)
  on conflict (draft_id, editor_id) do update set number = excluded.number;
  return null;
end
$$;
create trigger draft_change_is_noted
  after insert or update of subject, title, preheader, date, slug, changed_at, changed_by on draft
  for each row execute function note_draft_change();
create trigger draft_block_change_is_noted
  after insert or update of kind, fields, changed_at, changed_by on draft_block
  for each row execute function note_draft_change();

insert into draft_change (draft_id, editor_id)
select distinct draft_id, editor_id
from (
  select id, created_by from draft
  union all select id, changed_by from draft
  union all select draft_id, changed_by from draft_block
  union all select draft_id, made_by from draft_version
) as known (draft_id, editor_id)
where editor_id is not null;

create function may_not_approve (its_draft uuid) returns setof uuid
language sql stable as $$
  with standing as (
    select coalesce(max(a.id), 0) as id
    from approval a join issue i on i.number = a.issue_number
    where i.draft_id = its_draft and not exists (select from approval_withdrawal w where w.approval_id = a.id)
  ), changed as (
    select editor_id, number, max(number) over () as last
    from draft_change where draft_id = its_draft and number > (select id from standing)
  ), rule as (
    select coalesce((
      select value #>> '{}' from kept_setting where name = 'four-eyes' order by version desc limit 1
    ), 'all') as name
  )
  select editor_id from changed, rule
  where rule.name not in ('off', 'last') or (rule.name = 'last' and number = last)
$$;
comment on function may_not_approve is 'Who changed something since the last approval that stands, by the rule that is set.';

create function refuse_own_work () returns trigger language plpgsql as $$
declare its_draft uuid;
begin
  select draft_id into its_draft from issue where number = new.issue_number;
  if its_draft is null then return new; end if;
  if new.editor_id is null then
    raise exception 'issue % is written at the desk and approved there', new.issue_number
      using errcode = 'insufficient_privilege';
  end if;
  if new.emergency is null and new.editor_id in (select may_not_approve(its_draft)) then
    raise exception 'who changed issue % since its last approval does not approve it', new.issue_number
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger approval_is_by_another before insert on approval
  for each row execute function refuse_own_work();

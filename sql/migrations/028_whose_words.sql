-- An emergency approval is nobody's second pair of eyes, and whose text is taken over has changed the draft.

create or replace function may_not_approve (its_draft uuid) returns setof uuid
language sql stable as $$
  with standing as (
    select coalesce(max(a.id), 0) as id
    from approval a join issue i on i.number = a.issue_number
    where i.draft_id = its_draft and a.emergency is null
      and not exists (select from approval_withdrawal w where w.approval_id = a.id)
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

create function note_other_text () returns trigger language plpgsql as $$
begin
  if new.written_by is not null and new.decided_at is distinct from old.decided_at then
    insert into draft_change (draft_id, editor_id) values (new.draft_id, new.written_by)
    on conflict (draft_id, editor_id) do update set number = excluded.number;
  end if;
  return null;
end
$$;
create trigger other_text_is_noted after update of decided_at on other_text
  for each row execute function note_other_text();

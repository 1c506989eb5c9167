-- What the public page shows stands beside it, so that no page depends on how content is read today.

alter table issue
  add column title text,
  add column date date;
update issue set
  title = coalesce(content ->> 'title', subject),
  date = case
    when content ->> 'date' ~ '^(?!0000)\d{4}-\d\d-\d\d$' then (content ->> 'date')::date
    else (coalesce(started_at, approved_at) at time zone 'Europe/Berlin')::date
  end;
alter table issue
  alter column title set not null,
  alter column date set not null;
comment on column issue.title is 'The title, frozen with the page. Likewise date, the day that the issue names.';
comment on column issue.content is 'What was approved, as the model of that day had it. Nothing that is shown or sent is read from it again.';

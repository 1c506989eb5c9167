-- What was sent, for everyone: what lists, feeds and calendars tell of an issue is frozen with its page.

alter table edition add column summary jsonb;

update edition set summary = jsonb_build_object(
  'preheader', coalesce(content ->> 'preheader', ''),
  'topics', coalesce((
    select jsonb_agg(jsonb_build_object(
      'id', 'abschnitt-' || place,
      'heading', coalesce(block ->> 'headline', block ->> 'title'),
      'label', case block ->> 'type' when 'event' then 'Veranstaltung' when 'funding_call' then 'Förderung'
               else block ->> 'category' end
    ) order by place)
    from jsonb_array_elements(blocks) with ordinality as b (block, place)
    where coalesce(block ->> 'headline', block ->> 'title') is not null
  ), '[]'),
  'categories', coalesce((
    select jsonb_agg(distinct category)
    from jsonb_array_elements(blocks) as block,
      lateral (select case block ->> 'type' when 'event' then 'Veranstaltung' when 'funding_call' then 'Förderung'
               else block ->> 'category' end as category) as named
    where category is not null
  ), '[]'),
  'events', coalesce((
    select jsonb_agg(jsonb_build_object(
      'id', 'abschnitt-' || place,
      'title', block ->> 'title',
      'description', '',
      'dates', block -> 'dates',
      'registration', case when block ? 'registration' then jsonb_strip_nulls(jsonb_build_object(
        'url', block #> '{registration,url}', 'deadline', block #> '{registration,deadline}'
      )) end
    ) order by place)
    from jsonb_array_elements(blocks) with ordinality as b (block, place)
    where block ->> 'type' = 'event' and block ->> 'title' is not null and jsonb_typeof(block -> 'dates') = 'array'
  ), '[]'),
  'picture', null
)
from issue cross join lateral (
  select case jsonb_typeof(content -> 'blocks') when 'array' then content -> 'blocks' else '[]' end as blocks
) as parts
where issue_number = number;

alter table edition
  alter column summary set not null,
  add column search tsvector not null generated always as (
    setweight(to_tsvector('german', title), 'A') || setweight(to_tsvector('german', page), 'B')
  ) stored;
comment on column edition.summary is 'What lists, feeds and calendars tell of it, frozen with the page.';
comment on column edition.search is 'Its words, as German has them. Tags of HTML are none.';
create index edition_search on edition using gin (search);

create table correction (
  id integer primary key generated always as identity,
  issue_number integer not null references issue on delete cascade,
  text text not null check (text <> ''),
  corrected_at timestamptz not null,
  corrected_by uuid references editor on delete set null
);
comment on table correction is 'What was wrong in an issue that was sent. It stands above the page, with its day.';
create index correction_issue on correction (issue_number);

create table withdrawal (
  issue_number integer primary key references issue on delete cascade,
  reason text not null check (reason <> ''),
  withdrawn_at timestamptz not null,
  withdrawn_by uuid references editor on delete set null
);
comment on table withdrawal is 'An issue whose page is not public any more. Readers are told the reason.';

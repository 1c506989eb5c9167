-- How many people sign up, confirm and leave, by day. No row says who: there is no id, no address and no time finer than
-- a day.

create function count_slot () returns smallint
language sql volatile as $$ select (pg_backend_pid() % 16)::smallint $$;
comment on function count_slot is 'Which of the 16 rows of a day a connection counts in: thousands leave within minutes of an issue, and in one row each would wait until the one before is on the disk.';

create table day_count (
  day date,
  slot smallint,
  signed_up integer not null default 0,
  confirmed integer not null default 0,
  departed integer not null default 0,
  unconfirmed_erased integer not null default 0,
  primary key (day, slot)
) with (fillfactor = 30);
comment on table day_count is 'What happened on a day in Hesse: the sum over its slots. Counted in the statement that does it, after all other rows are locked.';
comment on column day_count.signed_up is 'Addresses that were not stored before.';
comment on column day_count.departed is 'Active subscribers who were erased; merged rows are not among them.';

create table day_end (
  day date primary key,
  active integer not null check (active >= 0)
);
comment on table day_end is 'Active subscribers at the end of a day in Hesse.';

create table issue_departure (
  issue_number integer,
  day date,
  slot smallint,
  departures integer not null,
  primary key (issue_number, day, slot)
) with (fillfactor = 30);
comment on table issue_departure is 'How many active subscribers left by the link of an issue, by day. The number is that of the link, and refers to nothing: a link works whatever became of its issue.';

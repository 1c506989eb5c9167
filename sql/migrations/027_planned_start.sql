-- An issue is sent now, after some minutes of grace, or at a time that somebody chose.

create type start_state as enum ('waiting', 'missed', 'hindered');
create type start_hindrance as enum ('not-approved', 'changed', 'barriers', 'picture');

create table planned_start (
  issue_number integer primary key references issue on delete cascade,
  start_at timestamptz not null,
  wall_clock text,
  state start_state not null default 'waiting',
  hindrance start_hindrance,
  planned_at timestamptz not null,
  planned_by uuid references editor on delete set null,
  check ((state = 'hindered') = (hindrance is not null))
);
comment on table planned_start is 'When an issue is to be sent. The row is gone as soon as its delivery begins.';
comment on column planned_start.wall_clock is 'The time in Hesse that was chosen, as "2027-06-09 09:30"; null for "now", which is the time of planning plus the grace.';
comment on column planned_start.state is 'missed: no mailer was running at that time, or for an hour after it. hindered: something kept it back at that time.';

-- What comes back: which mails of which readers, what was read, and what nobody could read.

create type counted_bounce as enum ('unknown', 'full', 'soft', 'hard', 'complaint');
comment on type counted_bounce is 'From the mildest to the gravest: of two on a day, the graver one counts.';

create table bounce (
  subscriber_id uuid not null references subscriber on delete cascade,
  issue_number integer not null,
  day date not null,
  kind counted_bounce not null,
  primary key (subscriber_id, issue_number, day)
);
comment on table bounce is 'Mails that came back, until they are too old to count or their reader is erased.';
comment on column bounce.day is 'In UTC. What comes back twice on a day for one issue counts once.';
create index bounce_day on bounce (day);
create index bounce_grave on bounce (issue_number) where kind in ('hard', 'complaint');

create table bounce_report (
  identity bytea primary key check (octet_length(identity) = 32),
  read_at timestamptz not null
);
comment on table bounce_report is 'Reports that were read, so that none counts twice.';
comment on column bounce_report.identity is 'A keyed hash over reader, issue and report: it names nobody.';
create index bounce_report_read on bounce_report (read_at);

create type report_kind as enum
  ('hard', 'soft', 'full', 'policy', 'delayed', 'unknown', 'complaint', 'auto-reply', 'unsubscribe');
create type report_fate as enum ('counted', 'unowned', 'gone', 'repeated');
comment on type report_fate is 'unowned: without a valid tag or token. gone: its reader is not stored any more. repeated: it was read before.';
create table bounce_count (
  day date not null,
  issue_number integer not null,
  kind report_kind not null,
  fate report_fate not null,
  count integer not null check (count > 0),
  primary key (day, issue_number, kind, fate)
);
comment on column bounce_count.issue_number is '0 where none is known.';

create table bounce_domain (
  id uuid primary key,
  domain_index bytea not null check (octet_length(domain_index) = 32),
  week date not null,
  kind counted_bounce not null,
  domain_sealed bytea not null,
  count integer not null check (count > 0),
  unique (domain_index, week, kind)
);
comment on table bounce_domain is 'How many mails came back from which mail domain. Fewer than ten are shown to nobody.';
comment on column bounce_domain.week is 'Its Monday.';
create index bounce_domain_week on bounce_domain (week);

create type unread_kind as enum ('unknown', 'unsubscribe');
create table unread_mail (
  id uuid primary key,
  identity bytea not null unique check (octet_length(identity) = 32),
  kind unread_kind not null,
  sealed bytea not null,
  size integer not null check (size >= 0),
  received_at timestamptz not null
);
comment on table unread_mail is 'Mails that the program does not understand, or may not act on, until an administrator has looked at them.';
comment on column unread_mail.kind is 'unsubscribe: a wish to leave without a token, which anybody could have written.';
create index unread_mail_received on unread_mail (received_at);

create table bounce_door (
  name text primary key,
  fault text,
  unread integer,
  oldest_unread_at timestamptz,
  read_at timestamptz,
  noted_at timestamptz not null
);
comment on table bounce_door is 'How the ways stand on which mails come back.';

-- The running counts of an issue: what the mailboxes answered at once, and what came back later.
alter table delivery
  add column returned_hard integer not null default 0,
  add column returned_refused integer not null default 0;
comment on column delivery.returned_hard is 'As guard_hard, of mails that had been taken and came back later. Likewise returned_refused.';

create type refusal_kind as enum ('hard', 'soft', 'full', 'policy', 'unknown');
alter table delivery_failure
  add column kind refusal_kind,
  add column to_count boolean not null default false;
comment on column delivery_failure.to_count is 'True until it has been counted with its reader as what comes back later is.';
create index delivery_failure_to_count on delivery_failure (delivery_id) where to_count;

-- A rule that has never run is late, too: it counts from when a mailer first knew the rule.

alter table retention_run rename first_begun_at to known_since;
alter table retention_run alter column begun_at drop not null;
comment on column retention_run.begun_at is 'Null for a rule that has never run.';

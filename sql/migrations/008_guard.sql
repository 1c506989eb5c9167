-- What the guard against dead mailboxes and policy refusals counts: with the issue, so that no check adds up batches.

alter table issue
  add column guard_settled integer not null default 0,
  add column guard_hard integer not null default 0,
  add column guard_refused integer not null default 0,
  add column accepted_hard double precision not null default 0,
  add column accepted_refused double precision not null default 0;
comment on column issue.guard_settled is 'Mailboxes that took or refused the mail since the start or the last resume, without those whose refusal was known. Added up batch by batch; what a crash loses of it is not made up for.';
comment on column issue.guard_hard is 'Of guard_settled, how many do not exist.';
comment on column issue.guard_refused is 'Of guard_settled, how many refused for a fault of ours: policy, sender or size.';
comment on column issue.accepted_hard is 'The share of dead mailboxes that whoever resumed has accepted. Likewise accepted_refused.';

alter table batch add column failed_before boolean not null default false;
comment on column batch.failed_before is 'Its recipients are sent the issue again because it failed: what they refuse with is no news to the guard.';

-- When many people sign up at once, their mails leave one after the other.

create table confirmation_pace (
  lane text primary key check (lane in ('first', 'further')),
  free_at timestamptz not null
);
comment on table confirmation_pace is 'When the next mail that answers a sign-up may leave. Each lane has half of SIGN_UP_MAIL_RATE.';
comment on column confirmation_pace.lane is 'first: the first sign-ups of a network. further: those that follow soon, so that a flood holds up itself before others.';
insert into confirmation_pace values ('first', now()), ('further', now());

alter table subscriber add column mail_due_at timestamptz;
comment on column subscriber.mail_due_at is 'When the confirmation mail may leave, if it has to wait for others: its link counts from then.';

drop index subscriber_pending;
create index subscriber_pending on subscriber (greatest(requested_at, mail_due_at)) where state = 'pending';

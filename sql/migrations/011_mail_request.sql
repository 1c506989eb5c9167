-- Mails that a sign-up may cause are counted for each mailbox, whatever tag its address carries, and
-- whether or not the address is still stored: who leaves and comes back is counted on.

create table mail_request (
  mailbox bytea primary key,
  asked_at timestamptz[] not null check (cardinality(asked_at) > 0)
);
comment on table mail_request is 'When mails to a mailbox were asked for; forgotten a day after the last.';
comment on column mail_request.mailbox is 'HMAC-SHA-256 of the address without its tag, by a key for nothing else: it matches no subscriber.address_index.';
create index mail_request_last on mail_request ((asked_at[cardinality(asked_at)]));

drop index subscriber_mail_requests;
alter table subscriber drop column mail_requests;

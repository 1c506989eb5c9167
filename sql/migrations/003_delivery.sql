-- How an issue goes out: one row stands for some 500 recipients.

create table batch (
  issue_number integer not null references issue on delete cascade,
  ordinal integer not null,
  size integer not null,
  recipients uuid[],
  sent varbit not null,
  failed varbit not null,
  skipped varbit not null,
  token integer not null default 0,
  primary key (issue_number, ordinal)
);
comment on column batch.recipients is 'Subscriber ids; erased when the issue is finished.';
comment on column batch.sent is 'One bit a recipient, in the order of recipients. Likewise failed and skipped.';
comment on column batch.token is 'Raised by each worker that opens the batch: a write with an older token changes nothing.';

create table delivery_failure (
  issue_number integer not null references issue on delete cascade,
  subscriber_id uuid not null references subscriber on delete cascade,
  status text not null,
  failed_at timestamptz not null,
  primary key (issue_number, subscriber_id)
);
comment on column delivery_failure.status is 'Enhanced status code (RFC 3463), or the SMTP reply code; never the reply text.';

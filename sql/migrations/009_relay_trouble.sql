-- Why no mail leaves, for `issue status`.

create table relay_trouble (
  relay text primary key,
  fault text not null,
  since timestamptz not null,
  seen_at timestamptz not null
);
comment on table relay_trouble is 'Relays that a mailer could not use lately. The row goes when it can; if the mailer ended, it is too old to be believed.';
comment on column relay_trouble.relay is 'Host and port.';
comment on column relay_trouble.fault is 'A key of RELAY_FAULTS.';

-- The content of a cancelled issue may be sent again, as a new issue.
alter table issue drop constraint issue_content_hash_key;
create unique index issue_content on issue (content_hash) where state <> 'cancelled';
comment on column issue.content_hash is 'SHA-256 of the content: the same content is never sent twice, unless it was cancelled.';

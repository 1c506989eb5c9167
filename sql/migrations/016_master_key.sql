-- Which master keys this database was used with, so that a wrong or missing one is noticed before it does harm.

create table master_key (
  version smallint primary key check (version between 1 and 255),
  check_value bytea not null,
  recorded_at timestamptz not null,
  primary_since timestamptz
);
comment on column master_key.check_value is 'HMAC-SHA-256 under a key derived for this alone: it tells two secrets apart and reveals nothing of either.';
comment on column master_key.primary_since is 'When a process first used it as the primary: since then links in mails need it. Null: it is known, and was never used.';

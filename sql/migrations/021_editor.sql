-- Accounts of those who work at the desk. Addresses are sealed and found by a keyed fingerprint, as subscribers' are.

create type editor_role as enum ('write', 'approve', 'administer');

create table editor (
  id uuid primary key,
  address_index bytea not null unique check (octet_length(address_index) = 32),
  address_sealed bytea not null,
  name text not null default '' check (length(name) <= 100),
  roles editor_role[] not null check (cardinality(roles) > 0),
  password_hash text,
  totp_sealed bytea,
  totp_step bigint,
  text_mode boolean not null default false,
  created_at timestamptz not null,
  joined_at timestamptz,
  disabled_at timestamptz,
  check ((totp_sealed is null) = (totp_step is null))
);
comment on column editor.name is 'As colleagues see it; empty until an invitation is accepted.';
comment on column editor.password_hash is 'Argon2id, as PHC string; null for who signs in by a passkey or single sign-on alone.';
comment on column editor.totp_sealed is 'The secret of the authenticator app, sealed as addresses are.';
comment on column editor.totp_step is 'The last step (RFC 6238) whose code was used: a code works once.';
comment on column editor.text_mode is 'Whether texts are written as Markdown.';
comment on column editor.joined_at is 'When the account was ready to sign in.';

create type editor_link_purpose as enum ('first', 'invitation', 'password');

create table editor_link (
  id uuid primary key,
  purpose editor_link_purpose not null,
  editor_id uuid references editor on delete cascade,
  expires_at timestamptz not null,
  check ((purpose = 'first') = (editor_id is null))
);
comment on table editor_link is 'Links that work once. Their tokens are computed from the id, never stored; a row is gone when its link was used.';
create index editor_link_editor on editor_link (editor_id);
-- There is one way to the first account.
create unique index editor_link_first on editor_link (purpose) where purpose = 'first';

create table recovery_code (
  editor_id uuid not null references editor on delete cascade,
  hash bytea not null check (octet_length(hash) = 32),
  primary key (editor_id, hash)
);
comment on table recovery_code is 'Each stands in for the second factor once; a row is gone when its code was used.';

create type session_stage as enum ('password', 'setup', 'full');

create table editor_session (
  id uuid primary key,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  editor_id uuid not null references editor on delete cascade,
  stage session_stage not null,
  device text not null,
  wrong_codes smallint not null default 0,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  proved_at timestamptz not null,
  expires_at timestamptz not null
);
comment on column editor_session.token_hash is 'SHA-256 of the cookie''s token, which is stored nowhere.';
comment on column editor_session.stage is 'password: the second factor is still asked for. setup: the account has none yet.';
comment on column editor_session.device is 'Browser and system in words, so that people know their own sessions.';
comment on column editor_session.proved_at is 'When all factors were last given: changing them asks for them again.';
create index editor_session_editor on editor_session (editor_id);

create table sign_in_failure (
  source bytea primary key check (octet_length(source) = 32),
  failures integer not null,
  window_ends_at timestamptz not null
);
comment on table sign_in_failure is 'How often signing in failed lately, by keyed fingerprints of account, network or known device.';

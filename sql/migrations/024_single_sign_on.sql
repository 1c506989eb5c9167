-- Single sign-on by OpenID Connect: who an account is at the house's own provider.

create table editor_identity (
  issuer text not null,
  subject text not null check (length(subject) between 1 and 255),
  editor_id uuid not null references editor on delete cascade,
  linked_at timestamptz not null,
  used_at timestamptz not null,
  primary key (issuer, subject)
);
comment on column editor_identity.subject is 'The provider''s own name for a person (claim sub); it never changes, unlike an address.';
create index editor_identity_editor on editor_identity (editor_id);

create table single_sign_on_attempt (
  state_hash bytea primary key check (octet_length(state_hash) = 32),
  browser_hash bytea not null check (octet_length(browser_hash) = 32),
  nonce text not null,
  code_verifier text not null,
  again boolean not null,
  next text not null,
  expires_at timestamptz not null
);
comment on table single_sign_on_attempt is 'Who was sent to the provider and has not come back. A row is gone when somebody comes back with its state.';
comment on column single_sign_on_attempt.state_hash is 'SHA-256 of the state, which is stored nowhere.';
comment on column single_sign_on_attempt.browser_hash is 'SHA-256 of a cookie: only the browser that was sent there may come back.';
comment on column single_sign_on_attempt.again is 'Whether the provider must ask for all factors again.';
create index single_sign_on_attempt_expiry on single_sign_on_attempt (expires_at);

-- Passkeys (Web Authentication, level 3): each is a second factor, or signs in without a password.

create table passkey (
  id bytea primary key check (octet_length(id) between 1 and 1023),
  editor_id uuid not null references editor on delete cascade,
  public_key bytea not null,
  counter bigint not null check (counter between 0 and 4294967295),
  transports text[] not null,
  backed_up boolean not null,
  name text not null check (length(name) between 1 and 100),
  created_at timestamptz not null,
  used_at timestamptz
);
comment on column passkey.id is 'The credential''s id, as the authenticator chose it.';
comment on column passkey.public_key is 'In COSE (RFC 9052).';
comment on column passkey.counter is 'How often the authenticator says it has signed; 0 where it does not count. A copy of a passkey is found out by it.';
comment on column passkey.backed_up is 'Whether it is kept elsewhere, too, and outlives its device.';
comment on column passkey.name is 'As its owner calls it.';
create index passkey_editor on passkey (editor_id);

create table passkey_challenge (
  id uuid primary key,
  challenge bytea not null check (octet_length(challenge) >= 16),
  editor_id uuid,
  expires_at timestamptz not null
);
comment on table passkey_challenge is 'What a passkey is asked to sign. A row is gone when it was answered.';
comment on column passkey_challenge.editor_id is 'Whose passkey is asked for or made. It may be the id of an account that is still to be made; null when any passkey may answer.';
create index passkey_challenge_expiry on passkey_challenge (expires_at);

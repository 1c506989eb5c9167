-- A reader's way in and out. Nothing here is readable without the keyring: the address is sealed
-- and found again by a keyed fingerprint. There is no name, no IP address and no user agent.

create table consent_text (
  id integer generated always as identity primary key,
  hash bytea not null unique,
  wording text not null,
  first_shown_at timestamptz not null
);
comment on table consent_text is 'Every wording of the consent that was ever shown, by its SHA-256.';

create table subscriber (
  id uuid primary key,
  address_index bytea not null unique,
  address_sealed bytea not null,
  state text not null check (state in ('pending', 'active')),
  consent_text_id integer not null references consent_text,
  requested_at timestamptz not null,
  mail_requests timestamptz[] not null,
  mail_sent_at timestamptz,
  confirmed_at timestamptz,
  check ((state = 'active') = (confirmed_at is not null))
);
comment on column subscriber.address_index is 'HMAC-SHA-256 of the normalised address.';
comment on column subscriber.address_sealed is 'Key version (1 byte), nonce (12), AES-256-GCM text and tag.';
comment on column subscriber.mail_requests is 'When mails were asked for by sign-up within the last day: what the limit per address counts.';
comment on column subscriber.mail_sent_at is 'When the relay took the confirmation mail.';

create index subscriber_pending on subscriber (requested_at) where state = 'pending';
create index subscriber_key_version on subscriber (get_byte(address_sealed, 0));

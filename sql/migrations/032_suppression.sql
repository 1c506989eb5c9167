-- What may stay of somebody who is gone: fingerprints with an end, which name nobody without the keys. And what a reader
-- needs to see and change what is stored about them.

create type suppression_reason as enum ('hard_bounce', 'soft_bounces', 'complaint', 'reader', 'import');
create table suppression (
  address_index bytea primary key check (octet_length(address_index) = 32),
  key_version smallint not null,
  reason suppression_reason not null,
  suppressed_at timestamptz not null,
  ends_at timestamptz not null
);
comment on table suppression is 'Addresses that are not to be written to, unless their reader signs up and confirms. None of them is stored as a subscriber.';
comment on column suppression.address_index is 'As subscriber.address_index, made with the key of key_version.';
create index suppression_end on suppression (ends_at);

create table consent_proof (
  id bigint generated always as identity primary key,
  subscriber_id uuid unique references subscriber,
  address_index bytea not null check (octet_length(address_index) = 32),
  key_version smallint not null,
  consent_text_id integer not null references consent_text,
  asked_at timestamptz not null,
  mailed_at timestamptz,
  mail_sha256 bytea check (octet_length(mail_sha256) = 32),
  confirmed_at timestamptz,
  left_at timestamptz,
  check ((subscriber_id is null) = (left_at is not null)),
  check (confirmed_at is not null or left_at is null)
);
comment on table consent_proof is 'That the owner of an address agreed, where CONSENT_PROOF asks for it; kept for three years after they left.';
comment on column consent_proof.subscriber_id is 'Until they leave.';
comment on column consent_proof.mail_sha256 is 'Of the mail that asked for the confirmation, as it was sent: with its header and signatures.';
create index consent_proof_address on consent_proof (address_index);
create index consent_proof_left on consent_proof (left_at) where left_at is not null;

create function end_consent_proof () returns trigger
language plpgsql as $$
begin
  delete from consent_proof where subscriber_id = old.id and confirmed_at is null;
  update consent_proof set subscriber_id = null, left_at = now() where subscriber_id = old.id;
  return old;
end
$$;
create trigger consent_proof_ends before delete on subscriber
for each row execute function end_consent_proof();
comment on trigger consent_proof_ends on subscriber is 'However a subscriber is erased: of one who never confirmed, nothing stays.';

create table address_change (
  subscriber_id uuid primary key references subscriber on delete cascade,
  id uuid not null unique,
  address_sealed bytea not null,
  requested_at timestamptz not null,
  expires_at timestamptz not null,
  mailed_at timestamptz,
  mail_sha256 bytea check (octet_length(mail_sha256) = 32)
);
comment on table address_change is 'New addresses that wait to be confirmed by mail.';
comment on column address_change.id is 'What the mailed links name. The seal is bound to it.';
comment on column address_change.mail_sha256 is 'As consent_proof.mail_sha256, of the mail to the new address.';
create index address_change_expiry on address_change (expires_at);

create table used_link (
  subscriber_id uuid primary key references subscriber on delete cascade,
  used_until timestamptz not null
);
comment on table used_link is 'Links to a subscriber''s own data that expire at this time or before have been used up.';
create index used_link_expiry on used_link (used_until);

alter table merged_subscriber add column moved boolean not null default false;
comment on column merged_subscriber.moved is 'True if mails that were planned for this id go to its subscriber: the reader has changed the address, and was not stored under the new one.';

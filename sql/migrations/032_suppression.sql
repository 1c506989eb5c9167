create type suppression_reason as enum ('hard_bounce', 'soft_bounces', 'complaint', 'reader', 'import');
create table suppression (
  address_index bytea primary key check (octet_length(address_index) = 32),
  key_version smallint not null,
  reason suppression_reason not null,
  suppressed_at timestamptz not null,
  ends_at timestamptz not null
);

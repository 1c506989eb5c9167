-- Everything that is needed for moving away leaves as an archive, and another installation takes it over.

alter type editor_role add value 'export';

create table moved_key (
  id uuid primary key,
  key_sealed bytea not null
);
comment on table moved_key is 'Keys of the installation that this one was moved from: it made the fingerprints of suppressed addresses that came along. Gone with the last of them.';
comment on column moved_key.id is 'Computed from the key: it is known again.';
comment on column moved_key.key_sealed is 'Sealed as addresses are.';

alter table suppression
  alter column key_version drop not null,
  add column moved_key_id uuid references moved_key,
  add check (num_nonnulls(key_version, moved_key_id) = 1);
comment on column suppression.key_version is 'Of the key that made the fingerprint; null for a moved one.';
comment on column suppression.address_index is 'As subscriber.address_index, made with the key of key_version, or with a moved one.';
create index suppression_moved on suppression (moved_key_id) where moved_key_id is not null;

create table taken_archive (
  id uuid primary key,
  begun_at timestamptz not null,
  ended_at timestamptz
);
comment on table taken_archive is 'Archives of other installations: each is taken over once, so that nobody who has left since comes back.';

-- Drafts: the working copy of an issue, which many may write in at once. Each block has a version of its own.

create type draft_state as enum ('draft', 'submitted', 'returned', 'approved');
create type version_reason as enum
  ('imported', 'daily', 'named', 'submitted', 'returned', 'approved', 'replaced', 'restored');

create table draft (
  id uuid primary key,
  state draft_state not null default 'draft',
  subject text not null default '',
  title text not null default '',
  preheader text not null default '',
  date text not null default '',
  slug text not null default '',
  version integer not null default 1 check (version > 0),
  worked_on date not null,
  created_at timestamptz not null,
  created_by uuid references editor on delete set null,
  changed_at timestamptz not null,
  changed_by uuid references editor on delete set null,
  deleted_at timestamptz,
  deleted_by uuid references editor on delete set null
);
comment on table draft is 'An issue that is being written. Its fields are as they were typed: they may be unfinished.';
comment on column draft.version is 'Of the head: a save names the version it started from.';
comment on column draft.worked_on is 'The last day, by clocks in Hesse, on which anything was changed.';
comment on column draft.changed_at is 'When the head or the order of blocks was changed; blocks have times of their own.';
comment on column draft.deleted_at is 'Deleting can be undone for 30 days; then the row and all that hangs on it is erased.';
create index draft_deleted on draft (deleted_at) where deleted_at is not null;

create table draft_block (
  id uuid primary key,
  draft_id uuid not null references draft on delete cascade,
  position integer not null,
  kind text not null,
  fields jsonb not null,
  version integer not null default 1 check (version > 0),
  changed_at timestamptz not null,
  changed_by uuid references editor on delete set null,
  removed_at timestamptz
);
comment on column draft_block.position is 'From 1, without a gap among those that are not removed.';
comment on column draft_block.fields is 'As they were typed: texts, groups and lists of texts.';
comment on column draft_block.removed_at is 'A removed block can be put back for as long as its draft exists.';
create index draft_block_draft on draft_block (draft_id);

create table draft_save (
  target_id uuid not null,
  base integer not null,
  hash bytea not null check (octet_length(hash) = 32),
  draft_id uuid not null references draft on delete cascade,
  version integer not null,
  saved_at timestamptz not null,
  primary key (target_id, base, hash)
);
comment on table draft_save is 'What was saved lately: a request that is repeated after a lost answer is known by it.';
comment on column draft_save.target_id is 'A block, or the draft itself for its head.';
comment on column draft_save.base is 'The version that the save started from; the version is what it made of it.';
create index draft_save_draft on draft_save (draft_id);
create index draft_save_saved on draft_save (saved_at);

create table draft_version (
  draft_id uuid not null references draft on delete cascade,
  number integer not null check (number > 0),
  reason version_reason not null,
  name text,
  snapshot jsonb not null,
  made_at timestamptz not null,
  made_by uuid references editor on delete set null,
  primary key (draft_id, number),
  check ((reason = 'named') = (name is not null))
);
comment on table draft_version is 'How a draft was at a time. Saving alone makes no version.';
comment on column draft_version.reason is 'daily: before the first change of a day. replaced: before another version was restored.';

create table draft_comment (
  id uuid primary key,
  draft_id uuid not null references draft on delete cascade,
  block_id uuid references draft_block on delete cascade,
  text text not null,
  written_at timestamptz not null,
  written_by uuid references editor on delete set null,
  resolved_at timestamptz,
  resolved_by uuid references editor on delete set null
);
comment on column draft_comment.block_id is 'Null for a comment on the whole draft.';
create index draft_comment_draft on draft_comment (draft_id);

create table draft_presence (
  draft_id uuid not null references draft on delete cascade,
  editor_id uuid not null references editor on delete cascade,
  block_id uuid references draft_block on delete set null,
  since timestamptz not null,
  seen_at timestamptz not null,
  primary key (draft_id, editor_id)
);
comment on table draft_presence is 'Who has a draft open, forgotten 60 seconds after they were last seen.';

create table other_text (
  id uuid primary key,
  draft_id uuid not null references draft on delete cascade,
  block_id uuid references draft_block on delete cascade,
  base integer not null,
  hash bytea not null check (octet_length(hash) = 32),
  fields jsonb not null,
  written_at timestamptz not null,
  written_by uuid references editor on delete set null,
  decided_at timestamptz,
  decided_by uuid references editor on delete set null,
  unique nulls not distinct (draft_id, block_id, base, hash)
);
comment on table other_text is 'Texts that met another text in a save, or were replaced by one: none is lost.';
comment on column other_text.block_id is 'Null for the head of the draft.';
comment on column other_text.decided_at is 'When somebody decided which of the texts stays.';

create table document (
  name text primary key,
  type text not null,
  file_name text not null,
  bytes bytea not null,
  kept_at timestamptz not null
);
comment on table document is 'Files that readers download.';
comment on column document.name is 'SHA-256 of the bytes, and the ending: a file never changes under its name.';
comment on column document.kept_at is 'When it was last brought: what nothing names is erased a day after that.';

alter table picture add column kept_at timestamptz not null default now();
comment on column picture.kept_at is 'When it was last brought: what nothing names is erased a day after that.';

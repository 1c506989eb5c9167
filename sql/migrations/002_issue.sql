-- An issue and the one mail it is frozen into.

create table issue (
  number integer primary key,
  slug text not null unique,
  content jsonb not null,
  content_hash bytea not null unique,
  state text not null check (state in ('approved', 'sending', 'sent')),
  subject text not null,
  html text not null,
  body text not null,
  page text not null,
  approved_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  planned integer,
  sent integer,
  failed integer,
  skipped integer,
  check (state <> 'sent' or planned = sent + failed + skipped)
);
comment on column issue.content_hash is 'SHA-256 of the content: the same content is never sent twice.';
comment on column issue.body is 'The frozen text/plain part.';
comment on column issue.page is 'The frozen HTML fragment of the public page.';

create table picture (
  name text primary key,
  type text not null,
  bytes bytea not null
);
comment on column picture.name is 'SHA-256 of the bytes, and the ending: a picture never changes under its name.';

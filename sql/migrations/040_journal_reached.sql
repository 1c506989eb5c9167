-- A journal that is replaced by an older copy of itself has the same id: how far it reached tells the two apart.

alter table known_journal add column reached bigint not null default 0;
comment on column known_journal.reached is 'How many entries it had come to, with those erased since, when that was last looked at.';

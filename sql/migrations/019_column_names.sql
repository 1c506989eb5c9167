-- Columns whose names did not explain themselves.

alter table pace rename column one to singleton;
alter table pace rename column free_at to next_free_at;
alter table confirmation_pace rename column free_at to next_free_at;
alter table public_settings rename column one to singleton;

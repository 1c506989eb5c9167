-- Who is at work. The jobs of a worker that has been silent too long are given to others.

create table worker (
  id text primary key,
  seen_at timestamptz not null
);

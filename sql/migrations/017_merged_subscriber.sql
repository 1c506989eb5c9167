-- An address that came to stand twice, under two keys, is one subscriber again. Mails to either were sent with links,
-- so the id that was given up goes on meaning the subscriber who was kept.

create table merged_subscriber (
  id uuid primary key,
  subscriber_id uuid not null references subscriber on delete cascade
);
comment on table merged_subscriber is 'Random ids of erased doubles, until their subscriber leaves.';
create index merged_subscriber_subscriber on merged_subscriber (subscriber_id);

create function subscriber_of (link_id uuid) returns uuid
language sql stable as $$
  select coalesce((select subscriber_id from merged_subscriber where id = link_id), link_id)
$$;
comment on function subscriber_of is 'The subscriber that an id in a link or a job means.';

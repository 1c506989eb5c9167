/* @name findKept
   The version that holds, or held at a time. */
select version, value, changed_at, changed_by from kept_setting
where name = :name! and changed_at <= coalesce(:at::timestamptz, 'infinity')
order by version desc limit 1;

/* @name findAllKept
   The same of several settings. */
select distinct on (name) name, version, value, changed_at, changed_by from kept_setting
where name = any (:names!::text[]) and changed_at <= coalesce(:at::timestamptz, 'infinity')
order by name, version desc;

/* @name listKept
   All versions, newest first. */
select version, value, changed_at, changed_by from kept_setting where name = :name! order by version desc limit 200;

/* @name insertKept
   None if somebody else has changed it since the version that the change began with. */
insert into kept_setting (name, version, value, changed_at, changed_by)
select :name!, :base!::int + 1, :value!::text::jsonb, :now!, :editor
where coalesce((select max(version) from kept_setting where name = :name!), 0) = :base!::int
on conflict do nothing
returning version;

/* @name eraseSuperseded
   Versions that were followed by another one before a time. */
with gone as (
  delete from kept_setting k where exists (
    select from kept_setting next
    where next.name = k.name and next.version = k.version + 1 and next.changed_at < :before!
  ) returning 1
)
select count(*)::int as "count!" from gone;

/* @name findOldestSuperseded
   When the version was replaced that was replaced first. */
select min(next.changed_at) as at
from kept_setting k join kept_setting next on next.name = k.name and next.version = k.version + 1;

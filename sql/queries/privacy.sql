/* @name beginRun */
insert into retention_run (rule, first_begun_at, begun_at) values (:rule!, :now!, :now!)
on conflict (rule) do update set begun_at = excluded.begun_at, fault = null;

/* @name finishRun */
update retention_run set finished_at = :now!, erased = :erased!, oldest_seconds = :oldestSeconds::float8::bigint
where rule = :rule!;

/* @name failRun */
update retention_run set fault = :fault! where rule = :rule!;

/* @name findRuns */
select rule, first_begun_at, begun_at, finished_at, erased, oldest_seconds::float8 as oldest_seconds, fault
from retention_run;

/* @name enqueueRun
   One that waits already is not enqueued twice. */
select graphile_worker.add_job(:job!, job_key := :job!, job_key_mode := 'unsafe_dedupe') is not null as enqueued;

/* @name findColumns
   Of all tables, those of the queue included, which are named without the word that calls them private: name, and type
   as PostgreSQL calls it. */
select case n.nspname when 'public' then c.relname else n.nspname || '.' || replace(c.relname, '_private_', '') end
         || '.' || a.attname as "name!",
       format_type(coalesce(nullif(t.typelem, 0), t.oid), null) as "type!",
       coalesce(element.typtype, t.typtype) = 'e' as "isEnum!"
from pg_attribute a
join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p', 'm', 'f')
join pg_namespace n on n.oid = c.relnamespace
join pg_type t on t.oid = a.atttypid
left join pg_type element on element.oid = nullif(t.typelem, 0)
where a.attnum > 0 and not a.attisdropped
  and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and n.nspname not like 'pg\_temp\_%'
order by 1;

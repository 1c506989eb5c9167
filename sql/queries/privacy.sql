/* @name knowRules */
insert into retention_run (rule, known_since) select r, :now! from unnest(:rules!::text[]) as r
on conflict (rule) do nothing;
/* @name beginRun */
insert into retention_run (rule, known_since, begun_at) values (:rule!, :now!, :now!)
on conflict (rule) do update set begun_at = excluded.begun_at, fault = null;

/* @name finishRun */
update retention_run set finished_at = :now!, erased = :erased!, oldest_seconds = :oldestSeconds::float8::bigint
where rule = :rule!;

/* @name failRun */
update retention_run set fault = :fault! where rule = :rule!;

/* @name findRuns */
select rule, known_since, begun_at, finished_at, erased, oldest_seconds::float8 as oldest_seconds, fault
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

/* @name findRewrites
   Of all tables: how large they are, what was deleted and updated in them, and when they were last rewritten. */
select named.name as "name!", format('%I.%I', s.schemaname, s.relname) as "quoted!",
       s.n_tup_del::float8 as "deleted!", s.n_tup_upd::float8 as "updated!",
       pg_total_relation_size(s.relid)::float8 as "bytes!",
       r.changes::float8 as "changes?", r.tried_at as "triedAt?", r.rewritten_at as "rewrittenAt?", r.fault as "fault?"
from pg_stat_user_tables s
cross join lateral (
  select case s.schemaname when 'public' then s.relname
         else s.schemaname || '.' || replace(s.relname, '_private_', '') end as name
) named
left join table_rewrite r on r.name = named.name
order by 1;

/* @name noteRewrite */
insert into table_rewrite (name, changes, tried_at, rewritten_at, fault)
values (:name!, :changes!::float8::bigint, :now!, case when :fault::text is null then :now!::timestamptz end, :fault)
on conflict (name) do update set
  changes = case when :fault::text is null then excluded.changes else table_rewrite.changes end,
  tried_at = excluded.tried_at,
  rewritten_at = coalesce(excluded.rewritten_at, table_rewrite.rewritten_at),
  fault = excluded.fault;

/* @name beat */
insert into worker (id, seen_at) select unnest(:ids!::text[]), now()
on conflict (id) do update set seen_at = excluded.seen_at;

/* @name leave */
delete from worker where id = any (:ids!);

/* @name findSilentWorkers
   Whoever holds a job or a queue for longer than the patience, without a sign of life in that time. */
select distinct locked_by as "id!" from (
  select locked_by, locked_at from graphile_worker.jobs
  union all
  select locked_by, locked_at from graphile_worker._private_job_queues
) held
where locked_by is not null
  and locked_at < now() - make_interval(secs => :patienceSeconds!)
  and not exists (
    select from worker where worker.id = locked_by and seen_at > now() - make_interval(secs => :patienceSeconds!)
  );

/* @name forgetSilentWorkers */
delete from worker where seen_at <= now() - make_interval(secs => :patienceSeconds!);

/* @name countLiveWorkers */
select count(*)::int as "count!" from worker where seen_at > now() - make_interval(secs => :patienceSeconds!);

/* @name noteRelayTrouble */
insert into relay_trouble (relay, fault, since, seen_at) values (:relay!, :fault!, now(), now())
on conflict (relay) do update
set seen_at = excluded.seen_at, fault = excluded.fault,
    since = case relay_trouble.fault when excluded.fault then relay_trouble.since else excluded.since end;

/* @name clearRelayTrouble */
delete from relay_trouble where relay = :relay!;

/* @name listRelayTroubles */
select relay, fault, since from relay_trouble
where seen_at > now() - make_interval(secs => :patienceSeconds!)
order by relay;

/* @name ping */
select 1 as one;

/* @name findPublicSettings */
select public_url, publisher from public_settings;

/* @name recordPublicSettings
   Returns what was there before; no row when nothing was. */
with before as (select public_url, publisher from public_settings),
recorded as (
  insert into public_settings (public_url, publisher, recorded_at) values (:publicUrl!, :publisher!, :now!)
  on conflict (one) do update set public_url = excluded.public_url, publisher = excluded.publisher, recorded_at = excluded.recorded_at
)
select public_url as "publicUrl!", publisher as "publisher!" from before;

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

/* @name lockMasterKeys
   Serialises processes that start, and commands that give up a key. */
lock table master_key in share row exclusive mode;

/* @name listMasterKeys */
select version, check_value, primary_since from master_key order by version;

/* @name recordMasterKey */
insert into master_key (version, check_value, recorded_at, primary_since)
values (:version!, :checkValue!, :now!, :primarySince);

/* @name markPrimary */
update master_key set primary_since = :now! where version = :version! and primary_since is null;

/* @name forgetMasterKey */
delete from master_key where version = :version! returning version;

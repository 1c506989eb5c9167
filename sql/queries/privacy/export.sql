/* @name beginArchive
   What is known of an archive: when it was taken over, or null if that was not finished. */
insert into taken_archive (id, begun_at) values (:id!, :now!)
on conflict (id) do update set begun_at = taken_archive.begun_at
returning ended_at;

/* @name findArchive */
select ended_at from taken_archive where id = :id!;

/* @name endArchive */
update taken_archive set ended_at = :now! where id = :id!;

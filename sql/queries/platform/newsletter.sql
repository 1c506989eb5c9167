/* @name findPublicSettings */
select public_url, publisher from public_settings;

/* @name recordPublicSettings
   Returns the previous row, if there was one. */
with before as (select public_url, publisher from public_settings),
recorded as (
  insert into public_settings (public_url, publisher, recorded_at) values (:publicUrl!, :publisher!, :now!)
  on conflict (singleton) do update set public_url = excluded.public_url, publisher = excluded.publisher, recorded_at = excluded.recorded_at
)
select public_url as "publicUrl!", publisher as "publisher!" from before;

-- A reader who changed the address has given the old one up: a restored backup must not bring it back, although links that
-- were made for its row go on working.

alter table merged_subscriber add column gave_up_address boolean not null default false;
comment on column merged_subscriber.gave_up_address is 'True if the row was stored under an address that its reader has given up since: for the journal it is erased.';

create function note_given_up_address () returns trigger language plpgsql as $$
begin
  insert into journal_outbox (kind, ids) values ('erased', array[new.id]);
  return null;
end
$$;
create trigger given_up_address_is_journalled after insert or update of gave_up_address on merged_subscriber
  for each row when (new.gave_up_address) execute function note_given_up_address();

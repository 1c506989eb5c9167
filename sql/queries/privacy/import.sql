/* @name createImport */
insert into subscriber_import (state, options, file_mark, key_version, asks, created_at, created_by, changed_at)
values (:state!, :options!::text::jsonb, :fileMark, :keyVersion!, :asks!, :now!, :editor, :now!)
returning id;

/* @name findImport */
select * from subscriber_import where id = :id!;

/* @name holdImport */
select * from subscriber_import where id = :id! for update;

/* @name listImports */
select * from subscriber_import order by id desc limit (:limit!)::int;

/* @name findInterrupted
   An import of the same file at the command line that has not ended. */
select * from subscriber_import
where file_mark = :fileMark! and options = :options!::text::jsonb and asks = :asks! and created_by is null
  and state in ('reading', 'read', 'submitted', 'running')
order by id desc limit 1;

/* @name setImportState
   Only from one of some states: null if it is in another. */
update subscriber_import
set state = :state!::import_state, changed_at = :now!, fault = :fault, fault_line = :faultLine::int,
    ended_at = case when :state!::import_state in ('done', 'undone', 'failed') then :now!::timestamptz else ended_at end
where id = :id! and state::text = any (:from!::text[])
returning id;

/* @name setFile */
update subscriber_import set state = 'uploaded', file = :file!::text::jsonb, file_mark = :fileMark!, changed_at = :now!
where id = :id! and state = 'uploading'
returning id;

/* @name beginReading */
update subscriber_import
set state = 'reading', options = :options!::text::jsonb, asks = :asks!, read_by = :editor, changed_at = :now!, read_line = 0,
    key_version = :keyVersion!, fault = null, fault_line = null, count_new = 0, count_known = 0, count_invalid = 0,
    count_double = 0, count_suppressed = 0
where id = :id! and state in ('uploaded', 'read')
returning id;

/* @name noteFile */
update subscriber_import set file = :file!::text::jsonb where id = :id!;

/* @name approveImport */
update subscriber_import set state = 'running', approved_by = :editor!, changed_at = :now!
where id = :id! and state = 'submitted'
returning id;

/* @name claimLines
   A program that reads says how far: no other reads the same lines, and none reads what was stopped. */
update subscriber_import set read_line = :line!::int, changed_at = :now!
where id = :id! and state = 'reading' and read_line = :before!::int
returning id;

/* @name stageRows
   Lines with an address, cut out of one block of bytes: the id (16), the fingerprint (32) and the seal. An address that
   stands in an earlier line is a double. Without a consent, 0 stands for its time and texts. Returns the number of lines of each kind. */
with given as materialized (
  select encode(substring(:block!::bytea from place + 1 for 16), 'hex')::uuid as id,
         substring(:block!::bytea from place + 17 for 32) as address_index,
         substring(:block!::bytea from place + 49 for size) as address_sealed,
         line, kind, case when consented > 0 then to_timestamp(consented) end as consented_at,
         nullif(wording, 0) as wording, nullif(source, 0) as source
  from unnest(
    :places!::int[], :sizes!::int[], :lines!::int[], :kinds!::import_kind[], :consentedAt!::float8[],
    :wordings!::int[], :sources!::int[]
  ) as g (place, size, line, kind, consented, wording, source)
), stored as (
  insert into import_row (import_id, address_index, id, address_sealed, kind, line, consented_at, wording, source)
  select :import!::int, address_index, id, address_sealed, kind, line, consented_at, wording, source from given
  order by line
  on conflict do nothing
  returning line
), judged as materialized (
  select line, case when s.line is null then 'double' else kind end as kind from given left join stored s using (line)
), refused as (
  insert into import_refusal (import_id, line, kind)
  select :import!::int, line, kind from judged where kind <> 'new'
)
select count(*) filter (where kind = 'new')::int as "new!", count(*) filter (where kind = 'known')::int as "known!",
       count(*) filter (where kind = 'double')::int as "double!",
       count(*) filter (where kind = 'suppressed')::int as "suppressed!"
from judged;

/* @name stageInvalid */
insert into import_refusal (import_id, line, kind, fault)
select :import!::int, line, 'invalid', fault from unnest(:lines!::int[], :faults!::text[]) as g (line, fault);

/* @name stageText */
insert into import_text (import_id, kind, number, text)
select :import!::int, kind, number, text from unnest(:kinds!::text[], :numbers!::int[], :texts!::text[]) as g (kind, number, text);

/* @name findTexts */
select kind, number, text from import_text where import_id = :import! order by kind, number;

/* @name addCounts */
update subscriber_import
set count_new = count_new + :new!::int, count_known = count_known + :known!::int,
    count_double = count_double + :double!::int, count_suppressed = count_suppressed + :suppressed!::int,
    count_invalid = count_invalid + :invalid!::int
where id = :id!;

/* @name movePosition */
update subscriber_import
set position = :position, looked = looked + :looked!::int, added = added + :added!::int, changed_at = :now!
where id = :id!;

/* @name addUndone */
update subscriber_import set undone = undone + :count!::int, changed_at = :now! where id = :id!;

/* @name findFirstLines
   The first lines of each kind. */
select kind as "kind!", fault, array(
  select line from import_refusal f
  where f.import_id = :import! and f.kind = k.kind and f.fault is not distinct from k.fault
  order by line limit (:limit!)::int
) as "lines!", count as "count!"
from (
  select kind, fault, count(*)::int from import_refusal where import_id = :import! group by kind, fault
) as k (kind, fault, count)
order by kind, count desc, fault;

/* @name findRefusals */
select line, kind, fault from import_refusal
where import_id = :import! and line > :after!::int order by line limit (:limit!)::int;

/* @name storeChunk */
insert into import_chunk (import_id, number, sealed) values (:import!, :number!, :sealed!);

/* @name findChunk */
select sealed from import_chunk where import_id = :import! and number = :number!;

/* @name emptyRows */
select empty_import_rows(:import!) as "emptied!";

/* @name eraseRows
   In the order of fingerprints, so that no portion looks at what the one before has left dead. */
with gone as (
  delete from import_row where import_id = :import! and address_index = any (array(
    select address_index from import_row
    where import_id = :import! and address_index > :after!::bytea
    order by address_index limit (:limit!)::int
  )) returning address_index
)
select address_index as "last!" from gone order by address_index desc limit 1;

/* @name eraseStaged
   What can be erased in one statement. */
with refusals as (
  delete from import_refusal where import_id = :import!
), texts as (
  delete from import_text where import_id = :import!
)
delete from import_chunk where import_id = :import! and :file!::bool;

/* @name eraseImport
   The report of a file that was only looked at. */
delete from subscriber_import where id = :id! and added = 0;

/* @name enqueueImport
   One job works on an import, whatever there is to do. */
select graphile_worker.add_job(
  :job!, json_build_object('importId', :id!::int), job_key := :job! || ':' || :id!::int
) is not null as enqueued;

/* @name findStale
   Imports that somebody should be working on and nobody is: a mailer was killed, or a command that had begun to add. */
select id from subscriber_import i
where changed_at < :before! and (
  state in ('running', 'undoing') or (state = 'reading' and exists (select from import_chunk where import_id = i.id))
);

/* @name findForgotten
   Imports that have waited, or whose report has stood, for so long; and those whose upload broke off. */
select id, state from subscriber_import
where (state in ('uploaded', 'read', 'submitted', 'reading') and changed_at < :before!)
   or (state = 'uploading' and changed_at < :uploadBefore!);

/* @name findErasable
   Ended imports of which something is still kept. */
select id from subscriber_import i
where ended_at < :before! and (
  exists (select from import_chunk where import_id = i.id) or exists (select from import_refusal where import_id = i.id)
);

/* @name eraseReports */
delete from subscriber_import where ended_at < :before!;

/* @name listImportKeys
   Which keys something of an import is sealed with. */
select get_byte(address_sealed, 0) as "version!" from import_row group by 1
union
select get_byte(substring(sealed for 1), 0) from import_chunk;

/* @name countRowsByKeyVersion */
select get_byte(address_sealed, 0) as "version!", count(*)::int as "count!" from import_row group by 1 order by 1;

/* @name findRowsSealedWith */
select id, address_sealed from import_row where get_byte(address_sealed, 0) = :version! limit (:limit!)::int;

/* @name findListed
   The imports in which an address waits. */
select i.id from subscriber_import i
where exists (select from import_row r where r.import_id = i.id and r.address_index = any (:indexes!::bytea[]))
order by i.id;

/* @name insertDraft */
insert into draft (id, subject, title, preheader, date, slug, worked_on, created_at, created_by, changed_at, changed_by)
values (:id!, :subject!, :title!, :preheader!, :date!, :slug!, :today!::text::date, :now!, :editor, :now!, :editor);

/* @name findDrafts
   The list of drafts, those that were changed last first. Deleted ones stand in a list of their own. */
select d.id, d.state, d.asked_id, d.subject, d.title, d.date, d.deleted_at, d.deleted_by, d.created_at, d.created_by,
       count(b.id)::int as "blocks!", greatest(d.changed_at, max(b.changed_at)) as "changed_at!",
       (select count(*)::int from draft_comment c where c.draft_id = d.id and c.resolved_at is null) as "open_comments!",
       (select i.number from issue i where i.draft_id = d.id) as "issue?"
from draft d left join draft_block b on b.draft_id = d.id and b.removed_at is null
where (d.deleted_at is not null) = :deleted!::boolean and d.state <> 'published'
group by d.id
order by "changed_at!" desc, d.id;

/* @name findDraft */
select id, state, state_at, state_by, state_reason, asked_id, subject, title, preheader, date, slug, version,
       created_at, created_by, changed_at, changed_by, deleted_at
from draft where id = :id!;

/* @name findBlocks */
select id, kind, fields, version, changed_at, changed_by
from draft_block where draft_id = :draft! and removed_at is null
order by position;

/* @name holdDraft
   Holds the draft as a whole: until the transaction ends, nobody else saves, moves or adds in it. */
select worked_on::text as "worked_on!", deleted_at, state from draft where id = :id! for update;

/* @name noteWork */
update draft set worked_on = :today!::text::date where id = :id!;

/* @name noteOrder
   Blocks were added, moved or removed. */
update draft set changed_at = :now!, changed_by = :editor where id = :id!;

/* @name holdHead
   Holds the draft as a whole, as holdDraft does, and reads its head. */
select worked_on::text as "worked_on!", deleted_at, state,
  subject, title, preheader, date, slug, version, changed_at, changed_by
from draft where id = :id! for update;

/* @name updateHead */
update draft set subject = :subject!, title = :title!, preheader = :preheader!, date = :date!, slug = :slug!,
  version = version + 1, changed_at = :now!, changed_by = :editor
where id = :id! and version = :base!
returning version;

/* @name saveHead
   The same of a save, as saveBlock notes it. */
with written as (
  update draft set subject = :subject!, title = :title!, preheader = :preheader!, date = :date!, slug = :slug!,
    version = version + 1, changed_at = :now!, changed_by = :editor
  where id = :id! and version = :base!
  returning id, version
), noted as (
  insert into draft_save (target_id, base, hash, draft_id, version, saved_at)
  select id, :base!, :hash!, id, version, :now! from written
  on conflict do nothing
)
select version from written;

/* @name setState
   Where it stands on its way to its readers, who set that, and why. */
update draft set state = :state!::text::draft_state, state_at = :now!, state_by = :editor, state_reason = :reason,
  asked_id = :asked, reminded_at = null
where id = :id!;

/* @name remindAsked
   Those who were asked long ago to approve what still waits: each once. */
update draft set reminded_at = :now!
where state = 'submitted' and deleted_at is null and asked_id is not null and reminded_at is null
  and state_at < :before!
returning id, title, asked_id as "asked!", state_by;

/* @name findLastDecision
   The last version that somebody approved, or if there is none, that somebody returned. */
select reason, snapshot, made_at, made_by from draft_version
where draft_id = :draft! and reason in ('approved', 'returned')
order by reason = 'approved' desc, number desc limit 1;

/* @name markDeleted */
update draft set deleted_at = :deletedAt, deleted_by = :deletedBy where id = :id!;

/* @name holdDeleted
   Drafts that were deleted long ago, the oldest first. */
select id from draft where deleted_at < :before! order by deleted_at limit (:limit!)::int for update skip locked;

/* @name eraseDrafts
   With all that hangs on them. */
delete from draft where id = any (:drafts!::uuid[]);

/* @name findOldestDeleted */
select min(deleted_at) as at from draft;

/* @name holdPublished
   Drafts that were published long ago and still have what was only needed for the work on them. */
select id from draft d
where state = 'published' and state_at < :before! and (
  exists (select from draft_comment c where c.draft_id = d.id)
  or exists (select from draft_version v where v.draft_id = d.id)
  or exists (select from other_text o where o.draft_id = d.id)
)
order by state_at limit (:limit!)::int for no key update skip locked;

/* @name eraseWork
   Comments, versions and other texts. */
with comments as (
  delete from draft_comment where draft_id = any (:drafts!::uuid[]) returning 1
), versions as (
  delete from draft_version where draft_id = any (:drafts!::uuid[]) returning 1
), texts as (
  delete from other_text where draft_id = any (:drafts!::uuid[]) returning 1
)
select ((select count(*) from comments) + (select count(*) from versions) + (select count(*) from texts))::int as "count!";

/* @name findOldestWork
   When the draft was published that has kept it for the longest time. */
select min(state_at) as at from draft d
where state = 'published' and (
  exists (select from draft_comment c where c.draft_id = d.id)
  or exists (select from draft_version v where v.draft_id = d.id)
  or exists (select from other_text o where o.draft_id = d.id)
);

/* @name insertBlock */
insert into draft_block (id, draft_id, position, kind, fields, changed_at, changed_by)
values (:id!, :draft!, :position!, :kind!, :fields!::text::jsonb, :now!, :editor);

/* @name findAllBlocks
   Removed ones too, for what is done to a draft as a whole. */
select id, kind, fields, version, position, removed_at from draft_block where draft_id = :draft! order by position, id;

/* @name findBlockKind
   Of a block, removed or not. */
select kind from draft_block where id = :id! and draft_id = :draft!;

/* @name holdBlock
   Keeps a draft as a whole as it is, and holds the block of it that is saved; other blocks may be saved meanwhile.
   The draft is locked first, as everybody does who holds both. */
select d.worked_on::text as "worked_on!", d.deleted_at, d.state,
  b.kind, b.fields, b.version, b.changed_at, b.changed_by, b.removed_at
from draft d join draft_block b on b.draft_id = d.id
where d.id = :draft! and b.id = :id!
for key share of d for no key update of b;

/* @name updateBlock */
update draft_block set fields = :fields!::text::jsonb, version = version + 1, changed_at = :now!, changed_by = :editor
where id = :id! and version = :base!
returning version;

/* @name saveBlock
   The same of a save, which is noted: by what it said and what it started from it is known again. */
with written as (
  update draft_block set fields = :fields!::text::jsonb, version = version + 1, changed_at = :now!,
    changed_by = :editor
  where id = :id! and version = :base!
  returning id, draft_id, version
), noted as (
  insert into draft_save (target_id, base, hash, draft_id, version, saved_at)
  select id, :base!, :hash!, draft_id, version, :now! from written
  on conflict do nothing
)
select version from written;

/* @name arrangeBlocks
   Gives the blocks their places, in this order. */
update draft_block set position = place.number::int
from unnest(:ids!::uuid[]) with ordinality as place (id, number)
where draft_block.id = place.id and draft_block.draft_id = :draft! and position is distinct from place.number::int;

/* @name markRemoved */
update draft_block set removed_at = :removedAt where id = :id!;

/* @name findSave */
select version from draft_save where target_id = :target! and base = :base! and hash = :hash!;

/* @name forgetSaves */
with gone as (
  delete from draft_save where (target_id, base, hash) in (
    select target_id, base, hash from draft_save where saved_at < :before! limit (:limit!)::int for update skip locked
  ) returning 1
)
select count(*)::int as "count!" from gone;

/* @name findOldestSave */
select min(saved_at) as at from draft_save;

/* @name keepText
   A repeated request finds the text that it kept before. */
with kept as (
  insert into other_text (id, draft_id, block_id, base, hash, fields, written_at, written_by, decided_at, decided_by)
  values (:id!, :draft!, :block, :base!, :hash!, :fields!::text::jsonb, :writtenAt!, :writtenBy, :decidedAt, :decidedBy)
  on conflict do nothing
  returning id
)
select id as "id!" from kept
union all
select id from other_text
where draft_id = :draft! and block_id is not distinct from :block::uuid and base = :base! and hash = :hash!
limit 1;

/* @name findOtherText */
select id, block_id, base, fields, written_at, written_by, decided_at
from other_text where id = :id! and draft_id = :draft!;

/* @name findOtherTexts
   With the kind of their block; null for the head. */
select other_text.id, block_id, kind as "kind?", base, other_text.fields, written_at, written_by, decided_at
from other_text left join draft_block on draft_block.id = block_id
where other_text.draft_id = :draft! order by written_at, other_text.id;

/* @name decideText */
update other_text set decided_at = :now!, decided_by = :editor
where id = :id! and draft_id = :draft! and decided_at is null
returning id;

/* @name insertVersion */
insert into draft_version (draft_id, number, reason, name, snapshot, made_at, made_by)
select :draft!, coalesce(max(number), 0) + 1, :reason!::text::version_reason, :name, :snapshot!::text::jsonb, :now!, :editor
from draft_version where draft_id = :draft!
returning number;

/* @name findVersions */
select number, reason, name, made_at, made_by from draft_version where draft_id = :draft! order by number desc;

/* @name findVersion */
select number, reason, name, snapshot, made_at, made_by from draft_version where draft_id = :draft! and number = :number!;

/* @name findLastSnapshot */
select snapshot from draft_version where draft_id = :draft! order by number desc limit 1;

/* @name insertComment
   None if the block is of another draft. */
insert into draft_comment (id, draft_id, block_id, text, written_at, written_by)
select :id!, d.id, :block, :text!, :now!, :editor
from draft d where d.id = :draft! and d.deleted_at is null
  and (:block::uuid is null or exists (select from draft_block b where b.id = :block and b.draft_id = d.id))
returning id;

/* @name resolveComment */
update draft_comment set resolved_at = :now!, resolved_by = :editor
where id = :id! and draft_id = :draft! and resolved_at is null
returning id;

/* @name findComments */
select id, block_id, text, written_at, written_by, resolved_at, resolved_by
from draft_comment where draft_id = :draft! order by written_at, id;

/* @name notePresence
   Since when: it begins again when another block is opened, or after being away. */
insert into draft_presence as old (draft_id, editor_id, block_id, since, seen_at)
select d.id, :editor!, (select b.id from draft_block b where b.id = :block::uuid and b.draft_id = d.id), :now!, :now!
from draft d where d.id = :draft! and d.deleted_at is null
on conflict (draft_id, editor_id) do update set
  since = case when old.block_id is not distinct from excluded.block_id and old.seen_at >= :forgotten!
               then old.since else excluded.since end,
  block_id = excluded.block_id,
  seen_at = excluded.seen_at;

/* @name findPresent */
select editor_id, block_id, since from draft_presence
where draft_id = :draft! and seen_at >= :forgotten! order by since, editor_id;

/* @name leaveDraft */
delete from draft_presence where draft_id = :draft! and editor_id = :editor!;

/* @name forgetPresence */
with gone as (delete from draft_presence where seen_at < :forgotten! returning 1)
select count(*)::int as "count!" from gone;

/* @name findOldestPresence */
select min(seen_at) as at from draft_presence;

/* @name countDraftsToExport */
select count(*)::int as "drafts!" from draft where deleted_at is null and state <> 'published';

/* @name listDraftsToExport
   Those that are not deleted, and no published issue yet. */
select id from draft where deleted_at is null and state <> 'published' order by id;

/* @name takeDraft
   A draft of another installation. No row if it is here already. */
insert into draft (id, subject, title, preheader, date, slug, worked_on, created_at, changed_at)
values (
  :id!, :subject!, :title!, :preheader!, :date!, :slug!, :today!::text::date, :createdAt!::text::timestamptz, :now!
)
on conflict do nothing
returning id;

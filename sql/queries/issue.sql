/* @name insertIssue
   One statement, so that no lock is held between two round trips. No row if number, slug or content is taken. */
with stored as (
  insert into issue (number, slug, content, content_hash, content_round, state, approved_at)
  values (:number!, :slug!, :content!::text::jsonb, :contentHash!, :contentRound!, 'approved', :now!)
  on conflict do nothing
  returning number
)
insert into edition (issue_number, subject, html, body, page, title, date)
select number, :subject!, :html!, :body!, :page!, :title!, :date!::text::date from stored
returning issue_number;

/* @name nextNumber
   Numbers are given one after the other, without gaps. */
select coalesce(max(number), 0) + 1 as "number!" from issue;

/* @name findByContent */
select number, content_round from issue where content_hash = :contentHash!
order by content_round desc limit 1;

/* @name slugIsTaken
   By another issue than the one with this number. */
select exists (select from issue where slug = :slug! and number <> :number!) as "taken!";

/* @name findReserved
   The issue that a draft became at its first approval. */
select number, slug, state from issue where draft_id = :draft!;

/* @name findDraftOf */
select draft_id from issue where number = :number!;

/* @name reserveIssue
   At the first approval of a draft. No row if number or slug is taken. */
insert into issue (number, slug, content, content_hash, content_round, state, approved_at, draft_id)
values (:number!, :slug!, :content!::text::jsonb, :contentHash!, :contentRound!, 'approved', :now!, :draft!)
on conflict do nothing
returning number;

/* @name reviseIssue
   At each further approval, until it is published. */
update issue set slug = :slug!, content = :content!::text::jsonb, content_hash = :contentHash!,
  content_round = :contentRound!, approved_at = :now!
where number = :number! and state = 'approved'
returning number;

/* @name freezeEdition */
insert into edition (issue_number, subject, html, body, page, title, date)
values (:number!, :subject!, :html!, :body!, :page!, :title!, :date!::text::date)
on conflict (issue_number, language) do update
set subject = excluded.subject, html = excluded.html, body = excluded.body, page = excluded.page,
    title = excluded.title, date = excluded.date;

/* @name issueExists */
select exists (select from issue where number = :number!) as "exists!";

/* @name issueWaits
   Held until the transaction ends. */
select number from issue where number = :number! and state = 'approved' for update;

/* @name eraseUnpublished
   What was approved and never sent goes with its draft, and its planned start with it. */
delete from issue where draft_id = any (:drafts!::uuid[]) and state = 'approved';

/* @name publish */
update issue set state = 'published', published_at = :now!
where number = :number! and state = 'approved'
returning number;

/* @name insertPicture */
insert into picture (name, type, bytes, kept_at) values (:name!, :type!, :bytes!, :now!)
on conflict (name) do update set kept_at = excluded.kept_at;

/* @name touchPicture
   It will be named again. */
update picture set kept_at = :now! where name = :name! returning type, bytes;

/* @name insertDocument
   A file that was brought before keeps the name under which it was downloaded. */
insert into document (name, type, file_name, bytes, kept_at) values (:name!, :type!, :fileName!, :bytes!, :now!)
on conflict (name) do update set kept_at = excluded.kept_at;

/* @name findDocument */
select type, file_name, bytes from document where name = :name!;

/* @name eraseUnnamed
   Pictures and files that no issue, draft, version or kept text names. What was brought since is spared: a form that
   names it may not be saved yet. */
with named as materialized (
  select distinct (regexp_matches(text, '[0-9a-f]{64}[.][a-z0-9]{2,5}', 'g'))[1] as name
  from (
    select content::text as text from issue
    union all select fields::text from draft_block
    union all select snapshot::text from draft_version
    union all select fields::text from other_text
  ) as texts
), pictures as (
  delete from picture where kept_at < :before! and not exists (select from named where named.name = picture.name)
  returning 1
), documents as (
  delete from document where kept_at < :before! and not exists (select from named where named.name = document.name)
  returning 1
)
select (select count(*) from pictures)::int + (select count(*) from documents)::int as "count!";

/* @name findPicture */
select type, bytes from picture where name = :name!;

/* @name findFrozenMail */
select number, language, subject, html, body, published_at
from issue join edition on issue_number = number
where number = :number! and language = :language!;

/* @name findPublicPage
   Public once it is published, whatever its deliveries do: mails that arrived link to it. */
select number, title, date::text as "date!", page
from issue join edition on issue_number = number and language = 'de'
where slug = :slug! and state = 'published';

/* @name findContent */
select content from issue where number = :number!;

/* @name findIssue */
select number, slug, state, title, date::text as "date!", approved_at, published_at, draft_id
from issue join edition on issue_number = number and language = 'de'
where number = :number!;

/* @name listIssues
   Those below a number, the latest first. What is written at the desk is a draft until it is published. */
select number, slug, state, title, date::text as "date!", approved_at, published_at
from issue join edition on issue_number = number and language = 'de'
where number < :before!::int and (state = 'published' or draft_id is null)
order by number desc limit :limit!::int;

/* @name insertIssue
   One statement, so that no lock is held between two round trips. No row if number, slug or content is taken. */
with stored as (
  insert into issue (number, slug, content, content_hash, content_round, state, approved_at)
  values (:number!, :slug!, :content!::text::jsonb, :contentHash!, :contentRound!, 'approved', :now!)
  on conflict do nothing
  returning number
)
insert into edition (issue_number, subject, html, body, page, title, date, summary)
select number, :subject!, :html!, :body!, :page!, :title!, :date!::text::date, :summary!::text::jsonb from stored
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

/* @name findNextPlace
   The number that a draft has already, or the one that comes next; and whether another issue has this slug. */
with place as (
  select coalesce(
    (select number from issue where draft_id = :draft::uuid),
    (select coalesce(max(number), 0) + 1 from issue)
  ) as its_number
)
select its_number as "number!",
       exists (select from issue where slug = :slug! and number <> its_number) as "taken!"
from place;

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
insert into edition (issue_number, subject, html, body, page, title, date, summary)
values (:number!, :subject!, :html!, :body!, :page!, :title!, :date!::text::date, :summary!::text::jsonb)
on conflict (issue_number, language) do update
set subject = excluded.subject, html = excluded.html, body = excluded.body, page = excluded.page,
    title = excluded.title, date = excluded.date, summary = excluded.summary;

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
   Pictures and files that no issue, mail, draft, version, kept text or setting names. What was brought since is spared: a form that
   names it may not be saved yet. */
with named as materialized (
  select distinct (regexp_matches(text, '[0-9a-f]{64}[.][a-z0-9]{2,5}', 'g'))[1] as name
  from (
    select content::text as text from issue
    union all select fields::text from draft_block
    union all select snapshot::text from draft_version
    union all select fields::text from other_text
    union all select html from edition
    union all select value::text from kept_setting
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

/* @name findPublished
   Public once it is published, whatever its deliveries do: mails that arrived link to it. */
select number, slug, title, date::text as "date!", published_at as "publishedAt!", summary, page
from issue join edition on issue_number = number and language = 'de'
where slug = :slug! and state = 'published';

/* @name findNeighbours
   The published issue before one, and the one after it. */
with listed as (
  select number, lag(number) over by_date as before, lead(number) over by_date as after
  from issue join edition on issue_number = number and language = 'de'
  where state = 'published' and number <> all (:except!::int[])
  window by_date as (order by date, number)
)
select issue.slug, edition.title, issue.number is not distinct from after as "isNext!"
from listed join issue on issue.number in (before, after)
  join edition on issue_number = issue.number and language = 'de'
where listed.number = :number!;

/* @name listPublished
   The latest first. The same choice says how many there are in all. */
select number, slug, title, date::text as "date!", published_at as "publishedAt!", summary,
       count(*) over ()::int as "total!"
from issue join edition on issue_number = number and language = 'de'
where state = 'published' and number <> all (:except!::int[])
  and (:year::int is null or extract(year from date) = :year)
  and (:category::text is null or summary -> 'categories' @> to_jsonb(:category::text))
order by date desc, number desc
limit :limit!::int offset :offset!::int;

/* @name searchPublished
   The best matches first. What a match looks like is cut from the page, whose tags are left out; private characters
   stand around the words that were found. */
with wanted as (select websearch_to_tsquery('german', :words!) as query), found as (
  select number, slug, title, date, published_at, summary, page, query, ts_rank(search, query) as rank
  from issue join edition on issue_number = number and language = 'de' cross join wanted
  where state = 'published' and number <> all (:except!::int[]) and search @@ query
    and (:year::int is null or extract(year from date) = :year)
    and (:category::text is null or summary -> 'categories' @> to_jsonb(:category::text))
), counted as (select count(*)::int as total from found), best as (
  select * from found order by rank desc, date desc, number desc limit :limit!::int offset :offset!::int
)
select number as "number!", slug as "slug!", title as "title!", date::text as "date!", published_at as "publishedAt!",
       summary as "summary!", total as "total!",
       ts_headline('german', regexp_replace(page, '<[^>]*>', ' ', 'g'), query,
         'StartSel=' || chr(57344) || ',StopSel=' || chr(57345) || ',MaxWords=30,MinWords=15') as "excerpt!"
from best cross join counted
order by rank desc, date desc, number desc;

/* @name listPublishedPages
   With their pages, the latest first. */
select number, slug, title, date::text as "date!", published_at as "publishedAt!", summary, page
from issue join edition on issue_number = number and language = 'de'
where state = 'published' and number <> all (:except!::int[])
  and (:category::text is null or summary -> 'categories' @> to_jsonb(:category::text))
order by date desc, number desc
limit :limit!::int;

/* @name listPublishedAddresses
   Of all published issues. */
select number, slug, published_at as "publishedAt!"
from issue where state = 'published' and number <> all (:except!::int[])
order by published_at desc, number desc;

/* @name countYears */
select extract(year from date)::int as "year!", count(*)::int as "count!"
from issue join edition on issue_number = number and language = 'de'
where state = 'published' and number <> all (:except!::int[])
group by 1 order by 1 desc;

/* @name countCategories */
select category as "category!", count(*)::int as "count!"
from issue join edition on issue_number = number and language = 'de'
  cross join jsonb_array_elements_text(summary -> 'categories') as category
where state = 'published' and number <> all (:except!::int[])
group by 1;

/* @name findContent */
select content from issue where number = :number!;

/* @name findTexts
   What an issue says, and the mail it became: both name pictures. */
select content::text || html as "texts!" from issue join edition on issue_number = number where number = :number!;

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

/* @name countToExport */
select (select count(*)::int from issue where state = 'published') as "issues!",
       (select count(*)::int from picture) as "pictures!", (select count(*)::int from document) as "documents!";

/* @name listPictureNames */
select name from picture order by name;

/* @name listDocumentNames */
select name from document order by name;

/* @name listPublishedNumbers */
select number from issue where state = 'published' order by number;

/* @name findWhole
   An issue with all that is frozen of it, in one language. */
select number, language, slug, content, encode(content_hash, 'hex') as "contentHash!", content_round, approved_at,
       published_at as "publishedAt!", subject, html, body, page, title, date::text as "date!", summary
from issue join edition on issue_number = number where number = :number! order by language;

/* @name takeIssue
   An issue of another installation, which was published there. It keeps its number where that is free. No row if its
   address or its content is here already. */
insert into issue (number, slug, content, content_hash, content_round, state, approved_at, published_at)
select case when exists (select from issue where number = :number!) then (select max(number) + 1 from issue)
       else :number!::int end,
       :slug!, :content!::text::jsonb, decode(:contentHash!, 'hex'), :contentRound!, 'published',
       :approvedAt!::text::timestamptz, :publishedAt!::text::timestamptz
on conflict do nothing
returning number;

/* @name takeEdition */
insert into edition (issue_number, language, subject, html, body, page, title, date, summary)
values (:number!, :language!, :subject!, :html!, :body!, :page!, :title!, :date!::text::date, :summary!::text::jsonb);

/* @name isHere
   Whether an issue that was not taken is here, or something else is at its address. */
select exists (
  select from issue where content_hash = decode(:contentHash!, 'hex') and content_round = :contentRound!
) as "here!";

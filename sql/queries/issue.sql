/* @name insertIssue */
insert into issue (number, slug, content, content_hash, state, subject, html, body, page, title, date, approved_at)
values (:number!, :slug!, :content!, :contentHash!, 'approved', :subject!, :html!, :body!, :page!, :title!, :date!::text::date, :now!);

/* @name lockApprovals
   Numbers are given one after the other, without gaps. Only approvals wait for it, and it ends with the transaction. */
select pg_advisory_xact_lock(7300413)::text as locked;

/* @name nextNumber */
select coalesce(max(number), 0) + 1 as "number!" from issue;

/* @name findByContent
   One that was cancelled, only if there is no other. */
select number, state from issue where content_hash = :contentHash!
order by state = 'cancelled', number desc limit 1;

/* @name slugExists */
select exists (select from issue where slug = :slug!) as "exists!";

/* @name insertPicture */
insert into picture (name, type, bytes) values (:name!, :type!, :bytes!) on conflict do nothing;

/* @name findPicture */
select type, bytes from picture where name = :name!;

/* @name findFrozenMail */
select number, slug, subject, html, body, started_at from issue where number = :number!;

/* @name findPublicPage
   Public as soon as it was started, whatever became of its delivery: mails that arrived link to it. */
select number, title, date::text as "date!", page from issue where slug = :slug! and started_at is not null;

/* @name insertIssue */
insert into issue (number, slug, content, content_hash, state, subject, html, body, page, approved_at)
values (:number!, :slug!, :content!, :contentHash!, 'approved', :subject!, :html!, :body!, :page!, :now!);

/* @name lockNumbers
   Numbers are given one after the other, without gaps. */
lock table issue in share row exclusive mode;

/* @name nextNumber */
select coalesce(max(number), 0) + 1 as "number!" from issue;

/* @name findByContent */
select number, state, approved_at from issue where content_hash = :contentHash!;

/* @name slugExists */
select exists (select from issue where slug = :slug!) as "exists!";

/* @name insertPicture */
insert into picture (name, type, bytes) values (:name!, :type!, :bytes!) on conflict do nothing;

/* @name findPicture */
select type, bytes from picture where name = :name!;

/* @name findFrozenMail */
select number, slug, subject, html, body, started_at from issue where number = :number!;

/* @name findPublicPage */
select number, content, page, approved_at from issue where slug = :slug! and state in ('sending', 'sent');

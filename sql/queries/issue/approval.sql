/* @name insertApproval */
insert into approval (issue_number, mail_hash, approver, approved_at, editor_id, emergency, by_command)
values (:number!, :mailHash!, :approver!, :now!, :editor, :emergency, :editor::uuid is null);

/* @name findLastApproval
   The last one decides; what was approved before it is over. */
select a.id, encode(mail_hash, 'hex') as "hash!", approver, approved_at, by_command, emergency,
       w.approval_id is not null as "withdrawn!"
from approval a left join approval_withdrawal w on w.approval_id = a.id
where issue_number = :number!
order by a.id desc limit 1;

/* @name withdrawApproval */
insert into approval_withdrawal (approval_id, withdrawn_at, withdrawn_by) values (:id!, :now!, :editor)
on conflict do nothing;

/* @name findRefused
   Who may not approve a draft, because they changed something since the last approval. */
select refused as "id!" from may_not_approve(:draft!) as refused;

/* @name findChanged
   Who changed something since the last approval that stands, whatever the rule says. */
select editor_id from draft_change
where draft_id = :draft! and number > coalesce((
  select max(a.id) from approval a
  where a.issue_number = :number::int and a.emergency is null and not exists (select from approval_withdrawal w where w.approval_id = a.id)
), 0);

/* @name lookIsNoted
   Nothing is locked or written to find out. */
select exists (
  select from draft_look where draft_id = :draft! and mail_hash = :mailHash! and looked_at >= :since!
) as "noted!";

/* @name noteLook
   A look that was noted a short time ago is not written again. */
insert into draft_look (draft_id, mail_hash, snapshot, looked_at)
values (:draft!, :mailHash!, :snapshot!::text::jsonb, :now!)
on conflict (draft_id, mail_hash) do update set looked_at = excluded.looked_at
where draft_look.looked_at < :olderThan!;

/* @name findLook */
select snapshot from draft_look where draft_id = :draft! and mail_hash = :mailHash!;

/* @name forgetLooks */
with gone as (
  delete from draft_look where (draft_id, mail_hash) in (
    select draft_id, mail_hash from draft_look where looked_at < :before! limit (:limit!)::int for update skip locked
  ) returning 1
)
select count(*)::int as "count!" from gone;

/* @name findOldestLook */
select min(looked_at) as at from draft_look;

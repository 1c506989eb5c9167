/* @name insertCorrection
   No row if the issue is corrected so already. */
insert into correction (issue_number, text, corrected_at, corrected_by)
values (:number!, :text!, :now!, :editor)
on conflict do nothing
returning id;

/* @name deleteCorrection */
delete from correction where id = :id! and issue_number = :number! returning text;

/* @name listCorrections
   The latest first. */
select id, text, corrected_at, corrected_by from correction where issue_number = :number!
order by corrected_at desc, id desc;

/* @name listAllCorrections
   Of several issues, the latest first. */
select issue_number, text, corrected_at from correction where issue_number = any (:numbers!)
order by corrected_at desc, id desc;

/* @name findLastCorrections
   When each issue that was corrected was corrected last. */
select issue_number, max(corrected_at) as "correctedAt!" from correction group by issue_number;

/* @name insertWithdrawal
   No row if it is withdrawn already. */
insert into withdrawal (issue_number, reason, withdrawn_at, withdrawn_by)
values (:number!, :reason!, :now!, :editor)
on conflict do nothing
returning issue_number;

/* @name deleteWithdrawal */
delete from withdrawal where issue_number = :number! returning reason;

/* @name findWithdrawal */
select reason, withdrawn_at, withdrawn_by from withdrawal where issue_number = :number!;

/* @name listWithdrawn */
select issue_number from withdrawal order by issue_number;

/* @name takeCorrection
   Of an issue that came from another installation. */
insert into correction (issue_number, text, corrected_at) values (:number!, :text!, :at!::text::timestamptz);

/* @name takeWithdrawal */
insert into withdrawal (issue_number, reason, withdrawn_at) values (:number!, :reason!, :at!::text::timestamptz);

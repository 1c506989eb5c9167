-- Nothing is sent that nobody approved. An approval names the bytes of one mail.

alter type pause_reason add value 'not-approved';

create table approval (
  id integer primary key generated always as identity,
  issue_number integer not null references issue on delete cascade,
  mail_hash bytea not null check (octet_length(mail_hash) = 32),
  approver text not null check (approver <> ''),
  approved_at timestamptz not null
);
comment on table approval is 'Who approved which mail of an issue, to the letter.';
comment on column approval.mail_hash is 'SHA-256 of subject, HTML and text, with a NUL between them: what the preview shows.';
comment on column approval.approver is 'The name that was given at the command line.';
create index approval_issue on approval (issue_number);

insert into approval (issue_number, mail_hash, approver, approved_at)
select number, sha256(
         convert_to(subject, 'UTF8') || '\x00'::bytea || convert_to(html, 'UTF8') || '\x00'::bytea || convert_to(body, 'UTF8')
       ), 'unknown: before approvals were recorded', approved_at
from issue join edition on issue_number = number;

create trigger approval_is_append_only before update on approval
  for each row execute function refuse_change();

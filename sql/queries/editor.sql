/* @name holdAuditHead */
select number::int as "number!", hash from audit_head for update;

/* @name appendToAudit */
with line as (
  insert into audit (number, at, actor, action, details, hash_before, hash)
  values (:number!::int, :at!, :actor!, :action!, :details!, :hashBefore!, :hash!)
  returning number, hash
)
update audit_head set number = line.number, hash = line.hash from line;

/* @name findAuditHead */
select number::int as "number!", hash from audit_head;

/* @name findErasedAudit
   Where the chain begins: the last line that was erased. */
select number::int as "number!", hash from audit_erased;

/* @name findLastBefore
   The last of the oldest lines, of which none is younger than a time. */
select number::int as "number!", hash from audit
where number < coalesce((select min(number) from audit where at >= :before!), 'infinity'::float8)
  and number <= (select number from audit_erased) + :limit!::int
order by audit.number desc limit 1;

/* @name noteErasedAudit */
update audit_erased set number = :number!::int, hash = :hash!;

/* @name eraseAuditLines
   The database refuses to erase more than was noted. */
with gone as (delete from audit where number <= :number!::int returning 1)
select count(*)::int as "count!" from gone;

/* @name findOldestLine */
select at from audit order by audit.number limit 1;

/* @name findAuditLines */
select number::int as "number!", at, actor, action, details::text as "details!", hash_before, hash
from audit where number > :after!::int order by audit.number limit (:limit!)::int;


/* @name countEditors
   Accounts that can do something. */
select count(*)::int as "count!" from editor where joined_at is not null;

/* @name insertEditor
   No row if the address has an account. */
insert into editor (id, address_index, address_sealed, roles, created_at)
values (:id!, :index!, :sealed!, :roles!::text[]::editor_role[], :now!)
on conflict do nothing
returning id;

/* @name findEditorByAddress */
select id, name, address_sealed, roles::text[] as "roles!", password_hash, totp_sealed, totp_step::int as "totpStep",
  joined_at, disabled_at
from editor where address_index = any (:indexes!);

/* @name findEditor */
select id, name, address_sealed, roles::text[] as "roles!", password_hash, totp_sealed, totp_step::int as "totpStep",
  joined_at, disabled_at
from editor where id = :id!;

/* @name lockEditor */
select id from editor where id = :id! for update;

/* @name listWithRole
   Accounts that are in use, by name. */
select id, name from editor
where :role! = any (roles) and joined_at is not null and disabled_at is null
order by lower(name), created_at;

/* @name listEditors */
select e.id, name, address_sealed, roles::text[] as "roles!", created_at, joined_at, disabled_at,
  (select max(seen_at) from editor_session s where s.editor_id = e.id) as seen_at
from editor e order by disabled_at is not null, lower(name), created_at;

/* @name lockAdministrators
   Taking a role away and disabling an account hold these rows, so that two at once cannot remove the last
   administrator. */
select id from editor
where 'administer' = any (roles) and disabled_at is null and joined_at is not null
order by id for update;

/* @name nameEditor */
update editor set name = :name! where id = :id!;

/* @name setPassword */
update editor set password_hash = :hash! where id = :id!;

/* @name setRoles */
update editor set roles = :roles!::text[]::editor_role[] where id = :id!;

/* @name setTextMode */
update editor set text_mode = :textMode! where id = :id!;

/* @name markJoined */
update editor set joined_at = coalesce(joined_at, :now!) where id = :id!;

/* @name setDisabled */
update editor set disabled_at = :at where id = :id!;

/* @name deleteEditor
   One who never joined leaves nothing behind. */
delete from editor where id = :id! and joined_at is null returning id;

/* @name setTotp */
update editor set totp_sealed = :sealed, totp_step = :step::int where id = :id!;

/* @name useTotpStep
   A row only for a step later than the last: a code works once, also when it is sent twice at the same time. */
update editor set totp_step = :step!::int where id = :id! and totp_sealed is not null and totp_step < :step!::int
returning id;

/* @name replaceRecoveryCodes */
with gone as (delete from recovery_code where editor_id = :id!)
insert into recovery_code (editor_id, hash) select :id!, unnest(:hashes!::bytea[]);

/* @name useRecoveryCode */
delete from recovery_code where editor_id = :id! and hash = :hash! returning hash;

/* @name countRecoveryCodes */
select count(*)::int as "count!" from recovery_code where editor_id = :id!;

/* @name insertEditorLink */
insert into editor_link (id, purpose, editor_id, expires_at) values (:id!, :purpose!, :editorId!, :expiresAt!);

/* @name renewFirstLink
   While it is valid, it stays: processes that start at the same time offer the same. */
insert into editor_link (id, purpose, expires_at) values (:id!, 'first', :expiresAt!)
on conflict (purpose) where purpose = 'first' do update set id = excluded.id, expires_at = excluded.expires_at
where editor_link.expires_at <= :now!;

/* @name findEditorLink */
select purpose, editor_id, expires_at from editor_link where id = :id! and expires_at > :now!;

/* @name useEditorLink */
delete from editor_link where id = :id! and expires_at > :now! returning purpose, editor_id;

/* @name forgetLinksOf */
delete from editor_link where editor_id = :editorId! and purpose = :purpose!;

/* @name forgetExpiredLinks */
with gone as (
  delete from editor_link where id = any (array(
    select id from editor_link where expires_at <= :now! limit (:limit!)::int for update skip locked
  )) returning 1
)
select count(*)::int as "count!" from gone;

/* @name findOldestLink */
select min(expires_at) as at from editor_link;

/* @name eraseUnjoined
   Who was invited long ago, has not come, and has no link to come by. */
with gone as (
  delete from editor where id = any (array(
    select id from editor e
    where joined_at is null and created_at < :before!
      and not exists (select from editor_link l where l.editor_id = e.id and l.expires_at > :now!)
    limit (:limit!)::int for update skip locked
  )) returning 1
)
select count(*)::int as "count!" from gone;

/* @name findOldestUnjoined
   When it may be erased: at the earliest so many seconds after it was made, and not as long as a link works. */
select min(greatest(created_at + make_interval(secs => :keptSeconds!), (
  select max(expires_at) from editor_link l where l.editor_id = e.id
))) as at
from editor e where joined_at is null;

/* @name eraseDisabled
   Accounts that were disabled long ago, with all that belongs to them. */
with gone as (
  delete from editor where id = any (array(
    select id from editor where disabled_at < :before! limit (:limit!)::int for update skip locked
  )) returning 1
)
select count(*)::int as "count!" from gone;

/* @name findOldestDisabled */
select min(disabled_at) as at from editor;

/* @name insertSession */
insert into editor_session (id, token_hash, editor_id, stage, device, started_at, seen_at, proved_at, expires_at)
values (:id!, :tokenHash!, :editorId!, :stage!, :device!, :now!, :now!, :provedAt!, :expiresAt!);

/* @name findSession */
select s.id, s.stage, s.wrong_codes, s.seen_at, s.proved_at, s.device, e.id as editor_id, e.name,
  e.roles::text[] as "roles!", e.text_mode
from editor_session s join editor e on e.id = s.editor_id
where s.token_hash = :tokenHash! and s.expires_at > :now! and s.seen_at > :idleSince! and e.disabled_at is null;

/* @name touchSession */
update editor_session set seen_at = :now! where id = :id! and seen_at < :now!;

/* @name markProved */
update editor_session set proved_at = :now! where id = :id!;

/* @name countWrongCode */
update editor_session set wrong_codes = wrong_codes + 1 where id = :id! returning wrong_codes;

/* @name endSession */
delete from editor_session where id = :id! and editor_id = :editorId! returning id;

/* @name endSessionsOf
   All but one, if one is given. */
delete from editor_session where editor_id = :editorId! and id is distinct from :except::uuid;

/* @name listSessions */
select id, device, started_at, seen_at from editor_session
where editor_id = :editorId! and stage = 'full' and expires_at > :now! and seen_at > :idleSince!
order by seen_at desc;

/* @name forgetEndedSessions */
with gone as (
  delete from editor_session where id = any (array(
    select id from editor_session where expires_at <= :now! or seen_at <= :idleSince!
    limit (:limit!)::int for update skip locked
  )) returning 1
)
select count(*)::int as "count!" from gone;

/* @name findOldestSession
   When the session ends, or has ended, that ends first. */
select min(least(expires_at, seen_at + make_interval(secs => :idleSeconds!))) as at from editor_session;

/* @name countAttempt
   Counts within a window that begins with the first attempt. */
insert into sign_in_failure (source, failures, window_ends_at) values (:source!, 1, :windowEndsAt!)
on conflict (source) do update set
  failures = case when sign_in_failure.window_ends_at <= :now! then 1 else sign_in_failure.failures + 1 end,
  window_ends_at = case when sign_in_failure.window_ends_at <= :now! then excluded.window_ends_at
                        else sign_in_failure.window_ends_at end
returning failures, window_ends_at;

/* @name countBack */
update sign_in_failure set failures = failures - 1 where source = any (:sources!) and failures > 0;

/* @name forgetFailuresOf */
delete from sign_in_failure where source = any (:sources!);

/* @name forgetOldFailures */
with gone as (
  delete from sign_in_failure where source = any (array(
    select source from sign_in_failure where window_ends_at <= :now! limit (:limit!)::int for update skip locked
  )) returning 1
)
select count(*)::int as "count!" from gone;

/* @name findOldestFailure */
select min(window_ends_at) as at from sign_in_failure;

/* @name findFirstLink */
select id, expires_at from editor_link where purpose = 'first' and expires_at > :now!;

/* @name findLinkOf */
select id, expires_at from editor_link where editor_id = :editorId! and purpose = :purpose! and expires_at > :now!;

/* @name enqueueEditorMail
   A mail that has not left yet is not enqueued twice. */
select graphile_worker.add_job(
  :job!, json_build_object('kind', :kind!::text, 'editorId', :editorId!::uuid, 'change', :change::text,
    'draft', :draft::uuid, 'title', :title::text, 'byId', :byId::uuid, 'issue', :issue::int),
  job_key := concat_ws(':', :job!::text, :kind!::text, :change::text, :editorId!::uuid, :draft::uuid, :issue::int)
) is not null as enqueued;

/* @name findAuditPage
   The newest first, below a number. With the names of who did it and of the account that it is about. */
select line.number::int as "number!", at, actor, action, details::text as "details!",
  who.name as "actorName?", about.name as "accountName?"
from (select * from audit where number < :before!::int order by audit.number desc limit (:limit!)::int) line
left join editor who on who.id::text = line.actor
left join editor about on about.id::text = line.details ->> 'account'
order by line.number desc;

/* @name insertPasskey
   No row if there is a passkey with this id already, of this account or another. */
insert into passkey (id, editor_id, public_key, counter, transports, backed_up, name, created_at)
values (:id!, :editorId!, :publicKey!, :counter!::float8::bigint, :transports!::text[], :backedUp!, :name!, :now!)
on conflict do nothing
returning id;

/* @name findPasskey */
select id, editor_id, public_key, counter::float8 as "counter!", transports from passkey where id = :id!;

/* @name listPasskeys */
select id, transports, backed_up, name, created_at, used_at from passkey
where editor_id = :editorId! order by created_at, id;

/* @name findWaysIn */
select password_hash is not null as "password!", totp_sealed is not null as "app!",
  exists (select from passkey where editor_id = editor.id) as "passkey!"
from editor where id = :editorId!;

/* @name usePasskey
   A row only if the counter goes on, or if the authenticator does not count. Two answers with the same counter cannot
   both pass, also when they come at the same time. */
update passkey set counter = :counter!::float8::bigint, backed_up = :backedUp!, used_at = :now!
where id = :id! and (counter < :counter!::float8::bigint or (counter = 0 and :counter!::float8::bigint = 0))
returning id;

/* @name renamePasskey */
update passkey set name = :name! where id = :id! and editor_id = :editorId! returning id;

/* @name deletePasskey */
delete from passkey where id = :id! and editor_id = :editorId! returning id;

/* @name deletePasskeysOf */
delete from passkey where editor_id = :editorId!;

/* @name insertPasskeyChallenge */
insert into passkey_challenge (id, challenge, editor_id, expires_at)
values (:id!, :challenge!, :editorId, :expiresAt!);

/* @name forgetChallenges
   Those that nobody has answered in time. */
with gone as (
  delete from passkey_challenge where id = any (array(
    select id from passkey_challenge where expires_at <= :now! limit (:limit!)::int for update skip locked
  )) returning 1
)
select count(*)::int as "count!" from gone;

/* @name findOldestChallenge */
select min(expires_at) as at from passkey_challenge;

/* @name usePasskeyChallenge */
delete from passkey_challenge where id = :id! and expires_at > :now! returning challenge, editor_id;

/* @name countEditorsByKeyVersion
   Secrets of apps count as well: their key must not be given up. */
select version as "version!", sum(addresses)::int as "count!" from (
  select get_byte(address_sealed, 0) as version, 1 as addresses from editor
  union all
  select get_byte(totp_sealed, 0), 0 from editor where totp_sealed is not null
) seals
group by version order by version;

/* @name findEditorsSealedWith */
select id, case get_byte(address_sealed, 0) when :version! then address_sealed else totp_sealed end as "addressSealed!"
from editor
where get_byte(address_sealed, 0) = :version! or get_byte(totp_sealed, 0) = :version!
limit (:limit!)::int;

/* @name lockEditorsSealedWithOtherKey */
select id, address_sealed, totp_sealed from editor
where get_byte(address_sealed, 0) = any (:versions!) or get_byte(totp_sealed, 0) = any (:versions!)
for update skip locked;

/* @name replaceEditorSeals */
update editor set address_index = :index!, address_sealed = :addressSealed!, totp_sealed = :totpSealed where id = :id!;

/* @name findNames */
select id, name from editor where id = any (:ids!::uuid[]);

/* @name forgetSignOnAttempts
   Those from which nobody has come back in time. */
with gone as (
  delete from single_sign_on_attempt where state_hash = any (array(
    select state_hash from single_sign_on_attempt where expires_at <= :now! limit (:limit!)::int for update skip locked
  )) returning 1
)
select count(*)::int as "count!" from gone;

/* @name findOldestSignOnAttempt */
select min(expires_at) as at from single_sign_on_attempt;

/* @name insertSignOnAttempt */
insert into single_sign_on_attempt (state_hash, browser_hash, nonce, code_verifier, again, next, expires_at)
values (:stateHash!, :browserHash!, :nonce!, :codeVerifier!, :again!, :next!, :expiresAt!);

/* @name useSignOnAttempt
   Of another browser it stays: who saw the address of somebody else's return cannot end it. */
delete from single_sign_on_attempt
where state_hash = :stateHash! and browser_hash = :browserHash! and expires_at > :now!
returning nonce, code_verifier, again, next;

/* @name findIdentity */
select editor_id from editor_identity where issuer = :issuer! and subject = :subject!;

/* @name insertIdentity */
insert into editor_identity (issuer, subject, editor_id, linked_at, used_at)
values (:issuer!, :subject!, :editorId!, :now!, :now!)
on conflict do nothing;

/* @name touchIdentity */
update editor_identity set used_at = :now! where issuer = :issuer! and subject = :subject!;

/* @name hasIdentity */
select exists (select from editor_identity where editor_id = :editorId! and issuer = :issuer!) as "has!";

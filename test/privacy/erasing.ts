import type { Pool } from 'pg'
import { addFailedJob } from '../support/queue.js'

const HASH = "decode(repeat('07', 32), 'hex')"
const ID = "'00000000-0000-4000-8000-000000000007'::uuid"

const account = (rest: string): string =>
  `insert into editor (id, address_index, address_sealed, roles, created_at, joined_at, disabled_at)
   values (${ID}, ${HASH}, ${HASH}, '{write}', $1, ${rest})`
const draft = (rest: string): string =>
  `insert into draft (id, worked_on, created_at, changed_at, ${rest.split('|')[0]})
   values (${ID}, $1::timestamptz::date, $1, $1, ${rest.split('|')[1]})`
const READER = `insert into consent_text (hash, wording, first_shown_at) values (${HASH}, 'x', $1);
  insert into subscriber (id, address_index, address_sealed, state, consent_text_id, requested_at, confirmed_at)
  select ${ID}, ${HASH}, ${HASH}, `
const DELIVERY = `insert into issue (number, slug, content, content_hash, state, approved_at, published_at)
  values (7, 'a', '{}', ${HASH}, 'published', $1, $1);
  insert into edition (issue_number, subject, html, body, page, title, date, summary)
  values (7, '', '', '', '', '', '2026-03-02', '{}');
  insert into delivery (id, issue_number, state, planned, failed, started_at, finished_at)
  values (7, 7, 'sent', 1, 1, $1, $1)`

/** For each rule, what stands in the database when its period begins at `$1`. */
const SEEDS: Readonly<Record<string, string>> = {
  unconfirmed: `${READER} 'pending', id, $1, null from consent_text`,
  mail_requests: `insert into mail_request values (${HASH}, array[$1::timestamptz])`,
  address_changes: `${READER} 'active', id, $1, $1 from consent_text;
    insert into address_change values (${ID}, ${ID}, ${HASH}, $1, $1::timestamptz + interval '48 hours')`,
  used_links: `${READER} 'active', id, $1, $1 from consent_text;
    insert into used_link values (${ID}, $1::timestamptz + interval '1 hour')`,
  suppressions: `insert into suppression values (${HASH}, 1, 'reader', $1, $1::timestamptz + interval '2 years')`,
  consent_proofs: `insert into consent_text (hash, wording, first_shown_at) values (${HASH}, 'x', $1);
    insert into consent_proof (address_index, key_version, consent_text_id, asked_at, confirmed_at, left_at)
    select ${HASH}, 1, id, $1, $1, $1 from consent_text`,
  imports: `insert into subscriber_import (id, state, options, key_version, created_at, changed_at, ended_at)
      overriding system value values (7, 'done', '{}', 1, $1, $1, $1);
    insert into import_chunk values (7, 1, ${HASH})`,
  failures: `${READER} 'active', id, $1, $1 from consent_text; ${DELIVERY};
    insert into delivery_failure values (7, ${ID}, '5.1.1', $1)`,
  bounces: `${READER} 'active', id, $1, $1 from consent_text;
    insert into bounce values (${ID}, 7, ($1::timestamptz at time zone 'UTC')::date, 'soft')`,
  bounce_reports: `insert into bounce_report values (${HASH}, $1)`,
  unread_mails: `insert into unread_mail values (${ID}, ${HASH}, 'unknown', ${HASH}, 7, $1)`,
  bounce_domains: `insert into bounce_domain
    values (${ID}, ${HASH}, ($1::timestamptz at time zone 'UTC')::date, 'hard', ${HASH}, 12)`,
  day_counts: "insert into day_count (day, slot) values (($1::timestamptz at time zone 'Europe/Berlin')::date, 1)",
  departures: "insert into issue_departure values (7, ($1::timestamptz at time zone 'Europe/Berlin')::date, 1, 3)",
  accounts: account('$1, $1'),
  invitations: account('null, null'),
  links: `insert into editor_link values (${ID}, 'first', null, $1::timestamptz + interval '7 days')`,
  sessions: `${account('$1, null')};
    insert into editor_session values (${ID}, ${HASH}, ${ID}, 'full', 'Firefox', 0, $1, $1, $1,
      $1::timestamptz + interval '12 hours')`,
  sign_in_failures: `insert into sign_in_failure values (${HASH}, 1, $1::timestamptz + interval '15 minutes')`,
  challenges: `insert into passkey_challenge values (${ID}, ${HASH}, null, $1::timestamptz + interval '5 minutes')`,
  sign_on_attempts: `insert into single_sign_on_attempt
    values (${HASH}, ${HASH}, '', '', false, '', $1::timestamptz + interval '10 minutes')`,
  audit: `insert into audit values (1, $1, 'mailer', 'x', '{}', ${HASH}, ${HASH});
    update audit_head set number = 1, hash = ${HASH}`,
  presence: `${draft("state|'draft'")}; ${account('$1, null')};
    insert into draft_presence values (${ID}, ${ID}, null, $1, $1)`,
  saves: `${draft("state|'draft'")}; insert into draft_save values (${ID}, 1, ${HASH}, ${ID}, 2, $1)`,
  looks: `${draft("state|'draft'")}; insert into draft_look values (${ID}, ${HASH}, '{}', $1)`,
  deleted_drafts: draft('deleted_at|$1'),
  work: `${draft("state, state_at|'published', $1")};
    insert into draft_comment (id, draft_id, text, written_at) values (${ID}, ${ID}, 'Gut.', $1)`,
  files: "insert into picture values (repeat('07', 32) || '.png', 'image/png', '\\x00', $1)",
  settings: `insert into kept_setting
    values ('grace', 1, '5', '2020-01-01', null), ('grace', 2, '6', $1, null)`
}

const ALL_TABLES = `issue, edition, delivery, draft, editor, subscriber, consent_text, mail_request, day_count,
  issue_departure, editor_link, sign_in_failure, passkey_challenge, single_sign_on_attempt, picture, kept_setting,
  retention_run, failure_count, suppression, consent_proof,
  subscriber_import, import_chunk, bounce_report, bounce_domain, unread_mail`

/** Empties the database, and puts what a rule is about into it. */
export async function seed (pool: Pool, rule: string, at: Date): Promise<void> {
  await pool.query(`truncate ${ALL_TABLES} cascade`)
  if (rule === 'failed_jobs') return await addFailedJob({ pool }, at)
  const statements = SEEDS[rule]?.split(/;\s*/) ?? []
  if (statements.length === 0) throw new Error(`nothing is said of the rule ${rule}`)
  for (const text of statements) await pool.query(text, text.includes('$1') ? [at] : [])
}

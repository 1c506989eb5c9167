import { of } from './rule.js'

/** Places that say nothing of a person, and why. */
interface Nobodys { because: string, places: readonly string[] }

const COLUMNS: readonly Nobodys[] = [
  {
    because: 'hashes and states of texts, of files and of the chain of the audit',
    places: [
      'approval.mail_hash', 'issue.content_hash', 'picture.type', 'document.type',
      ...of('audit', 'hash', 'hash_before'), 'audit_head.hash', 'audit_erased.hash'
    ]
  },
  {
    because: 'every wording of the consent that was shown, to everybody alike',
    places: of('consent_text', 'hash', 'wording')
  },
  {
    because: 'languages of editions, and hashes of their mails',
    places: [
      'edition.language', 'delivery.language', 'delivery.mail_hash',
      ...['journal_outbox', 'restored_batch', 'restored_delivery'].flatMap(table => of(table, 'language', 'mail_hash'))
    ]
  },
  {
    because: 'wordings and occasions of a consent, and faults of lines by their number; one with an @ is refused',
    places: [
      ...of('consent_source', 'hash', 'source'), ...of('import_text', 'kind', 'text'),
      ...of('import_refusal', 'kind', 'fault'), 'subscriber_import.fault', 'subscriber_import.state'
    ]
  },
  { because: 'a random id of the journal itself', places: ['known_journal.id'] },
  { because: 'a random id of an archive that was taken over', places: ['taken_archive.id'] },
  { because: 'reasons of failed mails, and kinds of what came back, as counts', places: ['failure_count.status'] },
  { because: 'when an issue is to be sent', places: ['planned_start.wall_clock'] },
  {
    because: 'names that the program gives to settings, lanes, rules and migrations',
    places: [
      'kept_setting.name', 'confirmation_pace.lane', 'retention_run.rule', 'table_rewrite.name',
      ...of('migration', 'name', 'sha256')
    ]
  },
  {
    because: 'faults of jobs and relays; addresses are scrubbed from them',
    places: [
      'retention_run.fault', 'table_rewrite.fault', ...of('relay_trouble', 'relay', 'fault'),
      ...of('bounce_door', 'name', 'fault')
    ]
  },
  { because: 'a check value of a master key', places: ['master_key.check_value'] },
  { because: 'the address of the service', places: ['public_settings.public_url'] },
  {
    because: 'the queue names jobs, mailers and its timetable by what the program calls them',
    places: [
      'worker.id',
      ...of('graphile_worker.jobs', 'flags', 'locked_by'),
      ...of('graphile_worker.job_queues', 'locked_by', 'queue_name'),
      'graphile_worker.known_crontabs.identifier',
      'graphile_worker.tasks.identifier'
    ]
  }
]

const SETTINGS: readonly Nobodys[] = [
  {
    because: 'where and how the program runs',
    places: ['NODE_ENV', 'PUBLIC_URL', 'HOST', 'PORT', 'TRUST_PROXY', 'DATA_DIR', 'LOG_LEVEL', 'LIST_ID']
  },
  { because: 'secrets of the service that are made at random', places: ['KEYS'] },
  {
    because: 'how mails are sent and signed',
    places: [
      'SMTP_TIMEOUT', 'MAIL_BOUNCE_DOMAIN', 'MAIL_CONNECTIONS', 'MAIL_RATE', 'MAIL_RETRY_AFTER', 'MAIL_BATCH_SIZE',
      'MAIL_BOUNCE_LISTEN', 'MAIL_BOUNCE_CERTIFICATE', 'MAIL_BOUNCE_CERTIFICATE_KEY', 'DKIM_DOMAIN', 'DKIM_SELECTOR',
      'DKIM_KEY_FILE'
    ]
  },
  {
    because: 'periods, limits, switches and where the journal lies',
    places: [
      'CONFIRM_TTL', 'SIGN_UP_NETWORK_LIMIT', 'SIGN_UP_NETWORK_WINDOW', 'SIGN_UP_MAIL_RATE', 'SESSION_IDLE',
      'SESSION_LIFETIME', 'INVITATION_TTL', 'CONSENT_PROOF', 'JOURNAL', 'BACKUP_RETENTION'
    ]
  },
  {
    because: 'the identity provider, and names of its claims and roles',
    places: [
      'OIDC_ISSUER', 'OIDC_NAME', 'OIDC_ROLES_CLAIM', 'OIDC_ROLE_WRITE', 'OIDC_ROLE_APPROVE', 'OIDC_ROLE_ADMINISTER',
      'OIDC_ROLE_EXPORT'
    ]
  }
]

const LOG_FIELDS: readonly Nobodys[] = [
  {
    because: 'a number of the request, given in this process alone',
    places: ['request_failed.reqId']
  },
  {
    because: 'names that the program gives: signals, migrations, jobs, tasks, rules, states',
    places: [
      'ending.signal', 'schema_changed.migration', 'job_failed.job', 'timer_failed.task', 'issue_finished.state',
      'rows_erased.rule', ...of('table_not_rewritten', 'table', 'reason'), ...of('retention_late', 'rule', 'reason')
    ]
  },
  {
    because: 'codes and reasons out of lists of the program; status codes of mail servers without their words',
    places: [
      'database_connection_lost.code', 'hard_bounce.status', 'confirmation_failed.status',
      'confirmation_deferred.status',
      ...of('confirmations_refused', 'reason', 'status'), 'confirmations_wait.reason', 'editor_mail_failed.status',
      'start_hindered.hindrance', 'issue_paused.reason', 'issue_resumed.reason', 'single_sign_on_unreachable.reason',
      'single_sign_on_refused.reason', 'journal_begun.journal', 'journal_shorter.journal', 'journal_unwritable.reason',
      ...['export_done', 'export_failed', 'export_lacks'].map(event => `${event}.form`), 'export_failed.reason',
      'import_failed.reason', 'bounced_erased.reason',
      'bounce_listener_running.protocol', 'bounce_mails_refused.reason', 'bounce_mails_put_off.reason',
      'bounce_mailbox_connected.mailbox',
      ...['bounce_mailbox_unreachable', 'bounce_mailbox_back'].flatMap(event => of(event, 'mailbox', 'reason')),
      ...['relay_unreachable', 'relay_certificate_refused', 'relay_tls_refused', 'relay_refuses_us', 'relay_reached']
        .flatMap(event => of(event, 'relay', 'reason'))
    ]
  }
]

/**
 * Places that could hold personal data by their type, and hold nobody's. Somebody who adds a place
 * here has read what is written to it.
 */
export const NOBODYS: readonly Nobodys[] = [...COLUMNS, ...SETTINGS, ...LOG_FIELDS]

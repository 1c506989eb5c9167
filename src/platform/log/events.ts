import { BOUNCE_EVENTS } from './bounce-events.js'
import { DESK_EVENTS } from './desk-events.js'
import { PRIVACY_EVENTS } from './privacy-events.js'
import type { EventDefinition } from './event-definition.js'
import { JOURNAL_EVENTS } from './journal-events.js'

const RELAY_FIELDS = { relay: 'string', reason: 'string', reply: 'number | null', seconds: 'number?' } as const

/**
 * Every event that somebody may alarm on or count, by its stable name. Sentences in the log may
 * change, these names and fields do not. docs/operations.md lists the same for operators, which a
 * test holds.
 */
export const EVENTS = {
  mailer_running: { levels: ['info'], fields: { connections: 'number' }, meaning: 'a mailer takes jobs from now on' },
  ending: { levels: ['info'], fields: { signal: 'string' }, meaning: 'the process was asked to end' },
  ended: { levels: ['info'], fields: {}, meaning: 'the process ends in order' },
  end_overdue: {
    levels: ['error'],
    fields: {},
    meaning: 'not everything ended in time; the process ends all the same'
  },
  schema_changed: { levels: ['info'], fields: { migration: 'string' }, meaning: 'a migration was applied' },
  setting_doubtful: { levels: ['warn'], fields: {}, meaning: 'a variable looks like a misspelt setting' },
  public_settings_changed: {
    levels: ['warn'],
    fields: {},
    meaning: 'PUBLIC_URL or PUBLISHER_FILE differ from the last start'
  },
  proxy_not_trusted: {
    levels: ['warn'],
    fields: {},
    meaning: 'a proxy sends X-Forwarded-For, and TRUST_PROXY does not name it'
  },
  request_failed: {
    levels: ['error'],
    fields: { reqId: 'string', err: 'error', req: 'request' },
    meaning: 'a request was answered with 500 or 503'
  },

  database_connection_lost: {
    levels: ['warn'],
    fields: { code: 'string?' },
    meaning: 'an idle connection was cut; it is replaced'
  },
  database_restarted: {
    levels: ['info'],
    fields: { batches: 'number' },
    meaning: 'another or a restarted server, nothing was lost'
  },
  database_lost_writes: {
    levels: ['error'],
    fields: { restored: 'number', repeated: 'number', missing: 'number' },
    meaning: 'a failover lost outcomes; they were recorded again, and repeats are counted'
  },
  clock_was_wrong: {
    levels: ['warn'],
    fields: {
      seconds: 'number?',
      signs: 'number?',
      jobs: 'number?',
      queues: 'number?',
      timetable: 'number?',
      batches: 'number?',
      pace: 'number?'
    },
    meaning: 'times in the future were corrected'
  },

  job_failed: {
    levels: ['warn'],
    fields: { err: 'error', job: 'string', attempt: 'number' },
    meaning: 'a job failed and is tried again'
  },
  jobs_not_run: {
    levels: ['warn'],
    fields: { jobs: 'number' },
    meaning: 'jobs that nobody ran although they were ours were released'
  },
  timer_failed: {
    levels: ['warn'],
    fields: { err: 'error', task: 'string' },
    meaning: 'a repeated task failed and is tried again'
  },
  queue_stopped: {
    levels: ['error'],
    fields: { err: 'error' },
    meaning: 'the queue lost its database and starts again'
  },
  queue_start_failed: { levels: ['error'], fields: { err: 'error' }, meaning: 'the queue cannot start again yet' },
  queue_stopped_uncleanly: {
    levels: ['warn'],
    fields: { err: 'error' },
    meaning: 'the queue failed while it was ending'
  },
  queue_message: {
    levels: ['warn', 'error'],
    fields: {},
    meaning: 'graphile-worker reports a problem in its own words'
  },
  heartbeat_missed: { levels: ['warn'], fields: { err: 'error' }, meaning: 'a mailer could not give its sign of life' },
  silent_mailers_released: {
    levels: ['warn'],
    fields: { workers: 'number' },
    meaning: 'jobs of silent mailers were given to others'
  },

  issue_planned: { levels: ['info'], fields: { issue: 'number', planned: 'number' }, meaning: 'batches were made' },
  issue_paused: {
    levels: ['info', 'error'],
    fields: { issue: 'number', reason: 'string' },
    meaning: 'sending has stopped; an error unless somebody asked for it'
  },
  issue_resumed: {
    levels: ['info'],
    fields: { issue: 'number', reason: 'string', acceptedHard: 'number', acceptedRefused: 'number' },
    meaning: 'sending goes on'
  },
  issue_cancelled: { levels: ['info'], fields: { issue: 'number' }, meaning: 'nobody else gets the issue' },
  issue_retried: {
    levels: ['info'],
    fields: { issue: 'number', mails: 'number' },
    meaning: 'failed mails are sent again'
  },
  issue_finished: {
    levels: ['info'],
    fields: {
      issue: 'number',
      state: 'string',
      planned: 'number',
      sent: 'number',
      failed: 'number',
      skipped: 'number',
      mayHaveRepeated: 'number'
    },
    meaning: 'every recipient is accounted for'
  },
  batch_left: {
    levels: ['warn'],
    fields: { issue: 'number', batch: 'number' },
    meaning: 'another mailer owns the batch by now'
  },
  batches_enqueued_again: {
    levels: ['warn'],
    fields: { issue: 'number', batches: 'number' },
    meaning: 'batches had lost their job'
  },
  mails_deferred: {
    levels: ['info'],
    fields: { issue: 'number', mails: 'number', afterSeconds: 'number' },
    meaning: 'mailboxes deferred mails of a batch'
  },
  hard_bounce: { levels: ['info'], fields: { issue: 'number', status: 'string' }, meaning: 'a mailbox does not exist' },
  address_unreadable: {
    levels: ['error'],
    fields: { issue: 'number', reader: 'string', err: 'error' },
    meaning: 'one stored address cannot be opened; its mail has failed'
  },

  relay_unreachable: {
    levels: ['warn', 'error'],
    fields: RELAY_FIELDS,
    meaning: 'mails wait; an error after five minutes'
  },
  relay_certificate_refused: {
    levels: ['error'],
    fields: RELAY_FIELDS,
    meaning: 'self-signed, unknown authority, wrong name, expired or not yet valid'
  },
  relay_tls_refused: { levels: ['error'], fields: RELAY_FIELDS, meaning: 'no TLS, or one that is too old' },
  relay_refuses_us: { levels: ['error'], fields: RELAY_FIELDS, meaning: 'the relay refuses our login or sender' },
  relay_reached: {
    levels: ['info'],
    fields: { relay: 'string', reason: 'string | null', seconds: 'number' },
    meaning: 'the relay can be used again'
  },

  ...BOUNCE_EVENTS,
  ...DESK_EVENTS,
  ...JOURNAL_EVENTS,
  ...PRIVACY_EVENTS,
  drafts_erased: {
    levels: ['info'],
    fields: { erased: 'number' },
    meaning: 'drafts that were deleted 30 days ago were erased'
  },
  files_erased: {
    levels: ['info'],
    fields: { erased: 'number' },
    meaning: 'pictures and files that no issue and no draft names were erased'
  },
  addresses_resealed: {
    levels: ['info'],
    fields: { resealed: 'number' },
    meaning: 'addresses are sealed with the primary key'
  },
  seals_damaged: {
    levels: ['error'],
    fields: { readers: 'strings', count: 'number' },
    meaning: 'stored addresses cannot be opened'
  },
  subscribers_merged: {
    levels: ['warn'],
    fields: { count: 'number' },
    meaning: 'addresses that stood twice were merged'
  },
  confirmation_failed: {
    levels: ['info'],
    fields: { status: 'string' },
    meaning: 'a mailbox refused its confirmation mail'
  },
  confirmation_deferred: {
    levels: ['info'],
    fields: { status: 'string', afterSeconds: 'number | null' },
    meaning: 'a mailbox deferred its confirmation mail; null: it is given up'
  },
  confirmations_refused: {
    levels: ['warn'],
    fields: { reason: 'string | null', status: 'string' },
    meaning: 'twenty mailboxes in a row refuse confirmation mails for a fault of ours'
  },
  confirmations_wait: {
    levels: ['warn'],
    fields: { reason: 'string' },
    meaning: 'confirmation mails wait for the relay'
  },
  confirmations_go_on: { levels: ['info'], fields: {}, meaning: 'confirmation mails leave again' },
  confirmations_recovered: {
    levels: ['warn'],
    fields: { mails: 'number' },
    meaning: 'confirmation mails were brought forward'
  },

  embedded_server_gone: {
    levels: ['error'],
    fields: {},
    meaning: 'the embedded PostgreSQL ended and is started again'
  },
  embedded_server_restarted: { levels: ['info'], fields: {}, meaning: 'the embedded PostgreSQL runs again' },
  embedded_server_restart_failed: {
    levels: ['error'],
    fields: { err: 'error' },
    meaning: 'it cannot be started again'
  },
} as const satisfies Record<string, EventDefinition>

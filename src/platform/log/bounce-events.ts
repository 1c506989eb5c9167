import type { EventDefinition } from './event-definition.js'

/** Events of what comes back. */
export const BOUNCE_EVENTS = {
  bounced_erased: {
    levels: ['info'],
    fields: { reason: 'string', readers: 'number' },
    meaning: 'readers were erased: `hard_bounce`, `soft_bounces` or `complaint`'
  },
  bounce_policy: {
    levels: ['warn'],
    fields: { issue: 'number' },
    meaning: 'a mail came back for a fault of ours: signature, reputation, content'
  },
  bounce_listener_running: {
    levels: ['info'],
    fields: { protocol: 'string' },
    meaning: 'bounces are taken by `smtp` or `lmtp` from now on'
  },
  bounce_listener_waits: {
    levels: ['warn'],
    fields: {},
    meaning: 'something else listens where bounces come in, perhaps another mailer; it is tried again every minute'
  },
  bounce_mails_refused: {
    levels: ['info'],
    fields: { reason: 'string', count: 'number' },
    meaning: 'strangers\' mails were refused: `relaying`, `too-large`, `no-tls`, `too-many-connections`, `too-slow`; ' +
      'at most one line a minute for each'
  },
  bounce_mails_put_off: {
    levels: ['warn'],
    fields: { reason: 'string', count: 'number', err: 'error' },
    meaning: 'mails could not be taken in and come again: `too-many` or `failed`; at most one line a minute for each'
  },
  bounce_certificate_unreadable: {
    levels: ['error'],
    fields: { err: 'error' },
    meaning: 'the files of MAIL_BOUNCE_CERTIFICATE have changed and cannot be used; the certificate before is shown on'
  },
  bounce_mailbox_connected: {
    levels: ['info'],
    fields: { mailbox: 'string' },
    meaning: 'the mailbox that bounces come to is read'
  },
  bounce_mailbox_unreachable: {
    levels: ['warn', 'error'],
    fields: { mailbox: 'string', reason: 'string', seconds: 'number?' },
    meaning: 'the mailbox cannot be read; an error at once if somebody must act, otherwise after five minutes'
  },
  bounce_mailbox_back: {
    levels: ['info'],
    fields: { mailbox: 'string', reason: 'string', seconds: 'number' },
    meaning: 'the mailbox is read again'
  }
} as const satisfies Record<string, EventDefinition>

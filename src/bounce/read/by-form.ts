import type { RefusalKind } from '../../platform/smtp/refusal/refusal.js'

/** A row of the table that the form of a report leads to, and no refusal. */
interface FormRow {
  rule: string
  kind: RefusalKind | 'complaint' | 'unsubscribe' | 'auto-reply'
  source: string
}

/** By the Feedback-Type of an abuse report. The first row that fits decides. */
export const BY_FEEDBACK = [
  {
    rule: 'feedback-not-spam',
    kind: 'auto-reply',
    type: /^not-?spam$/,
    source: 'RFC 6430: a reader took the mail out of the folder for spam'
  },
  {
    rule: 'feedback-authentication',
    kind: 'policy',
    type: /^(?:auth-failure|dmarc)$/,
    source: 'RFC 6591: SPF, DKIM or DMARC failed for a mail with our domain'
  },
  {
    rule: 'feedback-opt-out',
    kind: 'unsubscribe',
    type: /^opt-?out/,
    source: 'The drafts before RFC 5965: a reader asked the provider not to get the mails of this sender'
  },
  {
    rule: 'feedback-complaint',
    kind: 'complaint',
    type: /^/,
    source: 'RFC 5965, 7.3: abuse, fraud, virus, other; a type that is not known counts as other'
  }
] as const

export const COMPLAINT_BY_SUBJECT = {
  rule: 'complaint-by-subject',
  kind: 'complaint',
  source: 'Outlook.com, Junk Mail Reporting Program: "complaint about message from"'
} as const

export const DMARC_REPORT = {
  rule: 'dmarc-report',
  kind: 'policy',
  source: 'RFC 7489, 7.2: an aggregate report, by its subject and its attachment'
} as const

export const TLS_REPORT = {
  rule: 'tls-report',
  kind: 'policy',
  source: 'RFC 8460, 5.3: an aggregate report about TLS, by the type of the report or of its attachment'
} as const

export const ACTION_DELAYED = {
  rule: 'action-delayed',
  kind: 'delayed',
  source: 'RFC 3464, 2.3.3: the mail is still in the queue of the server that reports'
} as const

export const BY_FORM: readonly FormRow[] = [
  ACTION_DELAYED, ...BY_FEEDBACK, COMPLAINT_BY_SUBJECT, DMARC_REPORT, TLS_REPORT
]

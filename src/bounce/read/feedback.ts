import { fieldOf, linesOf, readFields, valuesOf } from './fields.js'
import type { Mail } from './mail.js'
import type { ReportedRecipient } from './report.js'

/** A row of the table for reports about mail that did arrive. */
interface FeedbackRow {
  rule: string
  kind: 'complaint' | 'policy' | 'unsubscribe' | 'nothing'
  type: RegExp
  source: string
}

/** By the Feedback-Type. The first row that fits decides. */
export const BY_FEEDBACK: readonly FeedbackRow[] = [
  {
    rule: 'feedback-not-spam',
    type: /^not-?spam$/,
    kind: 'nothing',
    source: 'RFC 6430: a reader took the mail out of the folder for spam'
  },
  {
    rule: 'feedback-authentication',
    type: /^(?:auth-failure|dmarc)$/,
    kind: 'policy',
    source: 'RFC 6591: SPF, DKIM or DMARC failed for a mail with our domain'
  },
  {
    rule: 'feedback-opt-out',
    type: /^opt-?out/,
    kind: 'unsubscribe',
    source: 'The drafts before RFC 5965: a reader asked the provider not to get the mails of this sender'
  },
  {
    rule: 'feedback-complaint',
    type: /^/,
    kind: 'complaint',
    source: 'RFC 5965, 7.3: abuse, fraud, virus, other; a type that is not known counts as other'
  }
]

export const DMARC_REPORT = {
  rule: 'dmarc-report',
  kind: 'policy',
  source: 'RFC 7489, 7.2: an aggregate report, by its subject and its attachment'
} as const

export const COMPLAINT_BY_SUBJECT = {
  rule: 'complaint-by-subject',
  kind: 'complaint',
  source: 'Outlook.com, Junk Mail Reporting Program: "complaint about message from"'
} as const

/** The type of a report whose parts cannot be told apart. */
const REPORTS = /feedback-report/i

/** What a report says of a mail that was delivered. */
export interface Feedback {
  kind: 'nothing' | 'unsubscribe' | 'about'
  recipients: readonly ReportedRecipient[]
}

/** Reads an abuse report (RFC 5965), or a report about authentication. Null if it is neither. */
export function readFeedback (mail: Mail): Feedback | null {
  const part = mail.parts.find(({ type }) => type === 'message/feedback-report')
  if (part !== undefined) return readAbuseReport(part.text)
  const inText = /^feedback-type[ \t]*:/im.exec(mail.text)
  if (inText !== null && REPORTS.test(fieldOf(mail.fields, 'content-type') ?? '')) {
    return readAbuseReport(mail.text.slice(inText.index))
  }
  if (isDmarcReport(mail)) return about(DMARC_REPORT.kind, null, DMARC_REPORT.rule)
  if (isComplaint(mail)) {
    const { kind, rule } = COMPLAINT_BY_SUBJECT
    return about(kind, fieldOf(mail.fields, 'x-hmxmroriginalrecipient'), rule)
  }
  return null
}

function readAbuseReport (text: string): Feedback {
  // An empty line between the fields is against the RFC, and common.
  const fields = readFields(linesOf(text).filter(line => line.trim() !== ''))
  const type = (fieldOf(fields, 'feedback-type') ?? 'other').toLowerCase().trim()
  const { kind, rule } = BY_FEEDBACK.find(row => row.type.test(type)) as FeedbackRow
  if (kind === 'nothing' || kind === 'unsubscribe') return { kind, recipients: [] }
  const [address = null] = valuesOf(fields, ['original-rcpt-to', 'removal-recipient'])
  return about(kind, address?.replace(/^.*<|>.*$/g, '').trim() ?? null, rule)
}

function isComplaint ({ subject, parts }: Mail): boolean {
  return /^complaint about message from /i.test(subject) && parts.some(({ type }) => type === 'message/rfc822')
}

function isDmarcReport ({ subject, parts }: Mail): boolean {
  return /^(?:\[.{1,40}\] ?)?report domain:/i.test(subject) &&
    parts.some(({ type }) => /^application\/(?:x-)?(?:g?zip|zip-compressed|octet-stream|xml)|^text\/xml/.test(type))
}

function about (kind: 'complaint' | 'policy', address: string | null, rule: string): Feedback {
  return { kind: 'about', recipients: [{ kind, address, status: null, reply: null, rule }] }
}

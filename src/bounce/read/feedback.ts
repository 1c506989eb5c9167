import { BY_FEEDBACK, COMPLAINT_BY_SUBJECT, DMARC_REPORT, TLS_REPORT } from './by-form.js'
import { fieldOf, linesOf, readFields, reportType, valuesOf } from './fields.js'
import type { Mail } from './mail.js'
import type { Report } from './report.js'

/** What a report says of a mail that was delivered. */
type Feedback = Pick<Report, 'kind' | 'recipients'>

/** Reads an abuse report (RFC 5965), or a report about authentication. Null if it is neither. */
export function readFeedback (mail: Mail): Feedback | null {
  const part = mail.parts.find(({ type }) => type === 'message/feedback-report')
  if (part !== undefined) return readAbuseReport(part.text)
  const inText = /^feedback-type[ \t]*:/im.exec(mail.text)
  if (inText !== null && reportType(mail.fields) === 'feedback-report') {
    return readAbuseReport(mail.text.slice(inText.index))
  }
  if (isDmarcReport(mail)) return about(DMARC_REPORT.kind, null, DMARC_REPORT.rule)
  if (isTlsReport(mail)) return about(TLS_REPORT.kind, null, TLS_REPORT.rule)
  if (isComplaint(mail)) {
    const { kind, rule } = COMPLAINT_BY_SUBJECT
    return about(kind, fieldOf(mail.fields, 'x-hmxmroriginalrecipient')?.slice(0, 400) ?? null, rule)
  }
  return null
}

/** Whether a provider reports, in a form that nobody writes by hand and no letter has. */
export function isFeedback (mail: Mail): boolean {
  return reportType(mail.fields) === 'feedback-report' || mail.fields.has('x-hmxmroriginalrecipient') ||
    isDmarcReport(mail) || isTlsReport(mail)
}

function readAbuseReport (text: string): Feedback {
  // An empty line between the fields is against the RFC, and common.
  const fields = readFields(linesOf(text).filter(line => line.trim() !== ''))
  const type = (fieldOf(fields, 'feedback-type') ?? 'other').toLowerCase().trim()
  const { kind, rule } = BY_FEEDBACK.find(row => row.type.test(type)) as typeof BY_FEEDBACK[number]
  if (kind === 'auto-reply') return { kind, recipients: [] }
  const [address = null] = valuesOf(fields, ['original-rcpt-to', 'removal-recipient'])
  return about(kind, address?.replace(/^.*<|>.*$/g, '').trim().slice(0, 400) ?? null, rule)
}

function isComplaint ({ subject, parts }: Mail): boolean {
  return /^complaint about message from /i.test(subject) && parts.some(({ type }) => type === 'message/rfc822')
}

function isDmarcReport ({ subject, parts }: Mail): boolean {
  return /^(?:\[.{1,40}\] ?)?(?:report domain:|dmarc aggregate report)/i.test(subject) &&
    parts.some(({ type }) => /^application\/(?:x-)?(?:g?zip|zip-compressed|octet-stream|xml)|^text\/xml/.test(type))
}

function isTlsReport ({ fields, parts }: Mail): boolean {
  return reportType(fields) === 'tlsrpt' || parts.some(({ type }) => type.startsWith('application/tlsrpt'))
}

function about (kind: 'complaint' | 'policy' | 'unsubscribe', address: string | null, rule: string): Feedback {
  return { kind, recipients: [{ kind, address, status: null, reply: null, rule }] }
}

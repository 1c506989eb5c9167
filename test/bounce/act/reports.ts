import type { Arrived } from '../../../src/bounce/receive/arrived.js'

/** What a delivery status notification says, in the form of RFC 3464. */
export interface Notification {
  /** Whom it is sent to: the envelope sender of the mail that comes back. */
  to: string
  recipient?: string
  action?: string
  status?: string
  reply?: string
  messageId?: string | null
}

let count = 0

/** A delivery status notification as a mail server sends it. */
export function notification (
  {
    to, recipient = 'eva@amt.example', action = 'failed', status = '5.1.1', reply = '550 5.1.1 User unknown',
    messageId = `<${++count}@mx.amt.example>`
  }: Notification
): string {
  return [
    'From: Mail Delivery System <MAILER-DAEMON@mx.amt.example>',
    `To: <${to}>`,
    'Subject: Undelivered Mail Returned to Sender',
    ...messageId === null ? [] : [`Message-ID: ${messageId}`],
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'Your message could not be delivered.',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.amt.example',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp; ${reply}`,
    '',
    '--b--',
    ''
  ].join('\r\n')
}

/** A complaint in the form of RFC 5965; `returned` is the header of the mail that it is about. */
export function complaint (
  { to, returned, type = 'abuse' }: { to: string, returned: readonly string[], type?: string }
): string {
  return [
    'From: <feedback@provider.example>',
    `To: <${to}>`,
    'Subject: FW: Integrationsbrief',
    `Message-ID: <${++count}@provider.example>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=feedback-report; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'This is an email abuse report.',
    '',
    '--b',
    'Content-Type: message/feedback-report',
    '',
    `Feedback-Type: ${type}`,
    'User-Agent: Provider/1.0',
    'Version: 1',
    '',
    '--b',
    'Content-Type: message/rfc822',
    '',
    ...returned,
    '',
    'Guten Tag',
    '',
    '--b--',
    ''
  ].join('\r\n')
}

/** A mail that a person writes. */
export function letter (
  { to, from, subject, text = '' }: { to: string, from: string, subject: string, text?: string }
): string {
  return [
    `From: <${from}>`, `To: <${to}>`, `Subject: ${subject}`, `Message-ID: <${++count}@amt.example>`, '', text, ''
  ].join('\r\n')
}

/** A mail of a person who attaches another one, of which this is the header. */
export function forwarding (
  { to, from, subject, returnPath }: { to: string, from: string, subject: string, returnPath: string }
): string {
  return [
    `From: <${from}>`, `To: <${to}>`, `Subject: ${subject}`, `Message-ID: <${++count}@amt.example>`,
    'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary="b"', '',
    '--b', 'Content-Type: text/plain', '', 'Bitte abmelden', '',
    '--b', 'Content-Type: message/rfc822', '', returnPath, 'Subject: Ausgabe 7', '', 'Guten Tag', '', '--b--', ''
  ].join('\r\n')
}

/** A mail as a door hands it over. */
export function arrived (text: string, parts: Partial<Arrived> = {}): Arrived {
  const raw = Buffer.from(text)
  return { raw, size: raw.length, to: [], from: null, door: 'listener', ...parts }
}

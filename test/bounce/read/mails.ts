import { readReport } from '../../../src/bounce/read/read-report.js'
import type { Report } from '../../../src/bounce/read/report.js'

export const TAGGED = 'b-tagged@bounces.hessen.example'

/** A mail of text with header fields, each a line. */
export function mail (fields: readonly string[], text: string): string {
  return [...fields, '', text].join('\r\n')
}

/** What we sent and what came back of it. */
export const RETURNED = [
  `Return-Path: <${TAGGED}>`,
  'Received: from out.hessen.example by mx.beispiel.example; Sat, 28 Nov 2026 10:00:00 +0000',
  'From: Integrationsbrief <brief@hessen.example>',
  'To: anna@beispiel.example',
  'Subject: Ausgabe 7: user unknown, mailbox full, spam',
  'Message-ID: <m.1@hessen.example>',
  'List-Unsubscribe: <https://brief.hessen.example/abmelden/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdEfGhIjKlM>',
  '',
  'Everything in here is said by us: 550 5.1.1 User unknown.'
].join('\r\n')

/** A report of a mail server, as text for people. */
export function bounce (text: string, fields: readonly string[] = []): string {
  return mail([
    'From: Mail Delivery System <MAILER-DAEMON@mx.beispiel.example>',
    `To: ${TAGGED}`,
    'Subject: Undelivered Mail Returned to Sender',
    ...fields
  ], text)
}

export interface StatusParts {
  text?: string
  /** The fields of each recipient. */
  recipients: readonly string[][]
  returned?: string
  type?: string
}

/** RFC 3464, as Postfix writes it. */
export function statusReport (parts: StatusParts): string {
  const { text = 'Your message is below.', recipients, returned = RETURNED, type } = parts
  const groups = [['Reporting-MTA: dns; mx.beispiel.example'], ...recipients]
  return mail([
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.beispiel.example',
    `To: ${TAGGED}`,
    'Auto-Submitted: auto-replied',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"'
  ], [
    '--b1', 'Content-Type: text/plain; charset=utf-8', '', text,
    '--b1', `Content-Type: ${type ?? 'message/delivery-status'}`, '', ...groups.flatMap(group => [...group, '']),
    '--b1', 'Content-Type: message/rfc822', '', returned, '--b1--', ''
  ].join('\r\n'))
}

/** One recipient who failed, as RFC 3464 has it. */
export function failed (status: string, diagnostic?: string, address = 'anna@beispiel.example'): string[] {
  const code = diagnostic === undefined ? [] : [`Diagnostic-Code: smtp; ${diagnostic}`]
  return [`Final-Recipient: rfc822; ${address}`, 'Action: failed', `Status: ${status}`, ...code]
}

export async function read (text: string): Promise<Report> {
  return await readReport(Buffer.from(text))
}

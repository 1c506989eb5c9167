import { isFeedback } from './feedback.js'
import { fieldOf, reportType, valuesOf } from './fields.js'
import { findOut, isFromPerson } from './find-out.js'
import { readMail, type Mail } from './mail.js'
import { divide, withoutQuotedLines } from './own-words.js'
import type { Report } from './report.js'
import { readReturned, returnedTexts, sentTo } from './returned.js'
import { hasNullSender, hasSender, isAnswer, withSender } from './signs.js'
import { readStatusNotification } from './status-notification.js'
import { mayAskToLeave } from './unsubscribe.js'

/** Nothing beyond this is looked at: what a report says stands before what it returns. */
export const MOST_BYTES = 262_144

const STATUS_PART = /^message\/(?:global-|x-)?delivery-status$/
/** Fields that say where a mail was sent to. */
export const ADDRESSED = [
  'to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'x-rcpt-to', 'x-delivered-to',
  'x-forwarded-to', 'apparently-to'
]
const ADDRESS = /[^\s<>()[\]",;:]{1,64}@[^\s<>()[\]",;:]{1,255}/g
const MOST_ADDRESSES = 100
const LONGEST_FROM = 1_000

/**
 * Reads a mail that came back: what it is, of whom it speaks, and what may tell whose mail it was.
 * Never throws; what cannot be read is `unknown`. `sender` is that of its envelope, '' for `<>`;
 * null where the door does not know it: then the first Return-Path says it.
 */
export async function readReport (raw: Uint8Array, sender: string | null = null): Promise<Report> {
  const mail = withSender(await readMail(raw.subarray(0, MOST_BYTES)), sender)
  const { own: said, returned: tail } = divide(mail)
  const own = isAnswer(mail) ? withoutQuotedLines(said) : said
  const statusPart = mail.parts.find(({ type }) => STATUS_PART.test(type))
  const notification = statusPart === undefined ? null : readStatusNotification(statusPart.text)
  const texts = returnedTexts(mail.parts, tail)
  const returned = readReturned(texts, notification?.envelopeId ?? null)
  const addressedTo = findAddresses(valuesOf(mail.fields, ADDRESSED))
  const ours = [...addressedTo, ...returned.senders]
  return {
    ...findOut({ mail, own, notification, sentTo: sentTo(texts), ours }),
    byProgram: isByProgram(mail),
    byPerson: isFromPerson(mail),
    mayAskToLeave: !hasNullSender(mail) && mayAskToLeave(mail),
    addressedTo,
    returned,
    from: writerIn(fieldOf(mail.fields, 'from') ?? ''),
    subject: mail.subject.slice(0, 1_000),
    messageId: fieldOf(mail.fields, 'message-id')?.trim().slice(0, 1_000) ?? null
  }
}

/** A mail that carries a report may be a person's; a report itself has no sender (RFC 3464, 2). */
function isByProgram (mail: Mail): boolean {
  const isStatus = reportType(mail.fields) === 'delivery-status'
  return isFeedback(mail) || hasNullSender(mail) || (isStatus && !hasSender(mail))
}

/** What the last angle brackets hold: a name or a comment before them may look like an address. */
function writerIn (from: string): string | null {
  const named = /<([^<>\s]+@[^<>\s]+)>[^<>]*$/.exec(from.slice(0, LONGEST_FROM))?.[1]
  return findAddresses([named ?? from.slice(0, LONGEST_FROM).replace(/"[^"]*"|\([^()]*\)/g, ' ')])[0] ?? null
}

/** The addresses in these fields, 100 at most. */
export function findAddresses (values: readonly string[]): string[] {
  const found = values.slice(0, MOST_ADDRESSES).flatMap(value => value.slice(0, 8_192).match(ADDRESS) ?? [])
  return [...new Set(found)].slice(0, MOST_ADDRESSES)
}

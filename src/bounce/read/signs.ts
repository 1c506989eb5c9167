import { phrases } from '../../platform/smtp/refusal/phrases.js'
import { plainWords } from '../../platform/smtp/refusal/plain-words.js'
import { fieldOf, reportType, valuesOf } from './fields.js'
import type { Mail } from './mail.js'
import { findReply, judgeText } from './reply.js'

const DAEMON = phrases(`
  mailer daemon, mailerdaemon, maildaemon, postmaster*, post master,
  mail (delivery) system|subsystem|service|administrator,
  mdaemon, mail delivery, system administrator, microsoft outlook|exchange, mail server, mailserver, bounce*,
  delivery service, delivery notification, nondelivery*, mmdf, noreply amazonses, complaints
`)
const SUBJECT = phrases(`
  undeliver*, nondeliver*, not|unable .. deliver*,
  deliver* status|failure|failed|fail|notification|problem|report|error,
  deliver* unsuccessful|incomplete|delayed|attempt*, delivery has failed, failure notice|notification|delivery,
  failed delivery|mail|to, return* mail|email|message|to, mail system error, mail error|failure|status, bounce*,
  not .. send|sent|deliver*, message delayed|rejected|status|not|you, warning message|could,
  unknown address|user|recipient, user unknown, rejected, delayed, ndn, problem delivering, permanent error,
  error sending, failed mail, unzustellbar*, nicht .. zugestellt|zustellbar|gesendet|ausgeliefert, zustell*,
  fehler bei der, nachricht konnte nicht, mensaje devuelto, no entregado, non remis*, mancata consegna
`)
const TEXT = phrases(`
  not|unable|able|failed .. deliver*|send|sent|reach*, not (be) delivered|sent,
  deliver* ... fail*|error|unsuccessful|problem, failed|failure ... deliver*, undeliver*,
  permanent|fatal error|errors|failure, message .. rejected|returned|refused,
  is|was|been|being returned|rejected|refused, bounce*, unknown user|recipient|address, user unknown, not exist,
  transcript of session, following address|addresses|recipient|recipients, mailbox .. full|unavailable, over quota,
  konnte ... nicht ... zugestellt|ausgeliefert|gefunden|erreicht, nicht zugestellt, unzustellbar*,
  zustell* ... nicht, n'a pas pu, no se ha|pudo|puede, non ... recapitat*|consegnat*, inactive, no such, not found,
  disabled
`)
const READ_RECEIPT = /disposition-notification/i

interface Signs {
  /** A program that delivers mail wrote it, or nobody is named. */
  daemon: boolean
  /** Nobody is to be told if it cannot be delivered (RFC 5321, 4.5.5). */
  nullSender: boolean
  subject: boolean
  text: boolean
  reply: boolean
}

/** What speaks for a bounce in a mail without a status notification. */
function bounceSigns (mail: Mail, own: string): Signs {
  return {
    daemon: isFromDaemon(mail),
    nullSender: hasNullSender(mail),
    subject: SUBJECT.test(plainWords(mail.subject)),
    text: TEXT.test(plainWords(own)),
    reply: findReply(own.slice(0, 16_384)).reply !== null
  }
}

/** A mail with the sender of its envelope, which counts more than what the mail says of it. */
export function withSender (mail: Mail, sender: string | null): Mail {
  return sender === null ? mail : { ...mail, fields: new Map([...mail.fields, ['return-path', [`<${sender}>`]]]) }
}

/** Postfix, pipe(8), `null_sender`: so some servers write the null sender into a mailbox. */
const NULL_SENDER = /^<\s*(?:mailer-daemon)?\s*>/i

/** RFC 5321, 4.5.5: nobody is to be told. The server of a mailbox writes the first Return-Path. */
export function hasNullSender ({ fields }: Mail): boolean {
  return NULL_SENDER.test(fieldOf(fields, 'return-path')?.trim() ?? '')
}

/** Whether it is known that somebody sent it: a report must have the null sender (RFC 3464, 2). */
export function hasSender (mail: Mail): boolean {
  return fieldOf(mail.fields, 'return-path') !== null && !hasNullSender(mail)
}

export function isFromDaemon ({ fields }: Mail): boolean {
  const from = valuesOf(fields, ['from', 'sender']).join(' ').slice(0, 1_000)
  return from === '' || /<\s*>/.test(from) || DAEMON.test(from.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' '))
}

/** Whether somebody answers a mail, who may quote a bounce. */
export function isAnswer (mail: Mail): boolean {
  return /^\s*(?:re|aw|antw)\s?:/i.test(mail.subject) && !hasNullSender(mail) && !isFromDaemon(mail)
}

/** Whether a mail without a status notification is a bounce; one sign alone proves nothing. */
export function isBounce (mail: Mail, own: string): boolean {
  if (fieldOf(mail.fields, 'x-failed-recipients') !== null) return true
  if (reportType(mail.fields) === 'delivery-status') return true
  const { daemon, nullSender, subject, text, reply } = bounceSigns(mail, own)
  if ((daemon || nullSender) && (subject || text || reply)) return true
  if ((subject && (text || reply)) || (text && reply)) return true
  return daemon && judgeText(own.slice(0, 2_048)).kind !== 'unknown'
}

/** RFC 8098: a message that says that another one was shown, deleted or not read. */
export function isReadReceipt ({ fields, parts }: Mail): boolean {
  return parts.some(({ type }) => READ_RECEIPT.test(type)) || reportType(fields) === 'disposition-notification'
}

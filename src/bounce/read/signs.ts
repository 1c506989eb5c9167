import { fieldOf, valuesOf } from './fields.js'
import type { Mail } from './mail.js'
import { findReply, judgeText } from './reply.js'

const DAEMON = /^\s*$|mailer-?daemon|mail-?daemon|postmaster|mail ?delivery (?:sub)?system|mail (?:delivery )?(?:subsystem|service|system|administrator)|system administrator|microsoft outlook|microsoft exchange|mdaemon|mail server|mailserver|bounce|delivery (?:service|agent|notification)|nondelivery|mmdf|<>|no-?reply@amazonses|complaints@/i
const SUBJECT = /undeliver|unzustellbar|nicht zustellbar|un(?:able to )?deliver(?:able|ed)|not (?:be )?deliver|non[- ]?deliver|deliver(?:y|ing)? (?:status|fail|notif|problem|report|error|has failed|unsuccessful|incomplete|delay|attempt)|fail(?:ure|ed)? (?:notice|deliver|mail|to deliver|notification)|return(?:ed|ing)? (?:mail|e-?mail|to sender|message)|mail (?:delivery|could not|system error|failure|error|not delivered|status)|could(?:n't| not) (?:be )?(?:send|sent|deliver)|bounce|message (?:delay|reject|not|undeliv|could not|you sent|status)|warning: (?:message|could not)|unknown (?:address|user|recipient)|user unknown|rejected|ndn:|delayed|problem delivering|wurde nicht zugestellt|fehler bei der|zustell|unzustell|nachricht konnte nicht|mensaje (?:devuelto|no entreg)|non remis|mancata consegna|recipient .{0,40}(?:unknown|not)|permanent error|error sending|cannot send|can(?:'t|not) deliver|email (?:rejected|error)/i
const TEXT = /(?:could|can)(?: ?not|n't) (?:be )?(?:deliver|sent|reach)|(?:un|not )able to (?:be )?(?:deliver|send)|wasn't able to deliver|was not (?:able|deliver)|(?:permanent|fatal|delivery) (?:error|fail)|undeliver|deliver(?:y|ing).{0,60}(?:fail|error|unsuccessful|problem)|fail(?:ed|ure)? (?:to )?(?:be )?deliver|did not reach|has not been delivered|not delivered|been (?:rejected|returned|refused)|message was rejected|(?:was|is being|being|has been) returned|bounce|unknown (?:user|recipient|address)|user unknown|transcript of session|does(?: not|n't) exist|the following (?:address|recipient)|mailbox (?:is )?(?:full|unavailable)|over quota|konnte.{0,80}nicht.{0,20}(?:zugestellt|zustell|ausgeliefert|gefunden|erreicht)|nicht zugestellt|unzustellbar|zustell.{0,40}(?:fehl|nicht)|n'a pas pu|no se (?:ha )?p(?:udo|odido)|non .{0,20}(?:recapitat|consegnat)|inactive|no such|not found|disabled/i
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
    nullSender: fieldOf(mail.fields, 'return-path')?.trim() === '<>',
    subject: SUBJECT.test(mail.subject),
    text: TEXT.test(own.slice(0, 8_192)),
    reply: findReply(own.slice(0, 16_384)).reply !== null
  }
}

export function isFromDaemon ({ fields }: Mail): boolean {
  return DAEMON.test(valuesOf(fields, ['from', 'sender']).join(' '))
}

/** Whether a mail without a status notification is a bounce; one sign alone proves nothing. */
export function isBounce (mail: Mail, own: string): boolean {
  if (fieldOf(mail.fields, 'x-failed-recipients') !== null) return true
  if (/report-type="?delivery-status/i.test(fieldOf(mail.fields, 'content-type') ?? '')) return true
  const { daemon, nullSender, subject, text, reply } = bounceSigns(mail, own)
  if ((daemon || nullSender) && (subject || text || reply)) return true
  if ((subject && (text || reply)) || (text && reply)) return true
  return daemon && judgeText(own.slice(0, 2_048)).kind !== 'unknown'
}

/** RFC 8098: a message that says that another one was shown, deleted or not read. */
export function isReadReceipt ({ fields, parts }: Mail): boolean {
  return parts.some(({ type }) => READ_RECEIPT.test(type)) || /report-type="?disposition-notification/i.test(fieldOf(fields, 'content-type') ?? '')
}

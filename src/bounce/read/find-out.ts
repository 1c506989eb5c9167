import {
  answersByItself, hasAutoReplySubject, isChallenge, isDeclaredAutoReply, soundsLikeAutoReply
} from './auto-reply.js'
import { readFeedback } from './feedback.js'
import type { Mail } from './mail.js'
import { judgeText } from './reply.js'
import type { Report, ReportedRecipient } from './report.js'
import { hasNullSender, isBounce, isFromDaemon, isReadReceipt } from './signs.js'
import { readStatusNotification, type StatusNotification } from './status-notification.js'
import { readTextBounce, type ReportText } from './text-bounce.js'
import { asksToUnsubscribe, isProgramsUnsubscribe } from './unsubscribe.js'

/** A mail, taken apart. */
export interface TakenApart extends ReportText {
  mail: Mail
  notification: StatusNotification | null
}

export type Finding = Pick<Report, 'kind' | 'recipients'>

const AUTO_REPLY: Finding = { kind: 'auto-reply', recipients: [] }
const UNSUBSCRIBE: Finding = { kind: 'unsubscribe', recipients: [] }
const UNKNOWN: Finding = { kind: 'unknown', recipients: [] }
/** The whole mail is what the worst of its recipients is. */
const WORST_FIRST = ['complaint', 'hard', 'full', 'soft', 'unknown', 'policy', 'delayed'] as const

/**
 * What a mail is. What is written for programs is believed first; then what was surely written for
 * somebody who is away, so that it is never taken for a bounce; then the words of a bounce.
 */
export function findOut (given: TakenApart): Finding {
  const { mail, own, notification } = given
  const feedback = readFeedback(mail)
  if (feedback !== null) return feedback
  if (notification !== null) return fromNotification(notification, own)
  if (isReadReceipt(mail)) return AUTO_REPLY
  const bounce = isBounce(mail, own)
  if (!bounce && isProgramsUnsubscribe(mail)) return UNSUBSCRIBE
  // A person who is away, or speaks of an error, may ask to leave all the same; no server does.
  if (isFromPerson(mail) && asksToUnsubscribe(mail)) return UNSUBSCRIBE
  if (hasAutoReplySubject(mail)) return AUTO_REPLY
  if (bounce && (isFromDaemon(mail) || !isDeclaredAutoReply(mail))) return fromText(given)
  if (isDeclaredAutoReply(mail) || soundsLikeAutoReply(mail, own)) return AUTO_REPLY
  return UNKNOWN
}

/** Whether no field and no sender shows that a program wrote a mail. */
export function isFromPerson (mail: Mail): boolean {
  return !answersByItself(mail) && !isFromDaemon(mail) && !hasNullSender(mail)
}

/** A mail that was delivered or passed on calls for nothing, as an automatic reply does. */
function fromNotification ({ recipients }: StatusNotification, own: string): Finding {
  if (recipients.length === 0) return AUTO_REPLY
  const finding = about(recipients.map(each => withWords(each, own, recipients.length)))
  // Some services ask for a confirmation in the form of a report.
  return finding.kind !== 'hard' && finding.kind !== 'full' && isChallenge(own) ? AUTO_REPLY : finding
}

/**
 * Where the fields say too little, the text for people may say more. It may also say that a mailbox
 * is full that the status calls unknown. Of several recipients it is not known whose text it is.
 */
function withWords (recipient: ReportedRecipient, own: string, recipients: number): ReportedRecipient {
  const isBare = recipient.kind === 'hard' && recipient.reply === null
  if (recipients > 1 || (recipient.kind !== 'unknown' && !isBare)) return recipient
  const { kind, rule, reply } = judgeText(own)
  if (isBare ? kind !== 'full' : kind === 'unknown') return recipient
  return { ...recipient, kind, rule, reply: recipient.reply ?? reply }
}

function fromText (given: TakenApart): Finding {
  const { mail, own } = given
  const fields = /^final-recipient[ \t]*:/im.test(own) ? readStatusNotification(own) : null
  if (fields !== null && fields.recipients.length > 0) return about(fields.recipients)
  const finding = about(readTextBounce(mail, given))
  // "She works here no longer" is what people let programs answer; a server gives a reply with it.
  const doubtful = finding.kind === 'unknown' || finding.recipients.some(({ rule }) => rule === 'words-mailbox-gone')
  if (!doubtful || isFromDaemon(mail)) return finding
  if (soundsLikeAutoReply(mail, own)) return AUTO_REPLY
  const saysNothing = finding.kind === 'unknown' && finding.recipients.every(({ address }) => address === null)
  return saysNothing ? UNKNOWN : finding
}

function about (recipients: readonly ReportedRecipient[]): Finding {
  const kind = WORST_FIRST.find(each => recipients.some(recipient => recipient.kind === each)) ?? 'unknown'
  return { kind, recipients }
}

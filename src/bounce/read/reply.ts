import { judgeRefusal } from '../../platform/smtp/refusal/judge-refusal.js'
import type { Judgement } from '../../platform/smtp/refusal/refusal.js'

/** What a mail server said, found in a text. */
export interface FoundReply {
  code: number | null
  status: string | null
  /** From the reply on, on one line; null if there is neither a code nor a status. */
  reply: string | null
}

const LONGEST_REPLY = 1_000
const STATUS = '([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.]*\\d)'
/** Before a code stands no part of another number, and after it a status, words or nothing. */
const CODE = new RegExp(
  '(?<![\\w.@/:=+-])([45][0-7]\\d)' + `(?:[ -]+(?:#|\\()?${STATUS})?` +
  '(?=[ \\-:;,]+["\'(<[]*[\\p{L}#5<]|[ \\-:]*$|#)', 'mu')
const MARKED_STATUS = new RegExp(`(?:[#(<[]|(?:status|code|error|dsn|smtp;|said:?)[: =]{0,3})#?${STATUS}`, 'i')
const BARE_STATUS = new RegExp(`^[ \\t"'<(]{0,20}${STATUS}`, 'm')

/** Finds the first reply that refuses, and its status. */
export function findReply (text: string): FoundReply {
  const coded = CODE.exec(text)
  const status = coded?.[2] ?? MARKED_STATUS.exec(text)?.[1] ?? BARE_STATUS.exec(text)?.[1] ?? null
  if (coded === null && status === null) return { code: null, status: null, reply: null }
  // A status alone stands at the end of what is said, as qmail writes it.
  const start = coded?.index ?? text.lastIndexOf('\n', text.indexOf(status ?? '')) + 1
  return { code: coded === null ? null : Number(coded[1]), status, reply: oneLine(paragraphFrom(text, start)) }
}

/** The words of several lines on one, without the codes that repeat before each of them. */
export function oneLine (text: string): string {
  return text.slice(0, 2 * LONGEST_REPLY).replace(/\s+/g, ' ').trim().slice(0, LONGEST_REPLY)
}

function paragraphFrom (text: string, start: number): string {
  const end = text.slice(start, start + 2 * LONGEST_REPLY).search(/\n[ \t]*\r?\n/)
  return end < 0 ? text.slice(start) : text.slice(start, start + end)
}

/** Exim's and Postfix' words for the step that was refused: it says nothing of a recipient. */
const OF_THE_SENDER = /\b(?:after|reply to) (?:the )?MAIL FROM\b/i

/** Judges what a text says: by the reply in it; by all its words, if that says nothing. */
export function judgeText (text: string): Judgement & FoundReply {
  const found = findReply(text)
  const { code, status, reply } = found
  if (OF_THE_SENDER.test(text)) return { kind: 'policy', rule: 'words-sender', fault: 'sender-refused', ...found }
  const byReply = judgeRefusal({ code, status, text: reply ?? '' })
  const judged = byReply.kind === 'unknown' ? judgeRefusal({ code, status, text }) : byReply
  return { ...judged, ...found }
}

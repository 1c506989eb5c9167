import { linesOf, valuesOf } from './fields.js'
import type { Mail } from './mail.js'
import { findReply, judgeText, oneLine } from './reply.js'
import type { ReportedRecipient } from './report.js'
import { MOST_RECIPIENTS } from './status-notification.js'

const ADDRESS = /[^\s<>()[\]",;:\\'=]{1,64}@(?:[\p{L}\p{N}_-]{1,63}\.){1,10}[\p{L}\p{N}-]{2,63}/gu
/** Nobody's mailbox: who reports, or who is to be asked. */
const OFFICE = /^(?:mail(?:er)?-?daemon|(?:post|host)master|abuse|help-?desk|support|no-?reply|mailer|admin\w*|root)@/i
/** A line that names somebody else than who was not reached. */
const ABOUT_OTHERS = new RegExp('^[\\s>*|]*(?:' + [
  'from', 'sender', 'reply-to', 'return-path', 'message-id', 'mail from', 'in-reply-to', 'references', 'received',
  'contact', 'by', 'cc'
].join('|') + ')\\b[^@]{0,20}[:=<]', 'i')
/** How those are introduced who were not reached: first in a line, in a command, in a reply. */
const INTRODUCED = new RegExp('^[\\s>*"\'•-]*(?:(?:' + [
  'to', 'recipient', 'user', 'address', 'rcpt to', 'final-recipient', 'original-recipient', 'e-?mail', 'empfänger',
  'failed recipient', 'delivery to', 'mailbox', 'für', 'an'
].join('|') + ')\\b[^@\\n]{0,40})?[<"\'([]?$|rcpt to: ?<?$|\\b[45]\\d\\d[ -][^@\\n]{0,60}$', 'i')

export interface ReportText {
  /** What the report says itself. */
  own: string
  /** To whom the returned message was sent, or null. */
  sentTo: string | null
  /** Addresses that cannot be the one that was not reached: ours. */
  ours: readonly string[]
}

/** Reads a report that is written for people: who was not reached, and what is said of each. */
export function readTextBounce (mail: Mail, { own, sentTo, ours }: ReportText): ReportedRecipient[] {
  const known = new Set(ours.map(address => address.toLowerCase()))
  const declared = valuesOf(mail.fields, ['x-failed-recipients']).flatMap(value => value.match(ADDRESS) ?? [])
  const named = declared.length > 0 ? declared : findUnreached(own, known)
  const distinct = new Map(named.map(address => [address.toLowerCase(), address]))
  const unreached = [...distinct.values()].slice(0, MOST_RECIPIENTS)
  if (unreached.length === 0) return [recipient(sentTo, own)]
  if (unreached.length === 1) return [only(unreached[0] as string, own)]
  const said = saidOf(own, unreached)
  return unreached.map(address => recipient(address, said.get(address.toLowerCase()) ?? ''))
}

/** What is said next to the address; all of the report, if that quotes no reply or says nothing. */
function only (address: string, own: string): ReportedRecipient {
  const near = saidOf(own, [address]).get(address.toLowerCase()) ?? ''
  const quoted = findReply(near).reply !== null || findReply(own).reply === null
  const said = recipient(address, quoted ? near : own)
  return said.kind === 'unknown' ? recipient(address, own) : said
}

function recipient (address: string | null, text: string): ReportedRecipient {
  const { kind, rule, status, reply } = judgeText(text)
  return { kind, address, status, reply: reply ?? (oneLine(text).slice(0, 300) || null), rule }
}

/** Addresses that a line introduces as not reached; the first of all, if no line does. */
function findUnreached (own: string, ours: ReadonlySet<string>): string[] {
  const introduced: string[] = []
  const others: string[] = []
  for (const line of linesOf(own)) {
    if (!line.includes('@') || line.length > 2_000 || ABOUT_OTHERS.test(line)) continue
    for (const { 0: address, index } of line.matchAll(ADDRESS)) {
      if (ours.has(address.toLowerCase()) || OFFICE.test(address)) continue
      const into = INTRODUCED.test(line.slice(0, index)) ? introduced : others
      into.push(address)
    }
    if (introduced.length >= MOST_RECIPIENTS) break
  }
  return introduced.length > 0 ? introduced : others.slice(0, 1)
}

/** The lines from each address to the next, or to the end of a paragraph that says something. */
function saidOf (own: string, addresses: readonly string[]): Map<string, string> {
  const said = new Map<string, string>(addresses.map(address => [address.toLowerCase(), '']))
  let current: string | null = null
  let hasReason = false
  for (const line of linesOf(own)) {
    const found = (line.toLowerCase().match(ADDRESS) ?? []).find(address => said.has(address))
    if (found !== undefined) [current, hasReason] = [found, false]
    if (line.trim() === '' && hasReason) current = null
    if (current === null) continue
    said.set(current, `${said.get(current) ?? ''}${line}\n`)
    const words = line.replace(ADDRESS, '').replace(/[^\p{L}]/gu, '')
    if (words.length > 5) hasReason = true
  }
  return said
}

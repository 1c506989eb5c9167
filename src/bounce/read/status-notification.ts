import { judgeRefusal } from '../../platform/smtp/refusal/judge-refusal.js'
import { ACTION_DELAYED } from './by-form.js'
import { fieldOf, linesOf, readFields, valuesOf, type Fields } from './fields.js'
import { findReply, oneLine } from './reply.js'
import type { ReportedRecipient } from './report.js'

/** What a delivery status notification (RFC 3464, RFC 6533) says. */
export interface StatusNotification {
  /** Those that failed or are delayed. */
  recipients: readonly ReportedRecipient[]
  /** Whether it says of anybody that the mail went on: delivered, relayed or expanded. */
  wentOn: boolean
  /** The id that the sender gave the mail (RFC 3461), or null. */
  envelopeId: string | null
}

/** A report may name a thousand recipients. */
export const MOST_RECIPIENTS = 1_000
const WENT_ON = /^(?:delivered|relayed|expanded|success|deliverable)\b/i
const DELAYED = /^delayed\b/i

/** Reads the fields of a notification. Null if they name no recipient. */
export function readStatusNotification (text: string): StatusNotification | null {
  const groups = groupsOf(text)
  const named = groups.filter(group => addressOf(group) !== null || (group.has('status') && group.has('action')))
  if (named.length === 0) return null
  const failed = named.filter(group => !WENT_ON.test(fieldOf(group, 'action') ?? ''))
  return {
    recipients: failed.slice(0, MOST_RECIPIENTS).map(readRecipient),
    wentOn: failed.length < named.length,
    envelopeId: groups.map(group => fieldOf(group, 'original-envelope-id')).find(id => id !== null) ?? null
  }
}

/** Groups of fields, divided by empty lines, or by the next recipient where those are missing. */
function groupsOf (text: string): Fields[] {
  const groups: string[][] = [[]]
  for (const line of linesOf(text)) {
    const group = groups.at(-1) as string[]
    const isNext = /^final-recipient[ \t]*:/i.test(line) && group.some(each => /^final-recipient[ \t]*:/i.test(each))
    if (line.trim() === '' || isNext) groups.push(isNext ? [line] : [])
    else group.push(line)
  }
  return groups.filter(group => group.length > 0).map(readFields)
}

function readRecipient (group: Fields): ReportedRecipient {
  const diagnostic = valuesOf(group, ['diagnostic-code']).join(' ')
  const text = diagnostic.replace(/^\s*[\w.-]{1,40}\s*;\s*/, '')
  const found = findReply(text)
  const status = chooseStatus(statusOf(group), found.status)
  const base = { address: addressOf(group), status, reply: text === '' ? null : oneLine(text) }
  if (DELAYED.test(fieldOf(group, 'action') ?? '')) {
    return { ...base, kind: ACTION_DELAYED.kind, rule: ACTION_DELAYED.rule }
  }
  const { kind, rule } = judgeRefusal({ code: found.code, status, text })
  return { ...base, kind, rule }
}

function statusOf (group: Fields): string | null {
  return /([245]\.\d{1,3}\.\d{1,3})/.exec(fieldOf(group, 'status') ?? '')?.[1] ?? null
}

/**
 * The status that the last server said itself tells more than the one that was made of it, unless
 * it tells nothing. A report that calls it transient is believed: that spares the reader.
 */
function chooseStatus (reported: string | null, said: string | null): string | null {
  if (reported === null || said === null) return said ?? reported
  if (reported.startsWith('4') && said.startsWith('5')) return reported
  return /^[245]\.(?:\d+\.0|5\.\d+)$/.test(said) && !/\.0\.0$/.test(reported) ? reported : said
}

/** The final address; the one that we wrote to, where it is hidden. */
function addressOf (group: Fields): string | null {
  const values = valuesOf(group, ['final-recipient', 'original-recipient', 'x-actual-recipient'])
  for (const value of values) {
    const address = value.replace(/^\s*[\w/-]{1,40}\s*;/, '').replace(/[<>]/g, '').trim()
    if (address.includes('@')) return address.slice(0, 400)
  }
  return null
}

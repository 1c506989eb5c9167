import type { MailAddress } from '../../platform/mail/address.js'
import { instantOf } from '../../platform/text/dates.js'
import { readAddress } from '../../subscription/read-address.js'
import type { SignUpFault } from '../../subscription/address-messages.js'
import type { Columns } from './columns.js'
import type { FileRecord } from './records.js'

/**
 * Why a line is not taken over. `formula`: a spreadsheet would compute the address. The others are
 * about the consent that a line without a question must prove.
 */
export type LineFault =
  | SignUpFault | 'formula' | 'no_time' | 'time' | 'future' | 'no_wording' | 'no_source' | 'source_address'
  | 'long_text'

/** When, to what and on which occasion somebody has consented. */
export interface Consent { at: Date, wording: string, source: string }

export type JudgedLine =
  | { ok: true, line: number, address: MailAddress, consent: Consent | null }
  | { ok: false, line: number, fault: LineFault }

export interface LineRules {
  columns: Columns
  /** Whether each line must prove a consent. */
  consent: boolean
  publicDomainsOnly: boolean
  now: Date
}

/**
 * What our own tables put before a cell that a spreadsheet would compute: it does not belong to
 * the cell. Before anything else, an apostrophe does.
 */
const MARKED_AS_TEXT = /^'(?=[=+\-@\t\r＝＋－＠])/

/** Reads a line as a sign-up form reads what is typed. */
export function judgeLine (rules: LineRules, { line, cells }: FileRecord): JudgedLine {
  const cell = (place: number | null): string => place === null ? '' : (cells[place] ?? '').replace(MARKED_AS_TEXT, '')
  const { columns } = rules
  const text = cell(columns.email)
  if (/^\s*=/.test(text)) return { ok: false, line, fault: 'formula' }
  const read = readAddress(text, rules)
  if (!read.ok) return { ok: false, line, fault: read.fault }
  if (!rules.consent) return { ok: true, line, address: read.value, consent: null }
  const { time, wording, source } = columns
  const consent = readConsent(rules.now, { time: cell(time), wording: cell(wording), source: cell(source) })
  return typeof consent === 'string'
    ? { ok: false, line, fault: consent }
    : { ok: true, line, address: read.value, consent }
}

const LONGEST_WORDING = 4_000
const LONGEST_SOURCE = 200
/** Nobody has consented to a newsletter by mail before. */
const EARLIEST = new Date('2000-01-01T00:00Z')

/** A consent, or what is wrong with it. */
function readConsent (now: Date, typed: { time: string, wording: string, source: string }): Consent | LineFault {
  const [wording, source] = [storable(typed.wording), storable(typed.source)]
  if (typed.time.trim() === '') return 'no_time'
  if (wording === '') return 'no_wording'
  if (source === '') return 'no_source'
  if (wording.length > LONGEST_WORDING || source.length > LONGEST_SOURCE) return 'long_text'
  // It names an occasion, not a person.
  if (source.includes('@')) return 'source_address'
  const at = readTime(typed.time.trim())
  if (at === null || at < EARLIEST) return 'time'
  return at > now ? 'future' : { at, wording, source }
}

/** PostgreSQL stores no NUL. */
const storable = (text: string): string => text.replaceAll('\0', '\ufffd').trim()

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/
const GERMAN = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,?\s+(\d{1,2}):(\d\d)(?::\d\d)?(?:\s*Uhr)?)?$/

/** An instant as databases and spreadsheets write it; without a zone, one on clocks in Hesse. */
function readTime (text: string): Date | null {
  const iso = ISO.exec(text)
  if (iso !== null) {
    const [, year = '', month = '', day = '', hour = '00', minute = '00', zone] = iso
    if (zone === undefined) return onClocks(year, month, day, hour, minute)
    const instant = new Date(text.replace(' ', 'T').replace(/\s/g, '').replace(/([+-]\d\d)(\d\d)$/, '$1:$2'))
    return Number.isNaN(instant.getTime()) ? null : instant
  }
  const [, day, month, year, hour = '0', minute = '00'] = GERMAN.exec(text) ?? []
  return day === undefined || month === undefined || year === undefined
    ? null
    : onClocks(year, month.padStart(2, '0'), day.padStart(2, '0'), hour.padStart(2, '0'), minute)
}

function onClocks (year: string, month: string, day: string, hour: string, minute: string): Date | null {
  return instantOf(`${year}-${month}-${day} ${hour}:${minute}`)
}

import { domainToASCII, domainToUnicode } from 'node:url'

/** Why something is not a mail address. */
export type AddressFault = 'empty' | 'control' | 'several' | 'no_at' | 'too_long' | 'local_part' | 'domain'

export interface MailAddress {
  /**
   * What mail is sent to: the local part as written, the domain in lower-case A-labels (RFC 5890).
   */
  address: string
  /**
   * What it is recognised by: the same with the local part's case folded, as every large mailbox
   * provider does.
   */
  canonical: string
  domain: string
}

/** An address, or why the text is not one. */
export type ParsedAddress = { ok: true, value: MailAddress } | Refusal

interface Refusal { ok: false, fault: AddressFault }

/** RFC 5321, 4.5.3.1: 64 octets before the @, 254 in all. */
const LOCAL_PART_OCTETS = 64
const ADDRESS_OCTETS = 254
/** Far more than any address, with room for what was pasted around it. */
const LONGEST_INPUT = 1_000

// Refused everywhere: they end lines or hide in them, so they could reach a header.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060\ufeff]/gu
/** Stands where a character was lost or cannot be shown. */
const REPLACEMENT = '\ufffd'

/** atext of RFC 5322, and any letter, mark, number or symbol beyond ASCII (RFC 6531). */
const ATOM = '(?:[A-Za-z0-9!#$%&\'*+/=?^_`{|}~-]|(?![\\u0000-\\u007f\\ufffd])[\\p{L}\\p{M}\\p{N}\\p{S}\\p{P}])+'
const DOT_ATOM = new RegExp(`^${ATOM}(?:\\.${ATOM})*$`, 'u')
const QUOTED_STRING = /^"(?:[ !#-[\]-~]|\\[ -~])+"$/
const DOMAIN_CHARACTERS = /^(?:[\p{L}\p{M}\p{N}.\-\u00b7\u3002\uff0e\uff61]|\u200c|\u200d)+$/u
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
const TOP_LABEL = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/

/**
 * Reads a mail address as RFC 5321 and RFC 6531 define it, rare but valid ones included: plus-tags,
 * quoted local parts, umlauts on either side of the @. What comes along when one is copied from a
 * mail program is left out: a name, angle brackets, quotes around it, a comma behind it. Address
 * literals (`user@[192.0.2.1]`) and domains without a dot are refused: no public mailbox has them.
 */
export function parseAddress (input: string): ParsedAddress {
  // First of all, so that nothing below has to work on a long text.
  if (input.length > LONGEST_INPUT) return refuse('too_long')
  const trimmed = trimPasted(input)
  if (trimmed.search(CONTROL) !== -1) return refuse('control')
  const text = unwrap(trimmed).normalize('NFC')
  if (text === '') return refuse('empty')
  if (text.length > ADDRESS_OCTETS) return refuse('too_long')
  const at = text.lastIndexOf('@')
  if (at === -1) return refuse('no_at')
  const local = unquote(text.slice(0, at))
  if (/[,;\s]/.test(text) && !QUOTED_STRING.test(local)) return refuse('several')
  if (!DOT_ATOM.test(local) && !QUOTED_STRING.test(local)) return refuse('local_part')
  const domain = normaliseDomain(text.slice(at + 1))
  if (domain === null) return refuse('domain')
  const address = `${local}@${domain}`
  if (Buffer.byteLength(local) > LOCAL_PART_OCTETS) return refuse('too_long')
  if (Buffer.byteLength(address) > ADDRESS_OCTETS) return refuse('too_long')
  return { ok: true, value: { address, canonical: `${local.toLowerCase()}@${domain}`, domain } }
}

/** Reads an address that must be one. Throws an Error, without the address, if it is not. */
export function requireAddress (text: string): MailAddress {
  const parsed = parseAddress(text)
  if (!parsed.ok) throw new Error(`not a mail address (${parsed.fault})`)
  return parsed.value
}

function refuse (fault: AddressFault): Refusal {
  return { ok: false, fault }
}

/** A domain in lower-case A-labels, or null if it is not one. */
export function normaliseDomain (input: string): string | null {
  // Checked before domainToASCII, which reads its argument as part of a URL and would cut it at a
  // slash.
  if (input.length > 255 || !DOMAIN_CHARACTERS.test(input)) return null
  const labels = domainToASCII(input.replace(/\.$/, '')).split('.')
  const valid = labels.length > 1 && labels.every(label => LABEL.test(label)) && TOP_LABEL.test(labels.at(-1) ?? '')
  return valid ? labels.join('.') : null
}

/** Whether sending to the address needs SMTPUTF8 (RFC 6531). */
export function needsSmtpUtf8 (address: string): boolean {
  return /[^\u0020-\u007e]/.test(address)
}

/** An address as people read it, with umlauts in its domain. */
export function readableAddress (address: string): string {
  const at = address.lastIndexOf('@') + 1
  return address.slice(0, at) + domainToUnicode(address.slice(at))
}

/**
 * The mailbox behind an address in its canonical form: without a tag, and for Gmail in its one
 * spelling.
 */
export function mailboxOf (canonicalAddress: string): string {
  const at = canonicalAddress.lastIndexOf('@')
  const [local, domain] = [canonicalAddress.slice(0, at), canonicalAddress.slice(at + 1)]
  const untagged = local.replace(/(?<=.)\+.*$/s, '')
  const isGmail = domain === 'gmail.com' || domain === 'googlemail.com'
  return isGmail ? `${untagged.replaceAll('.', '')}@gmail.com` : `${untagged}@${domain}`
}

/** What was typed, with a visible mark for each character that must not be repeated. */
export function markControls (text: string): string {
  return trimPasted(text).replace(CONTROL, REPLACEMENT)
}

/** First and last character. */
const WRAPPINGS = ['""', "''", '„“', '„”', '“”', '‚‘', '‚’', '‘’', '»«', '«»', '<>']
/** More layers than any program wraps around an address. */
const LAYERS = 6

/**
 * Takes off what was copied along: `Max Muster <max@…>`, `"max@…"`, `mailto:max@…?subject=…`,
 * `max@…;`.
 */
function unwrap (input: string): string {
  let text = input
  for (let layer = 0; layer < LAYERS; layer++) {
    const before = text
    text = trimPasted(withoutName(text.replace(/[,;]$/, '')))
    const isWrapped = text.length > 1 && WRAPPINGS.includes(text.charAt(0) + text.charAt(text.length - 1))
    if (isWrapped) text = text.slice(1, -1)
    if (/^mailto:/i.test(text)) text = text.slice('mailto:'.length).replace(/\?.*$/s, '')
    text = trimPasted(text)
    if (text === before) break
  }
  return text
}

/**
 * `Name <address>`, unless the name could be an address of its own, which would make two of them.
 */
function withoutName (text: string): string {
  const open = text.lastIndexOf('<')
  if (open <= 0 || !text.endsWith('>')) return text
  const [name, address] = [text.slice(0, open).trim(), text.slice(open + 1, -1)]
  const isName = !/[@<>]/.test(name) || /^"[^"]*"$/.test(name) || name.toLowerCase() === address.trim().toLowerCase()
  return isName ? address : text
}

/** White space, zero-width spaces and byte order marks come along when an address is pasted. */
function trimPasted (input: string): string {
  const isAround = (index: number): boolean => /[\s\u200b\ufeff]/u.test(input.charAt(index))
  let [start, end] = [0, input.length]
  while (start < end && isAround(start)) start++
  while (end > start && isAround(end - 1)) end--
  return input.slice(start, end)
}

/**
 * `"jane"@…` is `jane@…`: quotes that quote nothing are dropped, so that one mailbox has one
 * spelling.
 */
function unquote (local: string): string {
  if (!QUOTED_STRING.test(local)) return local
  const content = local.slice(1, -1).replace(/\\(.)/g, '$1')
  return DOT_ATOM.test(content) ? content : `"${content.replace(/["\\]/g, '\\$&')}"`
}

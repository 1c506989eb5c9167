import { domainToASCII } from 'node:url'

/** Why something is not a mail address. */
export type AddressFault = 'empty' | 'control' | 'several' | 'no_at' | 'too_long' | 'local_part' | 'domain'

export interface MailAddress {
  /** What mail is sent to: the local part as written, the domain in lower-case A-labels (RFC 5890). */
  address: string
  /** What it is recognised by: the same with the local part's case folded, as every large mailbox provider does. */
  canonical: string
}

/** RFC 5321, 4.5.3.1: 64 octets before the @, 254 in all. */
const LOCAL_PART_OCTETS = 64
const ADDRESS_OCTETS = 254
/** Far more than any address, with room for what was pasted around it. */
const LONGEST_INPUT = 1_000

// Refused everywhere: they end lines or hide in them, so they could reach a header.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060\ufeff]/u

/** atext of RFC 5322, and any letter, mark, number or symbol beyond ASCII (RFC 6531). */
const ATOM = '(?:[A-Za-z0-9!#$%&\'*+/=?^_`{|}~-]|(?![\\u0000-\\u007f])[\\p{L}\\p{M}\\p{N}\\p{S}\\p{P}])+'
const DOT_ATOM = new RegExp(`^${ATOM}(?:\\.${ATOM})*$`, 'u')
const QUOTED_STRING = /^"(?:[ !#-[\]-~]|\\[ -~])+"$/
const DOMAIN_CHARACTERS = /^(?:[\p{L}\p{M}\p{N}.\-\u00b7\u3002\uff0e\uff61]|\u200c|\u200d)+$/u
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
const TOP_LABEL = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/

/**
 * Reads a mail address as RFC 5321 and RFC 6531 define it, rare but valid ones included: plus-tags,
 * quoted local parts, umlauts on either side of the @. Address literals (`user@[192.0.2.1]`) and
 * domains without a dot are refused: no public mailbox has them.
 */
export function parseAddress (input: string): MailAddress | AddressFault {
  // First of all, so that nothing below has to work on a long text.
  if (input.length > LONGEST_INPUT) return 'too_long'
  const text = trimPasted(input).replace(/^mailto:/i, '').normalize('NFC')
  if (text === '') return 'empty'
  if (CONTROL.test(text)) return 'control'
  if (text.length > ADDRESS_OCTETS) return 'too_long'
  const at = text.lastIndexOf('@')
  if (at === -1) return 'no_at'
  const local = unquote(text.slice(0, at))
  if (/[,;\s]/.test(text) && !QUOTED_STRING.test(local)) return 'several'
  if (!DOT_ATOM.test(local) && !QUOTED_STRING.test(local)) return 'local_part'
  const domain = normaliseDomain(text.slice(at + 1))
  if (domain === null) return 'domain'
  const address = `${local}@${domain}`
  if (Buffer.byteLength(local) > LOCAL_PART_OCTETS || Buffer.byteLength(address) > ADDRESS_OCTETS) return 'too_long'
  return { address, canonical: `${local.toLowerCase()}@${domain}` }
}

/** A domain in lower-case A-labels, or null if it is none. */
export function normaliseDomain (input: string): string | null {
  // Checked before domainToASCII, which reads its argument as part of a URL and would cut it at a slash.
  if (input.length > 255 || !DOMAIN_CHARACTERS.test(input)) return null
  const labels = domainToASCII(input.replace(/\.$/, '')).split('.')
  const valid = labels.length > 1 && labels.every(label => LABEL.test(label)) && TOP_LABEL.test(labels.at(-1) as string)
  return valid ? labels.join('.') : null
}

/** Whether sending to the address needs SMTPUTF8 (RFC 6531). */
export function needsSmtpUtf8 (address: string): boolean {
  return /[^\u0020-\u007e]/.test(address)
}

/** White space, zero-width spaces and byte order marks come along when an address is pasted. */
function trimPasted (input: string): string {
  const isAround = (character: string): boolean => /[\s\u200b\ufeff]/u.test(character)
  let [start, end] = [0, input.length]
  while (start < end && isAround(input[start] as string)) start++
  while (end > start && isAround(input[end - 1] as string)) end--
  return input.slice(start, end)
}

/** `"jane"@…` is `jane@…`: quotes that quote nothing are dropped, so that one mailbox has one spelling. */
function unquote (local: string): string {
  if (!QUOTED_STRING.test(local)) return local
  const content = local.slice(1, -1).replace(/\\(.)/g, '$1')
  return DOT_ATOM.test(content) ? content : `"${content.replace(/["\\]/g, '\\$&')}"`
}

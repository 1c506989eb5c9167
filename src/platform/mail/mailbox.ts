import { parseAddress } from '../address.js'

/** A mail address with the name that stands before it. */
export interface Mailbox { name: string, address: string, domain: string }

// eslint-disable-next-line no-control-regex
const UNSAFE_IN_HEADER = /[\u0000-\u001f\u007f\u2028\u2029]/

/** Reads `Name <address>` or a bare address, as MAIL_FROM is written. Throws an Error of one line. */
export function readMailbox (text: string): Mailbox {
  const [, quoted, written] = /^\s*(?:"([^"]*)"|([^<"]*?))\s*<[^<>]*>\s*$/.exec(text) ?? []
  const parsed = parseAddress(/<([^<>]*)>\s*$/.exec(text)?.[1] ?? text)
  const name = quoted ?? written ?? ''
  if (typeof parsed === 'string' || UNSAFE_IN_HEADER.test(name)) throw new Error('is not a mail address such as "Integrationsbrief <brief@example.org>"')
  return { name, address: parsed.address, domain: parsed.address.slice(parsed.address.lastIndexOf('@') + 1) }
}

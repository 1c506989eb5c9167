import { parseAddress } from './address.js'
import { EXAMPLE_ADDRESS } from '../log/scrub.js'
import { phrase } from './header-text.js'
import { UNSAFE_IN_HEADER } from './unsafe-characters.js'

/** A mail address with the name that stands before it. */
export interface Mailbox { name: string, address: string, domain: string }

/**
 * Reads `Name <address>` or a bare address, as MAIL_FROM is written. The name may hold any
 * character; within quotes, a backslash escapes a quote or a backslash. Throws an Error of one
 * line.
 */
export function readMailbox (text: string): Mailbox {
  const [, before = '', within] = /^(.*)<([^<>]*)>\s*$/s.exec(text) ?? []
  const name = readName(before.trim())
  const parsed = parseAddress(within ?? text)
  if (name === null || !parsed.ok) {
    throw new Error(`must be a mail address such as "Integrationsbrief <${EXAMPLE_ADDRESS}>"`)
  }
  const { address, domain } = parsed.value
  return { name, address, domain }
}

/** A mailbox as From and Reply-To hold it. */
export function formatMailbox ({ name, address }: Mailbox): string {
  const words = phrase(name)
  return words === '' ? address : `${words} <${address}>`
}

/** The name without its quotes, or null if a quote is left open. */
function readName (written: string): string | null {
  if (UNSAFE_IN_HEADER.test(written)) return null
  if (!written.startsWith('"')) return written
  const [, quoted] = /^"((?:[^"\\]|\\.)*)"$/.exec(written) ?? []
  return quoted?.replace(/\\(.)/g, '$1') ?? null
}

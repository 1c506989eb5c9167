import { parseAddress, type MailAddress } from '../platform/mail/address.js'
import type { SignUpFault } from './address-messages.js'
import { isSpecialUse } from './special-use.js'

/** An address that may be signed up, or why it may not. */
export type ReadAddress = { ok: true, value: MailAddress } | { ok: false, fault: SignUpFault }

/** Reads what was typed. `publicDomainsOnly`: addresses are refused that no mail can reach. */
export function readAddress (typed: string, { publicDomainsOnly }: { publicDomainsOnly: boolean }): ReadAddress {
  const parsed = parseAddress(typed)
  const isRefused = parsed.ok && publicDomainsOnly && isSpecialUse(parsed.value.domain)
  return isRefused ? { ok: false, fault: 'special_use' } : parsed
}

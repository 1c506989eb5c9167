import { parseAddress, type MailAddress } from '../platform/mail/address.js'
import type { SignUpFault } from './address-messages.js'
import { isSpecialUse } from './special-use.js'

type ReadAddress = { ok: true, value: MailAddress } | { ok: false, fault: SignUpFault }

/**
 * Reads an address that is to be signed up. `publicDomainsOnly`: whether addresses are refused that
 * no mail can reach over the internet.
 */
export function readAddress (text: string, { publicDomainsOnly }: { publicDomainsOnly: boolean }): ReadAddress {
  const parsed = parseAddress(text)
  const isRefused = parsed.ok && publicDomainsOnly && isSpecialUse(parsed.value.domain)
  return isRefused ? { ok: false, fault: 'special_use' } : parsed
}

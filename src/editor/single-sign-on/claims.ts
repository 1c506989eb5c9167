import { parseAddress, type MailAddress } from '../../platform/mail/address.js'
import type { Claims } from './identity-provider.js'
import { nameFault, tidyName } from '../account/name.js'
import { ROLES, type Role } from '../account/role.js'
import type { SingleSignOn } from '../settings.js'

/**
 * The roles that the provider gives. Its claim is a text or a list of texts. A name with dots may
 * lead into objects, such as Keycloak's `realm_access.roles`.
 */
export function rolesIn (claims: Claims, { rolesClaim, roleValues }: SingleSignOn): Role[] {
  const given = claims[rolesClaim] ?? rolesClaim.split('.').reduce<unknown>(
    (value, name) => isObject(value) ? value[name] : undefined, claims
  )
  const values = [given].flat()
  return ROLES.filter(role => roleValues[role] !== undefined && values.includes(roleValues[role]))
}

/** The address, if the provider says that it has checked it; null otherwise. */
export function addressIn ({ email, email_verified: isVerified }: Claims): MailAddress | null {
  if (typeof email !== 'string' || isVerified !== true) return null
  const address = parseAddress(email)
  return address.ok ? address.value : null
}

/** What the provider calls a person; what stands before the @ if it does not say. */
export function nameIn ({ name, preferred_username: userName }: Claims, { address }: MailAddress): string {
  const names = [name, userName].flatMap(each => typeof each === 'string' ? [tidyName(each)] : [])
  return names.find(each => nameFault(each) === null) ?? tidyName(address.split('@')[0] ?? '').slice(0, 100)
}

/** When all factors were given to the provider, as it says; null if it does not. */
export function provedAt ({ auth_time: seconds }: Claims): Date | null {
  return typeof seconds === 'number' ? new Date(seconds * 1000) : null
}

function isObject (value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

import { seconds, trimmed } from '../platform/settings/readers.js'
import { optional, withDefault, type Given } from '../platform/settings/setting.js'
import { readIssuer } from './single-sign-on/issuer.js'
import { ROLES, type Role } from './account/role.js'

export const editorSettings = {
  SESSION_IDLE: withDefault('PT1H', seconds('PT5M', 'PT24H')),
  SESSION_LIFETIME: withDefault('PT12H', seconds('PT15M', 'P7D')),
  INVITATION_TTL: withDefault('P7D', seconds('PT1H', 'P30D')),
  OIDC_ISSUER: optional(readIssuer),
  OIDC_CLIENT_ID: optional(trimmed),
  OIDC_CLIENT_SECRET: optional(trimmed),
  OIDC_NAME: withDefault('Ihrem Dienstkonto', trimmed),
  OIDC_ROLES_CLAIM: withDefault('roles', trimmed),
  OIDC_ROLE_WRITE: optional(trimmed),
  OIDC_ROLE_APPROVE: optional(trimmed),
  OIDC_ROLE_ADMINISTER: optional(trimmed),
  OIDC_ROLE_EXPORT: optional(trimmed)
}

type EditorSettings = Given<typeof editorSettings>

/** The house's own provider of identities. */
export interface SingleSignOn {
  /** As its tokens name it. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** As the button calls it: "Mit ... anmelden". */
  readonly name: string
  readonly rolesClaim: string
  /** The value of the claim that gives a role. */
  readonly roleValues: Readonly<Partial<Record<Role, string>>>
}

/**
 * The provider that the settings name; undefined if they name none. Throws an Error of one line if
 * they are incomplete.
 */
export function readSingleSignOn (given: EditorSettings): SingleSignOn | undefined {
  const {
    OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name,
    OIDC_ROLES_CLAIM: rolesClaim
  } = given
  const {
    OIDC_ROLE_WRITE: write, OIDC_ROLE_APPROVE: approve, OIDC_ROLE_ADMINISTER: administer, OIDC_ROLE_EXPORT: exports
  } = given
  const values = { write, approve, administer, export: exports }
  const roleValues = Object.fromEntries(ROLES.flatMap(role => values[role] === undefined ? [] : [[role, values[role]]]))
  const hasRoles = Object.keys(roleValues).length > 0
  if (issuer === undefined) {
    if (clientId === undefined && clientSecret === undefined && !hasRoles) return undefined
    throw new Error('OIDC_ISSUER is not set, and other settings of single sign-on are')
  }
  if (clientId === undefined) throw new Error('OIDC_CLIENT_ID is not set, and single sign-on needs it')
  if (clientSecret === undefined) throw new Error('OIDC_CLIENT_SECRET is not set, and single sign-on needs it')
  if (!hasRoles) {
    throw new Error('OIDC_ROLE_WRITE, OIDC_ROLE_APPROVE or OIDC_ROLE_ADMINISTER must be set: nobody would have a role')
  }
  return { issuer, clientId, clientSecret, name, rolesClaim, roleValues }
}

/** How long things last that accounts are made and used with, in seconds. */
export interface EditorTimes {
  /** Without a request, a session ends after this. */
  readonly sessionIdleSeconds: number
  /** Whatever is done, a session ends after this. */
  readonly sessionLifetimeSeconds: number
  readonly invitationTtlSeconds: number
}

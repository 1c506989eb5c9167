import { seconds } from '../platform/settings/readers.js'
import { withDefault } from '../platform/settings/setting.js'

export const editorSettings = {
  SESSION_IDLE: withDefault('PT1H', seconds('PT5M', 'PT24H')),
  SESSION_LIFETIME: withDefault('PT12H', seconds('PT15M', 'P7D')),
  INVITATION_TTL: withDefault('P7D', seconds('PT1H', 'P30D'))
}

/** How long things last that accounts are made and used with, in seconds. */
export interface EditorTimes {
  /** Without a request, a session ends after this. */
  readonly sessionIdleSeconds: number
  /** Whatever is done, a session ends after this. */
  readonly sessionLifetimeSeconds: number
  readonly invitationTtlSeconds: number
}

import type { RetentionTimes } from '../retention/rule.js'

/** What the settings of the environment say about the processing. */
export interface ProcessingFacts {
  times: RetentionTimes
  /** Names of all settings. */
  settings: readonly string[]
  /** Hosts of the mail servers. */
  relays: readonly string[]
  /** As the house calls it; null if there is none. */
  identityProvider: string | null
  /** Whether a proof of the consent is kept after leaving. */
  consentProof: boolean
  /** Where the journal lies: a folder, a second server without user and password, or both. */
  journal: { folder: string | null, server: string | null }
}

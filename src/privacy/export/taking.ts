import type { Context } from '../../platform/context.js'
import type { House } from '../../platform/newsletter/house.js'
import type { Witness } from '../../platform/witness.js'

export interface TakeDeps extends Pick<Context, 'pool' | 'keys' | 'clock' | 'log'> {
  house: House
  witness: Witness
  /** Whether proofs of consent are kept here. */
  consentProof: boolean
  /** Who has left this installation: they do not come back. */
  erased: ReadonlySet<string>
}

/** What became of an archive, as counts. */
export const NOTHING_TAKEN = Object.freeze({
  /** Subscribers. */
  added: 0,
  known: 0,
  suppressed: 0,
  /** They have left this installation since an earlier run. */
  gone: 0,
  unconfirmed: 0,
  invalid: 0,
  /** Suppressions that are new here. */
  suppressions: 0,
  files: 0,
  issues: 0,
  issuesKnown: 0,
  /** Another issue has their address. */
  issuesTaken: 0,
  drafts: 0,
  draftsKnown: 0,
  settings: 0,
  /** Somebody has set them here. */
  settingsKept: 0
})

export type Taken = Record<keyof typeof NOTHING_TAKEN, number>

import type { Context } from '../../platform/context.js'
import type { Witness } from '../../platform/witness.js'

/** What an import works with. */
export interface ImportDeps extends Pick<Context, 'pool' | 'keys' | 'clock'> {
  /** Whether addresses are refused that no mail can reach over the internet. */
  publicDomainsOnly: boolean
}

/** The same for a person who acts, null for the command line, and where it is witnessed. */
export interface ActingDeps extends ImportDeps { editor: string | null, witness: Witness }

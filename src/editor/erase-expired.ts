import { inPortions, type EraseDeps } from '../platform/database/in-portions.js'
import {
  findOldestChallenge, findOldestFailure, findOldestLink, findOldestSignOnAttempt, forgetChallenges,
  forgetExpiredLinks, forgetOldFailures, forgetSignOnAttempts
} from './editor.queries.js'

/** Rows that say themselves when they are over. */
interface Expiring {
  /** Erases those that are over, and returns how many. */
  erase: (deps: EraseDeps) => Promise<number>
  /** When the first is over; null for none. */
  ends: (deps: Pick<EraseDeps, 'pool'>) => Promise<Date | null>
}

interface Queries {
  forget: typeof forgetExpiredLinks | typeof forgetOldFailures | typeof forgetChallenges | typeof forgetSignOnAttempts
  find: typeof findOldestLink
}

function expiring ({ forget, find }: Queries): Expiring {
  return {
    async erase (deps) {
      const now = deps.clock.now()
      return await inPortions(deps, async limit => await forget.one({ now, limit }, deps.pool))
    },
    ends: async ({ pool }) => (await find.one(undefined, pool)).at
  }
}

/** Links of invitations and for forgotten passwords. */
export const links = expiring({ forget: forgetExpiredLinks, find: findOldestLink })
/** Counters of failed sign-ins. */
export const signInFailures = expiring({ forget: forgetOldFailures, find: findOldestFailure })
/** What passkeys were asked to sign. */
export const challenges = expiring({ forget: forgetChallenges, find: findOldestChallenge })
/** Who was sent to the identity provider. */
export const signOnAttempts = expiring({ forget: forgetSignOnAttempts, find: findOldestSignOnAttempt })

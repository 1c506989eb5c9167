import { endedBefore, endOf, inPortions, type EraseDeps } from '../platform/database/in-portions.js'
import { eraseFailures as eraseFailuresBefore, findOldestFailure } from './delivery.queries.js'

/** How long after the end of a delivery its failed mails can be sent again. */
export const FAILURES = { keptSeconds: 7 * 86_400 }

/** Forgets whose mails failed; how many for which reason is kept. Returns how many. */
export async function eraseFailures (deps: EraseDeps): Promise<number> {
  const before = endedBefore(deps, FAILURES)
  return await inPortions(deps, async limit => await eraseFailuresBefore.one({ before, limit }, deps.pool))
}

/** When the oldest failures are over. */
export async function failuresEnd ({ pool }: Pick<EraseDeps, 'pool'>): Promise<Date | null> {
  return endOf((await findOldestFailure.one(undefined, pool)).at, FAILURES)
}

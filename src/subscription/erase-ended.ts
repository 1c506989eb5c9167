import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import { inPortions } from './in-portions.js'
import { eraseEndedProofs, eraseEndedSuppressions, eraseExpiredChanges } from './subscription.queries.js'

/** How long a proof of the consent is kept after its reader left. */
const PROOF_YEARS = 3

interface EraseDeps { pool: Pool, clock: Clock, stopping?: AbortSignal }

/**
 * Erases fingerprints whose time is over, changes of address that nobody confirmed, and notes of
 * used links. Returns how many. It can be stopped and run again at any time.
 */
export async function eraseEnded (
  { pool, clock, stopping }: EraseDeps
): Promise<{ suppressions: number, proofs: number, changes: number }> {
  const now = clock.now()
  const before = new Date(now)
  before.setUTCFullYear(before.getUTCFullYear() - PROOF_YEARS)
  const all = async (act: (limit: number) => Promise<{ count: number }>): Promise<number> =>
    await inPortions(stopping, async limit => (await act(limit)).count)
  return {
    suppressions: await all(async limit => await eraseEndedSuppressions.one({ now, limit }, pool)),
    proofs: await all(async limit => await eraseEndedProofs.one({ before, limit }, pool)),
    changes: await all(async limit => await eraseExpiredChanges.one({ now, limit }, pool))
  }
}

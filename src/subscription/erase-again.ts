import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import { dayOf } from '../platform/text/dates.js'
import { eraseAndCount } from './subscription.queries.js'

/**
 * Erases subscribers who had left and came back with a backup that was restored. They count as
 * departed today. Returns how many there were.
 */
export async function eraseAgain (
  { pool, clock }: { pool: Pool, clock: Clock }, ids: readonly string[]
): Promise<number> {
  if (ids.length === 0) return 0
  return (await eraseAndCount.one({ ids: [...ids], indexes: [], day: dayOf(clock.now()) }, pool)).count
}

import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import { countSubscribers } from './recipients.js'

const FRESH_MS = 30_000

/**
 * Counts who has confirmed, and remembers the number: counting a million takes longer than a page
 * may. A number that is older than half a minute is counted again for those who ask after that.
 */
export function createReaderCount ({ pool, clock }: { pool: Pool, clock: Clock }): () => Promise<number> {
  let known: Promise<number> | null = null
  let countedAt = 0
  return async () => {
    const now = clock.now().getTime()
    if (known !== null && Math.abs(now - countedAt) <= FRESH_MS) return await known
    const before = known
    const count = countSubscribers({ pool })
    countedAt = now
    // Until it is counted, the old number is good enough.
    if (before === null) known = count
    count.then(() => { known = count }, () => { if (known === count) known = null })
    return await (before ?? count)
  }
}

import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import { countSubscribers } from './recipients.js'

const FRESH_MS = 30_000
/** A page may wait for so long. */
const QUICK_MS = 50
/** Counting takes a hundredth of the time at most. */
const REST = 100

/**
 * Counts who has confirmed, and remembers the number: counting a million takes longer than a page
 * may. Where it takes long, the number may be half a minute old, and the first who asks after that
 * still gets the old one; where it is quick, it is as old as it took a hundred times to count.
 */
export function createReaderCount (
  { pool, clock }: { pool: Pool, clock: Clock }, { quickMs = QUICK_MS } = {}
): () => Promise<number> {
  let known: Promise<number> | null = null
  let countedAt = 0
  let tookMs = Infinity
  return async () => {
    const now = clock.now().getTime()
    if (known !== null && Math.abs(now - countedAt) <= Math.min(FRESH_MS, tookMs * REST)) return await known
    const before = known
    const begun = performance.now()
    const count = countSubscribers({ pool })
    countedAt = now
    // Until it is counted, the old number is good enough, unless the new one is there at once.
    const isQuick = tookMs <= quickMs
    if (before === null || isQuick) known = count
    count.then(
      () => {
        known = count
        tookMs = performance.now() - begun
      },
      () => { if (known === count) known = before }
    )
    return await (isQuick ? count : before ?? count)
  }
}

import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import { countSubscribers } from './recipients.js'

const FRESH_MS = 30_000

/**
 * Counts who has confirmed, and remembers the number for half a minute: counting a million takes
 * longer than a page may.
 */
export function createReaderCount ({ pool, clock }: { pool: Pool, clock: Clock }): () => Promise<number> {
  let last: { at: number, count: Promise<number> } | null = null
  return async () => {
    const now = clock.now().getTime()
    if (last === null || Math.abs(now - last.at) > FRESH_MS) {
      const count = countSubscribers({ pool })
      last = { at: now, count }
      count.catch(() => { last = null })
    }
    return await last.count
  }
}

import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import { eraseUnconfirmed as eraseUnconfirmedBefore } from './subscription.queries.js'

/** Erases sign-ups whose confirm link has expired, and returns how many. */
export async function eraseUnconfirmed ({ pool, clock, confirmTtlSeconds }: { pool: Pool, clock: Clock, confirmTtlSeconds: number }): Promise<number> {
  const before = new Date(clock.now().getTime() - confirmTtlSeconds * 1000)
  const [row] = await eraseUnconfirmedBefore.run({ before }, pool)
  return row?.count ?? 0
}

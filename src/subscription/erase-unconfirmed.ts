import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import { eraseUnconfirmed as eraseUnconfirmedBefore, forgetMailRequests as forgetMailRequestsBefore } from './subscription.queries.js'

const DAY_MS = 24 * 3600 * 1000

/** Erases sign-ups whose confirm link has expired, and returns how many. */
export async function eraseUnconfirmed ({ pool, clock, confirmTtlSeconds }: { pool: Pool, clock: Clock, confirmTtlSeconds: number }): Promise<number> {
  const before = new Date(clock.now().getTime() - confirmTtlSeconds * 1000)
  const [row] = await eraseUnconfirmedBefore.run({ before }, pool)
  return row?.count ?? 0
}

/** Forgets when mails were asked for, once the limit per address no longer needs it. */
export async function forgetMailRequests ({ pool, clock }: { pool: Pool, clock: Clock }): Promise<void> {
  await forgetMailRequestsBefore.run({ before: new Date(clock.now().getTime() - DAY_MS) }, pool)
}

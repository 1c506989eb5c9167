import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import { dayOf } from '../platform/text/dates.js'
import { inPortions } from './in-portions.js'
import { DAY_MS, latestPossible } from './mail-limit.js'
import {
  eraseUnconfirmed as eraseUnconfirmedBefore, forgetMailRequests as forgetMailRequestsBefore
} from './subscription.queries.js'

interface EraseDeps { pool: Pool, clock: Clock, stopping?: AbortSignal }

/**
 * Erases sign-ups whose confirm link has expired, and returns how many. It can be stopped and run
 * again at any time.
 */
export async function eraseUnconfirmed (deps: EraseDeps & { confirmTtlSeconds: number }): Promise<number> {
  const now = deps.clock.now()
  const due = { before: new Date(now.getTime() - deps.confirmTtlSeconds * 1000), day: dayOf(now) }
  return await inPortions(deps.stopping, async limit =>
    (await eraseUnconfirmedBefore.one({ ...due, limit }, deps.pool)).count)
}

/** Forgets when mails were asked for, once the limit per mailbox no longer needs it. */
export async function forgetMailRequests (deps: EraseDeps): Promise<number> {
  const now = deps.clock.now()
  const bounds = { before: new Date(now.getTime() - DAY_MS), after: latestPossible(now) }
  return await inPortions(deps.stopping, async limit =>
    (await forgetMailRequestsBefore.one({ ...bounds, limit }, deps.pool)).count)
}

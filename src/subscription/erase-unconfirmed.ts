import { endedBefore, endOf, inPortions, type EraseDeps } from '../platform/database/in-portions.js'
import { dayOf } from '../platform/text/dates.js'
import { DAY_MS, latestPossible } from './mail-limit.js'
import {
  eraseUnconfirmed as eraseUnconfirmedBefore, findOldestMailRequest, findOldestUnconfirmed,
  forgetMailRequests as forgetMailRequestsBefore
} from './subscription.queries.js'

interface Unconfirmed { confirmTtlSeconds: number }

/** How long the limit per mailbox counts a request. */
export const MAIL_REQUESTS = { keptSeconds: DAY_MS / 1_000 }

/** Erases sign-ups whose confirm link has expired, and returns how many. */
export async function eraseUnconfirmed (deps: EraseDeps & Unconfirmed): Promise<number> {
  const due = { before: endedBefore(deps, { keptSeconds: deps.confirmTtlSeconds }), day: dayOf(deps.clock.now()) }
  return await inPortions(deps, async limit => await eraseUnconfirmedBefore.one({ ...due, limit }, deps.pool))
}

/** When the first of the unconfirmed sign-ups is over. */
export async function unconfirmedEnds (
  { pool, confirmTtlSeconds: keptSeconds }: Pick<EraseDeps, 'pool'> & Unconfirmed
): Promise<Date | null> {
  return endOf((await findOldestUnconfirmed.one(undefined, pool)).at, { keptSeconds })
}

/** Forgets when mails were asked for, once the limit per mailbox no longer needs it. */
export async function forgetMailRequests (deps: EraseDeps): Promise<number> {
  const bounds = { before: endedBefore(deps, MAIL_REQUESTS), after: latestPossible(deps.clock.now()) }
  return await inPortions(deps, async limit => await forgetMailRequestsBefore.one({ ...bounds, limit }, deps.pool))
}

/** When the first of the requests is forgotten. */
export async function mailRequestsEnd ({ pool }: Pick<EraseDeps, 'pool'>): Promise<Date | null> {
  return endOf((await findOldestMailRequest.one(undefined, pool)).at, MAIL_REQUESTS)
}

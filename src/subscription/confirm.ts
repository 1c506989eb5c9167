import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import { dayOf } from '../platform/text/dates.js'
import type { ConfirmLink } from './links.js'
import { activate, findState } from './subscription.queries.js'

/**
 * The result of a confirmation. `gone`: the sign-up was erased, because it was not confirmed or on
 * request.
 */
export type Confirmation = 'confirmed' | 'repeated' | 'expired' | 'gone'

interface ConfirmDeps { pool: Pool, clock: Clock }

/** Makes a pending subscriber active. A second confirmation changes nothing and says `repeated`. */
export async function confirm ({ pool, clock }: ConfirmDeps, link: ConfirmLink): Promise<Confirmation> {
  const now = clock.now()
  if (!hasExpired(link, now)) {
    const activated = await activate.run({ id: link.id, now, day: dayOf(now) }, pool)
    if (activated.length > 0) return 'confirmed'
  }
  const found = await findState.maybeOne({ id: link.id }, pool)
  if (found?.state === 'active') return 'repeated'
  return hasExpired(link, now) ? 'expired' : 'gone'
}

/** Whether a confirm link's time is over. */
export function hasExpired ({ expiresAt }: ConfirmLink, now: Date): boolean {
  return now >= expiresAt
}

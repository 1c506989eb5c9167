import { createHmac } from 'node:crypto'
import type { Clock } from '../../platform/clock.js'
import type { Keyring } from '../../platform/crypto/keyring.js'
import type { Queryable } from '../../platform/database/pool.js'
import { countAttempt } from '../editor.queries.js'

const WINDOW_MS = 60 * 60_000
/** More than a day with many callers needs, and far too few to try out a list of addresses. */
const SEARCHES = 30

/**
 * Counts a search for an address by one account, before anything is looked at. Returns how long the
 * account must wait, in whole seconds; 0 if it may search.
 */
export async function countSearch (
  { db, keys, clock }: { db: Queryable, keys: Keyring, clock: Clock }, editorId: string
): Promise<number> {
  const now = clock.now()
  // Among the counters of attempts to sign in, by a key that matches none of them.
  const source = createHmac('sha256', keys.oldest('sign-in')).update(`search ${editorId}`).digest()
  const windowEndsAt = new Date(now.getTime() + WINDOW_MS)
  const counted = await countAttempt.one({ source, now, windowEndsAt }, db)
  if (counted.failures <= SEARCHES) return 0
  return Math.ceil((counted.windowEndsAt.getTime() - now.getTime()) / 1000)
}

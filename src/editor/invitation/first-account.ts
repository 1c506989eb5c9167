import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import type { Keyring } from '../../platform/crypto/keyring.js'
import { countEditors } from '../editor.queries.js'
import { linkPath, firstLinkToken } from './link.js'

const DAY_SECONDS = 24 * 3600

/**
 * As long as nobody has an account, offers the link to the first one, valid for a day: the path
 * below the public URL. Null if there is an account. Processes that start at the same time offer
 * the same link.
 */
export async function offerFirstAccount (
  { pool, keys, clock }: { pool: Pool, keys: Keyring, clock: Clock }
): Promise<string | null> {
  const { count } = await countEditors.one(undefined, pool)
  if (count > 0) return null
  return linkPath('first', await firstLinkToken({ db: pool, keys, clock }, DAY_SECONDS))
}

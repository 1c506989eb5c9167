import { randomUUID } from 'node:crypto'
import type { Clock } from '../../platform/clock.js'
import type { Keyring } from '../../platform/crypto/keyring.js'
import { sealText } from '../../platform/crypto/seal.js'
import type { Queryable } from '../../platform/database/pool.js'
import { keepUnread } from '../bounce.queries.js'
import { TooMany } from '../receive/arrived.js'

/** More of a kind than these are not kept at once: the doors leave them where they are. */
export const MOST_KEPT = 10_000
/** So much of each, in bytes: people read its beginning. */
const MOST_BYTES = 65_536

/** Keeps a mail, sealed, for somebody. Throws a `TooMany` where too many of its kind wait. */
export async function keepUnreadMail (
  { db, keys, clock }: { db: Queryable, keys: Keyring, clock: Clock },
  { identity, kind, raw, size }: { identity: Buffer, kind: 'unknown' | 'unsubscribe', raw: Buffer, size: number }
): Promise<void> {
  const id = randomUUID()
  const sealed = sealText(keys, { purpose: 'seal', id }, raw.toString('base64', 0, MOST_BYTES))
  const kept = await keepUnread.run({ id, identity, kind, sealed, size, now: clock.now(), most: MOST_KEPT }, db)
  if (kept.length === 0) throw new TooMany()
}

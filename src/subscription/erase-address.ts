import type { Clock } from '../platform/clock.js'
import type { Keyring } from '../platform/crypto/keyring.js'
import { fingerprints } from '../platform/crypto/seal.js'
import type { Queryable } from '../platform/database/pool.js'
import { dayOf } from '../platform/text/dates.js'
import { mailboxOfReader } from './mailboxes.js'
import { hold } from './subscribe.js'
import { eraseAndCount, forgetMailboxes } from './subscription.queries.js'

interface EraseDeps { db: Queryable, keys: Keyring, clock: Clock }

/**
 * Erases an address, pending or active, with all that depends on it, and forgets when its mailbox
 * was mailed to. Returns how many subscribers it was: one, or two where a key was missing for a
 * while. It works in the caller's transaction, in which nothing may be locked yet.
 */
export async function eraseAddress ({ db, keys, clock }: EraseDeps, canonical: string): Promise<number> {
  const { signUp, ownData } = mailboxOfReader(keys, canonical)
  // Before any row, so that this and a sign-up of the same mailbox never wait for each other.
  await hold(db, [signUp])
  const { count } = await eraseAndCount.one({
    ids: [], indexes: fingerprints(keys, canonical), day: dayOf(clock.now())
  }, db)
  await forgetMailboxes.run({ mailboxes: [signUp, ownData] }, db)
  return count
}

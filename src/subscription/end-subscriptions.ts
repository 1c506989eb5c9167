import type { Clock } from '../platform/clock.js'
import { MissingKey, type Keyring } from '../platform/crypto/keyring.js'
import { fingerprints, openAddress } from '../platform/crypto/seal.js'
import type { Queryable } from '../platform/database/pool.js'
import { requireAddress } from '../platform/mail/address.js'
import { dayOf } from '../platform/text/dates.js'
import { mailboxOfReader } from './mailboxes.js'
import { readMovedKeys, suppressedAs } from './move/moved-keys.js'
import { hold } from './subscribe.js'
import {
  eraseAndCount, findReaders, findSealedOf, forgetMailboxes, lockReaders, putManyOnSuppression,
  type IFindReadersResult
} from './subscription.queries.js'
import { suppressionEnd, type SuppressionReason } from './suppression.js'

interface EndDeps { db: Queryable, keys: Keyring, clock: Clock }

/** Readers who are stored, by the ids that stand in their mails. */
export type Reader = IFindReadersResult

/**
 * Finds those who are stored among the readers of some mails. `gaveUp`: they have another address
 * by now, of which nothing is known.
 */
export async function findReadersOf (db: Queryable, ids: readonly string[]): Promise<Map<string, Reader>> {
  const rows = ids.length === 0 ? [] : await findReaders.run({ ids: [...ids] }, db)
  return new Map(rows.map(row => [row.askedId, row]))
}

/** Readers whose rows are locked until the transaction ends. */
export interface HeldReaders { ids: readonly string[], canonicals: readonly string[] }

/**
 * Holds readers who are to be erased: nobody signs their mailboxes up meanwhile. It works in the
 * caller's transaction, in which nothing may be locked yet. An address whose seal is damaged is
 * left out of `canonicals`; throws a MissingKey where a key is missing.
 */
export async function holdReaders ({ db, keys }: Omit<EndDeps, 'clock'>, ids: readonly string[]): Promise<HeldReaders> {
  const rows = await findSealedOf.run({ ids: [...ids] }, db)
  const canonicals = rows.flatMap(({ id, addressSealed }) => {
    const canonical = readCanonical(keys, id, addressSealed)
    return canonical === null ? [] : [canonical]
  })
  await hold(db, canonicals.map(canonical => mailboxOfReader(keys, canonical).signUp))
  const locked = await lockReaders.run({ ids: rows.map(({ id }) => id) }, db)
  return { ids: locked.map(({ id }) => id), canonicals }
}

function readCanonical (keys: Keyring, id: string, sealed: Buffer): string | null {
  try {
    return requireAddress(openAddress(keys, id, sealed)).canonical
  } catch (error) {
    if (error instanceof MissingKey) throw error
    return null
  }
}

/**
 * Erases readers who are held, and sees to it that nobody writes to them for two years, unless they
 * sign up again and confirm. Returns how many were erased.
 */
export async function endSubscriptions (
  deps: EndDeps, { ids, canonicals }: HeldReaders, reason: SuppressionReason
): Promise<number> {
  const { db, keys, clock } = deps
  const now = clock.now()
  const movedKeys = await readMovedKeys(deps)
  const { count } = await eraseAndCount.one({
    ids: [...ids], indexes: canonicals.flatMap(canonical => fingerprints(keys, canonical)), day: dayOf(now)
  }, db)
  const mailboxes = canonicals.map(canonical => mailboxOfReader(keys, canonical))
  await forgetMailboxes.run({ mailboxes: mailboxes.flatMap(({ signUp, ownData }) => [signUp, ownData]) }, db)
  const indexes = canonicals.map(canonical => suppressedAs(keys, movedKeys, canonical))
  await putManyOnSuppression.run({
    indexes: indexes.map(([index]) => index),
    others: indexes.flatMap(([, ...others]) => others),
    version: keys.primary,
    reason,
    now,
    endsAt: suppressionEnd(now)
  }, db)
  return count
}

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

/** A reader whose row is locked until the transaction ends. */
export interface HeldReader {
  id: string
  /** Null where the seal of the address is damaged. */
  canonical: string | null
}

/**
 * Holds readers who are to be erased: nobody signs their mailboxes up meanwhile. It works in the
 * caller's transaction, in which nothing may be locked yet. Throws a MissingKey where a key is
 * missing.
 */
export async function holdReaders (
  { db, keys }: Omit<EndDeps, 'clock'>, ids: readonly string[]
): Promise<HeldReader[]> {
  const rows = await findSealedOf.run({ ids: [...ids] }, db)
  const readers = rows.map(({ id, addressSealed }) => ({ id, canonical: readCanonical(keys, id, addressSealed) }))
  await hold(db, addressesOf(readers).map(canonical => mailboxOfReader(keys, canonical).signUp))
  const locked = new Set((await lockReaders.run({ ids: rows.map(({ id }) => id) }, db)).map(({ id }) => id))
  return readers.filter(({ id }) => locked.has(id))
}

function readCanonical (keys: Keyring, id: string, sealed: Buffer): string | null {
  try {
    return requireAddress(openAddress(keys, id, sealed)).canonical
  } catch (error) {
    if (error instanceof MissingKey) throw error
    return null
  }
}

function addressesOf (readers: readonly HeldReader[]): string[] {
  return readers.flatMap(({ canonical }) => canonical === null ? [] : [canonical])
}

/**
 * Erases readers who are held, and sees to it that nobody writes to them for two years, unless they
 * sign up again and confirm. Returns how many were erased.
 */
export async function endSubscriptions (
  deps: EndDeps, readers: readonly HeldReader[], reasonOf: (id: string) => SuppressionReason
): Promise<number> {
  const { db, keys, clock } = deps
  const now = clock.now()
  const known = readers.flatMap(({ id, canonical }) => canonical === null ? [] : [{ id, canonical }])
  const movedKeys = await readMovedKeys(deps)
  const { count } = await eraseAndCount.one({
    ids: readers.map(({ id }) => id),
    indexes: known.flatMap(({ canonical }) => fingerprints(keys, canonical)),
    day: dayOf(now)
  }, db)
  const mailboxes = known.map(({ canonical }) => mailboxOfReader(keys, canonical))
  await forgetMailboxes.run({ mailboxes: mailboxes.flatMap(({ signUp, ownData }) => [signUp, ownData]) }, db)
  const indexes = known.map(({ canonical }) => suppressedAs(keys, movedKeys, canonical))
  await putManyOnSuppression.run({
    indexes: indexes.map(([index]) => index),
    reasons: known.map(({ id }) => reasonOf(id)),
    others: indexes.flatMap(([, ...others]) => others),
    version: keys.primary,
    now,
    endsAt: suppressionEnd(now)
  }, db)
  return count
}

import type { Clock } from '../platform/clock.js'
import type { Keyring } from '../platform/crypto/keyring.js'
import type { Queryable } from '../platform/database/pool.js'
import { eraseAddress } from './erase-address.js'
import { readMovedKeys, suppressedAs } from './move/moved-keys.js'
import {
  findSuppressions, liftSuppressions, putOnSuppression, type IFindSuppressionsResult
} from './subscription.queries.js'

/** Why an address is not written to, since when and until when. */
export type Suppression = IFindSuppressionsResult

export type SuppressionReason = Suppression['reason']

export const SUPPRESSIONS = { years: 2 }

interface SuppressionDeps { db: Queryable, keys: Keyring, clock: Clock }

/**
 * Sees to it that an address is not written to for two years, unless its reader signs up again and
 * confirms. It is erased with all that depends on it, and a keyed fingerprint stays. It works in
 * the caller's transaction, in which nothing may be locked yet.
 */
export async function suppress (
  deps: SuppressionDeps, { canonical, reason }: { canonical: string, reason: SuppressionReason }
): Promise<void> {
  const { db, keys, clock } = deps
  await eraseAddress(deps, canonical)
  const [index, ...others] = suppressedAs(keys, await readMovedKeys(deps), canonical)
  const now = clock.now()
  await putOnSuppression.run({ index, others, version: keys.primary, reason, now, endsAt: suppressionEnd(now) }, db)
}

/** When a suppression ends that begins now. */
export function suppressionEnd (now: Date): Date {
  const end = new Date(now)
  end.setUTCFullYear(end.getUTCFullYear() + SUPPRESSIONS.years)
  return end
}

/** Why an address is not to be written to; null if it may be. */
export async function findSuppression (
  { db, keys, clock }: SuppressionDeps, canonical: string
): Promise<Suppression | null> {
  const indexes = suppressedAs(keys, await readMovedKeys({ db, keys }), canonical)
  const found = await findSuppressions.run({ indexes, now: clock.now() }, db)
  return found[0] ?? null
}

/** Lets an address be written to again. Returns false if it could be. */
export async function liftSuppression (
  { db, keys }: Omit<SuppressionDeps, 'clock'>, canonical: string
): Promise<boolean> {
  const indexes = suppressedAs(keys, await readMovedKeys({ db, keys }), canonical)
  return (await liftSuppressions.run({ indexes }, db)).length > 0
}

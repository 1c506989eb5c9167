import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import type { Keyring } from '../platform/crypto/keyring.js'
import { openAddress } from '../platform/crypto/seal.js'
import { inTransaction } from '../platform/database/pool.js'
import { requireAddress } from '../platform/mail/address.js'
import { dayOf } from '../platform/text/dates.js'
import type { ConfirmLink } from './links.js'
import { readMovedKeys, suppressedAs, type MovedKey } from './move/moved-keys.js'
import { activate, findState, liftSuppressions, type IActivateResult } from './subscription.queries.js'

/**
 * The result of a confirmation. `gone`: the sign-up was erased, because it was not confirmed or on
 * request.
 */
export type Confirmation = 'confirmed' | 'repeated' | 'expired' | 'gone'

interface ConfirmDeps {
  pool: Pool
  keys: Keyring
  clock: Clock
  /** Whether it is to be provable later that a reader agreed. */
  consentProof: boolean
}

/**
 * Makes a pending subscriber active, and lets them be written to, whatever was known of their
 * address before. A second confirmation changes nothing and says `repeated`.
 */
export async function confirm (deps: ConfirmDeps, link: ConfirmLink): Promise<Confirmation> {
  const { pool, clock } = deps
  const now = clock.now()
  if (!hasExpired(link, now) && await activateOnce(deps, link.id, now)) return 'confirmed'
  const found = await findState.maybeOne({ id: link.id }, pool)
  if (found?.state === 'active') return 'repeated'
  return hasExpired(link, now) ? 'expired' : 'gone'
}

async function activateOnce ({ pool, keys, consentProof }: ConfirmDeps, id: string, now: Date): Promise<boolean> {
  return await inTransaction(pool, async db => {
    const [activated] = await activate.run({ id, now, day: dayOf(now), consentProof }, db)
    if (activated === undefined) return false
    await liftSuppressions.run({ indexes: fingerprintsOf(keys, await readMovedKeys({ db, keys }), activated) }, db)
    return true
  })
}

/** All of an address; the stored one alone if its seal does not open: that must keep nobody out. */
function fingerprintsOf (
  keys: Keyring, moved: readonly MovedKey[], { id, addressIndex, addressSealed }: IActivateResult
): Buffer[] {
  try {
    return suppressedAs(keys, moved, requireAddress(openAddress(keys, id, addressSealed)).canonical)
  } catch {
    return [addressIndex]
  }
}

/** Whether a confirm link's time is over. */
export function hasExpired ({ expiresAt }: ConfirmLink, now: Date): boolean {
  return now >= expiresAt
}

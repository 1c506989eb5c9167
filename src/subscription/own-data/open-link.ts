import type { Clock } from '../../platform/clock.js'
import type { Keyring } from '../../platform/crypto/keyring.js'
import { openAddress } from '../../platform/crypto/seal.js'
import type { Queryable } from '../../platform/database/pool.js'
import { requireAddress } from '../../platform/mail/address.js'
import { mailKey, SUBJECTS } from '../job-names.js'
import type { OwnDataLink } from '../links.js'
import { findOwn, type IFindOwnResult } from './own-data.queries.js'

/** A subscriber, as the mailed link shows them. */
export interface Own extends IFindOwnResult { address: string, canonical: string }

/**
 * What a mailed link opens. `used`: something was changed by it, or by a later one. `gone`: the
 * subscriber was erased, or has another address by now.
 */
export type OpenedLink = { state: 'open', own: Own } | { state: ClosedLink }

export type ClosedLink = 'expired' | 'used' | 'gone'

const MAIL_KEYS = SUBJECTS.map(mailKey)

/**
 * Opens the link to a reader's own data. An id that was given up opens nothing: its link was mailed
 * to another address.
 */
export async function openLink (
  { db, keys, clock }: { db: Queryable, keys: Keyring, clock: Clock }, { id, expiresAt }: OwnDataLink
): Promise<OpenedLink> {
  if (clock.now() >= expiresAt) return { state: 'expired' }
  const row = await findOwn.maybeOne({ id, mailKeys: MAIL_KEYS }, db)
  if (row === null) return { state: 'gone' }
  if (row.usedUntil !== null && row.usedUntil >= expiresAt) return { state: 'used' }
  return { state: 'open', own: { ...row, ...requireAddress(openAddress(keys, id, row.addressSealed)) } }
}

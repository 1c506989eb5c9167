import type { Keyring } from '../../platform/crypto/keyring.js'
import { openAddress } from '../../platform/crypto/seal.js'
import type { Queryable } from '../../platform/database/pool.js'
import { findAccount } from './account.js'

/** Where mail for an account goes; null if the account is gone or disabled. */
export async function mailboxOf (
  { db, keys }: { db: Queryable, keys: Keyring }, id: string
): Promise<string | null> {
  const account = await findAccount({ db }, id)
  return account === null || account.disabledAt !== null ? null : openAddress(keys, id, account.addressSealed)
}

import type { Pool } from 'pg'
import { parseAddress, type MailAddress } from '../platform/address.js'
import { inTransaction } from '../platform/database.js'
import type { Keyring } from '../platform/keyring.js'
import { fingerprints, openAddress, sealAddress } from '../platform/seal.js'
import { countByKeyVersion, lockSealedWithOtherKey, replaceSeals } from './subscription.queries.js'

const AT_ONCE = 500

/**
 * Seals anew, with the primary key, every address that another key on the ring has sealed, and
 * returns how many. It works in small transactions, so it can be stopped and run again at any time.
 */
export async function reseal ({ pool, keys, stopping }: { pool: Pool, keys: Keyring, stopping?: AbortSignal }): Promise<number> {
  const versions = keys.versions.filter(version => version !== keys.primary)
  let resealed = 0
  for (let last = versions.length === 0 ? 0 : AT_ONCE; last === AT_ONCE && stopping?.aborted !== true;) {
    last = await inTransaction(pool, async client => {
      const rows = await lockSealedWithOtherKey.run({ versions, limit: AT_ONCE }, client)
      const addresses = rows.map(row => openAddress(keys, row.id, row.addressSealed))
      await replaceSeals.run({
        ids: rows.map(row => row.id),
        seals: rows.map((row, index) => sealAddress(keys, row.id, addresses[index] as string)),
        indexes: addresses.map(address => fingerprints(keys, (parseAddress(address) as MailAddress).canonical)[0])
      }, client)
      return rows.length
    })
    resealed += last
  }
  return resealed
}

/** How many addresses each key version seals. */
export async function countSealed (pool: Pool): Promise<Map<number, number>> {
  const rows = await countByKeyVersion.run(undefined, pool)
  return new Map(rows.map(({ version, count }) => [version, count]))
}

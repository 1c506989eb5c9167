import type { Pool } from 'pg'
import { parseAddress, type MailAddress } from '../platform/address.js'
import { inTransaction } from '../platform/database.js'
import type { Keyring } from '../platform/keyring.js'
import type { Log } from '../platform/log.js'
import { fingerprints, openAddress, sealAddress } from '../platform/seal.js'
import { countByKeyVersion, lockSealedWithOtherKey, replaceSeals } from './subscription.queries.js'

const AT_ONCE = 500

interface ResealParts { pool: Pool, keys: Keyring, log: Log, stopping?: AbortSignal }

/**
 * Seals anew, with the primary key, every address that another key on the ring has sealed, and
 * returns how many. It works in small transactions, so it can be stopped and run again at any time.
 * A seal that does not open is left as it is and logged.
 */
export async function reseal ({ pool, keys, log, stopping }: ResealParts): Promise<number> {
  const versions = keys.versions.filter(version => version !== keys.primary)
  const damaged: string[] = []
  let resealed = 0
  for (let last = versions.length === 0 ? 0 : AT_ONCE; last === AT_ONCE && stopping?.aborted !== true;) {
    last = await inTransaction(pool, async client => {
      const rows = await lockSealedWithOtherKey.run({ versions, except: damaged, limit: AT_ONCE }, client)
      const opened = rows.flatMap(({ id, addressSealed }) => {
        const address = open(keys, id, addressSealed)
        if (address === null) damaged.push(id)
        return address === null ? [] : [{ id, address }]
      })
      await replaceSeals.run({
        ids: opened.map(({ id }) => id),
        seals: opened.map(({ id, address }) => sealAddress(keys, id, address)),
        indexes: opened.map(({ address }) => fingerprints(keys, (parseAddress(address) as MailAddress).canonical)[0])
      }, client)
      resealed += opened.length
      return rows.length
    })
  }
  if (damaged.length > 0) log.error({ readers: damaged.slice(0, 10), count: damaged.length }, 'addresses cannot be opened')
  return resealed
}

function open (keys: Keyring, id: string, sealed: Buffer): string | null {
  try {
    return openAddress(keys, id, sealed)
  } catch {
    return null
  }
}

/** How many addresses each key version seals. */
export async function countSealed (pool: Pool): Promise<Map<number, number>> {
  const rows = await countByKeyVersion.run(undefined, pool)
  return new Map(rows.map(({ version, count }) => [version, count]))
}

import type { Pool } from 'pg'
import type { Keyring } from '../platform/crypto/keyring.js'
import { fingerprints, openAddress } from '../platform/crypto/seal.js'
import { countByState, findActive, findByAddress } from './subscription.queries.js'

interface RecipientDeps { pool: Pool, keys: Keyring }

/**
 * The sealed addresses of those among `ids` who are subscribed now, by these ids: also of those who
 * have changed their address since. Those who have unsubscribed have no entry. Each is opened only
 * when its mail is made, so that no list of addresses lies in memory.
 */
export async function findRecipients (
  { pool, keys }: RecipientDeps, ids: string[]
): Promise<Map<string, () => string>> {
  const rows = await findActive.run({ ids }, pool)
  return new Map(rows.map(({ askedId, id, addressSealed }) => [askedId, () => openAddress(keys, id, addressSealed)]))
}

/** How many subscribers have confirmed. */
export async function countSubscribers ({ pool }: { pool: Pool }): Promise<number> {
  const counts = await countByState.run(undefined, pool)
  return counts.find(({ state }) => state === 'active')?.count ?? 0
}

/** The id under which an address is stored, pending or active; null if it is not. */
export async function findSubscriberId (
  { pool, keys }: RecipientDeps, canonicalAddress: string
): Promise<string | null> {
  const [row] = await findByAddress.run({ indexes: fingerprints(keys, canonicalAddress) }, pool)
  return row?.id ?? null
}

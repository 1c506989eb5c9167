import type { Keyring } from '../../platform/crypto/keyring.js'
import { fingerprints } from '../../platform/crypto/seal.js'
import type { Queryable } from '../../platform/database/pool.js'
import { findListed } from './import.queries.js'

/** The numbers of the imports in whose lists an address still stands. */
export async function findListsWith (
  { db, keys }: { db: Queryable, keys: Keyring }, canonical: string
): Promise<number[]> {
  return (await findListed.run({ indexes: fingerprints(keys, canonical) }, db)).map(({ id }) => id)
}

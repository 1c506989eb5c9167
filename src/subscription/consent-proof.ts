import type { Keyring } from '../platform/crypto/keyring.js'
import { fingerprints } from '../platform/crypto/seal.js'
import type { Queryable } from '../platform/database/pool.js'
import { findProofs, type IFindProofsResult } from './subscription.queries.js'

/**
 * That the owner of an address agreed: the wording, when they asked, when the confirmation mail
 * left, its SHA-256 as it was sent, when they confirmed; when they left, if they have.
 */
export type ConsentProof = IFindProofsResult

/** Every proof under an address, the oldest first: one for each time that somebody subscribed. */
export async function readProofs (
  { db, keys }: { db: Queryable, keys: Keyring }, canonical: string
): Promise<ConsentProof[]> {
  return await findProofs.run({ indexes: fingerprints(keys, canonical) }, db)
}

import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import { inTransaction } from '../platform/database/pool.js'
import type { Keyring } from '../platform/crypto/keyring.js'
import { fingerprints, openAddress } from '../platform/crypto/seal.js'
import type { Witness } from '../platform/witness.js'
import { eraseAddress } from './erase-address.js'
import { readProofs, type ConsentProof } from './consent-proof.js'
import { findAnySealed, findStored as findStoredByAddress, type IFindStoredResult } from './subscription.queries.js'
import { findSuppression, liftSuppression, suppress, type Suppression } from './suppression.js'
import type { WriteJournal } from '../platform/write-journal.js'

export type Stored = IFindStoredResult

interface HelpDeps { pool: Pool, keys: Keyring }

/** Who helps, and where it is written down. The lines say that it was done, and never to whom. */
interface WitnessedDeps extends HelpDeps { witness: Witness }

/**
 * What is stored under an address: nothing or one sign-up, or two where a key was missing for a
 * while. Throws an Error if nothing is found and the keys are not those of this database: then
 * nothing could be.
 */
export async function findStored ({ pool, keys }: HelpDeps, canonical: string): Promise<Stored[]> {
  const stored = await findStoredByAddress.run({ indexes: fingerprints(keys, canonical) }, pool)
  if (stored.length === 0) await checkSeals({ pool, keys })
  return stored
}

/** The same for somebody who asks: the search is witnessed before its result is told. */
export async function search ({ witness, ...deps }: WitnessedDeps, canonical: string): Promise<Stored[]> {
  const stored = await findStored(deps, canonical)
  await inTransaction(deps.pool, async client => {
    await witness(client, 'subscriber.searched', { found: stored.length > 0 })
  })
  return stored
}

/**
 * Erases an address, pending or active, with all that depends on it, and forgets when its mailbox
 * was mailed to. Returns false if nothing was stored under it any more.
 */
export async function eraseEverywhere (
  { pool, keys, clock, witness, writeJournal }: WitnessedDeps & { clock: Clock, writeJournal: WriteJournal },
  canonical: string
): Promise<boolean> {
  const erased = await inTransaction(pool, async client => {
    const count = await eraseAddress({ db: client, keys, clock }, canonical)
    if (count > 0) await witness(client, 'subscriber.erased', {})
    return count > 0
  })
  if (erased) await writeJournal()
  return erased
}

/** Why an address is not written to; null if it may be. */
export async function findSuppressionOf (
  { pool: db, keys, clock }: HelpDeps & { clock: Clock }, canonical: string
): Promise<Suppression | null> {
  return await findSuppression({ db, keys, clock }, canonical)
}

/** Every proof of a consent under an address; that it was read is witnessed before it is told. */
export async function readProofsFor (
  { pool, keys, witness }: WitnessedDeps, canonical: string
): Promise<ConsentProof[]> {
  const proofs = await readProofs({ db: pool, keys }, canonical)
  await inTransaction(pool, async client => {
    await witness(client, 'subscriber.proof_read', { found: proofs.length > 0 })
  })
  return proofs
}

/** At the wish of its reader, erases an address and sees to it that nobody writes to it. */
export async function suppressForReader (
  { pool, keys, clock, witness, writeJournal }: WitnessedDeps & { clock: Clock, writeJournal: WriteJournal },
  canonical: string
): Promise<void> {
  await inTransaction(pool, async db => {
    await suppress({ db, keys, clock }, { canonical, reason: 'reader' })
    await witness(db, 'subscriber.suppressed', {})
  })
  await writeJournal()
}

/** Lets an address be written to again. Returns false if it could be. */
export async function liftForReader ({ pool, keys, witness }: WitnessedDeps, canonical: string): Promise<boolean> {
  return await inTransaction(pool, async db => {
    const lifted = await liftSuppression({ db, keys }, canonical)
    if (lifted) await witness(db, 'subscriber.suppression_lifted', {})
    return lifted
  })
}

async function checkSeals ({ pool, keys }: HelpDeps): Promise<void> {
  for (const { id, addressSealed } of await findAnySealed.run(undefined, pool)) {
    try {
      openAddress(keys, id, addressSealed)
    } catch {
      throw new Error('the addresses in this database are sealed with other keys: check KEYS')
    }
  }
}

/** `max.muster@gmx.de` as `m…r@g…x.de`: enough to see that it is the one that was typed. */
export function maskAddress (address: string): string {
  const at = address.lastIndexOf('@')
  const dot = address.lastIndexOf('.')
  return `${mask(address.slice(0, at))}@${mask(address.slice(at + 1, dot))}${address.slice(dot)}`
}

function mask (word: string): string {
  const letters = [...word]
  return [letters[0], '…', letters.length < 3 ? '' : letters.at(-1)].join('')
}

import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import { mailboxOf } from '../platform/mail/address.js'
import { inTransaction } from '../platform/database/pool.js'
import type { Keyring } from '../platform/crypto/keyring.js'
import { fingerprints, mailboxFingerprint, openAddress } from '../platform/crypto/seal.js'
import { dayOf } from '../platform/text/dates.js'
import type { Witness } from '../platform/witness.js'
import type { WriteJournal } from '../platform/write-journal.js'
import { hold } from './subscribe.js'
import {
  eraseByAddress, findAnySealed, findStored as findStoredByAddress, forgetMailbox, type IFindStoredResult
} from './subscription.queries.js'

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
  const mailbox = mailboxFingerprint(keys, mailboxOf(canonical))
  const erased = await inTransaction(pool, async client => {
    // Before any row, so that this and a sign-up of the same mailbox never wait for each other.
    await hold(client, [mailbox])
    const day = dayOf(clock.now())
    const { count } = await eraseByAddress.one({ indexes: fingerprints(keys, canonical), day }, client)
    await forgetMailbox.run({ mailbox }, client)
    if (count > 0) await witness(client, 'subscriber.erased', {})
    return count > 0
  })
  if (erased) await writeJournal()
  return erased
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

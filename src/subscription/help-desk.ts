import type { Pool } from 'pg'
import { mailboxOf } from '../platform/mail/address.js'
import { inTransaction } from '../platform/database/pool.js'
import type { Keyring } from '../platform/crypto/keyring.js'
import { fingerprints, mailboxFingerprint, openAddress } from '../platform/crypto/seal.js'
import {
  eraseByAddress, findAnySealed, findStored as findStoredByAddress, forgetMailbox, type IFindStoredResult
} from './subscription.queries.js'

export type Stored = IFindStoredResult

interface HelpDeps { pool: Pool, keys: Keyring }

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

/**
 * Erases an address, pending or active, with all that depends on it, and forgets when its mailbox
 * was mailed to.
 */
export async function eraseEverywhere ({ pool, keys }: HelpDeps, canonical: string): Promise<void> {
  await inTransaction(pool, async client => {
    await eraseByAddress.run({ indexes: fingerprints(keys, canonical) }, client)
    await forgetMailbox.run({ mailbox: mailboxFingerprint(keys, mailboxOf(canonical)) }, client)
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

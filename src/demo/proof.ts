import type { Pool } from 'pg'
import { requireAddress } from '../platform/mail/address.js'
import { dumpDatabase, dumpHolds } from './dump.js'
import type { Keyring } from '../platform/crypto/keyring.js'
import { fingerprints } from '../platform/crypto/seal.js'
import { findSubscriberId } from '../subscription/recipients.js'

/**
 * What could still tell that someone was subscribed: the address, its fingerprint and the row's id.
 */
export interface Traces { address: string, fingerprint: Buffer, id: string }

export async function findTraces ({ pool, keys }: { pool: Pool, keys: Keyring }, typed: string): Promise<Traces> {
  const { address, canonical } = requireAddress(typed)
  const id = await findSubscriberId({ pool, keys }, canonical)
  if (id === null) throw new Error('a reader of the demo is not in the database')
  return { address, fingerprint: fingerprints(keys, canonical)[0], id }
}

export interface Proof {
  /** Traces of those who left that are still in the dump; none is expected. */
  traces: number
  /** Addresses of anyone in the dump, in the clear; none is expected. */
  addresses: number
  /** Size of the dump, in bytes. */
  bytes: number
}

/** Searches a dump of the whole database. */
export async function prove (
  { pool }: { pool: Pool }, left: readonly Traces[], everyone: readonly string[]
): Promise<Proof> {
  const dump = await dumpDatabase({ pool })
  const traces = left.flatMap(({ address, fingerprint, id }) => [address, fingerprint, id])
  const spellings = everyone.map(typed => [typed, requireAddress(typed).address])
  return {
    traces: traces.filter(trace => dumpHolds(dump, trace)).length,
    addresses: spellings.filter(both => both.some(address => dumpHolds(dump, address))).length,
    bytes: Buffer.byteLength(dump)
  }
}

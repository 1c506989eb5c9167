import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Pool } from 'pg'
import type { Clock } from '../clock.js'
import { inTransaction, type Queryable } from '../database/pool.js'
import { forgetMasterKey, listMasterKeys, lockMasterKeys, markPrimary, recordMasterKey } from './crypto.queries.js'
import type { Keyring } from './keyring.js'
import { openAddress } from './seal.js'
import type { SealedRows } from './sealed-rows.js'

/**
 * How a master key stands to the database. `new`: it was not used here before. `unneeded`: it is
 * not on the ring, was never the primary, seals nothing and nothing is found by it.
 */
export type KeyVerdict = 'ok' | 'new' | 'wrong-secret' | 'missing' | 'unneeded'

export interface KeyState {
  version: number
  verdict: KeyVerdict
  /** Whether an address is sealed with it. */
  seals: boolean
  /** How many fingerprints of people who left were made with it. */
  fingerprints: number
  /** When it was first used as the primary; null if it never was, or not since this is recorded. */
  primarySince: Date | null
}

/** A damaged seal proves nothing against a key; when so many do not open, it is the key. */
const SEALS_TRIED = 20

/**
 * Checks the keys against what the database knows of them, and records those that it does not know
 * yet. Throws an Error of one line if a key has another secret than before, or if one is missing
 * that addresses are sealed with or that was the primary once. A process calls it before it uses
 * its keys.
 */
export async function checkKeys (
  { pool, keys, clock, sealed }: { pool: Pool, keys: Keyring, clock: Clock, sealed: SealedRows }
): Promise<void> {
  await inTransaction(pool, async client => {
    await lockMasterKeys.run(undefined, client)
    const states = await inspectKeys({ pool: client, keys, sealed })
    const faults = states.flatMap(describeFault)
    if (faults.length > 0) throw new Error(faults.join('; '))
    const now = clock.now()
    // Nothing is on record yet. Keys are made in the order of their versions, so older ones were in
    // use before.
    const first = states.every(({ verdict }) => verdict === 'new')
    for (const { version, verdict } of states) {
      const wasPrimary = version === keys.primary || (first && version < keys.primary)
      if (verdict === 'new') {
        const primarySince = wasPrimary ? now : null
        await recordMasterKey.run({ version, checkValue: checkValue(keys, version), now, primarySince }, client)
      } else if (wasPrimary) await markPrimary.run({ version, now }, client)
    }
  })
}

/**
 * How each key on the ring, on record, or in a seal stands; in the order of versions. It changes
 * nothing.
 */
export async function inspectKeys (
  { pool: db, keys, sealed }: { pool: Queryable, keys: Keyring, sealed: SealedRows }
): Promise<KeyState[]> {
  const records = new Map((await listMasterKeys.run(undefined, db)).map(record => [record.version, record]))
  const sealing = new Set(await sealed.versions(db))
  const kept = await sealed.fingerprints?.(db) ?? new Map<number, number>()
  const versions = [...new Set([...keys.versions, ...records.keys(), ...sealing, ...kept.keys()])].sort((a, b) => a - b)
  const states: KeyState[] = []
  for (const version of versions) {
    const record = records.get(version)
    const seals = sealing.has(version)
    const fingerprints = kept.get(version) ?? 0
    const primarySince = record?.primarySince ?? null
    const needed = seals || fingerprints > 0 || primarySince !== null
    const verdict = await judge(version, record?.checkValue, needed)
    states.push({ version, verdict, seals, fingerprints, primarySince })
  }
  return states

  async function judge (version: number, recorded: Buffer | undefined, needed: boolean): Promise<KeyVerdict> {
    if (!keys.versions.includes(version)) return needed ? 'missing' : 'unneeded'
    if (recorded !== undefined) return timingSafeEqual(recorded, checkValue(keys, version)) ? 'ok' : 'wrong-secret'
    return opensSome(await sealed.sample(db, version, SEALS_TRIED), keys) ? 'new' : 'wrong-secret'
  }
}

export type Forgetting = 'forgotten' | 'sealing' | 'finding' | 'unknown'

/**
 * Forgets a key that seals no address, so that it may be taken out of KEYS; links that were made
 * with it stop working then. Returns `sealing` if it still seals some, `finding` if fingerprints of
 * people who left were made with it, and `unknown` if it was never used here.
 */
export async function forgetKey (
  { pool, sealed }: { pool: Pool, sealed: SealedRows }, version: number
): Promise<Forgetting> {
  return await inTransaction(pool, async client => {
    await lockMasterKeys.run(undefined, client)
    if ((await sealed.sample(client, version, 1)).length > 0) return 'sealing'
    if (((await sealed.fingerprints?.(client))?.get(version) ?? 0) > 0) return 'finding'
    return (await forgetMasterKey.run({ version }, client)).length > 0 ? 'forgotten' : 'unknown'
  })
}

function describeFault ({ version, verdict, seals, fingerprints }: KeyState): string[] {
  if (verdict === 'wrong-secret') {
    return [`key version ${version} has another secret than the one that this database was used with: ` +
      'put the right one into KEYS']
  }
  if (verdict !== 'missing') return []
  if (seals) return [`key version ${version} is not in KEYS, but addresses are sealed with it: put it back`]
  if (fingerprints > 0) {
    return [`key version ${version} is not in KEYS, but suppressed addresses or proofs of consent ` +
      'can be found by it alone: put it back']
  }
  return [`key version ${version} is not in KEYS, but links in mails were made with it: ` +
    `put it back, or give it up by "integrationsbrief keys forget ${version}"`]
}

/**
 * Without a record, only the data can tell: a key that opens nothing that was sealed under its
 * version is another.
 */
function opensSome (rows: ReadonlyArray<{ id: string, addressSealed: Buffer }>, keys: Keyring): boolean {
  return rows.length === 0 || rows.some(({ id, addressSealed }) => {
    try {
      openAddress(keys, id, addressSealed)
      return true
    } catch {
      return false
    }
  })
}

function checkValue (keys: Keyring, version: number): Buffer {
  return createHmac('sha256', keys.require('check', version)).update('integrationsbrief').digest()
}

import type { Pool } from 'pg'
import { parseAddress } from '../platform/mail/address.js'
import { inTransaction, type Queryable } from '../platform/database/pool.js'
import type { Keyring } from '../platform/crypto/keyring.js'
import type { Log } from '../platform/log/log.js'
import { fingerprints, openAddress, sealAddress } from '../platform/crypto/seal.js'
import { resealMovedKeys } from './move/moved-keys.js'
import { addStoredRows, chooseKept, mergeInto, type LockedRow, type SameAddress } from './merge.js'
import { lockSealedWithOtherKey, replaceSeals } from './subscription.queries.js'

const AT_ONCE = 500

interface ResealDeps {
  pool: Pool
  keys: Keyring
  log: Log
  stopping?: AbortSignal
  /** Ids that were logged as damaged before, so that they are not logged every minute. */
  told?: Set<string>
}

interface Opened { address: string, index: Buffer }

/**
 * What one transaction did: rows it looked at, resealed, merged into others; and the ids that it
 * had to leave.
 */
interface Portion { looked: number, resealed: number, merged: number, damaged: string[], busy: string[] }

/**
 * Seals again, with the primary key, every address that another key on the ring has sealed, and
 * returns how many. It works in small transactions, so it can be stopped and run again at any time.
 * A seal that does not open is left and logged. Two rows of one address, stored while a key was
 * missing, become one.
 */
export async function reseal ({ pool, keys, log, stopping, told = new Set() }: ResealDeps): Promise<number> {
  const versions = keys.versions.filter(version => version !== keys.primary)
  if (versions.length > 0) await resealMovedKeys({ db: pool, keys })
  const left: string[] = []
  const damaged: string[] = []
  let resealed = 0
  let merged = 0
  let more = versions.length > 0
  while (more && stopping?.aborted !== true) {
    const portion = await inTransaction(pool, async client => await resealPortion({ client, keys }, versions, left))
    more = portion.looked === AT_ONCE
    resealed += portion.resealed
    merged += portion.merged
    damaged.push(...portion.damaged)
    left.push(...portion.damaged, ...portion.busy)
  }
  if (merged > 0) {
    log.warn({ event: 'subscribers_merged', count: merged }, 'addresses that stood twice, under two keys, were merged')
  }
  const untold = damaged.filter(id => !told.has(id))
  if (untold.length > 0) {
    const readers = untold.slice(0, 10)
    log.error({ event: 'seals_damaged', readers, count: damaged.length }, 'addresses cannot be opened')
  }
  for (const id of untold) told.add(id)
  return resealed
}

async function resealPortion (
  { client, keys }: { client: Queryable, keys: Keyring }, versions: number[], left: string[]
): Promise<Portion> {
  const rows = await lockSealedWithOtherKey.run({ versions, except: left, limit: AT_ONCE }, client)
  const addresses = new Map<string, Opened & SameAddress>()
  const damaged: string[] = []
  for (const row of rows) {
    const opened = open(keys, row)
    if (opened === null) {
      damaged.push(row.id)
      continue
    }
    const key = opened.index.toString('hex')
    const known = addresses.get(key)
    if (known === undefined) addresses.set(key, { ...opened, rows: [row] })
    else known.rows.push(row)
  }
  // Rows that somebody else is changing are left to the next run, so that nobody waits.
  const busy = new Set(await addStoredRows(client, addresses))
  const ready = [...addresses].filter(([key]) => !busy.has(key)).map(([, { index, address, rows }]) => {
    const kept = chooseKept(rows)
    return { kept, index, rows, address: open(keys, kept)?.address ?? address }
  })
  const merges = ready.flatMap(({ kept, rows }) =>
    rows.filter(row => row !== kept).map(({ id }) => ({ id, kept: kept.id })))
  if (merges.length > 0) await mergeInto(client, merges)
  await replaceSeals.run({
    ids: ready.map(({ kept }) => kept.id),
    seals: ready.map(({ kept, address }) => sealAddress(keys, kept.id, address)),
    indexes: ready.map(({ index }) => index)
  }, client)
  return {
    looked: rows.length,
    resealed: ready.length,
    merged: merges.length,
    damaged,
    busy: [...busy].flatMap(key => addresses.get(key)?.rows.map(({ id }) => id) ?? [])
  }
}

/**
 * The address in a seal and its fingerprint; null if the seal does not open, or its text is not an
 * address today.
 */
function open (keys: Keyring, { id, addressSealed }: LockedRow): Opened | null {
  try {
    const address = openAddress(keys, id, addressSealed)
    const parsed = parseAddress(address)
    return parsed.ok ? { address, index: fingerprints(keys, parsed.value.canonical)[0] } : null
  } catch {
    return null
  }
}

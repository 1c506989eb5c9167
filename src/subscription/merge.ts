import type { Queryable } from '../platform/database/pool.js'
import {
  eraseAll,
  findByIndexes,
  forwardMerged,
  forwardProofs,
  lockUnlocked,
  recordMerged,
  type ILockUnlockedResult
} from './subscription.queries.js'

/** A subscriber's row that is locked by this transaction. */
export type LockedRow = ILockUnlockedResult

/** All rows of one address, which are to become one. */
export interface SameAddress { index: Buffer, rows: [LockedRow, ...LockedRow[]] }

/**
 * Looks for rows that are stored under one of the fingerprints (the map's keys, in hexadecimal)
 * already, locks them, and adds them. Returns the fingerprints for which it could not, as someone
 * is changing such a row now.
 */
export async function addStoredRows (db: Queryable, addresses: ReadonlyMap<string, SameAddress>): Promise<string[]> {
  const stored = await findByIndexes.run({ indexes: [...addresses.values()].map(({ index }) => index) }, db)
  const others = stored.map(({ id, addressIndex }) => ({ id, key: addressIndex.toString('hex') }))
    .filter(({ id, key }) => addresses.get(key)?.rows.every(row => row.id !== id) === true)
  if (others.length === 0) return []
  const locked = new Map((await lockUnlocked.run({ ids: others.map(({ id }) => id) }, db)).map(row => [row.id, row]))
  return others.flatMap(({ id, key }) => {
    const row = locked.get(id)
    if (row === undefined) return [key]
    addresses.get(key)?.rows.push(row)
    return []
  })
}

/**
 * Which of the rows of one address stays: an active one before a pending one, the older consent, or
 * the younger request.
 */
export function chooseKept (rows: readonly [LockedRow, ...LockedRow[]]): LockedRow {
  return rows.reduce((kept, row) => comesFirst(row, kept) ? row : kept)
}

function comesFirst (a: LockedRow, b: LockedRow): boolean {
  if (a.state !== b.state) return a.state === 'active'
  const order = a.confirmedAt !== null && b.confirmedAt !== null
    ? a.confirmedAt.getTime() - b.confirmedAt.getTime()
    : b.requestedAt.getTime() - a.requestedAt.getTime()
  return order === 0 ? a.id < b.id : order < 0
}

/**
 * Erases rows in favour of others. Links that were made for an erased one mean the one that was
 * kept. If the reader has `moved`, mails that were planned for the erased row go to the other one.
 * `gaveUpAddress`: the rows were stored under an address that must not come back with a backup.
 */
export async function mergeInto (
  db: Queryable, merges: ReadonlyArray<{ id: string, kept: string }>, { moved = false, gaveUpAddress = false } = {}
): Promise<void> {
  const ids = merges.map(({ id }) => id)
  const kept = merges.map(({ kept }) => kept)
  await forwardMerged.run({ ids, kept, moved, gaveUpAddress }, db)
  await recordMerged.run({ ids, kept, moved, gaveUpAddress }, db)
  await forwardProofs.run({ ids, kept }, db)
  await eraseAll.run({ ids }, db)
}

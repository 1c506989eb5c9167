import type { Queryable } from '../database/pool.js'

/** Rows that hold a seal, of one room. Each room that seals something brings its own. */
export interface SealedRows {
  /** The key versions that something is sealed with. */
  versions: (db: Queryable) => Promise<number[]>
  /** Some rows that a version has sealed. */
  sample: (db: Queryable, version: number, limit: number) => Promise<Array<{ id: string, addressSealed: Buffer }>>
  /** How many addresses each version seals. */
  count: (db: Queryable) => Promise<Map<number, number>>
  /**
   * How many fingerprints each version has made of addresses that are not stored any more: nobody
   * can make them again with another key.
   */
  fingerprints?: (db: Queryable) => Promise<Map<number, number>>
}

/**
 * The rows of several rooms as one. They are asked one by one: a connection answers no two at once.
 */
export function allSealedRows (rooms: readonly SealedRows[]): SealedRows {
  return {
    async versions (db) {
      const versions = new Set<number>()
      for (const room of rooms) for (const version of await room.versions(db)) versions.add(version)
      return [...versions]
    },
    async sample (db, version, limit) {
      const samples: Awaited<ReturnType<SealedRows['sample']>> = []
      for (const room of rooms) samples.push(...await room.sample(db, version, limit - samples.length))
      return samples
    },
    count: async db => await sum(rooms.map(room => room.count), db),
    fingerprints: async db => await sum(rooms.flatMap(room => room.fingerprints ?? []), db)
  }
}

async function sum (counts: ReadonlyArray<SealedRows['count']>, db: Queryable): Promise<Map<number, number>> {
  const total = new Map<number, number>()
  for (const each of counts) {
    for (const [version, count] of await each(db)) total.set(version, (total.get(version) ?? 0) + count)
  }
  return total
}

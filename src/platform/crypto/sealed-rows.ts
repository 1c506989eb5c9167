import type { Queryable } from '../database/pool.js'

/** Rows that hold a seal, of one room. Each room that seals something brings its own. */
export interface SealedRows {
  /** The key versions that something is sealed with. */
  versions: (db: Queryable) => Promise<number[]>
  /** Some rows that a version has sealed. */
  sample: (db: Queryable, version: number, limit: number) => Promise<Array<{ id: string, addressSealed: Buffer }>>
  /** How many addresses each version seals. */
  count: (db: Queryable) => Promise<Map<number, number>>
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
    async count (db) {
      const total = new Map<number, number>()
      for (const room of rooms) {
        for (const [version, count] of await room.count(db)) total.set(version, (total.get(version) ?? 0) + count)
      }
      return total
    }
  }
}

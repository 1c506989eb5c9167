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

/** The rows of several rooms as one. */
export function allSealedRows (rooms: readonly SealedRows[]): SealedRows {
  return {
    versions: async db => [...new Set((await Promise.all(rooms.map(async room => await room.versions(db)))).flat())],
    async sample (db, version, limit) {
      const samples = await Promise.all(rooms.map(async room => await room.sample(db, version, limit)))
      return samples.flat().slice(0, limit)
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

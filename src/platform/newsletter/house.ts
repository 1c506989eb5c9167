import type { Queryable } from '../database/pool.js'
import type { Publisher } from './publisher.js'

/** What the house that publishes the newsletter says of itself, as it holds at one moment. */
export interface HouseNow {
  readonly publisher: Publisher
  /** Another one whenever any of it was changed. */
  readonly version: string
}

/** The house that publishes the newsletter. What it says of itself may change at any time. */
export interface House {
  /** For pages and mails to single people: as this process last saw it. Never rejects. */
  current: () => Promise<HouseNow>
  /** For what is approved and sent: as it is stored. */
  read: (deps: { db: Queryable }) => Promise<HouseNow>
}

/** The house as PUBLISHER_FILE describes it. */
export function createHouse ({ first }: { first: Publisher }): House {
  const now: HouseNow = Object.freeze({ publisher: first, version: '0' })
  return { current: async () => now, read: async () => now }
}

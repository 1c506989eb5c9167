import type { House } from '../../src/platform/newsletter/house.js'
import type { Publisher } from '../../src/platform/newsletter/publisher.js'

/** A house whose data never change. */
export function steadyHouse (publisher: Publisher): House {
  const now = { publisher, version: '0' }
  return { current: async () => now, read: async () => now }
}

import { FIRST_ACCENT } from '../../src/platform/mail/accent.js'
import { houseSettings } from '../../src/platform/newsletter/house-settings.js'
import type { House } from '../../src/platform/newsletter/house.js'
import type { Publisher } from '../../src/platform/newsletter/publisher.js'

/** A house whose data never change. */
export function steadyHouse (publisher: Publisher): House {
  const now = {
    publisher, senderName: 'Integrationsbrief', privacyText: '', accent: FIRST_ACCENT, logo: null, version: '0'
  }
  return {
    settings: houseSettings(now),
    current: async () => now,
    read: async () => now,
    change: async () => false
  }
}

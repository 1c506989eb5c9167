import type { EventDefinition } from './event-definition.js'

/** Events of what is erased. */
export const PRIVACY_EVENTS = {
  subscriber_erased: { levels: ['info'], fields: {}, meaning: 'a subscriber left and was erased' },
  unconfirmed_erased: {
    levels: ['info'],
    fields: { erased: 'number' },
    meaning: 'sign-ups whose link had expired were erased'
  }
} as const satisfies Record<string, EventDefinition>

import type { EventDefinition } from './event-definition.js'

/** Events of what is erased. */
export const PRIVACY_EVENTS = {
  subscriber_erased: { levels: ['info'], fields: {}, meaning: 'a subscriber left and was erased' },
  unconfirmed_erased: {
    levels: ['info'],
    fields: { erased: 'number' },
    meaning: 'sign-ups whose link had expired were erased'
  },
  export_done: {
    levels: ['info'],
    fields: { form: 'string', subscribers: 'number' },
    meaning: 'subscribers were exported, as an `archive` or as `csv`'
  },
  export_failed: {
    levels: ['warn'],
    fields: { form: 'string', reason: 'string' },
    meaning: 'an export was not finished, for example because the browser went away; what has left is cut'
  },
  export_lacks: {
    levels: ['error'],
    fields: { form: 'string', count: 'number' },
    meaning: 'an export lacks addresses whose seals are damaged'
  },
  archive_taken: {
    levels: ['info'],
    fields: { added: 'number', known: 'number', suppressed: 'number', gone: 'number' },
    meaning: 'the archive of another installation was taken over'
  }
} as const satisfies Record<string, EventDefinition>

import type { EventDefinition } from './event-definition.js'

/** Events of what is kept outside of the database. */
export const JOURNAL_EVENTS = {
  journal_replayed: {
    levels: ['info', 'warn'],
    fields: { erased: 'number', paused: 'number', settled: 'number', unknown: 'number' },
    meaning: 'the database was held against the journal; a warning if it knew less, as after a restore'
  },
  journal_begun: {
    levels: ['warn'],
    fields: { journal: 'string' },
    meaning: 'one of two journals is another one than before: it was set just now, or the one before is lost'
  },
  journal_shorter: {
    levels: ['warn'],
    fields: { journal: 'string' },
    meaning: 'one of two journals has fewer entries than it had, as an older copy of itself has; the other one is whole'
  },
  journal_unwritable: {
    levels: ['error'],
    fields: { reason: 'string' },
    meaning: 'the journal cannot be written; the database keeps what belongs there, and it is tried every 5 seconds'
  },
  journal_writable: { levels: ['info'], fields: {}, meaning: 'the journal has everything again' }
} as const satisfies Record<string, EventDefinition>

import type { EventDefinition } from './event-definition.js'

/** Events of what comes back. */
export const BOUNCE_EVENTS = {
  bounced_erased: {
    levels: ['info'],
    fields: { reason: 'string', erased: 'number' },
    meaning: 'readers were erased: `hard_bounce`, `soft_bounces` or `complaint`'
  },
  bounce_policy: {
    levels: ['warn'],
    fields: { issue: 'number' },
    meaning: 'a mail came back for a fault of ours: signature, reputation, content'
  }
} as const satisfies Record<string, EventDefinition>

import type { Pool } from 'pg'
import type { Clock } from '../clock.js'
import type { Log } from '../log/log.js'
import { findPublicSettings, recordPublicSettings } from './newsletter.queries.js'
import type { Publisher } from './publisher.js'

/**
 * The settings that are frozen into every mail of an issue: where its links lead, and its
 * Impressum.
 */
export interface PublicSettings { publicUrl: string, publisher: Publisher }

interface RecordDeps { pool: Pool, clock: Clock, log: Pick<Log, 'warn'> }

/**
 * Notes what the service runs with. A change is logged: it may be meant, or another process of the
 * service has other settings, and then readers get the links of whichever process wrote last.
 */
export async function recordSettings ({ pool, clock, log }: RecordDeps, settings: PublicSettings): Promise<void> {
  const { publicUrl, publisher } = settings
  const before = await recordPublicSettings.maybeOne({ publicUrl, publisher, now: clock.now() }, pool)
  const difference = settingsDifference(settings, before)
  if (difference === null) return
  log.warn({ event: 'public_settings_changed' }, `${difference}, with which the service was started before; ` +
    'restart every process that still has the old setting')
}

/**
 * Throws one line if the service was last started with other settings than these. Passes if it was
 * never started.
 */
export async function checkSettings ({ pool }: { pool: Pool }, own: PublicSettings): Promise<void> {
  const difference = settingsDifference(own, await findPublicSettings.maybeOne(undefined, pool))
  if (difference === null) return
  throw new Error(`${difference}, with which the service runs; ` +
    'set it likewise, or restart the service with the new one first')
}

interface Recorded { publicUrl: string, publisher: unknown }

/**
 * Which setting differs from what is on record, as the beginning of a line; null if none does, or
 * nothing is on record. Another version may have recorded a publisher with other fields.
 */
function settingsDifference (own: PublicSettings, other: Recorded | null): string | null {
  if (other === null) return null
  if (own.publicUrl !== other.publicUrl) return `PUBLIC_URL is ${own.publicUrl} here and not ${other.publicUrl}`
  const [here, there] = [fieldsOf(own.publisher), fieldsOf(other.publisher)]
  for (const field of new Set([...here.keys(), ...there.keys()])) {
    const [value, recorded] = [here.get(field), there.get(field)]
    if (value !== recorded) return `PUBLISHER_FILE has ${field}: ${value} here and not ${recorded}`
  }
  return null
}

/** Each field's value as JSON. */
function fieldsOf (publisher: unknown): Map<string, string> {
  return new Map(Object.entries(Object(publisher)).map(([field, value]) => [field, JSON.stringify(value)]))
}

import type { Pool } from 'pg'
import type { Clock } from '../clock.js'
import type { Log } from '../log/log.js'
import { findPublicSettings, recordPublicSettings } from './newsletter.queries.js'
import type { Publisher } from './publisher.js'

/** The settings that are frozen into every mail of an issue: where its links lead, and its Impressum. */
export interface PublicSettings { publicUrl: string, publisher: Publisher }

/**
 * Notes what the service runs with. A change is logged: it may be meant, or another process of the service has other
 * settings, and then readers get the links of whichever process wrote last.
 */
export async function recordSettings ({ pool, clock, log }: { pool: Pool, clock: Clock, log: Pick<Log, 'warn'> }, settings: PublicSettings): Promise<void> {
  const [before] = await recordPublicSettings.run({ publicUrl: settings.publicUrl, publisher: settings.publisher, now: clock.now() }, pool)
  const difference = before === undefined ? null : settingsDifference(settings, { publicUrl: before.publicUrl, publisher: before.publisher as Publisher })
  if (difference === null) return
  log.warn({ event: 'public_settings_changed' }, `${difference}, with which the service was started before; restart every process that still has the old setting`)
}

/** Throws one line if the service was last started with other settings than these. Passes if it was never started. */
export async function checkSettings (pool: Pool, own: PublicSettings): Promise<void> {
  const [recorded] = await findPublicSettings.run(undefined, pool)
  const difference = recorded === undefined ? null : settingsDifference(own, { publicUrl: recorded.publicUrl, publisher: recorded.publisher as Publisher })
  if (difference !== null) throw new Error(`${difference}, with which the service runs; set it likewise, or restart the service with the new one first`)
}

/** Which setting differs and from what, as the beginning of a line; null if none does. */
function settingsDifference (own: PublicSettings, other: PublicSettings): string | null {
  if (own.publicUrl !== other.publicUrl) return `PUBLIC_URL is ${own.publicUrl} here and not ${other.publicUrl}`
  const fields = new Set([...Object.keys(own.publisher), ...Object.keys(other.publisher)]) as Set<keyof Publisher>
  for (const field of fields) {
    if (own.publisher[field] !== other.publisher[field]) {
      return `PUBLISHER_FILE has ${field}: ${JSON.stringify(own.publisher[field])} here and not ${JSON.stringify(other.publisher[field])}`
    }
  }
  return null
}

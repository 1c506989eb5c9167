import type { Pool } from 'pg'
import type { Clock } from '../clock.js'
import { readKept } from '../kept-settings/kept-setting.js'
import type { Log } from '../log/log.js'
import { houseSettings } from './house-settings.js'
import { findPublicSettings, recordPublicSettings } from './newsletter.queries.js'
import type { Publisher } from './publisher.js'

/**
 * The settings that are frozen into every mail of an issue: where its links lead, and its
 * Impressum, as PUBLISHER_FILE has it.
 */
export interface PublicSettings { publicUrl: string, publisher: Publisher }

interface RecordDeps { pool: Pool, clock: Clock, log: Pick<Log, 'warn'> }

/**
 * Notes what the service runs with. A change is logged: it may be meant, or another process of the
 * service has other settings, and then readers get the links of whichever process wrote last. Once
 * the publisher's data are set at the desk, another file does nothing, and that is logged.
 */
export async function recordSettings ({ pool, clock, log }: RecordDeps, settings: PublicSettings): Promise<void> {
  const { publicUrl, publisher } = settings
  const before = await recordPublicSettings.maybeOne({ publicUrl, publisher, now: clock.now() }, pool)
  const difference = settingsDifference(settings, before)
  if (difference === null) return
  const { text, ofFile } = difference
  const advice = ofFile && await isSetAtDesk({ pool }, settings)
    ? 'that changes nothing, because these data are set at the desk'
    : 'restart every process that still has the old setting'
  log.warn({ event: 'public_settings_changed' }, `${text}, with which the service was started before; ${advice}`)
}

/**
 * Throws one line if the service was last started with other settings than these. Passes if it was
 * never started, and for another PUBLISHER_FILE once the publisher's data are set at the desk.
 */
export async function checkSettings ({ pool }: { pool: Pool }, own: PublicSettings): Promise<void> {
  const difference = settingsDifference(own, await findPublicSettings.maybeOne(undefined, pool))
  if (difference === null || (difference.ofFile && await isSetAtDesk({ pool }, own))) return
  throw new Error(`${difference.text}, with which the service runs; ` +
    'set it likewise, or restart the service with the new one first')
}

async function isSetAtDesk ({ pool }: { pool: Pool }, first: PublicSettings): Promise<boolean> {
  const { publisher } = houseSettings({ publisher: first.publisher, senderName: '' })
  return (await readKept({ db: pool }, publisher)).version > 0
}

interface Recorded { publicUrl: string, publisher: unknown }

/** `text`: the beginning of a line. `ofFile`: nothing but PUBLISHER_FILE differs. */
interface Difference { text: string, ofFile: boolean }

/**
 * Which setting differs from what is on record; null if none does, or nothing is on record. Another
 * version may have recorded a publisher with other fields.
 */
function settingsDifference (own: PublicSettings, other: Recorded | null): Difference | null {
  if (other === null) return null
  if (own.publicUrl !== other.publicUrl) {
    return { text: `PUBLIC_URL is ${own.publicUrl} here and not ${other.publicUrl}`, ofFile: false }
  }
  const [here, there] = [fieldsOf(own.publisher), fieldsOf(other.publisher)]
  for (const field of new Set([...here.keys(), ...there.keys()])) {
    const [value, recorded] = [here.get(field), there.get(field)]
    if (value !== recorded) {
      return { text: `PUBLISHER_FILE has ${field}: ${value} here and not ${recorded}`, ofFile: true }
    }
  }
  return null
}

/** Each field's value as JSON. */
function fieldsOf (publisher: unknown): Map<string, string> {
  return new Map(Object.entries(Object(publisher)).map(([field, value]) => [field, JSON.stringify(value)]))
}

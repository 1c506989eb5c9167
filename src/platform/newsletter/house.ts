import type { Pool } from 'pg'
import type { Clock } from '../clock.js'
import type { Queryable } from '../database/pool.js'
import {
  changeKept, readAllKept, type Change, type ChangeDeps, type KeptSetting
} from '../kept-settings/kept-setting.js'
import { houseSettings, type FirstValues, type HouseSettings, type Logo } from './house-settings.js'
import type { Publisher } from './publisher.js'

/** What the house that publishes the newsletter says of itself, as it holds at one moment. */
export interface HouseNow {
  readonly publisher: Publisher
  readonly senderName: string
  readonly privacyText: string
  /** What links and marks in mails are coloured with, as #rrggbb. */
  readonly accent: string
  readonly logo: Logo | null
  /** Another one whenever any of it was changed. */
  readonly version: string
}

/** The house that publishes the newsletter. What it says of itself may change at any time. */
export interface House {
  settings: HouseSettings
  /**
   * For pages and mails to single people: as this process last saw it, a few seconds ago at most.
   * Never rejects: if it cannot be read, what was seen before still holds. Without a promise where
   * no look is needed: a page that is ready is sent at once.
   */
  current: () => HouseNow | Promise<HouseNow>
  /** For what is approved and sent: as it is stored, or as it held at a time. */
  read: (deps: { db: Queryable }, at?: Date) => Promise<HouseNow>
  /** Changes one of its settings. False, and nothing is changed, if somebody else was faster. */
  change: <T>(deps: ChangeDeps, setting: KeptSetting<T>, change: Change<T>) => Promise<boolean>
}

/** How long a process does not look again: so much later a change at the desk may be seen. */
const FRESH_MS = 3_000

/** The house of a database. What nobody has set at the desk yet is as `first` says. */
export function createHouse (
  { pool, clock, first }: { pool: Pool, clock: Clock, first: FirstValues }
): House {
  const settings = houseSettings(first)
  const { privacyText: { first: privacyText }, accent: { first: accent }, logo: { first: logo } } = settings
  let seen: HouseNow = Object.freeze({ ...first, privacyText, accent, logo, version: '' })
  let seenAt = -Infinity
  let look: Promise<HouseNow> | null = null

  async function read ({ db }: { db: Queryable }, at?: Date): Promise<HouseNow> {
    const { publisher, senderName, privacyText, accent, logo } = await readAllKept({ db }, settings, at)
    return Object.freeze({
      publisher: publisher.value,
      senderName: senderName.value,
      privacyText: privacyText.value,
      accent: accent.value,
      logo: logo.value,
      version: [publisher, senderName, privacyText, accent, logo].map(({ version }) => version).join('.')
    })
  }

  async function lookAgain (now: number): Promise<HouseNow> {
    try {
      const found = await read({ db: pool })
      // The same object as long as nothing has changed.
      if (found.version !== seen.version) seen = found
    } catch {
      // Pages go on with what is known; what is approved and sent does not come this way.
    } finally {
      seenAt = now
      look = null
    }
    return seen
  }

  return {
    settings,
    read,
    current () {
      const now = clock.now().getTime()
      if (Math.abs(now - seenAt) < FRESH_MS) return seen
      look ??= lookAgain(now)
      return look
    },
    async change (deps, setting, change) {
      const changed = await changeKept(deps, setting, change)
      // A look that began before would bring back what held then.
      await look
      if (changed) seenAt = -Infinity
      return changed
    }
  }
}

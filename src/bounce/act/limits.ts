import type { Clock } from '../../platform/clock.js'
import { TooMany } from '../receive/arrived.js'
import type { Owner } from './find-owner.js'

/** Mails that prove nothing are taken so fast at most: they may be a flood. */
export const UNOWNED_A_MINUTE = 600
/** So many reports of one copy of an issue are read in an hour: more come from a loop. */
export const SAME_AN_HOUR = 20

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

interface Limits {
  /**
   * Whether a mail comes from a loop: then it only counts. Throws a `TooMany` if a mail without an
   * owner should come later.
   */
  isLoop: (owner: Owner | null) => boolean
}

/** Limits what one process takes in. */
export function createLimits ({ clock }: { clock: Clock }): Limits {
  const unowned = createWindow(clock, MINUTE_MS)
  const owned = createWindow(clock, HOUR_MS)
  return {
    isLoop (owner) {
      if (owner !== null) return owned(`${owner.id} ${owner.issue}`) > SAME_AN_HOUR
      if (unowned('') > UNOWNED_A_MINUTE) throw new TooMany()
      return false
    }
  }
}

/** Counts within a window of time, by key. */
function createWindow (clock: Clock, lengthMs: number): (key: string) => number {
  let counts = new Map<string, number>()
  let began = 0
  return key => {
    const now = clock.now().getTime()
    if (Math.abs(now - began) >= lengthMs) {
      counts = new Map()
      began = now
    }
    const times = (counts.get(key) ?? 0) + 1
    counts.set(key, times)
    return times
  }
}

import type { Clock } from '../../platform/clock.js'
import type { VerpTag } from '../../delivery/verp.js'
import { TooMany } from '../receive/arrived.js'
import type { Decision } from './decide.js'

/**
 * Mails that prove nothing are taken so fast at most, and so are wishes to leave that prove
 * nothing: they may be a flood, and one kind does not hold up the other.
 */
export const UNOWNED_A_MINUTE = 600
/** So many reports of one copy of an issue are read in an hour: more come from a loop. */
export const SAME_AN_HOUR = 20

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

interface Limits {
  /** Throws a `TooMany` if a mail that leads to this should come later. */
  admit: (decision: Decision) => void
  /** Whether enough mails about this copy were taken in. */
  isLoop: (copy: VerpTag) => boolean
  /** Notes that a mail about this copy was taken in. */
  taken: (copy: VerpTag) => void
}

/** Limits what one process takes in. */
export function createLimits ({ clock }: { clock: Clock }): Limits {
  const unowned = createWindow(clock, MINUTE_MS)
  const owned = createWindow(clock, HOUR_MS)
  return {
    admit (decision) {
      if (decision.owner !== null) return
      const key = decision.does === 'keep' ? decision.as : 'other'
      if (unowned.add(key) > UNOWNED_A_MINUTE) throw new TooMany()
    },
    isLoop: copy => owned.count(keyOf(copy)) >= SAME_AN_HOUR,
    taken: copy => { owned.add(keyOf(copy)) }
  }
}

function keyOf ({ id, issue }: VerpTag): string {
  return `${id} ${issue}`
}

/** Counts within a window of time, by key. */
function createWindow (clock: Clock, lengthMs: number): Record<'add' | 'count', (key: string) => number> {
  let counts = new Map<string, number>()
  let began = 0
  const count = (key: string): number => {
    const now = clock.now().getTime()
    if (Math.abs(now - began) >= lengthMs) {
      counts = new Map()
      began = now
    }
    return counts.get(key) ?? 0
  }
  return {
    count,
    add (key) {
      const times = count(key) + 1
      counts.set(key, times)
      return times
    }
  }
}

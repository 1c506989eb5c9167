import type { Clock } from '../../platform/clock.js'

/** Lets the same subject in once at a time, and again only after a pause. */
export interface Turns {
  /** Takes a turn for all keys; null if one of them has a turn or had one lately. */
  take: (keys: readonly string[]) => (() => void) | null
}

/** They are kept in memory: each web process lets in for itself. */
export function createTurns ({ clock }: { clock: Clock }, pauseMs: number): Turns {
  /** Until when a key has to wait, in ms; Infinity while it has its turn. */
  const until = new Map<string, number>()
  return {
    take (keys) {
      const now = clock.now().getTime()
      for (const [key, end] of until) if (end <= now) until.delete(key)
      if (keys.some(key => until.has(key))) return null
      for (const key of keys) until.set(key, Infinity)
      return () => {
        const end = clock.now().getTime() + pauseMs
        for (const key of keys) until.set(key, end)
      }
    }
  }
}

import type { Clock } from '../../src/platform/clock.js'

/** A clock that stands still until a test moves it. */
export interface TravelClock extends Clock {
  travel: (by: { minutes?: number, hours?: number, days?: number }) => void
}

export function travelClock (start = new Date('2026-03-02T09:00:00Z')): TravelClock {
  let time = start.getTime()
  return {
    now: () => new Date(time),
    travel: ({ minutes = 0, hours = 0, days = 0 }) => { time += ((days * 24 + hours) * 60 + minutes) * 60_000 }
  }
}

/** The clock of the day, and how often it is looked at. */
export interface DayClock { now: () => number, lookMs: number }

export const dayClock: DayClock = { now: Date.now, lookMs: 5_000 }

/** Less than this is a correction, and holds up nothing for long. */
const TOLERATED_MS = 60_000

/** Tells whenever the clock of the day was set back, by how much. Returns how to end it. */
export function watchForSetBack ({ now, lookMs }: DayClock, tell: (seconds: number) => void): () => void {
  const ahead = (): number => now() - performance.now()
  let last = ahead()
  const timer = setInterval(() => {
    const before = last
    last = ahead()
    if (before - last > TOLERATED_MS) tell(Math.round((before - last) / 1000))
  }, lookMs).unref()
  return () => clearInterval(timer)
}

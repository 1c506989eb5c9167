import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import { dayAfter, dayOf } from '../platform/text/dates.js'
import { findDepartures } from './subscription.queries.js'

/** The least number of people that a figure stands for: a smaller one could name somebody. */
export const FEWEST = 10
const MOST_HIDDEN = FEWEST - 1
const DAYS = 14

/** How many subscribers left by the link of one issue. */
export interface Departures {
  /** From the first departure on, at most 14, without today; null stands for fewer than ten. */
  days: Array<{ day: string, departures: number | null }>
  /** Of these days; null if it would tell the figure of a day that is null. */
  total: number | null
  /** What the total is at least: the sum of the days that are shown. */
  atLeast: number
}

interface DepartureDeps { pool: Pool, clock: Clock }

/**
 * Reads who left by the link of an issue, as figures that name nobody. Only days that are over
 * count, and what is shown of one never changes: from two looks, no more can be learnt than from
 * the later one.
 */
export async function departuresOf ({ pool, clock }: DepartureDeps, issue: number): Promise<Departures> {
  const counted = await findDepartures.run({ issue }, pool)
  const first = counted[0]?.day
  if (first === undefined) return mask([], { isOver: false })
  const today = dayOf(clock.now())
  const figures = new Map(counted.map(({ day, departures }) => [day, departures]))
  const days = Array.from({ length: DAYS }, (_, index) => dayAfter(first, index))
  const over = days.filter(day => day < today).map(day => ({ day, departures: figures.get(day) ?? 0 }))
  return mask(over, { isOver: over.length === DAYS })
}

/**
 * Hides small figures. The total less the days that are shown is the sum of the hidden ones: it is
 * told only when no day can be added to it, and when each hidden day may still be anything from 0
 * to 9.
 */
export function mask (
  days: ReadonlyArray<{ day: string, departures: number }>, { isOver }: { isOver: boolean }
): Departures {
  const shown = days.filter(({ departures }) => departures >= FEWEST)
  const atLeast = shown.reduce((sum, { departures }) => sum + departures, 0)
  const total = days.reduce((sum, { departures }) => sum + departures, 0)
  const hiddenDays = days.length - shown.length
  const hidden = total - atLeast
  const isVague = hidden >= FEWEST && hidden <= MOST_HIDDEN * (hiddenDays - 1)
  return {
    days: days.map(({ day, departures }) => ({ day, departures: departures >= FEWEST ? departures : null })),
    total: hiddenDays === 0 || (isOver && isVague) ? total : null,
    atLeast
  }
}

import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import { dayAfter, dayOf } from '../platform/text/dates.js'
import {
  eraseDayCounts as eraseOldDays, eraseDepartures as eraseOldDepartures, findDays, findOldestDayCount,
  findOldestDeparture, noteDayEnds as noteMissingDayEnds, type IFindDaysResult
} from './subscription.queries.js'

/**
 * What was counted on a day in Hesse. `active` is the number of active subscribers at its end; null
 * if it was not noted, as for today.
 */
export type CountedDay = IFindDaysResult

/**
 * The days from the first to the last, such as "2027-03-04", both included; also those on which
 * nothing was counted.
 */
export async function readDays (
  { pool }: { pool: Pool }, { from, to }: { from: string, to: string }
): Promise<CountedDay[]> {
  return await findDays.run({ first: from, last: to }, pool)
}

interface CountDeps { pool: Pool, clock: Clock }

/**
 * Notes how many active subscribers there were at the end of yesterday, and of every day before
 * that was missed, from the first day on which anything was counted.
 */
export async function noteDayEnds ({ pool, clock }: CountDeps): Promise<void> {
  await noteMissingDayEnds.run({ yesterday: dayAfter(dayOf(clock.now()), -1) }, pool)
}

export const DAY_COUNTS = { years: 3 }
export const DEPARTURES = { years: 1 }

/** Erases the counts of days after three years. Returns how many rows. */
export async function eraseDayCounts ({ pool, clock }: CountDeps): Promise<number> {
  return (await eraseOldDays.one({ today: dayOf(clock.now()), ...DAY_COUNTS }, pool)).count
}

/** Erases an issue's departures, all at once, a year after the first. Returns how many rows. */
export async function eraseDepartures ({ pool, clock }: CountDeps): Promise<number> {
  return (await eraseOldDepartures.one({ today: dayOf(clock.now()), ...DEPARTURES }, pool)).count
}

/** When the first count of a day is over. */
export async function dayCountsEnd ({ pool }: Pick<CountDeps, 'pool'>): Promise<Date | null> {
  return endOfDay((await findOldestDayCount.one(undefined, pool)).day, DAY_COUNTS)
}

/** When the first departures are over. */
export async function departuresEnd ({ pool }: Pick<CountDeps, 'pool'>): Promise<Date | null> {
  return endOfDay((await findOldestDeparture.one(undefined, pool)).day, DEPARTURES)
}

/** A day that is so many years old is kept until it is over. */
function endOfDay (day: string | null, { years }: { years: number }): Date | null {
  if (day === null) return null
  const [year = '', rest = ''] = [day.slice(0, 4), day.slice(4)]
  return new Date(`${dayAfter(`${Number(year) + years}${rest}`, 1)}T00:00:00Z`)
}

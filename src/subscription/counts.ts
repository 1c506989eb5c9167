import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import { dayAfter, dayOf } from '../platform/text/dates.js'
import {
  eraseCounts as eraseOldCounts, findDays, noteDayEnds as noteMissingDayEnds, type IFindDaysResult
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

/** Erases the counts of days after three years, and those of an issue's departures after one. */
export async function eraseCounts ({ pool, clock }: CountDeps): Promise<void> {
  await eraseOldCounts.run({ today: dayOf(clock.now()) }, pool)
}

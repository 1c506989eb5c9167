import { formatDate } from '../../platform/text/dates.js'
import { de } from '../../texts/de.js'

const DAY_AND_TIME = { dateStyle: 'medium', timeStyle: 'short' } as const
const CLOCK_TIME = { timeStyle: 'short' } as const

/** "27. Nov. 2026, 10:42" by clocks in Hesse. */
export function dayAndTime (instant: Date): string {
  return formatDate(de.locale, instant, DAY_AND_TIME)
}

/** "10:42" */
export function clockTime (instant: Date): string {
  return formatDate(de.locale, instant, CLOCK_TIME)
}

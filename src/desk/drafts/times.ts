import { formatDate } from '../../platform/text/dates.js'
import { de } from '../../texts/de.js'

/** "27. Nov. 2026, 10:42" by clocks in Hesse. */
export function dayAndTime (instant: Date): string {
  return formatDate(de.locale, instant, { dateStyle: 'medium', timeStyle: 'short' })
}

/** "10:42" */
export function clockTime (instant: Date): string {
  return formatDate(de.locale, instant, { timeStyle: 'short' })
}

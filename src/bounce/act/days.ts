import { dayAfter } from '../../platform/text/dates.js'

/** The day in UTC, as "2027-03-04". */
export function utcDay (at: Date): string {
  return at.toISOString().slice(0, 10)
}

/** The Monday of a day's week. */
export function mondayOf (day: string): string {
  const weekday = new Date(`${day}T00:00Z`).getUTCDay()
  return dayAfter(day, -((weekday + 6) % 7))
}

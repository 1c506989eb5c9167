import { memoSync } from '../memo.js'

/** Where clocks show the time that readers mean. */
const TIME_ZONE = 'Europe/Berlin'

/**
 * Formats a date for readers. A text such as "2027-03-04" or "2027-03-04 09:30" is a wall-clock
 * value and is shown as it was typed. A Date is an instant and is shown as clocks in `TIME_ZONE`
 * show it.
 */
export function formatDate (locale: string, value: string | Date, options: Intl.DateTimeFormatOptions): string {
  const isInstant = value instanceof Date
  // Reading and writing a wall-clock value as UTC keeps it as typed, also in the hour that summer
  // time skips.
  const date = isInstant ? value : new Date(value.length === 10 ? `${value}T00:00Z` : `${value.replace(' ', 'T')}Z`)
  return formatOf({ locale, options: { ...options, timeZone: isInstant ? TIME_ZONE : 'UTC' } }).format(date)
}

/** Making a format takes 50 times as long as using it. */
const formatOf = memoSync(
  ({ locale, options }: { locale: string, options: Intl.DateTimeFormatOptions }) =>
    new Intl.DateTimeFormat(locale, options),
  { keyOf: JSON.stringify, most: 100 }
)

/** "4. März 2027" */
export function longDay (locale: string, value: string | Date): string {
  return formatDate(locale, value, { dateStyle: 'long' })
}

/** "4. März 2027, 9:30 Uhr", with `o'clock` in the language's words. */
export function longMoment (locale: string, value: Date, oClock: (time: string) => string): string {
  const time = formatDate(locale, value, { hour: 'numeric', minute: '2-digit' })
  return `${longDay(locale, value)}, ${oClock(time.replace(/^0/, ''))}`
}

/** The day that clocks in `TIME_ZONE` show, as "2027-03-04". */
export function dayOf (instant: Date): string {
  return formatDate('sv-SE', instant, { dateStyle: 'short' })
}

/** What clocks in `TIME_ZONE` show at an instant, as "2027-03-04 09:30". */
export function wallClock (instant: Date): string {
  return formatDate('sv-SE', instant, { dateStyle: 'short', timeStyle: 'short' })
}

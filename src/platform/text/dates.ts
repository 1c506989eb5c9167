import { memoSync } from '../memo.js'

/** Where clocks show the time that readers mean. */
const TIME_ZONE = 'Europe/Berlin'

/**
 * Formats a date for readers. Options are named constants: a format is remembered by the very
 * object that asks for it. A text such as "2027-03-04" or "2027-03-04 09:30" is a wall-clock
 * value and is shown as it was typed. A Date is an instant and is shown as clocks in `TIME_ZONE`
 * show it.
 */
export function formatDate (locale: string, value: string | Date, options: Intl.DateTimeFormatOptions): string {
  if (value instanceof Date) return instants(options)(locale).format(value)
  // Reading and writing a wall-clock value as UTC keeps it as typed, also in the hour that summer
  // time skips.
  const date = new Date(value.length === 10 ? `${value}T00:00Z` : `${value.replace(' ', 'T')}Z`)
  return wallClocks(options)(locale).format(date)
}

type Formats = (options: Intl.DateTimeFormatOptions) => (locale: string) => Intl.DateTimeFormat

/** Making a format takes 50 times as long as using it. */
const formatsIn = (timeZone: string): Formats => memoSync(
  options => memoSync((locale: string) => new Intl.DateTimeFormat(locale, { ...options, timeZone })), { most: 100 }
)
const instants = formatsIn(TIME_ZONE)
const wallClocks = formatsIn('UTC')

const LONG_DAY = { dateStyle: 'long' } as const
const TIME = { hour: 'numeric', minute: '2-digit' } as const
const SHORT_DAY = { dateStyle: 'short' } as const
const SHORT_MOMENT = { dateStyle: 'short', timeStyle: 'short' } as const

/** "4. März 2027" */
export function longDay (locale: string, value: string | Date): string {
  return formatDate(locale, value, LONG_DAY)
}

/** "4. März 2027, 9:30 Uhr", with `o'clock` in the language's words. */
export function longMoment (locale: string, value: Date, oClock: (time: string) => string): string {
  const time = formatDate(locale, value, TIME)
  return `${longDay(locale, value)}, ${oClock(time.replace(/^0(?=\d)/, ''))}`
}

/** The day that clocks in `TIME_ZONE` show, as "2027-03-04". */
export function dayOf (instant: Date): string {
  return formatDate('sv-SE', instant, SHORT_DAY)
}

/** What clocks in `TIME_ZONE` show at an instant, as "2027-03-04 09:30". */
export function wallClock (instant: Date): string {
  return formatDate('sv-SE', instant, SHORT_MOMENT)
}

/** Hours that clocks in `TIME_ZONE` are ahead of UTC: in summer, and in winter. */
const OFFSETS_HOURS = [2, 1]

/**
 * The instant at which clocks in `TIME_ZONE` show a time such as "2027-03-04 09:30". Null if they
 * never do, in the hour that summer time skips. The hour that comes twice is the first one.
 */
export function instantOf (wallClockTime: string): Date | null {
  const asUtc = new Date(`${wallClockTime.replace(' ', 'T')}Z`).getTime()
  if (Number.isNaN(asUtc)) return null
  for (const hours of OFFSETS_HOURS) {
    const instant = new Date(asUtc - hours * 3_600_000)
    if (wallClock(instant) === wallClockTime) return instant
  }
  return null
}

/** The day so many days after another: "2027-03-04" and -1 give "2027-03-03". */
export function dayAfter (day: string, days: number): string {
  const date = new Date(`${day}T00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

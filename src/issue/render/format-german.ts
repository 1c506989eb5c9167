/** German ways to write dates, times, amounts and sizes. Days and times are wall-clock values in Hesse. */
const LOCALE = 'de-DE'

function instant (value: string): Date {
  // Wall-clock values have no zone; reading and writing both as UTC keeps them as typed.
  return new Date(value.length === 10 ? `${value}T00:00Z` : `${value.replace(' ', 'T')}Z`)
}

function part (value: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: 'UTC' }).format(instant(value))
}

/** "4. März 2027" */
export function longDay (value: string): string {
  return part(value, { dateStyle: 'long' })
}

/** "Donnerstag, 4. März 2027" */
export function fullDay (value: string): string {
  return part(value, { dateStyle: 'full' })
}

/** What a date tile shows: "Do", "4", "März". */
export function tile (value: string): { weekday: string, day: string, month: string } {
  return {
    weekday: part(value, { weekday: 'short' }),
    day: String(Number(value.slice(8, 10))),
    month: part(value, { month: 'short' }).replace('.', '')
  }
}

/** "9.30 Uhr bis 16 Uhr", "ab 9 Uhr", "bis Freitag, 5. März 2027, 12 Uhr"; empty for a whole day. */
export function hours (start: string, end: string | undefined): string {
  if (end === undefined) return start.length > 10 ? `ab ${clock(start)} Uhr` : ''
  if (start.slice(0, 10) === end.slice(0, 10)) {
    return start.length > 10 && end.length > 10 ? `${clock(start)} bis ${clock(end)} Uhr` : ''
  }
  const from = start.length > 10 ? `${clock(start)} Uhr ` : ''
  return `${from}bis ${fullDay(end)}${end.length > 10 ? `, ${clock(end)} Uhr` : ''}`
}

function clock (value: string): string {
  const [hour, minute] = value.slice(11).split(':')
  return minute === '00' ? String(Number(hour)) : `${Number(hour)}.${minute}`
}

/** "20.000 Euro" */
export function euros (value: number): string {
  const digits = Number.isInteger(value) ? 0 : 2
  return `${new Intl.NumberFormat(LOCALE, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)} Euro`
}

/** "1,2 MB": bytes in powers of ten, as file managers and browsers show them. */
export function fileSize (bytes: number): string {
  const [value, unit] = bytes < 1_000 ? [bytes, 'Byte'] : bytes < 999_500 ? [bytes / 1_000, 'KB'] : [bytes / 1_000_000, 'MB']
  return `${new Intl.NumberFormat(LOCALE, { maximumFractionDigits: unit === 'MB' && value < 100 ? 1 : 0 }).format(value)} ${unit}`
}

/** Whole minutes at 200 words a minute, at least one. */
export function readingMinutes (words: number): number {
  return Math.max(1, Math.ceil(words / 200))
}

/** "1 Minute", "3 Minuten" */
export function minutes (count: number): string {
  return count === 1 ? '1 Minute' : `${count} Minuten`
}

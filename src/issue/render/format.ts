import { memoSync } from '../../platform/memo.js'
import { formatDate, longDay } from '../../platform/text/dates.js'
import { de, type Texts } from '../../texts/de.js'

/**
 * How one language writes dates, times, amounts and sizes. Days and times are wall-clock values in
 * Hesse.
 */
export interface Format {
  /** "4. März 2027" */
  longDay: (value: string) => string
  /** "Donnerstag, 4. März 2027" */
  fullDay: (value: string) => string
  /** What a date tile shows: "Do", "4", "März". */
  tile: (value: string) => { weekday: string, day: string, month: string }
  /**
   * "9.30 Uhr bis 16 Uhr", "ab 9 Uhr", "bis Freitag, 5. März 2027, 12 Uhr"; empty for a whole day.
   */
  hours: (start: string, end: string | undefined) => string
  /** "20.000 Euro" */
  euros: (value: number) => string
  /** "1,2 MB": bytes in powers of ten, as file managers and browsers show them. */
  fileSize: (bytes: number) => string
  /** "1 Minute", "3 Minuten" */
  minutes: (count: number) => string
}

type Words = Pick<Texts, 'locale' | 'format'>

const SHORT_WEEKDAY = { weekday: 'short' } as const
const SHORT_MONTH = { month: 'short' } as const
const FULL_DAY = { dateStyle: 'full' } as const

/** The format of a language. */
function createFormat (words: Words): Format {
  const { locale, format: { euros, minute } } = words
  return {
    longDay: value => longDay(locale, value),
    fullDay: value => fullDay(words, value),
    tile: value => ({
      weekday: formatDate(locale, value, SHORT_WEEKDAY),
      day: String(Number(value.slice(8, 10))),
      month: formatDate(locale, value, SHORT_MONTH).replace('.', '')
    }),
    hours: (start, end) => hours(words, start, end),
    euros: value => euros(number(words, value, { min: Number.isInteger(value) ? 0 : 2, max: 2 })),
    fileSize: bytes => fileSize(words, bytes),
    minutes: count => `${count} ${count === 1 ? minute.one : minute.many}`
  }
}

function fullDay ({ locale }: Words, value: string): string {
  return formatDate(locale, value, FULL_DAY)
}

function hours (words: Words, start: string, end: string | undefined): string {
  const { at, from, fromTo, until } = words.format
  if (end === undefined) return hasTime(start) ? from(clock(words, start)) : ''
  if (start.slice(0, 10) === end.slice(0, 10)) {
    return hasTime(start) && hasTime(end) ? fromTo(clock(words, start), clock(words, end)) : ''
  }
  const begin = hasTime(start) ? `${at(clock(words, start))} ` : ''
  return begin + until(fullDay(words, end) + (hasTime(end) ? `, ${at(clock(words, end))}` : ''))
}

function hasTime (value: string): boolean {
  return value.length > 10
}

function clock ({ format }: Words, value: string): string {
  const [hour, minute = '00'] = value.slice(11).split(':')
  return format.time(Number(hour), minute)
}

function fileSize (words: Words, bytes: number): string {
  const { bytes: small, kilobytes, megabytes } = words.format.sizes
  if (bytes < 1_000) return `${number(words, bytes, { max: 0 })} ${small}`
  if (bytes < 999_500) return `${number(words, bytes / 1_000, { max: 0 })} ${kilobytes}`
  const value = bytes / 1_000_000
  return `${number(words, value, { max: value < 100 ? 1 : 0 })} ${megabytes}`
}

/** A number with so many decimals. */
function number ({ locale }: Words, value: number, { min = 0, max }: { min?: number, max: number }): string {
  return numbers({ locale, minimumFractionDigits: min, maximumFractionDigits: max }).format(value)
}

/** Making a format takes 50 times as long as using it. */
const numbers = memoSync(
  ({ locale, ...digits }: Intl.NumberFormatOptions & { locale: string }) => new Intl.NumberFormat(locale, digits),
  {
    most: 100,
    keyOf: ({ locale, minimumFractionDigits: min, maximumFractionDigits: max }) => `${locale} ${min} ${max}`
  }
)

/** For everything that only exists in German, such as messages to editors. */
export const german = createFormat(de)

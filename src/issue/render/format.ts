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

/** The format of a language. */
function createFormat ({ locale, format: words }: Pick<Texts, 'locale' | 'format'>): Format {
  const number = (value: number, digits: Intl.NumberFormatOptions): string =>
    new Intl.NumberFormat(locale, digits).format(value)
  const fullDay = (value: string): string => formatDate(locale, value, { dateStyle: 'full' })

  function clock (value: string): string {
    const [hour, minute = '00'] = value.slice(11).split(':')
    return words.time(Number(hour), minute)
  }

  function hours (start: string, end: string | undefined): string {
    const hasTime = (value: string): boolean => value.length > 10
    if (end === undefined) return hasTime(start) ? words.from(clock(start)) : ''
    if (start.slice(0, 10) === end.slice(0, 10)) {
      return hasTime(start) && hasTime(end) ? words.fromTo(clock(start), clock(end)) : ''
    }
    const from = hasTime(start) ? `${words.at(clock(start))} ` : ''
    return from + words.until(fullDay(end) + (hasTime(end) ? `, ${words.at(clock(end))}` : ''))
  }

  function fileSize (bytes: number): string {
    const { bytes: small, kilobytes, megabytes } = words.sizes
    if (bytes < 1_000) return `${number(bytes, { maximumFractionDigits: 0 })} ${small}`
    if (bytes < 999_500) return `${number(bytes / 1_000, { maximumFractionDigits: 0 })} ${kilobytes}`
    const value = bytes / 1_000_000
    return `${number(value, { maximumFractionDigits: value < 100 ? 1 : 0 })} ${megabytes}`
  }

  return {
    longDay: value => longDay(locale, value),
    fullDay,
    tile: value => ({
      weekday: formatDate(locale, value, { weekday: 'short' }),
      day: String(Number(value.slice(8, 10))),
      month: formatDate(locale, value, { month: 'short' }).replace('.', '')
    }),
    hours,
    euros: value => {
      const digits = Number.isInteger(value) ? 0 : 2
      return words.euros(number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits }))
    },
    fileSize,
    minutes: count => `${count} ${count === 1 ? words.minute.one : words.minute.many}`
  }
}

/** For everything that only exists in German, such as messages to editors. */
export const german = createFormat(de)

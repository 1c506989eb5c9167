import { dePrivacy } from '../../texts/de-privacy.js'
import type { Period, RetentionTimes, Rule } from './rule.js'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const YEAR = 365 * DAY

function secondsOf (period: Exclude<Period, { years: number }>, times: RetentionTimes): number {
  return 'keptSeconds' in period ? period.keptSeconds : times[period.setting]
}

/** „7 Tage“; hours up to two days, as people count them. */
export function describePeriod (period: Period, times: RetentionTimes): string {
  const { units } = dePrivacy
  if ('years' in period) return units.year(period.years)
  const seconds = secondsOf(period, times)
  if (seconds % YEAR === 0) return units.year(seconds / YEAR)
  if (seconds % DAY === 0 && seconds > 2 * DAY) return units.day(seconds / DAY)
  if (seconds % HOUR === 0) return units.hour(seconds / HOUR)
  if (seconds % MINUTE === 0 && seconds > MINUTE) return units.minute(seconds / MINUTE)
  return units.second(seconds)
}

/** „30 Tage nach dem Löschen“, or „bis zur Abmeldung“. */
export function describeKeeps ({ keeps }: Pick<Rule, 'keeps'>, times: RetentionTimes): string {
  if ('until' in keeps) return keeps.until
  const { period, from, atMost } = keeps
  const first = `${describePeriod(period, times)} ${from}`
  if (atMost === undefined) return first
  return dePrivacy.atMost(first, `${describePeriod(atMost.period, times)} ${atMost.from}`)
}

/** When what ends at a time began to be kept. */
export function beginOf (ends: Date, period: Period, times: RetentionTimes): Date {
  if (!('years' in period)) return new Date(ends.getTime() - secondsOf(period, times) * 1_000)
  const begin = new Date(ends)
  begin.setUTCFullYear(begin.getUTCFullYear() - period.years)
  return begin
}

/** „3 Tage“, „25 Minuten“: a time that has passed, rounded down. */
export function describeSeconds (seconds: number): string {
  const { units } = dePrivacy
  if (seconds >= 2 * DAY) return units.day(Math.floor(seconds / DAY))
  if (seconds >= 2 * HOUR) return units.hour(Math.floor(seconds / HOUR))
  return units.minute(Math.floor(seconds / MINUTE))
}

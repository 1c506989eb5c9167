import { dayOf, formatDate } from '../../platform/text/dates.js'
import { readDays, type CountedDay } from '../../subscription/counts.js'
import { de } from '../../texts/de.js'
import { drawBars } from '../chart.js'
import type { DeskDeps } from '../deps.js'

const texts = de.subscribers
const MONTHS = 12
const DAYS = 30
const MONTH_AND_YEAR = { month: 'long', year: 'numeric' } as const
const SHORT_MONTH = { month: 'short', year: '2-digit' } as const
const SHORT_DAY = { day: 'numeric', month: 'numeric' } as const
const WEEKDAY = { weekday: 'short', day: 'numeric', month: 'numeric' } as const
const DAY_AND_MONTH = { day: 'numeric', month: 'long' } as const

/** A row of a table, in words. */
interface Row { label: string, signedUp: string, confirmed: string, departed: string, active: string }

/** A chart as SVG, and its table, the newest row first. */
export interface Figures { chart: string, rows: Row[] }

/** A day or a month. */
type Counted = Omit<CountedDay, 'unconfirmedErased'>

const inWords = (value: number): string => value.toLocaleString(de.locale)

/** The figures of the last 12 months and of the last 30 days, from when counting began. */
export async function readFigures (
  { pool, clock, countReaders }: Pick<DeskDeps, 'pool' | 'clock' | 'countReaders'>
): Promise<{ now: number, months: Figures, days: Figures }> {
  const today = dayOf(clock.now())
  const now = await countReaders()
  const counted = fromFirst(await readDays({ pool }, { from: firstDay(today), to: today }))
  // The number of today is the one of now.
  const known = counted.map(day => day.day === today ? { ...day, active: now } : day)
  return { now, months: monthFigures(byMonth(known)), days: dayFigures(known.slice(-DAYS)) }
}

/** The first day of the month eleven months ago. */
function firstDay (today: string): string {
  const [year = 0, month = 0] = today.split('-').map(Number)
  return new Date(Date.UTC(year, month - MONTHS, 1)).toISOString().slice(0, 10)
}

/** Without the days before anything was counted; today is always there. */
function fromFirst (days: CountedDay[]): CountedDay[] {
  const first = days.findIndex(({ signedUp, confirmed, departed, unconfirmedErased, active }) =>
    active !== null || signedUp + confirmed + departed + unconfirmedErased > 0)
  return days.slice(first === -1 ? -1 : first)
}

function byMonth (days: readonly CountedDay[]): Counted[] {
  const months = new Map<string, Counted>()
  for (const { day, signedUp, confirmed, departed, active } of days) {
    const month = day.slice(0, 7)
    const before = months.get(month) ?? { day: month, signedUp: 0, confirmed: 0, departed: 0, active: null }
    months.set(month, {
      day: month,
      signedUp: before.signedUp + signedUp,
      confirmed: before.confirmed + confirmed,
      departed: before.departed + departed,
      active
    })
  }
  return [...months.values()]
}

function monthFigures (months: readonly Counted[]): Figures {
  const name = ({ day }: Counted): string => formatDate(de.locale, `${day}-01`, MONTH_AND_YEAR)
  const known = months.filter(({ active }) => active !== null)
  const [first, last] = [known[0], months.at(-1)]
  const title = first === undefined
    ? texts.charts.readers(1, '', '', inWords(0))
    : texts.charts.readers(months.length, inWords(first.active ?? 0), name(first), inWords(last?.active ?? 0))
  const bars = months.map(({ day, active }) =>
    ({ label: formatDate(de.locale, `${day}-01`, SHORT_MONTH), value: active }))
  return {
    chart: drawBars({ title, bars, format: inWords }),
    rows: months.map(month => row(month === last ? texts.untilToday(name(month)) : name(month), month)).reverse()
  }
}

function dayFigures (days: readonly CountedDay[]): Figures {
  const sum = days.reduce((all, { departed }) => all + departed, 0)
  const most = days.reduce((before, day) => day.departed > before.departed ? day : before, days[0] as CountedDay)
  const title = sum === 0 || days.length === 1
    ? texts.charts.departures(days.length, inWords(sum))
    : texts.charts.departuresWithMost(
      days.length, inWords(sum), inWords(most.departed), formatDate(de.locale, most.day, DAY_AND_MONTH))
  const bars = days.map(({ day, departed }) => ({ label: formatDate(de.locale, day, SHORT_DAY), value: departed }))
  const today = days.at(-1)
  return {
    chart: drawBars({ title, bars, format: inWords }),
    rows: days.map(day => row(day === today ? texts.today : formatDate(de.locale, day.day, WEEKDAY), day)).reverse()
  }
}

function row (label: string, { signedUp, confirmed, departed, active }: Counted): Row {
  return {
    label,
    signedUp: inWords(signedUp),
    confirmed: inWords(confirmed),
    departed: inWords(departed),
    active: active === null ? texts.notCounted : inWords(active)
  }
}

import type { ReportCount } from '../../bounce/act/standing.js'
import { dayAfter, formatDate } from '../../platform/text/dates.js'
import { de } from '../../texts/de.js'
import { drawBars } from '../chart.js'
import type { CameBack } from './pages.js'

const texts = de.returned
const SHORT_DAY = { day: 'numeric', month: 'numeric' } as const
const WEEKDAY = { weekday: 'short', day: 'numeric', month: 'numeric' } as const
const DAY_AND_MONTH = { day: 'numeric', month: 'long' } as const

type Kind = keyof typeof texts.kinds

/** The gravest first. */
const KINDS = Object.keys(texts.kinds) as Kind[]

interface Day { day: string, all: number, hard: number, complaints: number }

const inWords = (value: number): string => value.toLocaleString(de.locale)

const sum = (counts: readonly ReportCount[]): number => counts.reduce((all, { count }) => all + count, 0)

/** What came back by kind and by day. What came twice or proves nothing stands beside it. */
export function showCameBack (counts: readonly ReportCount[], { days, now }: { days: number, now: Date }): CameBack {
  const counted = counts.filter(isCounted)
  return {
    kinds: KINDS.flatMap(kind => {
      const count = sum(counted.filter(each => each.kind === kind))
      return count === 0 ? [] : [{ ...texts.kinds[kind], count: inWords(count) }]
    }),
    uncounted: describeUncounted(counts),
    ...counted.length === 0 ? { chart: '', days: [] } : showDays(countDays(counted, { days, now }))
  }
}

/** By kind, of one issue. */
export function showKinds (counts: ReadonlyMap<Kind, number>): Array<{ name: string, count: number }> {
  return KINDS.flatMap(kind => {
    const count = counts.get(kind) ?? 0
    return count === 0 ? [] : [{ name: texts.kinds[kind].name, count }]
  })
}

/** Also of somebody who had left by then: it came back all the same. */
function isCounted ({ fate }: ReportCount): boolean {
  return fate === 'counted' || fate === 'gone'
}

function describeUncounted (counts: readonly ReportCount[]): string {
  const repeated = sum(counts.filter(({ fate }) => fate === 'repeated'))
  const unowned = sum(counts.filter(({ fate }) => fate === 'unowned'))
  return [
    ...repeated === 0 ? [] : [repeated === 1 ? texts.repeatedOnce : texts.repeated(inWords(repeated))],
    ...unowned === 0 ? [] : [unowned === 1 ? texts.unownedOnce : texts.unowned(inWords(unowned))]
  ].join(' ')
}

/** Today is always there, and all days since the first on which something came. Days are of UTC. */
function countDays (counted: readonly ReportCount[], { days, now }: { days: number, now: Date }): Day[] {
  const today = now.toISOString().slice(0, 10)
  const all = Array.from({ length: days }, (_, index) => dayAfter(today, 1 - days + index)).map(day => {
    const ofDay = counted.filter(each => each.day === day)
    return {
      day,
      all: sum(ofDay),
      hard: sum(ofDay.filter(({ kind }) => kind === 'hard')),
      complaints: sum(ofDay.filter(({ kind }) => kind === 'complaint'))
    }
  })
  return all.slice(all.findIndex(({ all }) => all > 0))
}

function showDays (days: readonly Day[]): Pick<CameBack, 'chart' | 'days'> {
  const total = days.reduce((before, { all }) => before + all, 0)
  const most = days.reduce((before, day) => day.all > before.all ? day : before)
  const title = days.length === 1
    ? texts.chart(1, inWords(total))
    : texts.chart(days.length, inWords(total), inWords(most.all), formatDate(de.locale, most.day, DAY_AND_MONTH))
  const bars = days.map(({ day, all }) => ({ label: formatDate(de.locale, day, SHORT_DAY), value: all }))
  const today = days.at(-1)
  return {
    chart: drawBars({ title, bars, format: inWords }),
    days: days.map(day => ({
      label: day === today ? texts.today : formatDate(de.locale, day.day, WEEKDAY),
      all: inWords(day.all),
      hard: inWords(day.hard),
      complaints: inWords(day.complaints)
    })).reverse()
  }
}

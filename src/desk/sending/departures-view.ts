import { formatDate } from '../../platform/text/dates.js'
import { departuresOf, FEWEST, type Departures } from '../../subscription/departures.js'
import { de } from '../../texts/de.js'
import { drawBars } from '../chart.js'
import type { DeskDeps } from '../deps.js'

const texts = de.sending.departures
const WEEKDAY = { weekday: 'short', day: 'numeric', month: 'numeric' } as const
const SHORT_DAY = { day: 'numeric', month: 'numeric' } as const

/** How many left by the link of an issue. No figure could name somebody. */
export interface DeparturesView {
  /** „23“, „20 oder mehr“; empty as long as no day is over. */
  total: string
  /** As SVG; empty if there is nothing to draw. */
  chart: string
  days: Array<{ day: string, departures: string }>
}

const inWords = (value: number): string => value.toLocaleString(de.locale)

export async function showDepartures (
  { pool, clock }: Pick<DeskDeps, 'pool' | 'clock'>, issue: number
): Promise<DeparturesView> {
  const departures = await departuresOf({ pool, clock }, issue)
  const { days } = departures
  const bars = days.map(({ day, departures: value }) => ({ label: formatDate(de.locale, day, SHORT_DAY), value }))
  const total = describeTotal(departures)
  return {
    total,
    chart: days.every(({ departures: value }) => value === null)
      ? ''
      : drawBars({ title: texts.chart(days.length, total), bars, format: inWords }),
    days: days.map(({ day, departures: value }) => ({
      day: formatDate(de.locale, day, WEEKDAY), departures: value === null ? texts.few(FEWEST) : inWords(value)
    }))
  }
}

/** „23“, „20 oder mehr“, „weniger als 10“; empty as long as no day is over. */
export function describeTotal ({ days, total, atLeast }: Departures): string {
  if (days.length === 0) return ''
  if (total !== null) return inWords(total)
  return atLeast === 0 ? texts.unknown : texts.atLeast(inWords(atLeast))
}

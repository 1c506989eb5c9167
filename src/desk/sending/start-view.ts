import type { PlannedStart } from '../../delivery/schedule.js'
import { editorNames } from '../../editor/account/names.js'
import { formatDate, longMoment } from '../../platform/text/dates.js'
import { de } from '../../texts/de.js'
import type { DeskDeps } from '../deps.js'
import { dayAndTime } from '../drafts/times.js'

/** A plan, as the page shows it. */
export interface StartView {
  /** „Mittwoch, 9. Juni 2027, 9:30 Uhr“ */
  at: string
  /** „in 13 Tagen“ */
  in: string
  by: string
  /** Whether it is the grace of "now" that runs. */
  isGrace: boolean
  /** Why it was not sent at that time; empty as long as it waits. */
  heldBack: string
}

const texts = de.sending

/** When an issue is sent, and who has planned it. */
export async function showStart (
  { pool, clock }: Pick<DeskDeps, 'pool' | 'clock'>, start: PlannedStart
): Promise<StartView> {
  const { startAt, wallClock, state, hindrance, plannedAt, plannedBy } = start
  const by = (await editorNames({ db: pool }, [plannedBy])).get(plannedBy ?? '') ?? de.drafts.somebody
  return {
    at: describeMoment(startAt),
    in: describeDistance(startAt.getTime() - clock.now().getTime()),
    by: `${by}, ${dayAndTime(plannedAt)}`,
    isGrace: wallClock === null,
    heldBack: state === 'waiting' ? '' : hindrance === null ? texts.missed : texts.hindrances[hindrance]
  }
}

const WEEKDAY = { weekday: 'long' } as const

/** „Mittwoch, 9. Juni 2027, 9:30 Uhr“, by clocks in Hesse. */
function describeMoment (instant: Date): string {
  return texts.at(formatDate(de.locale, instant, WEEKDAY), longMoment(de.locale, instant, de.format.at))
}

const distance = new Intl.RelativeTimeFormat(de.locale, { numeric: 'always' })

/** „in 13 Tagen“, „in 3 Stunden“, „in 5 Minuten“ */
function describeDistance (ms: number): string {
  if (ms < 60_000) return texts.soon
  const minutes = Math.round(ms / 60_000)
  if (minutes < 120) return distance.format(minutes, 'minute')
  const hours = Math.round(minutes / 60)
  return hours < 48 ? distance.format(hours, 'hour') : distance.format(Math.round(hours / 24), 'day')
}

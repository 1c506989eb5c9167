import type { Pool } from 'pg'
import { findHindrance, type Hindrance } from '../issue/approval/hindrance.js'
import type { WitnessedDeps } from '../issue/draft/deps.js'
import type { PreviewDraft } from '../issue/draft/preview-draft.js'
import { holdWaiting } from '../issue/publish.js'
import { inTransaction, type Queryable } from '../platform/database/pool.js'
import { instantOf } from '../platform/text/dates.js'
import { findStart, findStarts, insertStart, liftStart, type IFindStartResult } from './delivery.queries.js'
import { readGrace } from './grace.js'

/** When an issue is to be sent, or why it was not sent when it was to be. */
export type PlannedStart = IFindStartResult

export interface ScheduleDeps extends WitnessedDeps { previewDraft: PreviewDraft }

/**
 * `when`: now, which leaves the grace to stop it, or a time in Hesse such as "2027-06-09 09:30".
 */
export interface StartOrder { number: number, when: 'now' | { wallClock: string } }

export type Scheduled =
  | { result: 'scheduled', startAt: Date }
  /** Somebody has planned it already, or this is the second click. */
  | { result: 'scheduled-already' }
  | { result: 'hindered', hindrance: Hindrance }
  | { result: 'in-the-past' }
  /** Clocks skip that hour, or it is not a time. */
  | { result: 'no-such-time' }
  /** More than a year ahead: it is probably a slip. */
  | { result: 'too-far' }
  /** It is being sent, or was, or there is no such issue. */
  | { result: 'not-waiting' }

const FARTHEST_MS = 366 * 86_400_000

/**
 * Plans when an approved issue is sent. It is judged for that moment now, and again when the moment
 * has come.
 */
export async function scheduleIssue (deps: ScheduleDeps, { number, when }: StartOrder): Promise<Scheduled> {
  const { pool, clock, editor, witness, previewDraft } = deps
  return await inTransaction(pool, async (db): Promise<Scheduled> => {
    const now = clock.now()
    const time = await timeOf(db, { when, now })
    if (!(time instanceof Date)) return time
    if (!await holdWaiting({ db }, number)) return { result: 'not-waiting' }
    const hindrance = await findHindrance({ db, previewDraft }, { number, sendAt: time })
    if (hindrance !== null) return { result: 'hindered', hindrance }
    const wallClock = when === 'now' ? null : when.wallClock
    const planned = await insertStart.maybeOne({ number, startAt: time, wallClock, now, editor }, db)
    if (planned === null) return { result: 'scheduled-already' }
    await witness(db, 'delivery.scheduled', { issue: number, at: time.toISOString() })
    return { result: 'scheduled', startAt: time }
  })
}

async function timeOf (
  db: Queryable, { when, now }: { when: StartOrder['when'], now: Date }
): Promise<Date | Exclude<Scheduled, { result: 'scheduled' }>> {
  if (when === 'now') return new Date(now.getTime() + (await readGrace({ db })).value * 60_000)
  const time = instantOf(when.wallClock)
  if (time === null) return { result: 'no-such-time' }
  if (time <= now) return { result: 'in-the-past' }
  return time.getTime() - now.getTime() > FARTHEST_MS ? { result: 'too-far' } : time
}

/**
 * Lifts the plan of an issue, which stays approved. False if none stands: its delivery may have
 * begun at this moment, and can be paused then.
 */
export async function unscheduleIssue (deps: WitnessedDeps, number: number): Promise<boolean> {
  const { pool, witness } = deps
  return await inTransaction(pool, async db => {
    // A delivery that begins removes the row, too: only one of the two does.
    if (await liftStart.maybeOne({ number }, db) === null) return false
    await witness(db, 'delivery.unscheduled', { issue: number })
    return true
  })
}

/** When an issue is to be sent; null if nobody has planned that. */
export async function readStart ({ pool }: { pool: Pool }, number: number): Promise<PlannedStart | null> {
  return await findStart.maybeOne({ number }, pool)
}

/** Which of some issues are planned, and for when. */
export async function readStarts (
  { pool }: { pool: Pool }, numbers: readonly number[]
): Promise<Map<number, { startAt: Date, state: PlannedStart['state'] }>> {
  const rows = numbers.length === 0 ? [] : await findStarts.run({ numbers: [...numbers] }, pool)
  return new Map(rows.map(({ issueNumber, ...start }) => [issueNumber, start]))
}

import type { Pool, PoolClient } from 'pg'
import type { Clock } from '../platform/clock.js'
import { inTransaction, type Queryable } from '../platform/database/pool.js'
import type { Log } from '../platform/log/log.js'
import {
  addRestoredBatch as addBatch, addRestoredDelivery, countOpen, endRestored, findRestored, findStandings,
  forgetOldRestored, forgetRestored, liftTimeout, lockDelivery, pauseDelivery, settleRestored as settleBatches
} from './delivery.queries.js'
import { finish } from './finish.js'

// After a restore the journal may know a delivery further than the database. What it knows is kept
// in tables of our own until the delivery knows it, too: its plan may come later, or never.

/** Names a delivery as a backup does, too: its id may mean another one after a restore. */
export interface DeliveryName {
  issue: number
  language: string
  round: number
  /** The SHA-256 of the mail, in hexadecimal. */
  mail: string
}

export interface RestoredDeps { pool: Pool, clock: Clock, log: Log }

/** How a delivery stands here. */
export interface Standing { id: number, finished: boolean }

/** How deliveries stand here, in their order; null for one that is not here. */
export async function standings (
  { pool }: { pool: Pool }, names: readonly DeliveryName[]
): Promise<Array<Standing | null>> {
  const rows = await findStandings.run({
    issues: names.map(({ issue }) => issue),
    languages: names.map(({ language }) => language),
    rounds: names.map(({ round }) => round),
    mails: names.map(({ mail }) => mail)
  }, pool)
  const byPlace = new Map(rows.map(({ place, id, finished }) => [place - 1, { id, finished }]))
  return names.map((_, place) => byPlace.get(place) ?? null)
}

/**
 * Begins to keep what the journal knows of a delivery, instead of what was kept before. Returns
 * whether nothing was.
 */
export async function beginRestored (
  { pool, clock }: Pick<RestoredDeps, 'pool' | 'clock'>, name: DeliveryName, endedAs: 'sent' | 'cancelled' | null
): Promise<boolean> {
  return await inTransaction(pool, async client => {
    const before = await forgetRestored.run({ ...name, number: name.issue }, client)
    await addRestoredDelivery.run({ ...name, number: name.issue, endedAs, now: clock.now() }, client)
    return before.length === 0
  })
}

/** Some recipients who are settled: `s` got the mail, `f` failed, `x` was skipped. */
export interface RestoredBatch { ids: readonly string[], outcomes: string }

/** Keeps that some recipients of a delivery are settled. */
export async function addRestoredBatch (
  { pool }: { pool: Pool }, name: DeliveryName, { ids, outcomes }: RestoredBatch
): Promise<void> {
  const bits = (letter: string): string => [...outcomes].map(each => each === letter ? '1' : '0').join('')
  const recipients = [...ids]
  const states = { sent: bits('s'), failed: bits('f'), skipped: bits('x') }
  await addBatch.run({ ...name, number: name.issue, recipients, ...states }, pool)
}

/** What a delivery has learnt from the journal. */
export interface SettledAgain { settled: number, isPaused: boolean }

/**
 * Settles whom the journal calls settled. If that is more than the database knew, the delivery is
 * paused until a person resumes it, or it ends, if nobody is left.
 */
export async function settleRestored (
  deps: RestoredDeps, delivery: number, { pauses = true }: { pauses?: boolean } = {}
): Promise<SettledAgain> {
  const done = await inTransaction(deps.pool, async client => await settle({ ...deps, db: client }, delivery, pauses))
  await afterSettling(deps, delivery, done)
  return done
}

/**
 * The same for a delivery that begins, within the transaction that plans it. It is paused also if
 * the journal knows of its beginning alone.
 */
export async function settlePlanned (deps: SettleDeps, delivery: number): Promise<Settling> {
  return await settle(deps, delivery, true, { isPlanned: true })
}

interface SettleDeps { db: PoolClient, clock: Clock }

/** What `afterSettling` needs; `issue` is null if the journal knows nothing of the delivery. */
interface Settling extends SettledAgain { issue: number | null }

async function settle (
  { db, clock }: SettleDeps, delivery: number, pauses: boolean, { isPlanned = false } = {}
): Promise<Settling> {
  await lockDelivery.run({ delivery }, db)
  const restored = await findRestored.maybeOne({ delivery }, db)
  if (restored === null) return { settled: 0, isPaused: false, issue: null }
  // Some seconds for each million recipients.
  await liftTimeout.run(undefined, db)
  const { settled } = await settleBatches.one({ delivery, now: clock.now() }, db)
  const issue = restored.issueNumber
  await forgetRestored.run({ ...restored, number: issue }, db)
  if (settled === 0 && !isPlanned) return { settled, isPaused: false, issue }
  const { open } = await countOpen.one({ delivery }, db)
  if (open === 0) {
    await endRestored.run({ delivery, state: restored.endedAs === 'cancelled' ? 'cancelled' : 'sending' }, db)
    return { settled, isPaused: false, issue }
  }
  const isPaused = pauses && (await pauseDelivery.run({ delivery, reason: 'restored' }, db)).length > 0
  return { settled, isPaused, issue }
}

/** Says that a delivery waits, and finishes it if nobody is left. */
export async function afterSettling (
  deps: RestoredDeps, delivery: number, { settled, isPaused, issue }: Settling
): Promise<void> {
  if (isPaused && issue !== null) {
    deps.log.error({ event: 'issue_paused', issue, reason: 'restored' }, 'issue paused')
  } else if (settled > 0) await finish(deps, delivery)
}

/** Forgets what the journal has forgotten, too. */
export async function forgetRestoredBefore ({ pool }: { pool: Queryable }, before: Date): Promise<void> {
  await forgetOldRestored.run({ before }, pool)
}

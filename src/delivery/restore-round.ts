import type { Pool } from 'pg'
import type { EditionName } from '../issue/approval/approved-mail.js'
import { hasIssue } from '../issue/publish.js'
import type { Clock } from '../platform/clock.js'
import { inTransaction, type Queryable } from '../platform/database/pool.js'
import {
  locateRecipients, lockBatch, lockRound, noteRepeats, noteRepeatsOfLostPlan, recordFailures, restoreOutcomes
} from './delivery.queries.js'
import { failureColumns } from './batch.js'
import { OUTCOMES, type BatchState, type Failure, type Outcome, type Reason } from './recorder.js'
import { drawFence } from './take-batch.js'

/** What a mailer knows of a batch that it had. */
export interface KeptOutcomes extends EditionName {
  round: number
  batch: number
  /** The fence it was written with. */
  fence: number
  /** The server that has it all, as far as we know. */
  server: string
  recipients: readonly string[]
  state: BatchState
  failures: readonly Failure[]
  /** On the clock of `performance.now()`. */
  at: number
}

/** What was lost of a delivery, in mails. */
export interface LostOutcomes {
  /** The delivery's id now; null if its plan is lost. */
  delivery: number | null
  /** Written back in time: nobody gets them again. */
  restored: number
  /** Sent again before that, or perhaps at that very moment. */
  repeated: number
  /** The plan of the issue itself is lost: the next plan repeats these mails. */
  missing: number
}

interface Known { outcome: Outcome, reason: Reason | undefined, fence: number }

type KnownById = ReadonlyMap<string, Known>

export interface RestoreDeps { pool: Pool, clock: Clock }

/**
 * Compares what is known of the recipients of one delivery with the database, and writes back what
 * it lacks. They are found by their ids, since it may be lost as well that some were deferred into
 * a batch of their own. A mailer that has such a batch open is fenced off, and reads it again.
 */
export async function restoreRound (
  { pool, clock }: RestoreDeps, kept: readonly KeptOutcomes[]
): Promise<LostOutcomes> {
  const known = collect(kept)
  const [first] = kept
  if (first === undefined) return { delivery: null, restored: 0, repeated: 0, missing: 0 }
  const { issue: number, language, round } = first
  return await inTransaction(pool, async client => {
    const [row] = await lockRound.run({ number, language, round }, client)
    if (row === undefined || row.state === 'waiting') {
      const missing = [...known.values()].filter(({ outcome }) => outcome === 'sent').length
      if (missing > 0 && await hasIssue({ db: client }, number)) {
        await noteRepeatsOfLostPlan.run({ number, count: missing }, client)
      }
      return { delivery: null, restored: 0, repeated: 0, missing }
    }
    const delivery = row.id
    if (row.finished) return { delivery, restored: 0, repeated: 0, missing: 0 }
    return { delivery, missing: 0, ...await restoreBatches({ client, now: clock.now() }, delivery, known) }
  })
}

interface BatchDeps { client: Queryable, now: Date }

async function restoreBatches (
  deps: BatchDeps, delivery: number, known: KnownById
): Promise<Pick<LostOutcomes, 'restored' | 'repeated'>> {
  const { client } = deps
  const located = await locateRecipients.run({ delivery, ids: [...known.keys()] }, client)
  // With our own fence, it was recorded by us and by nobody since.
  let repeated = located.filter(({ id, fence, sentSinceOpening }) =>
    sentSinceOpening && known.get(id)?.outcome === 'sent' && fence !== known.get(id)?.fence).length
  let restored = 0
  for (const ordinal of new Set(located.flatMap(each => each.settled ? [] : [each.ordinal]))) {
    const counts = await restoreBatch(deps, { delivery, ordinal }, known)
    restored += counts.restored
    repeated += counts.underWay
  }
  if (repeated > 0) await noteRepeats.run({ delivery, count: repeated }, client)
  return { restored, repeated }
}

/**
 * Adds what is known to a batch's state. `underWay`: how many of its mails another mailer may be
 * sending right now.
 */
async function restoreBatch (
  { client, now }: BatchDeps, where: { delivery: number, ordinal: number }, known: KnownById
): Promise<{ restored: number, underWay: number }> {
  const [row] = await lockBatch.run(where, client)
  if (row === undefined) return { restored: 0, underWay: 0 }
  const state = { sent: [...row.sent], failed: [...row.failed], skipped: [...row.skipped] }
  const failures: Array<Reason & { id: string }> = []
  let restored = 0
  for (const [position, id] of row.recipients.entries()) {
    if ([state.sent, state.failed, state.skipped].some(bits => bits[position] === '1')) continue
    const { outcome, reason } = known.get(id) ?? {}
    if (outcome === undefined) continue
    state[outcome][position] = '1'
    if (reason !== undefined) failures.push({ id, ...reason })
    restored++
  }
  if (restored === 0) return { restored: 0, underWay: 0 }
  const bits = { sent: state.sent.join(''), failed: state.failed.join(''), skipped: state.skipped.join('') }
  await restoreOutcomes.run({ ...where, fence: drawFence(), ...bits }, client)
  if (failures.length > 0) {
    await recordFailures.run({ delivery: where.delivery, now, ...failureColumns(failures) }, client)
  }
  const isOurs = [...known.values()].some(({ fence }) => fence === row.fence)
  return { restored, underWay: isOurs ? 0 : Math.min(row.connectionsInUse, row.open) }
}

/**
 * By recipient, the newest last. A failure that an earlier mailer recorded is left out: we do not
 * know its reason.
 */
function collect (kept: readonly KeptOutcomes[]): Map<string, Known> {
  const known = new Map<string, Known>()
  for (const { recipients, state, failures, fence } of kept) {
    const reasons = new Map(failures.map(({ position, ...reason }) => [position, reason]))
    for (const [position, id] of recipients.entries()) {
      const reason = reasons.get(position)
      const outcome = outcomeAt(state, position)
      if (outcome === null || (outcome === 'failed' && reason === undefined)) continue
      known.set(id, { outcome, reason, fence })
    }
  }
  return known
}

function outcomeAt (state: BatchState, position: number): Outcome | null {
  return OUTCOMES.find(outcome => state[outcome][position] === '1') ?? null
}

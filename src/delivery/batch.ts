import type { Pool } from 'pg'
import type { EditionName } from '../issue/approval/approved-mail.js'
import type { Clock } from '../platform/clock.js'
import { inTransaction } from '../platform/database/pool.js'
import { findKnownRefusals, recordFailures, recordOutcomes, releaseBatch } from './delivery.queries.js'
import { createGuard, findExcess, type Accepted, type Excess, type Guard, type Tally } from './guard.js'
import { createRecorder, type BatchState, type Failure, type Reason, type Recorder } from './recorder.js'
import type { BatchName, TakenBatch } from './take-batch.js'

/** A subscriber in a batch, by id and by place in its bit strings. */
export interface Recipient { position: number, id: string }

/** A batch that this mailer has, until another takes it. */
export interface Batch {
  name: BatchName
  /** What it sends. */
  edition: EditionName
  /** Which delivery of the edition it belongs to, the first or a later one. */
  round: number
  fence: number
  recipients: readonly string[]
  /** The server that it was taken on: another one may have lost what was recorded. */
  server: string
  /** How often these recipients were deferred before. */
  attempt: number
  /** The delivery was cancelled before the batch was taken: its mails are not to be sent. */
  cancelled: boolean
  recorder: Recorder
  guard: Guard
  /** Whether the delivery is still to be sent, as the last write found it. */
  isSending: () => boolean
  unsettled: () => Recipient[]
  /**
   * Notes that none of its mails is in flight, and adds up what the mailboxes answered. Returns
   * which refusals are too many by now, over all batches of the delivery.
   */
  release: () => Promise<Excess | null>
}

export interface BatchDeps { pool: Pool, clock: Clock }

/**
 * Makes a batch of the row that was taken. It is the one owner of what this mailer knows of the
 * delivery's state, which each write brings up to date.
 */
export function createBatch (deps: BatchDeps, row: TakenBatch): Batch {
  const { name, fence, recipients, attempt, round, server } = row
  let state = row.state
  const recorder = createRecorder({
    size: recipients.length,
    state: row,
    async write (bits, failures) {
      const found = await writeOutcomes(deps, row, { bits, failures })
      if (found === null) return false
      state = found
      return true
    }
  })
  const guard = guardOf(deps, row)

  return {
    name,
    edition: { issue: row.issueNumber, language: row.language },
    round,
    fence,
    recipients,
    server,
    attempt,
    cancelled: row.state === 'cancelled',
    recorder,
    guard,
    isSending: () => state === 'sending',
    unsettled () {
      const open = new Set(recorder.unsettled())
      return recipients.flatMap((id, position) => open.has(position) ? [{ position, id }] : [])
    },
    release: async () => await release(deps, row, guard.tally)
  }
}

interface Written { bits: BatchState, failures: readonly Failure[] }

/**
 * Writes the batch's state, and the failures that are new, in one transaction. Returns the
 * delivery's state, or null if another mailer owns the batch by now.
 */
async function writeOutcomes (
  { pool, clock }: BatchDeps, row: TakenBatch, { bits, failures }: Written
): Promise<TakenBatch['state'] | null> {
  const update = { ...whereIs(row), ...bits }
  if (failures.length === 0) return (await recordOutcomes.maybeOne(update, pool))?.state ?? null
  return await inTransaction(pool, async client => {
    const ours = await recordOutcomes.maybeOne(update, client)
    if (ours !== null) await recordFailures.run(failureRows(row, failures, clock.now()), client)
    return ours?.state ?? null
  })
}

function guardOf ({ pool }: BatchDeps, row: TakenBatch): Guard {
  const { name, recipients, round, attempt } = row
  return createGuard({
    ...standing(row),
    counts: round === 1,
    unpicked: attempt === 0,
    async findKnown () {
      const known = await findKnownRefusals.run({ delivery: name.delivery, ids: [...recipients] }, pool)
      return new Set(known.map(({ subscriberId }) => subscriberId))
    }
  })
}

async function release ({ pool }: BatchDeps, row: TakenBatch, tally: Tally): Promise<Excess | null> {
  const released = await releaseBatch.maybeOne({ ...whereIs(row), ...tally }, pool)
  if (released === null) return null
  const { before, accepted } = standing(released)
  return findExcess(before, accepted)
}

function whereIs ({ name, fence }: TakenBatch): { delivery: number, ordinal: number, fence: number } {
  return { delivery: name.delivery, ordinal: name.batch, fence }
}

function failureRows ({ name, recipients }: TakenBatch, failures: readonly Failure[], now: Date) {
  const rows = failures.flatMap(({ position, ...reason }) => {
    const id = recipients[position]
    return id === undefined ? [] : [{ id, ...reason }]
  })
  return { delivery: name.delivery, now, ...failureColumns(rows) }
}

/** Failures as the columns that a statement takes. */
export function failureColumns (
  rows: ReadonlyArray<Reason & { id: string }>
): { ids: string[], statuses: string[], kinds: string[] } {
  return {
    ids: rows.map(({ id }) => id),
    statuses: rows.map(({ status }) => status),
    // Nothing is tried any more: what was delayed has not arrived.
    kinds: rows.map(({ kind }) => kind === 'delayed' ? 'soft' : kind ?? '')
  }
}

interface GuardColumns {
  guardSettled: number
  guardHard: number
  guardRefused: number
  returnedHard: number
  returnedRefused: number
  acceptedHard: number
  acceptedRefused: number
}

/** What the mailboxes have answered so far, at once or later, and which rates are accepted. */
export function standing (row: GuardColumns): { before: Tally, accepted: Accepted } {
  return {
    before: {
      settled: row.guardSettled, hard: row.guardHard + row.returnedHard, refused: row.guardRefused + row.returnedRefused
    },
    accepted: { hard: row.acceptedHard, refused: row.acceptedRefused }
  }
}

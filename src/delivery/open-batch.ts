import { randomInt } from 'node:crypto'
import type { Pool } from 'pg'
import type { EditionName } from '../issue/frozen-mail.js'
import type { Clock } from '../platform/clock.js'
import { inTransaction } from '../platform/database/pool.js'
import { findKnownRefusals, findRunning, lockBatch, lockDelivery, noteRepeats, recordFailures, recordOutcomes, releaseBatch, takeBatch } from './delivery.queries.js'
import { createGuard, findExcess, type Accepted, type Guard, type Tally } from './guard.js'
import { createRecorder, type Recorder, type WriteState } from './recorder.js'

/** A delivery and the ordinal of one of its batches. */
export interface BatchName { delivery: number, batch: number }

/** A batch that this worker has, until another opens it. */
export interface OpenBatch {
  name: BatchName
  /** What it sends. */
  edition: EditionName
  /** Which delivery of the edition it belongs to, the first or a later one. */
  round: number
  fence: number
  recipients: readonly string[]
  /** Which server it was opened on: another one may have lost what was recorded. */
  server: string
  /** How often these recipients were deferred before. */
  attempt: number
  /** The delivery was cancelled: nobody is to get it any more. */
  cancelled: boolean
  recorder: Recorder
  guard: Guard
  /** Whether the issue is still to be sent, as the last write found it. */
  isSending: () => boolean
  /**
   * Says that nothing of it is under way any more, and adds up what the mailboxes answered. Returns what there is too much of
   * by now, over all batches.
   */
  release: () => Promise<ReturnType<typeof findExcess>>
}

/** A fence that no other has or will have: one that counts up could come again when a failover has lost its raising. */
export function drawFence (): number {
  return randomInt(1, 2 ** 31)
}

export interface OpenDeps { pool: Pool, clock: Clock, connections: number }

/**
 * Takes a batch over from its previous owner, for the job with this id. Null if the issue is paused or
 * finished; `held` if another job is still at it, as when the issue was paused and resumed at once.
 */
export async function openBatch ({ pool, clock, connections }: OpenDeps, name: BatchName, job: string): Promise<OpenBatch | 'held' | null> {
  const where = { delivery: name.delivery, ordinal: name.batch }
  const opened = await inTransaction(pool, async client => {
    // Waits for a pause, resume or cancel that is under way, and sees its result.
    await lockDelivery.run({ delivery: name.delivery }, client)
    const [row] = await lockBatch.run(where, client)
    if (row === undefined || (row.state !== 'sending' && row.state !== 'cancelled')) return null
    if (row.heldByJob !== null && row.heldByJob !== job && (await findRunning.run({ job: row.heldByJob }, client)).length > 0) return 'held'
    const fence = drawFence()
    await takeBatch.run({ ...where, fence, connections, job }, client)
    // The previous owner did not release it. The relay may have accepted the mails that were in flight.
    const inFlight = Math.min(row.connectionsInUse, row.open)
    if (inFlight > 0) await noteRepeats.run({ delivery: name.delivery, count: inFlight }, client)
    return { ...row, fence }
  })
  if (opened === null || opened === 'held') return opened
  const { recipients, fence, attempt, server, round } = opened
  let state = opened.state

  const write: WriteState = async (bits, failures) => {
    const update = { ...where, fence, ...bits }
    const [written] = failures.length === 0
      ? await recordOutcomes.run(update, pool)
      : await inTransaction(pool, async client => {
        const rows = await recordOutcomes.run(update, client)
        if (rows.length > 0) {
          await recordFailures.run({
            delivery: name.delivery,
            now: clock.now(),
            ids: failures.map(({ position }) => recipients[position] as string),
            statuses: failures.map(({ status }) => status)
          }, client)
        }
        return rows
      })
    if (written === undefined) return false
    state = written.state
    return true
  }

  const guard = createGuard({
    ...standing(opened),
    counts: round === 1,
    unpicked: attempt === 0,
    findKnown: async () => new Set((await findKnownRefusals.run({ delivery: name.delivery, ids: [...recipients] }, pool)).map(row => row.subscriberId))
  })

  return {
    name,
    edition: { issue: opened.issueNumber, language: opened.language },
    round,
    fence,
    recipients,
    server,
    attempt,
    guard,
    cancelled: state === 'cancelled',
    recorder: createRecorder({ size: recipients.length, state: opened, write }),
    isSending: () => state === 'sending',
    async release () {
      const [row] = await releaseBatch.run({ ...where, fence, ...guard.tally }, pool)
      if (row === undefined) return null
      const { before, accepted } = standing(row)
      return findExcess(before, accepted)
    }
  }
}

interface GuardColumns { guardSettled: number, guardHard: number, guardRefused: number, acceptedHard: number, acceptedRefused: number }

function standing (row: GuardColumns): { before: Tally, accepted: Accepted } {
  return {
    before: { settled: row.guardSettled, hard: row.guardHard, refused: row.guardRefused },
    accepted: { hard: row.acceptedHard, refused: row.acceptedRefused }
  }
}

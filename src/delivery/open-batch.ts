import { randomInt } from 'node:crypto'
import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import { inTransaction } from '../platform/database/pool.js'
import { findKnownRefusals, findRunning, lockBatch, lockIssue, noteRepeats, putDown, recordFailures, recordOutcomes, takeBatch } from './delivery.queries.js'
import { createGuard, findExcess, type Accepted, type Guard, type Tally } from './guard.js'
import { createRecorder, type Recorder, type WriteState } from './recorder.js'

export interface BatchName { issue: number, batch: number }

/** A batch that this worker has, until another opens it. */
export interface OpenBatch {
  name: BatchName
  token: number
  recipients: readonly string[]
  /** Which server it was opened on: another one may have lost what was recorded. */
  server: string
  /** How often these recipients were deferred before. */
  attempt: number
  /** They are sent the issue again because it failed. */
  failedBefore: boolean
  /** The issue was cancelled: nobody is to get it any more. */
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
 * Takes a batch over from whoever had it, for the job with this id. Null if the issue is paused or
 * finished; `held` if another job is still at it, as when the issue was paused and resumed at once.
 */
export async function openBatch ({ pool, clock, connections }: OpenDeps, name: BatchName, job: string): Promise<OpenBatch | 'held' | null> {
  const where = { number: name.issue, ordinal: name.batch }
  const opened = await inTransaction(pool, async client => {
    // Waits for whoever pauses, resumes or cancels at this moment, and sees what they made of it.
    await lockIssue.run({ number: name.issue }, client)
    const [row] = await lockBatch.run(where, client)
    if (row === undefined || !['sending', 'cancelled'].includes(row.state)) return null
    if (row.heldBy !== null && row.heldBy !== job && (await findRunning.run({ job: row.heldBy }, client)).length > 0) return 'held'
    const token = drawFence()
    await takeBatch.run({ ...where, token, connections, job }, client)
    const open = row.recipients.length - [row.sent, row.failed, row.skipped].reduce((sum, bits) => sum + bits.replaceAll('0', '').length, 0)
    // Whoever had it did not put it down: what was under way then may have been taken by the relay.
    if (row.openConnections > 0) await noteRepeats.run({ number: name.issue, count: Math.min(row.openConnections, open) }, client)
    return { ...row, token }
  })
  if (opened === null || opened === 'held') return opened
  const { recipients, token, attempt, server, failedBefore } = opened
  let state = opened.state

  const write: WriteState = async (bits, failures) => {
    const update = { ...where, token, ...bits }
    const [written] = failures.length === 0
      ? await recordOutcomes.run(update, pool)
      : await inTransaction(pool, async client => {
        const rows = await recordOutcomes.run(update, client)
        if (rows.length > 0) {
          await recordFailures.run({
            number: name.issue,
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
    counts: !failedBefore,
    unpicked: attempt === 0,
    findKnown: async () => new Set((await findKnownRefusals.run({ number: name.issue, ids: [...recipients] }, pool)).map(row => row.subscriberId))
  })

  return {
    name,
    token,
    recipients,
    server,
    attempt,
    failedBefore,
    guard,
    cancelled: state === 'cancelled',
    recorder: createRecorder({ size: recipients.length, state: opened, write }),
    isSending: () => state === 'sending',
    async release () {
      const [row] = await putDown.run({ ...where, token, ...guard.tally }, pool)
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

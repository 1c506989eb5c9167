import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import { inTransaction } from '../platform/database.js'
import type { Log } from '../platform/log.js'
import { addBatch, cancelIssue, enqueueBatch, enqueueUnsettled, lockIssue, pauseIssue, reopenIssue, resumeIssue, takeFailed } from './delivery.queries.js'
import { finish } from './finish.js'
import type { PauseReason } from './pause-reason.js'

export interface SteerParts { pool: Pool, clock: Clock, log: Log }

/** Pauses an issue that is being sent. Mails that are under way are finished and recorded. False if it is not being sent. */
export async function pause ({ pool, log }: Pick<SteerParts, 'pool' | 'log'>, number: number, reason: PauseReason = 'manual'): Promise<boolean> {
  const paused = (await pauseIssue.run({ number, reason }, pool)).length > 0
  if (paused) log[reason === 'manual' ? 'info' : 'error']({ issue: number, reason }, 'issue paused')
  return paused
}

/** Goes on with a paused issue. False if it is not paused. */
export async function resume ({ pool, log }: Pick<SteerParts, 'pool' | 'log'>, number: number): Promise<boolean> {
  const resumed = await inTransaction(pool, async client => {
    if ((await resumeIssue.run({ number }, client)).length === 0) return false
    await enqueueUnsettled.run({ number }, client)
    return true
  })
  if (resumed) log.info({ issue: number }, 'issue resumed')
  return resumed
}

/**
 * Cancels an issue for good. Mails that are under way are finished and recorded, all other
 * recipients are skipped. False if it is neither being sent nor paused.
 */
export async function cancel (parts: SteerParts, number: number): Promise<boolean> {
  const { pool, log } = parts
  const cancelled = await inTransaction(pool, async client => {
    if ((await cancelIssue.run({ number }, client)).length === 0) return false
    await enqueueUnsettled.run({ number }, client)
    return true
  })
  if (!cancelled) return false
  log.info({ issue: number }, 'issue cancelled')
  await finish(parts, number)
  return true
}

/**
 * Sends a finished issue once more to those whose mail failed and who are still readers. Returns
 * how many, or null if the issue is not finished.
 */
export async function retryFailed ({ pool, log }: Pick<SteerParts, 'pool' | 'log'>, number: number): Promise<number | null> {
  const retried = await inTransaction(pool, async client => {
    const [issue] = await lockIssue.run({ number }, client)
    if (issue?.state !== 'sent') return null
    const recipients = (await takeFailed.run({ number }, client)).map(({ subscriberId }) => subscriberId)
    if (recipients.length === 0) return 0
    await reopenIssue.run({ number, count: recipients.length }, client)
    const [batch] = await addBatch.run({ number, recipients, attempt: 0 }, client)
    await enqueueBatch.run({ number, ordinal: batch?.ordinal as number, afterSeconds: 0 }, client)
    return recipients.length
  })
  if (retried !== null) log.info({ issue: number, mails: retried }, 'failed mails are sent again')
  return retried
}

import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import { inTransaction } from '../platform/database/pool.js'
import type { Log } from '../platform/log/log.js'
import { addBatch, cancelIssue, enqueueBatch, enqueueUnsettled, lockIssue, pauseIssue, reopenIssue, resumeIssue, takeFailed } from './delivery.queries.js'
import { finish } from './finish.js'
import type { Accepted } from './guard.js'
import type { PauseReason } from './pause-reason.js'

export interface ControlDeps { pool: Pool, clock: Clock, log: Log }

/** Pauses an issue that is being sent. Mails that are under way are finished and recorded. False if it is not being sent. */
export async function pause ({ pool, log }: Pick<ControlDeps, 'pool' | 'log'>, number: number, reason: PauseReason = 'manual'): Promise<boolean> {
  const paused = (await pauseIssue.run({ number, reason }, pool)).length > 0
  const line = { event: 'issue_paused', issue: number, reason } as const
  if (paused && reason === 'manual') log.info(line, 'issue paused')
  else if (paused) log.error(line, 'issue paused')
  return paused
}

/** Why a resumed issue was paused, and what shares of refusals it is resumed with. */
export interface Resumed { reason: string, accepted: Accepted }

/** Goes on with a paused issue, and accepts the share of refusals over which it was paused. Null if it is not paused. */
export async function resume ({ pool, log }: Pick<ControlDeps, 'pool' | 'log'>, number: number): Promise<Resumed | null> {
  const resumed = await inTransaction(pool, async client => {
    const [row] = await resumeIssue.run({ number }, client)
    if (row !== undefined) await enqueueUnsettled.run({ number }, client)
    return row
  })
  if (resumed === undefined) return null
  const { reason, acceptedHard, acceptedRefused } = resumed
  log.info({ event: 'issue_resumed', issue: number, reason, acceptedHard, acceptedRefused }, 'issue resumed')
  return { reason, accepted: { hard: acceptedHard, refused: acceptedRefused } }
}

/**
 * Cancels an issue for good. Mails that are under way are finished and recorded, all other
 * recipients are skipped. False if it is neither being sent nor paused.
 */
export async function cancel (deps: ControlDeps, number: number): Promise<boolean> {
  const { pool, log } = deps
  const cancelled = await inTransaction(pool, async client => {
    if ((await cancelIssue.run({ number }, client)).length === 0) return false
    await enqueueUnsettled.run({ number }, client)
    return true
  })
  if (!cancelled) return false
  log.info({ event: 'issue_cancelled', issue: number }, 'issue cancelled')
  await finish(deps, number)
  return true
}

/**
 * Sends a finished issue once more to those whose mail failed and who are still readers. Returns
 * how many, or null if the issue is not finished.
 */
export async function retryFailed ({ pool, log }: Pick<ControlDeps, 'pool' | 'log'>, number: number): Promise<number | null> {
  const retried = await inTransaction(pool, async client => {
    const [issue] = await lockIssue.run({ number }, client)
    if (issue?.state !== 'sent') return null
    const recipients = (await takeFailed.run({ number }, client)).map(({ subscriberId }) => subscriberId)
    if (recipients.length === 0) return 0
    await reopenIssue.run({ number, count: recipients.length }, client)
    const [batch] = await addBatch.run({ number, recipients, attempt: 0, failedBefore: true }, client)
    await enqueueBatch.run({ number, ordinal: batch?.ordinal as number, afterSeconds: 0 }, client)
    return recipients.length
  })
  if (retried !== null) log.info({ event: 'issue_retried', issue: number, mails: retried }, 'failed mails are sent again')
  return retried
}

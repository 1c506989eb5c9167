import type { Queryable } from '../platform/database/pool.js'
import type { Log } from '../platform/log/log.js'
import { pauseDelivery } from './delivery.queries.js'
import type { PauseReason } from './pause-reason.js'

/** Names a delivery, and why it has to be paused. */
export interface PauseOrder { delivery: number, reason: PauseReason }

/**
 * Pauses a delivery. Mails that are under way are finished and recorded. False if it is not being
 * sent.
 */
export async function pauseSending (
  { pool, log }: { pool: Queryable, log: Log }, { delivery, reason }: PauseOrder
): Promise<boolean> {
  const [paused] = await pauseDelivery.run({ delivery, reason }, pool)
  if (paused === undefined) return false
  const line = { event: 'issue_paused', issue: paused.issueNumber, reason } as const
  if (reason === 'manual') log.info(line, 'issue paused')
  else log.error(line, 'issue paused')
  return true
}

import type { Pool } from 'pg'
import { inTransaction } from '../platform/database/pool.js'
import type { Log } from '../platform/log/log.js'
import type { Witness } from '../platform/witness.js'
import { pauseDelivery } from './delivery.queries.js'
import type { PauseReason } from './pause-reason.js'

/** Names a delivery, and why it has to be paused. */
export interface PauseOrder { delivery: number, reason: PauseReason }

/**
 * Pauses a delivery. Mails that are under way are finished and recorded. False if it is not being
 * sent.
 */
export async function pauseSending (
  { pool, log, witness }: { pool: Pool, log: Log, witness?: Witness },
  { delivery, reason }: PauseOrder
): Promise<boolean> {
  const paused = await inTransaction(pool, async client => {
    const [row] = await pauseDelivery.run({ delivery, reason }, client)
    if (row !== undefined) await witness?.(client, 'delivery.paused', { issue: row.issueNumber })
    return row
  })
  if (paused === undefined) return false
  const line = { event: 'issue_paused', issue: paused.issueNumber, reason } as const
  if (reason === 'manual') log.info(line, 'issue paused')
  else log.error(line, 'issue paused')
  return true
}

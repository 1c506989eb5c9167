import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import { inTransaction } from '../platform/database/pool.js'
import type { Log } from '../platform/log/log.js'
import { dropBatches, findUnsettled, lockDelivery, settleDelivery } from './delivery.queries.js'

export interface FinishDeps { pool: Pool, clock: Clock, log: Log }

/**
 * Finishes a delivery if planned = sent + failed + skipped, and forgets who its recipients were;
 * otherwise does nothing. Called after every batch, because any of them may be the last to be
 * settled.
 */
export async function finish ({ pool, clock, log }: FinishDeps, delivery: number): Promise<void> {
  const unsettled = await findUnsettled.run({ delivery }, pool)
  if (unsettled.length > 0) return
  const settled = await inTransaction(pool, async client => {
    // When two mailers settle the last batches at once, the second sees what the first did.
    await lockDelivery.run({ delivery }, client)
    const [counts] = await settleDelivery.run({ delivery, now: clock.now() }, client)
    if (counts !== undefined) await dropBatches.run({ delivery }, client)
    return counts
  })
  if (settled === undefined) return
  const { issueNumber: issue, ...counts } = settled
  log.info({ event: 'issue_finished', issue, ...counts }, 'issue finished')
}

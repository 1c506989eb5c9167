import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import { inTransaction } from '../platform/database/pool.js'
import type { Log } from '../platform/log/log.js'
import { dropBatches, findUnsettled, lockIssue, settleIssue } from './delivery.queries.js'

/**
 * Finishes an issue if planned = sent + failed + skipped, and forgets who its recipients were;
 * otherwise it does nothing. Called after every batch, by whoever settles the last one.
 */
export async function finish ({ pool, clock, log }: { pool: Pool, clock: Clock, log: Log }, number: number): Promise<void> {
  const unsettled = await findUnsettled.run({ number }, pool)
  if (unsettled.length > 0) return
  const settled = await inTransaction(pool, async client => {
    // Of two that settle the last batches at once, the second sees what the first did.
    await lockIssue.run({ number }, client)
    const [counts] = await settleIssue.run({ number, now: clock.now() }, client)
    if (counts !== undefined) await dropBatches.run({ number }, client)
    return counts
  })
  if (settled === undefined) return
  const { state, planned, sent, failed, skipped, mayHaveRepeated } = settled
  const counts = { planned, sent, failed, skipped, mayHaveRepeated }
  log.info({ event: 'issue_finished', issue: number, state, ...counts }, 'issue finished')
}

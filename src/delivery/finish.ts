import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import { inTransaction } from '../platform/database.js'
import type { Log } from '../platform/log.js'
import { finishIssue, forgetRecipients } from './delivery.queries.js'

/**
 * Finishes an issue if planned = sent + failed + skipped, and forgets who its recipients were;
 * otherwise it does nothing. Called after every batch, by whoever settles the last one.
 */
export async function finish ({ pool, clock, log }: { pool: Pool, clock: Clock, log: Log }, number: number): Promise<void> {
  const finished = await inTransaction(pool, async client => {
    const [counts] = await finishIssue.run({ number, now: clock.now() }, client)
    if (counts !== undefined) await forgetRecipients.run({ number }, client)
    return counts
  })
  if (finished === undefined) return
  const { planned, sent, failed, skipped } = finished
  log.info({ issue: number, planned, sent, failed, skipped }, 'issue finished')
}

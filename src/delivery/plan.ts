import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import { inTransaction } from '../platform/database/pool.js'
import { claimIssue, cutBatches, liftTimeout } from './delivery.queries.js'
import { finish } from './finish.js'
import type { Log } from '../platform/log/log.js'

export interface PlanDeps {
  pool: Pool
  clock: Clock
  log: Log
  batchSize: number
}

/**
 * Plans an approved issue: who is a reader now gets it. The cut is one transaction, so that it
 * happens wholly or not at all, and only once. Returns how many mails are planned, or null if
 * the issue is not waiting to be sent.
 */
export async function planIssue (deps: PlanDeps, number: number): Promise<number | null> {
  const { pool, clock, log, batchSize } = deps
  const planned = await inTransaction(pool, async client => {
    const claimed = await claimIssue.run({ number, now: clock.now() }, client)
    if (claimed.length === 0) return null
    // Some 5 s for each million of readers.
    await liftTimeout.run(undefined, client)
    const [row] = await cutBatches.run({ number, batchSize }, client)
    return row?.planned ?? 0
  })
  if (planned === null) return null
  log.info({ event: 'issue_planned', issue: number, planned }, 'issue planned')
  if (planned === 0) await finish(deps, number)
  return planned
}

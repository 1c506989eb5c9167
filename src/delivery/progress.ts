import type { Pool } from 'pg'
import { countFailures, countOutcomes } from './delivery.queries.js'

/** How far an issue has come. */
export interface Progress {
  state: string
  /** A key of PAUSE_REASONS, or null. */
  pauseReason: string | null
  planned: number
  sent: number
  failed: number
  skipped: number
  /** Planned and not settled yet. */
  waiting: number
  /** Of those waiting, how many were deferred and are tried again later. */
  deferred: number
  /** Mails that were under way when a worker died or a connection broke: each may have been sent twice. */
  mayHaveRepeated: number
  startedAt: Date | null
  /** Set once nothing more will happen to the issue by itself. */
  finishedAt: Date | null
}

/** Throws if there is no such issue. */
export async function readProgress (pool: Pool, number: number): Promise<Progress> {
  const [row] = await countOutcomes.run({ number }, pool)
  if (row === undefined) throw new Error(`there is no issue ${number}`)
  const planned = row.planned ?? 0
  return { ...row, planned, waiting: planned - row.sent - row.failed - row.skipped }
}

/** How many mails failed with which status, the most frequent first. No status names a reader or a domain. */
export async function readFailures (pool: Pool, number: number): Promise<Array<{ status: string, count: number }>> {
  return await countFailures.run({ number }, pool)
}

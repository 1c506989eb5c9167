import type { Pool } from 'pg'
import { countOutcomes } from './delivery.queries.js'

/** How far an issue has come. `waiting` is what is planned and not settled yet. */
export interface Progress { state: string, planned: number, sent: number, failed: number, skipped: number, waiting: number }

/** Throws if there is no such issue. */
export async function readProgress (pool: Pool, number: number): Promise<Progress> {
  const [row] = await countOutcomes.run({ number }, pool)
  if (row === undefined) throw new Error(`there is no issue ${number}`)
  const { state, planned, sent, failed, skipped } = row
  return { state, planned: planned ?? 0, sent, failed, skipped, waiting: (planned ?? 0) - sent - failed - skipped }
}

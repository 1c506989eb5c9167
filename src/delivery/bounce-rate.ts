import type { Pool } from 'pg'
import type { Log } from '../platform/log.js'
import { countHardBounces } from './delivery.queries.js'
import { pause } from './steer.js'

/** Certified Senders Alliance, criteria 2.20: hard bounces stay below 1 %. Fewer mails than this say little. */
const LIMIT = 0.01
const SAMPLE = 500

/** Pauses an issue in which more than 1 % of the first 500 or more mails were hard bounces. `fresh` is how many of them are new. */
export async function guardBounceRate ({ pool, log }: { pool: Pool, log: Log }, number: number, fresh: number): Promise<void> {
  if (fresh === 0) return
  const [row] = await countHardBounces.run({ number }, pool)
  const { hard, settled } = { hard: row?.hard ?? 0, settled: row?.settled ?? 0 }
  if (settled >= SAMPLE && hard / settled > LIMIT) await pause({ pool, log }, number, 'bounce-rate')
}

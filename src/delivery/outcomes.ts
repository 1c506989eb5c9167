import type { Pool } from 'pg'
import { findOutcomes, type IFindOutcomesResult } from './delivery.queries.js'

/** What became of an issue's mails in all its deliveries together. */
export type Outcome = IFindOutcomesResult

/** The outcomes of those issues whose deliveries are over, the highest number first. */
export async function readOutcomes ({ pool }: { pool: Pool }, issues: readonly number[]): Promise<Outcome[]> {
  return await findOutcomes.run({ numbers: [...issues] }, pool)
}

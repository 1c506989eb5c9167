import type { Queryable } from '../platform/database/pool.js'
import { findStates, type IFindStatesResult } from './delivery.queries.js'

/**
 * How the last delivery of each issue stands, by the issue's number. Issues without one are left
 * out.
 */
export async function deliveryStates (
  { db }: { db: Queryable }, issues: readonly number[]
): Promise<Map<number, IFindStatesResult['state']>> {
  if (issues.length === 0) return new Map()
  const found = await findStates.run({ numbers: [...issues] }, db)
  return new Map(found.map(({ issueNumber, state }) => [issueNumber, state]))
}

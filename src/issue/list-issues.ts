import type { Queryable } from '../platform/database/pool.js'
import { listIssues as list, nextNumber, type IListIssuesResult } from './issue.queries.js'

export type IssueLine = IListIssuesResult

/** More than any issue has. */
const ABOVE_ALL = 2 ** 31 - 1

/** Issues that were approved, with a number below `before`, the latest first. */
export async function listIssues (
  { db }: { db: Queryable }, { before = ABOVE_ALL, most }: { before?: number | undefined, most: number }
): Promise<IssueLine[]> {
  return await list.run({ before, limit: most }, db)
}

/** The number that the next issue gets if none is approved before. */
export async function nextIssueNumber ({ db }: { db: Queryable }): Promise<number> {
  return (await nextNumber.one(undefined, db)).number
}

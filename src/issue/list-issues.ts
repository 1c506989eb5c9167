import type { Queryable } from '../platform/database/pool.js'
import { countIssues, listIssues as list, nextNumber, type IListIssuesResult } from './issue.queries.js'

export type IssueLine = IListIssuesResult

/** Issues that were approved, the latest first, and how many there are in all. */
export async function listIssues (
  { db }: { db: Queryable }, { most }: { most: number }
): Promise<{ issues: IssueLine[], count: number }> {
  const issues = await list.run({ limit: most }, db)
  return { issues, count: issues.length < most ? issues.length : (await countIssues.one(undefined, db)).count }
}

/** The number that the next issue gets if none is approved before. */
export async function nextIssueNumber ({ db }: { db: Queryable }): Promise<number> {
  return (await nextNumber.one(undefined, db)).number
}

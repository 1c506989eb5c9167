import type { Queryable } from '../platform/database/pool.js'
import {
  findIssue, listIssues as list, nextNumber, type IFindIssueResult, type IListIssuesResult
} from './issue.queries.js'

export type IssueLine = IListIssuesResult

/** More than any issue has. */
const ABOVE_ALL = 2 ** 31 - 1

/**
 * Issues with a number below `before`, the latest first. What is written at the desk is among them
 * from its publication on; until then it is a draft.
 */
export async function listIssues (
  { db }: { db: Queryable }, { before = ABOVE_ALL, most }: { before?: number | undefined, most: number }
): Promise<IssueLine[]> {
  return await list.run({ before, limit: most }, db)
}

/** The number that the next issue gets if none is approved before. */
export async function nextIssueNumber ({ db }: { db: Queryable }): Promise<number> {
  return (await nextNumber.one(undefined, db)).number
}

/** What is known of an issue besides its mail. */
export type IssueHead = IFindIssueResult

/** An issue by its number; null if there is none. */
export async function readIssue ({ db }: { db: Queryable }, number: number): Promise<IssueHead | null> {
  return await findIssue.maybeOne({ number }, db)
}

import { inTransaction, type Queryable } from '../platform/database/pool.js'
import {
  deleteWithdrawal, findWithdrawal, insertWithdrawal, listWithdrawn, type IFindWithdrawalResult
} from './archive.queries.js'
import type { ArchivingDeps } from './correct.js'

/** Why and since when the page of an issue is not public any more. */
export type Withdrawal = IFindWithdrawalResult

/**
 * Takes the page of an issue from the website, with all that lists, feeds and calendars tell of it.
 * Readers of its address are told the reason. False if it is withdrawn already.
 */
export async function withdraw (
  { pool, clock, editor, witness }: ArchivingDeps, { issue, reason }: { issue: number, reason: string }
): Promise<boolean> {
  return await inTransaction(pool, async db => {
    const withdrawn = await insertWithdrawal.maybeOne({ number: issue, reason, now: clock.now(), editor }, db)
    if (withdrawn === null) return false
    await witness(db, 'issue.withdrawn', { issue, reason })
    return true
  })
}

/** Shows a withdrawn issue again. False if it is not withdrawn. */
export async function showAgain ({ pool, witness }: ArchivingDeps, issue: number): Promise<boolean> {
  return await inTransaction(pool, async db => {
    if (await deleteWithdrawal.maybeOne({ number: issue }, db) === null) return false
    await witness(db, 'issue.shown_again', { issue })
    return true
  })
}

/** The withdrawal of an issue; null if its page is public. */
export async function readWithdrawal ({ db }: { db: Queryable }, issue: number): Promise<Withdrawal | null> {
  return await findWithdrawal.maybeOne({ number: issue }, db)
}

/** The numbers of all withdrawn issues. */
export async function readWithdrawn ({ db }: { db: Queryable }): Promise<number[]> {
  return (await listWithdrawn.run(undefined, db)).map(({ issueNumber }) => issueNumber)
}

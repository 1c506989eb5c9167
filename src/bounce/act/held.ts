import type { Pool } from 'pg'
import { acceptShare } from '../../delivery/returned.js'
import { inTransaction } from '../../platform/database/pool.js'
import type { Witness } from '../../platform/witness.js'
import { countHeld, forgiveHard, type ICountHeldResult } from '../bounce.queries.js'
import { endBounced, heldIssues, type EndDeps } from './end-bounced.js'

/** How many readers of an issue are kept until somebody decides. */
export type Held = ICountHeldResult

/**
 * Of which issues so many mailboxes are said to be gone that their readers wait for somebody's
 * decision. `withHard`: those that have hard bounces, for who knows them.
 */
export async function readHeld ({ pool }: { pool: Pool }, withHard?: readonly number[]): Promise<Held[]> {
  const issues = await heldIssues(pool, withHard)
  return issues.length === 0 ? [] : await countHeld.run({ issues }, pool)
}

/**
 * Believes that these mailboxes are gone: their readers are erased. Returns how many were, with
 * those of other issues that were due.
 */
export async function believeHeld (deps: EndDeps & { witness: Witness }, issue: number): Promise<number> {
  await inTransaction(deps.pool, async db => {
    await acceptShare(db, issue)
    await deps.witness(db, 'bounces.believed', { issue })
  })
  return await endBounced(deps)
}

/**
 * Does not believe it: what came back counts as a mail that could not be delivered this time.
 * Returns of how many readers.
 */
export async function forgiveHeld (
  { pool, witness }: { pool: Pool, witness: Witness }, issue: number
): Promise<number> {
  return await inTransaction(pool, async db => {
    const forgiven = await forgiveHard.run({ issue }, db)
    await witness(db, 'bounces.forgiven', { issue, readers: forgiven.length })
    return forgiven.length
  })
}

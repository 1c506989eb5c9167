import type { Pool } from 'pg'
import type { Queryable } from '../platform/database/pool.js'
import type { Log } from '../platform/log/log.js'
import type { Witness } from '../platform/witness.js'
import { standing } from './batch.js'
import { acceptReturned, findTallies, noteReturned } from './delivery.queries.js'
import { findExcess, isDoubtful } from './guard.js'
import { pauseSending } from './pause.js'

/** Mails of an issue that had been taken and came back later. */
export interface Returned { issue: number, hard: number, refused: number }

/**
 * Adds what came back to the running counts of each issue. It works in the caller's transaction,
 * before any other row is locked: everywhere, a delivery is locked first.
 */
export async function countReturned (db: Queryable, returned: readonly Returned[]): Promise<void> {
  await noteReturned.run({
    issues: returned.map(({ issue }) => issue),
    hard: returned.map(({ hard }) => hard),
    refused: returned.map(({ refused }) => refused)
  }, db)
}

/**
 * Pauses those among issues of which too many mails have come back by now. Returns how many were
 * paused.
 */
export async function pauseExcessive (
  deps: { pool: Pool, log: Log, witness: Witness }, issues: readonly number[]
): Promise<number> {
  let paused = 0
  for (const row of await findTallies.run({ issues: [...issues] }, deps.pool)) {
    if (row.state !== 'sending') continue
    const { before, accepted } = standing(row)
    const excess = findExcess(before, accepted)
    if (excess === null) continue
    const reason = excess === 'hard' ? 'bounce-rate' : 'policy'
    if (await pauseSending(deps, { delivery: row.id, reason })) paused++
  }
  return paused
}

/**
 * Those among issues of which so many mailboxes are said to be gone that a mistake of a provider is
 * as likely. Nobody is erased for them until somebody has decided.
 */
export async function findDoubtful (db: Queryable, issues: readonly number[]): Promise<number[]> {
  const rows = await findTallies.run({ issues: [...issues] }, db)
  return rows.filter(row => {
    const { before, accepted } = standing(row)
    return row.inDoubt || isDoubtful(before, accepted)
  }).map(({ issueNumber }) => issueNumber)
}

/** Accepts the share of an issue's mailboxes that are said to be gone, and believes it. */
export async function acceptShare (db: Queryable, issue: number): Promise<void> {
  await acceptReturned.run({ issue }, db)
}

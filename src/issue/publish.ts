import type { Clock } from '../platform/clock.js'
import type { Queryable } from '../platform/database/pool.js'
import { issueExists, publish as publishApproved } from './issue.queries.js'

/**
 * Gives an approved issue its public page. False if there is no such issue, or if it is published
 * already.
 */
export async function publish ({ db, clock }: { db: Queryable, clock: Clock }, number: number): Promise<boolean> {
  return (await publishApproved.run({ number, now: clock.now() }, db)).length > 0
}

/** Whether there is an issue with this number, published or not. */
export async function hasIssue ({ db }: { db: Queryable }, number: number): Promise<boolean> {
  return (await issueExists.run({ number }, db))[0]?.exists === true
}

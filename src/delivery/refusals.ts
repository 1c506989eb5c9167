import type { Queryable } from '../platform/database/pool.js'
import { forgetFailures, takeRefusals, type ITakeRefusalsResult } from './delivery.queries.js'

/** A mail of an issue that a reader's mailbox refused while it was sent. */
export type Refusal = ITakeRefusalsResult

/**
 * Takes refusals that have not been counted with their readers. Each is taken once, if the caller's
 * transaction commits.
 */
export async function takeNewRefusals (db: Queryable, { limit }: { limit: number }): Promise<Refusal[]> {
  return await takeRefusals.run({ limit }, db)
}

/**
 * Forgets which mails of some readers failed, before they are erased. The report of an issue still
 * knows how many failed for which reason.
 */
export async function forgetFailuresOf (db: Queryable, ids: readonly string[]): Promise<void> {
  await forgetFailures.run({ ids: [...ids] }, db)
}

import type { Pool } from 'pg'
import { hasIssue } from '../issue/publish.js'
import { countFailures, countOutcomes, type ICountOutcomesResult } from './delivery.queries.js'
import type { PauseReason } from './pause-reason.js'

/** How far a delivery has come. */
export interface Progress {
  /** Null if the issue has no delivery yet. */
  id: number | null
  /** 1: to all subscribers. Each further round: to those whose mail failed in the one before. */
  round: number
  /** `waiting`: approved and not planned yet, or its plan was lost in a failover. */
  state: ICountOutcomesResult['state']
  pauseReason: PauseReason | null
  planned: number
  sent: number
  failed: number
  skipped: number
  /** Planned and not settled yet. */
  waiting: number
  /** Of those waiting, how many were deferred and are tried again later. */
  deferred: number
  /** Mails in flight when a mailer died or a connection broke: each may have been sent twice. */
  mayHaveRepeated: number
  /** Null until it is planned. */
  startedAt: Date | null
  /** Set once the delivery is over. */
  finishedAt: Date | null
}

const NOT_PLANNED: Progress = {
  id: null,
  round: 1,
  state: 'waiting',
  pauseReason: null,
  planned: 0,
  sent: 0,
  failed: 0,
  skipped: 0,
  waiting: 0,
  deferred: 0,
  mayHaveRepeated: 0,
  startedAt: null,
  finishedAt: null
}

/**
 * All deliveries of an issue, the last one at the end; at least one. Throws if there is no such
 * issue.
 */
export async function readDeliveries ({ pool }: { pool: Pool }, number: number): Promise<Progress[]> {
  const rows = await countOutcomes.run({ number }, pool)
  if (rows.length > 0) return rows.map(row => ({ ...row, waiting: row.planned - row.sent - row.failed - row.skipped }))
  if (!await hasIssue({ db: pool }, number)) throw new Error(`there is no issue ${number}`)
  return [NOT_PLANNED]
}

/** The last delivery of an issue. Throws if there is no such issue. */
export async function readProgress (deps: { pool: Pool }, number: number): Promise<Progress> {
  return (await readDeliveries(deps, number)).at(-1) ?? NOT_PLANNED
}

/**
 * How many mails of a delivery failed with which status, the most frequent first. No status names a
 * reader or a domain.
 */
export async function readFailures (
  { pool }: { pool: Pool }, { id }: Pick<Progress, 'id'>
): Promise<Array<{ status: string, count: number }>> {
  return id === null ? [] : await countFailures.run({ delivery: id }, pool)
}

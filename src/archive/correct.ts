import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import { inTransaction, type Queryable } from '../platform/database/pool.js'
import type { Witness } from '../platform/witness.js'
import {
  deleteCorrection, findLastCorrections, insertCorrection, listAllCorrections, listCorrections,
  type IListCorrectionsResult
} from './archive.queries.js'

/** A note above the page of an issue that was sent: what was wrong in it. */
export type Correction = IListCorrectionsResult

export interface ArchivingDeps {
  pool: Pool
  clock: Clock
  /** Who does it; null at the command line. */
  editor: string | null
  witness: Witness
}

/**
 * Notes what was wrong in an issue. What was sent stays as it is. The same text is noted once.
 */
export async function correct (
  { pool, clock, editor, witness }: ArchivingDeps, { issue, text }: { issue: number, text: string }
): Promise<void> {
  await inTransaction(pool, async db => {
    const noted = await insertCorrection.maybeOne({ number: issue, text, now: clock.now(), editor }, db)
    if (noted === null) return
    await witness(db, 'issue.corrected', { issue, text })
  })
}

/** Takes a note back, which the audit keeps. False if there is none. */
export async function takeBackCorrection (
  { pool, witness }: ArchivingDeps, { issue, id }: { issue: number, id: number }
): Promise<boolean> {
  return await inTransaction(pool, async db => {
    const taken = await deleteCorrection.maybeOne({ number: issue, id }, db)
    if (taken === null) return false
    await witness(db, 'issue.correction_taken_back', { issue, text: taken.text })
    return true
  })
}

/** The notes of an issue, the latest first. */
export async function readCorrections ({ db }: { db: Queryable }, issue: number): Promise<Correction[]> {
  return await listCorrections.run({ number: issue }, db)
}

/** The notes of several issues, by number, the latest first. */
export async function readAllCorrections (
  { db }: { db: Queryable }, issues: readonly number[]
): Promise<ReadonlyMap<number, Array<Pick<Correction, 'text' | 'correctedAt'>>>> {
  const found = new Map<number, Array<Pick<Correction, 'text' | 'correctedAt'>>>()
  for (const { issueNumber, text, correctedAt } of await listAllCorrections.run({ numbers: [...issues] }, db)) {
    found.set(issueNumber, [...found.get(issueNumber) ?? [], { text, correctedAt }])
  }
  return found
}

/** When each issue that has a note got its last one. */
export async function readLastCorrections ({ db }: { db: Queryable }): Promise<ReadonlyMap<number, Date>> {
  const rows = await findLastCorrections.run(undefined, db)
  return new Map(rows.map(({ issueNumber, correctedAt }) => [issueNumber, correctedAt]))
}

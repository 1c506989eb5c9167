import { setTimeout as delay } from 'node:timers/promises'
import { groupCommit } from '../platform/group-commit.js'
import type { RefusalKind } from '../platform/smtp/refusal/refusal.js'

export const OUTCOMES = ['sent', 'failed', 'skipped'] as const

/** What is recorded of a recipient. It never changes. */
export type Outcome = typeof OUTCOMES[number]

/** The state of a whole batch: strings of `0` and `1`, one digit per recipient. */
export type BatchState = Record<Outcome, string>

/** Why a mail failed. `kind`: what it says of the mailbox; null if it never got as far. */
export interface Reason { status: string, kind: RefusalKind | null }

export interface Failure extends Reason { position: number }

/** Writes the whole state. Returns false if the batch is no longer ours. */
export type WriteState = (state: BatchState, failures: readonly Failure[]) => Promise<boolean>

/** Thrown by each write after another mailer has taken the batch over. */
export class Fenced extends Error {}

export interface Recorder {
  /**
   * Settles recipients. Resolves when that is in the database; rejects with Fenced, or if it cannot
   * be written for a minute.
   */
  record: (positions: readonly number[], outcome: Outcome, reason?: Reason) => Promise<void>
  /**
   * Resolves when a write that began after the call has found the batch ours; rejects as `record`
   * does.
   */
  verifyOwnership: () => Promise<void>
  /** The positions that are not settled yet. */
  unsettled: () => number[]
  /** All outcomes, also those that could not be written. */
  known: () => { state: BatchState, failures: readonly Failure[] }
}

const ONE = '1'.charCodeAt(0)

const RETRY_AFTER_MS = 500
const RETRIES = 120

export interface RecorderDeps { size: number, state: BatchState, write: WriteState }

/**
 * Records outcomes by group commit. A write holds the absolute state, so repeating one whose answer
 * was lost does no harm, and the memory can outlast a restart of the database.
 */
export function createRecorder ({ size, state, write }: RecorderDeps): Recorder {
  const bits: Record<Outcome, Buffer> = {
    sent: Buffer.from(state.sent), failed: Buffer.from(state.failed), skipped: Buffer.from(state.skipped)
  }
  const read = (outcome: Outcome): string => bits[outcome].toString('latin1')
  const readState = (): BatchState => ({ sent: read('sent'), failed: read('failed'), skipped: read('skipped') })
  let gathered: Failure[] = []
  const failed: Failure[] = []

  const commit = groupCommit(async () => {
    const failures = gathered
    gathered = []
    const isOurs = await persist(async () => await write(readState(), failures))
    if (!isOurs) throw new Fenced('another mailer has taken the batch over')
  })

  return {
    async record (positions, outcome, reason) {
      if (positions.length === 0) return
      for (const position of positions) {
        bits[outcome][position] = ONE
        if (reason === undefined) continue
        gathered.push({ position, ...reason })
        failed.push({ position, ...reason })
      }
      await commit()
    },
    verifyOwnership: commit,
    known: () => ({ state: readState(), failures: failed }),
    unsettled: () => Array.from({ length: size }, (_, position) => position)
      .filter(position => OUTCOMES.every(outcome => bits[outcome][position] !== ONE))
  }
}

/** Tries for a minute, so that a result outlasts a restart of the database. */
async function persist (write: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 1; ; tries++) {
    try {
      return await write()
    } catch (error) {
      if (tries === RETRIES) throw error
      await delay(RETRY_AFTER_MS)
    }
  }
}

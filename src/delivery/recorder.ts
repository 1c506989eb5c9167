import { setTimeout as delay } from 'node:timers/promises'
import { withResolvers, type PromiseWithResolvers } from '../platform/with-resolvers.js'

/** What is recorded of a recipient. It never changes. */
export type Outcome = 'sent' | 'failed' | 'skipped'

/** The state of a whole batch: strings of `0` and `1`, one digit per recipient. */
export interface BatchState { sent: string, failed: string, skipped: string }

export interface Failure { position: number, status: string }

/** Writes the whole state. Returns false if the batch is no longer ours. */
export type WriteState = (state: BatchState, failures: readonly Failure[]) => Promise<boolean>

/** Thrown by each write after another mailer has taken the batch over. */
export class Fenced extends Error {}

export interface Recorder {
  /** Settles recipients. Resolves once it is in the database. Rejects with Fenced, or if writing fails for a minute. */
  record: (positions: readonly number[], outcome: Outcome, status?: string) => Promise<void>
  /** Resolves when a write that began after the call has found the batch ours; rejects as `record` does. */
  verifyOwnership: () => Promise<void>
  /** The positions that are not settled yet. */
  unsettled: () => number[]
  /** All outcomes, also those that could not be written. */
  known: () => { state: BatchState, failures: readonly Failure[] }
}

const OUTCOMES = ['sent', 'failed', 'skipped'] as const
const ONE = '1'.charCodeAt(0)

const RETRY_AFTER_MS = 500
const RETRIES = 120

/**
 * Records outcomes by group commit: while one write is under way, new outcomes gather for the next.
 * A write holds the absolute state. So a write whose reply was lost can be repeated, and what is in
 * memory survives a restart of the database.
 */
export function createRecorder ({ size, state, write }: { size: number, state: BatchState, write: WriteState }): Recorder {
  const bits: Record<Outcome, Buffer> = { sent: Buffer.from(state.sent), failed: Buffer.from(state.failed), skipped: Buffer.from(state.skipped) }
  let gathered: { failures: Failure[], settled: PromiseWithResolvers<void> | null } = { failures: [], settled: null }
  const failed: Failure[] = []
  let writing = false

  async function writeAll (): Promise<void> {
    writing = true
    while (gathered.settled !== null) {
      const { failures, settled } = gathered
      gathered = { failures: [], settled: null }
      try {
        if (await persist(failures)) settled.resolve()
        else settled.reject(new Fenced('another worker has taken the batch over'))
      } catch (error) {
        settled.reject(error)
      }
    }
    writing = false
  }

  const readState = (): BatchState => ({ sent: bits.sent.toString('latin1'), failed: bits.failed.toString('latin1'), skipped: bits.skipped.toString('latin1') })

  async function persist (failures: readonly Failure[]): Promise<boolean> {
    for (let tries = 1; ; tries++) {
      try {
        return await write(readState(), failures)
      } catch (error) {
        if (tries === RETRIES) throw error
        await delay(RETRY_AFTER_MS)
      }
    }
  }

  /** The next write; it will hold all that has gathered by then. */
  async function written (): Promise<void> {
    gathered.settled ??= withResolvers()
    const { promise } = gathered.settled
    if (!writing) void writeAll()
    await promise
  }

  return {
    async record (positions, outcome, status) {
      if (positions.length === 0) return
      for (const position of positions) {
        bits[outcome][position] = ONE
        if (status === undefined) continue
        gathered.failures.push({ position, status })
        failed.push({ position, status })
      }
      await written()
    },
    verifyOwnership: written,
    known: () => ({ state: readState(), failures: failed }),
    unsettled: () => Array.from({ length: size }, (_, position) => position)
      .filter(position => OUTCOMES.every(outcome => bits[outcome][position] !== ONE))
  }
}

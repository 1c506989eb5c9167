import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import { inTransaction } from '../platform/database.js'
import { openBatch as queryOpenBatch, recordFailures, recordOutcomes } from './delivery.queries.js'
import { createRecorder, type Recorder, type WriteState } from './recorder.js'

export interface BatchName { issue: number, batch: number }

/** A batch that this worker has, until another opens it. */
export interface OpenBatch { recipients: readonly string[], recorder: Recorder }

/** Takes a batch over from whoever had it. Null if the issue is not being sent or is finished. */
export async function openBatch ({ pool, clock }: { pool: Pool, clock: Clock }, { issue: number, batch: ordinal }: BatchName): Promise<OpenBatch | null> {
  const [row] = await queryOpenBatch.run({ number, ordinal }, pool)
  if (row?.recipients == null) return null
  const { recipients, token } = row
  const write: WriteState = async (state, failures) => {
    const update = { number, ordinal, token, ...state }
    if (failures.length === 0) return (await recordOutcomes.run(update, pool)).length > 0
    return await inTransaction(pool, async client => {
      if ((await recordOutcomes.run(update, client)).length === 0) return false
      await recordFailures.run({
        number,
        now: clock.now(),
        ids: failures.map(({ position }) => recipients[position] as string),
        statuses: failures.map(({ status }) => status)
      }, client)
      return true
    })
  }
  return { recipients, recorder: createRecorder({ size: recipients.length, state: row, write }) }
}

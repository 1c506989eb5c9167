import { randomInt } from 'node:crypto'
import type { Pool } from 'pg'
import { inTransaction } from '../platform/database/pool.js'
import {
  findRunning, lockBatch, lockDelivery, noteRepeats, takeBatch as take, type ILockBatchResult
} from './delivery.queries.js'

/** A delivery and the ordinal of one of its batches. */
export interface BatchName { delivery: number, batch: number }

/** A batch's row, and the fence that it was taken with. */
export type TakenBatch = ILockBatchResult & { name: BatchName }

/**
 * The result of taking a batch. `held`: another job still works on it, for example because the
 * delivery was paused and resumed within a moment. `over`: the delivery is paused, finished or
 * gone.
 */
export type Taking = { kind: 'taken', row: TakenBatch } | { kind: 'held' } | { kind: 'over' }

export interface TakeDeps { pool: Pool, connections: number }

/**
 * A fence that no other has or will have. A number that counts up could come a second time, when a
 * failover has lost the last commit.
 */
export function drawFence (): number {
  return randomInt(1, 2 ** 31)
}

/** Takes a batch over from its previous owner, for the job with this id. */
export async function takeBatch ({ pool, connections }: TakeDeps, name: BatchName, job: string): Promise<Taking> {
  const where = { delivery: name.delivery, ordinal: name.batch }
  return await inTransaction(pool, async client => {
    // Waits for a pause, resume or cancel that is under way, and sees its result.
    await lockDelivery.run({ delivery: name.delivery }, client)
    const row = await lockBatch.maybeOne(where, client)
    if (row === null || (row.state !== 'sending' && row.state !== 'cancelled')) return { kind: 'over' }
    const holder = row.heldByJob
    if (holder !== null && holder !== job && (await findRunning.run({ job: holder }, client)).length > 0) {
      return { kind: 'held' }
    }
    const fence = drawFence()
    await take.run({ ...where, fence, connections, job }, client)
    // The previous owner did not release it. The relay may have accepted the mails that were in
    // flight.
    const inFlight = Math.min(row.connectionsInUse, row.open)
    if (inFlight > 0) await noteRepeats.run({ delivery: name.delivery, count: inFlight }, client)
    return { kind: 'taken', row: { ...row, fence, name } }
  })
}

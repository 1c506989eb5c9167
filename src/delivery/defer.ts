import type { Pool } from 'pg'
import { inTransaction } from '../platform/database/pool.js'
import { addBatch, enqueueBatch, lockBatch, lockDelivery, shrinkBatch } from './delivery.queries.js'
import { DELIVER_BATCH } from './job-names.js'
import type { OpenBatch } from './open-batch.js'
import { Fenced } from './recorder.js'

/**
 * Moves deferred recipients into a batch of their own that is tried later, so that they hold up nobody. What
 * stays behind is settled. Throws Fenced if another worker has taken the batch over.
 */
export async function defer ({ pool }: { pool: Pool }, { name, fence, recipients, attempt }: OpenBatch, positions: ReadonlySet<number>, afterSeconds: number): Promise<void> {
  const where = { delivery: name.delivery, ordinal: name.batch }
  await inTransaction(pool, async client => {
    await lockDelivery.run({ delivery: name.delivery }, client)
    const [row] = await lockBatch.run(where, client)
    if (row === undefined || row.fence !== fence) throw new Fenced('another worker has taken the batch over')
    const stay = <T>(items: Iterable<T>): T[] => [...items].filter((_, position) => !positions.has(position))
    await shrinkBatch.run({
      ...where,
      fence,
      recipients: stay(row.recipients),
      sent: stay(row.sent).join(''),
      failed: stay(row.failed).join(''),
      skipped: stay(row.skipped).join('')
    }, client)
    const [batch] = await addBatch.run({ delivery: name.delivery, attempt: attempt + 1, recipients: [...positions].map(position => recipients[position] as string) }, client)
    await enqueueBatch.run({ job: DELIVER_BATCH, delivery: name.delivery, ordinal: batch?.ordinal as number, afterSeconds }, client)
  })
}

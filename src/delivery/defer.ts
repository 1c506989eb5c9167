import type { Pool } from 'pg'
import { inTransaction } from '../platform/database/pool.js'
import type { Batch } from './batch.js'
import { addBatch, enqueueBatch, lockBatch, lockDelivery, shrinkBatch } from './delivery.queries.js'
import { DELIVER_BATCH } from './job-names.js'
import { Fenced } from './recorder.js'

/**
 * Moves deferred recipients into a batch of their own that is tried later, so that they hold up
 * nobody. What stays behind is settled. Throws Fenced if another mailer has taken the batch over.
 */
export async function defer (
  { pool }: { pool: Pool },
  { name, fence, recipients, attempt }: Batch,
  { positions, afterSeconds }: { positions: ReadonlySet<number>, afterSeconds: number }
): Promise<void> {
  const where = { delivery: name.delivery, ordinal: name.batch }
  await inTransaction(pool, async client => {
    await lockDelivery.run({ delivery: name.delivery }, client)
    const row = await lockBatch.maybeOne(where, client)
    if (row === null || row.fence !== fence) throw new Fenced('another mailer has taken the batch over')
    const stay = <T>(items: Iterable<T>): T[] => [...items].filter((_, position) => !positions.has(position))
    await shrinkBatch.run({
      ...where,
      fence,
      recipients: stay(row.recipients),
      sent: stay(row.sent).join(''),
      failed: stay(row.failed).join(''),
      skipped: stay(row.skipped).join('')
    }, client)
    const moved = recipients.filter((_, position) => positions.has(position))
    const { ordinal } = await addBatch.one({ delivery: name.delivery, attempt: attempt + 1, recipients: moved }, client)
    await enqueueBatch.run({ job: DELIVER_BATCH, delivery: name.delivery, ordinal, afterSeconds }, client)
  })
}

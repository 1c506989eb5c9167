import type { Pool } from 'pg'
import { inTransaction } from '../platform/database/pool.js'
import { addBatch, enqueueBatch, lockBatch, lockIssue, shrinkBatch } from './delivery.queries.js'
import type { OpenBatch } from './open-batch.js'
import { Fenced } from './recorder.js'

/**
 * Moves deferred recipients into a batch of their own that is tried later, so that they hold up nobody. What
 * stays behind is settled. Throws Fenced if another worker has taken the batch over.
 */
export async function defer ({ pool }: { pool: Pool }, { name, token, recipients, attempt, failedBefore }: OpenBatch, positions: ReadonlySet<number>, afterSeconds: number): Promise<void> {
  const where = { number: name.issue, ordinal: name.batch }
  await inTransaction(pool, async client => {
    await lockIssue.run({ number: name.issue }, client)
    const [row] = await lockBatch.run(where, client)
    if (row === undefined || row.token !== token) throw new Fenced('another worker has taken the batch over')
    const stay = <T>(items: Iterable<T>): T[] => [...items].filter((_, position) => !positions.has(position))
    await shrinkBatch.run({
      ...where,
      token,
      recipients: stay(row.recipients),
      sent: stay(row.sent).join(''),
      failed: stay(row.failed).join(''),
      skipped: stay(row.skipped).join('')
    }, client)
    const [batch] = await addBatch.run({ number: name.issue, attempt: attempt + 1, failedBefore, recipients: [...positions].map(position => recipients[position] as string) }, client)
    await enqueueBatch.run({ number: name.issue, ordinal: batch?.ordinal as number, afterSeconds }, client)
  })
}

import { enqueueForgotten, listUnfinished } from './delivery.queries.js'
import { finish } from './finish.js'
import type { SteerParts } from './steer.js'

/**
 * Puts right what a crash can leave behind: a batch without a job, because a worker that slept woke up and
 * completed the job while another, which then died, had it; or an issue that is settled and not finished.
 * The database says what is to be done, the queue only when.
 */
export async function sweep (parts: SteerParts): Promise<void> {
  for (const { number } of await listUnfinished.run(undefined, parts.pool)) {
    const [row] = await enqueueForgotten.run({ number }, parts.pool)
    if (row !== undefined && row.count > 0) parts.log.warn({ issue: number, batches: row.count }, 'batches without a job were enqueued again')
    await finish(parts, number)
  }
}

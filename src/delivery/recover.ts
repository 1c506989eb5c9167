import { boundRetries, enqueueForgotten, listUnfinished } from './delivery.queries.js'
import { finish } from './finish.js'
import { DELIVER_BATCH } from './job-names.js'
import type { ControlDeps } from './control.js'

/** So much later may a batch be due without any clock having been wrong. */
const SLACK_SECONDS = 10

export interface RecoverDeps extends ControlDeps {
  /** How long deferred mails wait before each next try, in seconds. */
  retryAfterSeconds: readonly number[]
}

/**
 * Puts right what a crash or a clock that was wrong can leave behind: a batch without a job, because a worker that
 * slept woke up and completed the job while another, which then died, had it; a batch that is due later than it
 * can be; or an issue that is settled and not finished. The database says what is to be done, the queue only when.
 */
export async function recover (deps: RecoverDeps): Promise<void> {
  const { pool, log, retryAfterSeconds } = deps
  const [bound] = await boundRetries.run(
    { job: DELIVER_BATCH, retryAfterSeconds: [...retryAfterSeconds], slackSeconds: SLACK_SECONDS }, pool)
  if (bound !== undefined && bound.count > 0) log.warn({ event: 'clock_was_wrong', batches: bound.count }, 'batches were due later than they can be, as after a clock that was wrong: they are tried in time')
  for (const { number } of await listUnfinished.run(undefined, pool)) {
    const [row] = await enqueueForgotten.run({ job: DELIVER_BATCH, number }, pool)
    if (row !== undefined && row.count > 0) log.warn({ event: 'batches_enqueued_again', issue: number, batches: row.count }, 'batches without a job were enqueued again')
    await finish(deps, number)
  }
}

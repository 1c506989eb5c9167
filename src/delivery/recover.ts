import type { ControlDeps } from './control.js'
import { boundRetries, enqueueForgotten, listUnfinished } from './delivery.queries.js'
import { finish } from './finish.js'
import { DELIVER_BATCH } from './job-names.js'

/** A batch may be due this much later without a wrong clock. */
const SLACK_SECONDS = 10

export interface RecoverDeps extends ControlDeps {
  /** How long deferred mails wait before each next try, in seconds. */
  retryAfterSeconds: readonly number[]
}

/**
 * Repairs what a crash or a wrong clock can leave behind: a batch that has lost its job (a
 * suspended worker woke up and completed a job that a second worker, now dead, had taken over), a
 * batch that is due later than it can be, or a settled delivery that was never finished. The tables
 * are the truth; the queue is only the schedule.
 */
export async function recover (deps: RecoverDeps): Promise<void> {
  const { pool, log, retryAfterSeconds } = deps
  const bounds = { job: DELIVER_BATCH, retryAfterSeconds: [...retryAfterSeconds], slackSeconds: SLACK_SECONDS }
  const [bound] = await boundRetries.run(bounds, pool)
  if (bound !== undefined && bound.count > 0) {
    const fields = { event: 'clock_was_wrong', batches: bound.count } as const
    log.warn(fields, 'batches were due later than they can be, as after a clock that was wrong: they are tried in time')
  }
  for (const { id: delivery, issueNumber: issue } of await listUnfinished.run(undefined, pool)) {
    const [row] = await enqueueForgotten.run({ job: DELIVER_BATCH, delivery }, pool)
    if (row !== undefined && row.count > 0) {
      const fields = { event: 'batches_enqueued_again', issue, batches: row.count } as const
      log.warn(fields, 'batches without a job were enqueued again')
    }
    await finish(deps, delivery)
  }
}

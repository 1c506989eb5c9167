import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { NotApproved } from '../issue/approval/approved-mail.js'
import type { Job } from '../platform/jobs/job.js'
import type { WriteJournal } from '../platform/write-journal.js'
import { createBatch, type Batch } from './batch.js'
import { defer } from './defer.js'
import { enqueueBatch, noteRepeats } from './delivery.queries.js'
import { finish } from './finish.js'
import { DELIVER_BATCH } from './job-names.js'
import { pauseSending } from './pause.js'
import type { RecentOutcomes } from './recent-outcomes.js'
import { Fenced } from './recorder.js'
import { sendBatch, type SendDeps, type Unsent } from './send-batch.js'
import { takeBatch } from './take-batch.js'

export interface DeliverDeps extends SendDeps {
  /**
   * How long deferred mails wait before each next try, in seconds. After the last they have failed.
   */
  retryAfterSeconds: readonly number[]
  recent: RecentOutcomes
  writeJournal: WriteJournal
  /** Holds the database against the journal if its server has changed. */
  watchServer: () => Promise<void>
}

const batchSchema = z.object({ delivery: z.int(), batch: z.int() })

/** Retry delay for a batch that another job still holds. */
const HELD_SECONDS = 1
/** Retry delay while no relay can be reached. */
const RELAY_PAUSE_MS = 5_000

/**
 * The job that sends a batch to those of its recipients who are not settled yet. It may be run
 * again at any moment, by this or another mailer: what is recorded is not sent again.
 */
export function deliverBatch (deps: DeliverDeps): Job {
  return async (payload, { id, stopping }) => {
    const name = batchSchema.parse(payload)
    // First restore what a failover has lost, before anybody gets it again.
    await deps.recent.restoreLost()
    await deps.watchServer()
    const taking = await takeBatch({ pool: deps.pool, connections: deps.relay.connections }, name, id)
    if (taking.kind === 'over') return
    if (taking.kind === 'held') {
      const again = { delivery: name.delivery, ordinal: name.batch, afterSeconds: HELD_SECONDS }
      await enqueueBatch.run({ job: DELIVER_BATCH, ...again }, deps.pool)
      return
    }
    // Before more is sent, the journal knows what the batches before came to.
    await deps.writeJournal()
    const batch = createBatch(deps, taking.row)
    try {
      await deliver(deps, batch, stopping)
    } catch (error) {
      if (error instanceof NotApproved) {
        await batch.release()
        await pauseSending(deps, { delivery: name.delivery, reason: 'not-approved' })
        return
      }
      // Always rethrow. Another mailer may own this job now: completing it would delete it, failing
      // it does not.
      if (error instanceof Fenced) {
        const fields = { event: 'batch_left', issue: batch.edition.issue, batch: name.batch } as const
        deps.log.warn(fields, 'batch left to another mailer')
      }
      throw error
    } finally {
      deps.recent.remember(batch)
      void deps.writeJournal()
    }
  }
}

async function deliver (deps: DeliverDeps, batch: Batch, stopping: AbortSignal): Promise<void> {
  const { recorder, name: { delivery, batch: ordinal } } = batch
  if (batch.cancelled) {
    await recorder.record(recorder.unsettled(), 'skipped')
    return await finish(deps, delivery)
  }
  const unsent = await sendBatch(deps, batch, stopping)
  // In a paused or cancelled delivery, deferred recipients stay in their batch.
  if (batch.isSending()) await settleDeferred(deps, batch, unsent, stopping)
  if (unsent.inDoubt > 0) await noteRepeats.run({ delivery, count: unsent.inDoubt }, deps.pool)
  const excess = await batch.release()
  const reason = unsent.reason ?? (excess === null ? null : excess === 'hard' ? 'bounce-rate' : 'policy')

  const untried = recorder.unsettled().filter(position => !unsent.deferred.has(position))
  // Finish first, so that a delivery with nothing left to send is not paused.
  if (untried.length === 0) await finish(deps, delivery)
  if (reason !== null) await pauseSending(deps, { delivery, reason })
  // A paused issue's batches are enqueued when it is resumed; a cancelled one's were when it was
  // cancelled.
  if (untried.length === 0 || !batch.isSending() || reason !== null) return
  if (unsent.unreachable !== null) {
    await delay(RELAY_PAUSE_MS, undefined, { signal: stopping }).catch(() => {})
  }
  await enqueueBatch.run({ job: DELIVER_BATCH, delivery, ordinal, afterSeconds: 0 }, deps.pool)
}

async function settleDeferred (
  deps: DeliverDeps, batch: Batch, { deferred }: Unsent, stopping: AbortSignal
): Promise<void> {
  if (deferred.size === 0) return
  // A try that we broke off ourselves is not the last one.
  const afterSeconds = deps.retryAfterSeconds[batch.attempt] ?? (stopping.aborted ? 0 : undefined)
  if (afterSeconds !== undefined) {
    await defer(deps, batch, { positions: new Set(deferred.keys()), afterSeconds })
    const fields = { event: 'mails_deferred', issue: batch.edition.issue, mails: deferred.size, afterSeconds } as const
    deps.log.info(fields, 'mails deferred')
    return
  }
  await Promise.all([...deferred].map(async ([position, status]) => {
    await batch.recorder.record([position], 'failed', { status, kind: 'soft' })
  }))
}

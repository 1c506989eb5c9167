import type { Context } from '../platform/context.js'
import type { RoomJobs } from '../platform/jobs/job.js'
import type { Witness } from '../platform/witness.js'
import type { Sender } from '../platform/mail/sender.js'
import type { House } from '../platform/newsletter/house.js'
import type { Newsletter } from '../platform/newsletter/newsletter.js'
import type { Relays } from '../platform/smtp/relays.js'
import type { WriteJournal } from '../platform/write-journal.js'
import { cachedIssueMails } from './compile-issue.js'
import { deliverBatch } from './deliver-batch.js'
import { DELIVER_BATCH, SEND_TEST } from './job-names.js'
import { createRateLimiter } from './rate-limiter.js'
import { createRecentOutcomes } from './recent-outcomes.js'
import { recover } from './recover.js'
import { createServerWatch } from './server-watch.js'
import { testMail, type TestDeps } from './send-test.js'
import { startDue, type StartDeps } from './start-due.js'

const RECOVER_EVERY_MS = 30_000
/** Also a mailer that has nothing to do finds out that the database lost what it recorded. */
const RESTORE_EVERY_MS = 5_000
/** So late an issue may be that is sent at a time. */
const START_EVERY_MS = 2_000

export interface DeliveryJobsDeps extends Context, Pick<StartDeps, 'tell'>, Pick<TestDeps, 'previewDraft'> {
  relays: Relays
  sender: Sender
  newsletter: Newsletter
  house: House
  writeJournal: WriteJournal
  /** Settles what the journal knows and the database has lost. */
  replayJournal: () => Promise<unknown>
  /** Of what the mailer does when its time has come. */
  witness: Witness
}

export interface DeliveryJobsSettings {
  batchSize: number
  connections: number
  /** Mails per second over all mailers; without it there is no limit. */
  rate: number | undefined
  /** How long deferred mails wait before each next try. */
  retryAfterSeconds: readonly number[]
}

/**
 * The job that sends batches, and the timers that repair what a crash or a failover has left
 * behind.
 */
export function deliveryJobs (deps: DeliveryJobsDeps, settings: DeliveryJobsSettings): RoomJobs {
  const { pool, log, relays } = deps
  const { batchSize, connections, rate, retryAfterSeconds } = settings
  const starting = { ...deps, batchSize }
  const recent = createRecentOutcomes(deps)
  const run = deliverBatch({
    ...deps,
    relay: relays.open(connections),
    pace: createRateLimiter({ pool, log, rate }),
    compiled: cachedIssueMails(deps),
    retryAfterSeconds,
    recent,
    watchServer: createServerWatch(deps, deps.replayJournal)
  })
  return {
    jobs: {
      [DELIVER_BATCH]: { lane: 'issue', run },
      [SEND_TEST]: { lane: 'mail', run: testMail({ ...deps, relay: relays.open(1) }) }
    },
    timers: [
      { name: 'start-due', everyMs: START_EVERY_MS, run: async () => await startDue(starting) },
      { name: 'recover', everyMs: RECOVER_EVERY_MS, run: async () => await recover({ ...deps, retryAfterSeconds }) },
      { name: 'restore-lost', everyMs: RESTORE_EVERY_MS, run: recent.restoreLost }
    ]
  }
}

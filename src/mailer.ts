import type { Pool } from 'pg'
import type { Config } from './config.js'
import { cachedIssueMails } from './delivery/compile-issue.js'
import { deliverBatch } from './delivery/deliver-batch.js'
import { createRateLimiter } from './delivery/rate-limiter.js'
import { createRecentOutcomes } from './delivery/recent-outcomes.js'
import { recover } from './delivery/recover.js'
import type { Clock } from './platform/clock.js'
import { startHeartbeat } from './platform/jobs/heartbeat.js'
import type { Keyring } from './platform/crypto/keyring.js'
import type { Log } from './platform/log/log.js'
import { createRelay } from './platform/smtp/relay.js'
import { watchRelays } from './platform/smtp/relay-watch.js'
import type { RelayTarget } from './platform/smtp/relay-url.js'
import { runQueue } from './platform/jobs/queue.js'
import { troubleStore } from './platform/smtp/relay-trouble.js'
import { repeat } from './platform/jobs/repeat.js'
import type { FillTemplate } from './platform/templates.js'
import { subscriptionJobs } from './subscription/jobs.js'

export interface MailerDeps {
  config: Config
  pool: Pool
  keys: Keyring
  clock: Clock
  log: Log
  fill: FillTemplate
  relays: readonly RelayTarget[]
  /** True if no other worker can be alive on this database. */
  exclusive: boolean
}

export interface RunningMailer { stop: () => Promise<void> }

/** Connections for confirmation mails: they never wait behind an issue. */
const CONFIRMATION_CONNECTIONS = 3
/** When the program is to end, a relay has this long to answer for the mails that are on their way. */
const GRACE_MS = 6_000
/**
 * One batch at a time keeps all connections busy, and keeps what a crash could repeat to one mail a
 * connection. Two that share the connections were not faster by more than 3 %, and a worker that
 * was thought dead and woke up could repeat for each of them.
 */
const BATCHES_AT_ONCE = 1
const SWEEP_EVERY_MS = 30_000
/** Also a mailer that has nothing to do finds out that the database lost what it recorded. */
const RESTORE_EVERY_MS = 5_000

/** The mail process: every feature's jobs and timetable. */
export async function startMailer ({ config, pool, keys, clock, log, fill, relays: targets, exclusive }: MailerDeps): Promise<RunningMailer> {
  const { sender, newsletter, relay: { timeoutMs, retryAfterSeconds }, delivery } = config
  const watch = watchRelays({ log, store: troubleStore(pool) })
  const relay = { targets, name: new URL(newsletter.publicUrl).hostname, timeoutMs, watch }
  const confirmations = createRelay({ ...relay, connections: CONFIRMATION_CONNECTIONS })
  const issues = createRelay({ ...relay, connections: delivery.connections })
  const compiled = cachedIssueMails({ pool, sender, newsletter })

  const heartbeat = await startHeartbeat({ pool, log, exclusive })
  const recent = createRecentOutcomes({ pool, clock, log })
  const shared = { pool, log, heartbeat }
  const subscription = subscriptionJobs({
    pool, keys, clock, log, relay: confirmations, fill, sender, newsletter, retryAfterSeconds, ...config.subscription
  })
  const queues = await Promise.all([
    runQueue({
      ...shared,
      ...subscription
    }),
    runQueue({
      ...shared,
      concurrency: BATCHES_AT_ONCE,
      jobs: {
        deliver_batch: deliverBatch({
          pool,
          keys,
          clock,
          log,
          relay: issues,
          pace: createRateLimiter({ pool, log, rate: delivery.rate }),
          sender,
          compiled,
          retryAfterSeconds,
          recent,
          hardBounced: async ({ issue, status }) => { log.info({ issue, status }, 'hard bounce') }
        })
      }
    })
  ])
  const repeating = [
    repeat({ log, everyMs: SWEEP_EVERY_MS }, 'sweep', async () => await recover({ pool, clock, log, retryAfterSeconds })),
    repeat({ log, everyMs: RESTORE_EVERY_MS }, 'restore', recent.restoreLost)
  ]
  log.info({ connections: delivery.connections }, 'mailer is running')

  return {
    async stop () {
      const impatient = setTimeout(() => { for (const relay of [confirmations, issues]) relay.abort() }, GRACE_MS)
      await Promise.all([...queues, ...repeating].map(async each => await each.stop()))
      clearTimeout(impatient)
      await heartbeat.stop()
      confirmations.close()
      issues.close()
    }
  }
}

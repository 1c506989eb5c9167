import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import type { Log } from '../platform/log/log.js'
import { readServer } from './delivery.queries.js'
import { finish } from './finish.js'
import type { OpenBatch } from './open-batch.js'
import { restoreRound, type KeptOutcomes } from './restore-round.js'

/** What this mailer knows of the batches it had lately. */
export interface RecentOutcomes {
  /** Keeps what is known of a batch that is not open any more. */
  remember: (batch: OpenBatch) => void
  /** Writes back what the database has lost, if it is not the server any more that has taken it. */
  restoreLost: () => Promise<void>
}

/** A standby that is further behind than this should not be promoted; and memory has an end. */
const KEPT_MS = 10 * 60_000
const KEPT_MAILS = 100_000

export interface RecentOutcomesDeps { pool: Pool, clock: Clock, log: Log }

/**
 * An asynchronous standby that is promoted lacks the last commits: batches that were sent look
 * unsent, and would be sent again. So each mailer keeps what it has recorded for ten minutes, and writes
 * back what is missing as soon as it meets another server, or the same one started again.
 */
export function createRecentOutcomes (deps: RecentOutcomesDeps): RecentOutcomes {
  let kept: KeptOutcomes[] = []
  let restoring = Promise.resolve()

  function forget (): void {
    const oldest = performance.now() - KEPT_MS
    let mails = 0
    // The newest are counted first.
    kept = kept.reverse().filter(({ at, recipients }) => (mails += recipients.length) <= KEPT_MAILS && at >= oldest).reverse()
  }

  async function restore (): Promise<void> {
    if (kept.length === 0) return
    const [row] = await readServer.run(undefined, deps.pool)
    const server = row?.server as string
    const older = kept.filter(each => each.server !== server)
    if (older.length === 0) return
    const total = { restored: 0, repeated: 0, missing: 0 }
    for (const key of new Set(older.map(keyOf))) {
      const same = older.filter(each => keyOf(each) === key)
      const { delivery, ...counts } = await restoreRound(deps, same)
      for (const name of ['restored', 'repeated', 'missing'] as const) total[name] += counts[name]
      for (const each of same) each.server = server
      if (delivery !== null) await finish(deps, delivery)
    }
    if (total.restored + total.repeated + total.missing === 0) deps.log.info({ event: 'database_restarted', batches: older.length }, 'the database was started again and has all that was recorded')
    else deps.log.error({ event: 'database_lost_writes', ...total }, 'the database has lost what was recorded, as after a failover: mails are recorded again, and those that may have been repeated are counted')
  }

  return {
    remember ({ name, edition, round, fence, server, recipients, recorder }) {
      // The later knows all that the earlier knew of the same recipients.
      const entry = { ...edition, round, batch: name.batch, fence, server, recipients, ...recorder.known(), at: performance.now() }
      kept = kept.filter(each => keyOf(each) !== keyOf(entry) || each.server !== server || each.batch !== name.batch)
      kept.push(entry)
      forget()
    },
    async restoreLost () {
      restoring = restoring.catch(() => {}).then(restore)
      await restoring
    }
  }
}

/** Names what was sent, whatever id the delivery has: after a failover another one may have it. */
function keyOf ({ issue, language, round }: Pick<KeptOutcomes, 'issue' | 'language' | 'round'>): string {
  return `${issue} ${language} ${round}`
}

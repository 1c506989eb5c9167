import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import type { Log } from '../platform/log/log.js'
import type { Batch } from './batch.js'
import { readServer } from './delivery.queries.js'
import { finish } from './finish.js'
import { restoreRound, type KeptOutcomes } from './restore-round.js'

/** The outcomes of batches that this mailer had open lately. */
export interface RecentOutcomes {
  /** Keeps the outcomes of a batch that is no longer open. */
  remember: (batch: Batch) => void
  /**
   * Restores outcomes that the database has lost, if the server has changed since they were
   * written.
   */
  restoreLost: () => Promise<void>
}

/** A standby that is further behind should not be promoted, and memory is finite. */
const KEPT_MS = 10 * 60_000
const KEPT_MAILS = 100_000

export interface RecentOutcomesDeps { pool: Pool, clock: Clock, log: Log }

/**
 * An asynchronous standby that is promoted lacks the last commits: batches that were sent look
 * unsent, and would be sent again. So each mailer keeps what it recorded for ten minutes, and
 * restores what is missing as soon as it meets another or a restarted server.
 */
export function createRecentOutcomes (deps: RecentOutcomesDeps): RecentOutcomes {
  let kept: KeptOutcomes[] = []
  let restoring = Promise.resolve()

  async function restore (): Promise<void> {
    if (kept.length === 0) return
    const { server } = await readServer.one(undefined, deps.pool)
    const older = kept.filter(each => each.server !== server)
    if (older.length > 0) await restoreTo(deps, server, older)
  }

  return {
    remember (batch) {
      const entry = keep(batch)
      // The later run knows all that the earlier one knew of the same recipients.
      const others = kept.filter(each =>
        keyOf(each) !== keyOf(entry) || each.batch !== entry.batch || each.server !== entry.server)
      kept = withinBounds([...others, entry])
    },
    async restoreLost () {
      restoring = restoring.catch(() => {}).then(restore)
      await restoring
    }
  }
}

function keep ({ name, edition, round, fence, server, recipients, recorder }: Batch): KeptOutcomes {
  const at = performance.now()
  return { ...edition, round, batch: name.batch, fence, server, recipients, ...recorder.known(), at }
}

/** The newest, as far as time and memory allow. */
function withinBounds (kept: readonly KeptOutcomes[]): KeptOutcomes[] {
  const oldest = performance.now() - KEPT_MS
  let mails = 0
  const dropped = kept.findLastIndex(({ at, recipients }) => {
    mails += recipients.length
    return mails > KEPT_MAILS || at < oldest
  })
  return kept.slice(dropped + 1)
}

/** Restores what `server` lacks, delivery by delivery, and notes that it has all of it now. */
async function restoreTo (deps: RecentOutcomesDeps, server: string, older: readonly KeptOutcomes[]): Promise<void> {
  const { log } = deps
  const total = { restored: 0, repeated: 0, missing: 0 }
  for (const key of new Set(older.map(keyOf))) {
    const same = older.filter(each => keyOf(each) === key)
    const { delivery, restored, repeated, missing } = await restoreRound(deps, same)
    total.restored += restored
    total.repeated += repeated
    total.missing += missing
    for (const each of same) each.server = server
    if (delivery !== null) await finish(deps, delivery)
  }
  if (total.restored + total.repeated + total.missing === 0) {
    const fields = { event: 'database_restarted', batches: older.length } as const
    log.info(fields, 'the database was restarted and has all that was recorded')
    return
  }
  log.error({ event: 'database_lost_writes', ...total }, 'the database has lost what was recorded, as after a ' +
    'failover: mails are recorded again, and those that may have been repeated are counted')
}

/** Names what was sent, whatever id the delivery has: after a failover another one may have it. */
function keyOf ({ issue, language, round }: Pick<KeptOutcomes, 'issue' | 'language' | 'round'>): string {
  return `${issue} ${language} ${round}`
}

import { makeWorkerUtils, type WorkerUtils } from 'graphile-worker'
import type { Pool } from 'pg'
import { correctFutureTimes, SLACK_SECONDS } from './future-times.js'
import { trackJobs, type JobTracker } from './job-tracker.js'
import type { Log } from '../log/log.js'
import { takeTurns } from './turns.js'
import {
  beat,
  countLiveWorkers as queryLiveWorkers,
  findSilentWorkers,
  forgetSilentWorkers,
  leave
} from './jobs.queries.js'

/** How long a worker may be silent before its jobs are given to others. */
const PATIENCE_SECONDS = 30
const BEAT_MS = 5_000

/** Signs of life of this process's workers, and the release of jobs that nobody runs any more. */
export interface Heartbeat extends Pick<JobTracker, 'started' | 'ended'> {
  join: (workerId: string) => void
  leave: (workerId: string) => void
  stop: () => Promise<void>
}

export interface HeartbeatDeps {
  pool: Pool
  log: Log
  /**
   * The caller knows that no other worker lives on this database, so whatever is held is released
   * at once.
   */
  exclusive: boolean
  beatMs?: number
}

/**
 * Beats every 5 seconds. The queue alone would hold a dead worker's jobs for four hours; here they
 * are released after 30 seconds of silence, and those of a living worker that does not run them
 * after two beats. What a wrong clock has written into the future is corrected.
 */
export async function startHeartbeat ({ pool, log, exclusive, beatMs = BEAT_MS }: HeartbeatDeps): Promise<Heartbeat> {
  const beating = new Set<string>()
  const joined = new Set<string>()
  const tracker = trackJobs({ pool, log, graceMs: beatMs }, joined)
  const utils = await makeWorkerUtils({ pgPool: pool })
  if (exclusive) {
    await correctFutureTimes({ pool, log })
    await releaseSilent({ pool, log, utils }, 0)
  }
  const turns = takeTurns(beatMs, async () => {
    try {
      if (beating.size > 0) await beat.run({ ids: [...beating] }, pool)
      await correctFutureTimes({ pool, log })
      await releaseSilent({ pool, log, utils }, PATIENCE_SECONDS)
      await tracker.releaseUnknown()
    } catch (error) {
      log.warn({ event: 'heartbeat_missed', err: error }, 'heartbeat missed')
    }
  })
  return {
    started: tracker.started,
    ended: tracker.ended,
    join (id) {
      beating.add(id)
      joined.add(id)
      turns.add()
    },
    leave: id => { beating.delete(id) },
    async stop () {
      await turns.stop()
      // Also those that have left: a row that stays would look alive for 30 seconds.
      await leave.run({ ids: [...joined] }, pool).catch(() => {})
      await utils.release()
    }
  }
}

interface ReleaseDeps { pool: Pool, log: Log, utils: WorkerUtils }

/** Gives the jobs of workers that were silent for so long to others. */
async function releaseSilent ({ pool, log, utils }: ReleaseDeps, patienceSeconds: number): Promise<void> {
  const silent = (await findSilentWorkers.run({ patienceSeconds }, pool)).map(worker => worker.id)
  await forgetSilentWorkers.run({ patienceSeconds }, pool)
  if (silent.length === 0) return
  await utils.forceUnlockWorkers(silent)
  log.warn({ event: 'silent_mailers_released', workers: silent.length }, 'released the jobs of silent mailers')
}

/** How many workers have given a sign of life lately. */
export async function countLiveWorkers ({ pool }: { pool: Pool }): Promise<number> {
  return (await queryLiveWorkers.one({ patienceSeconds: PATIENCE_SECONDS, slackSeconds: SLACK_SECONDS }, pool)).count
}

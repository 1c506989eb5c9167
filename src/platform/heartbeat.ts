import { makeWorkerUtils } from 'graphile-worker'
import type { Pool } from 'pg'
import type { Log } from './log.js'
import { beat, countLiveWorkers as queryLiveWorkers, findSilentWorkers, forgetSilentWorkers, leave } from './platform.queries.js'

/** How long a worker may be silent before its jobs are given to others. */
const PATIENCE_SECONDS = 30
const BEAT_MS = 5_000

/** Signs of life of this process's workers, and the release of jobs that dead ones still hold. */
export interface Heartbeat {
  join: (workerId: string) => void
  leave: (workerId: string) => void
  stop: () => Promise<void>
}

/**
 * Beats every 5 seconds. The queue alone would hold a dead worker's jobs for four hours; here they
 * are released after 30 seconds of silence. `alone`: the caller knows that no other worker lives
 * on this database, so whatever is held is released at once.
 */
export async function startHeartbeat ({ pool, log, alone }: { pool: Pool, log: Log, alone: boolean }): Promise<Heartbeat> {
  const ids = new Set<string>()
  const utils = await makeWorkerUtils({ pgPool: pool })

  async function release (patienceSeconds: number): Promise<void> {
    const silent = (await findSilentWorkers.run({ patienceSeconds }, pool)).map(worker => worker.id)
    await forgetSilentWorkers.run({ patienceSeconds }, pool)
    if (silent.length === 0) return
    await utils.forceUnlockWorkers(silent)
    log.warn({ workers: silent.length }, 'released the jobs of silent workers')
  }

  async function turn (): Promise<void> {
    try {
      if (ids.size > 0) await beat.run({ ids: [...ids] }, pool)
      await release(PATIENCE_SECONDS)
    } catch (error) {
      log.warn({ err: error }, 'heartbeat missed')
    }
  }

  if (alone) await release(0)
  let running = Promise.resolve()
  const timer = setInterval(() => { running = running.then(turn) }, BEAT_MS).unref()

  return {
    join: id => { ids.add(id); running = running.then(turn) },
    leave: id => { ids.delete(id) },
    async stop () {
      clearInterval(timer)
      await running
      await leave.run({ ids: [...ids] }, pool).catch(() => {})
      await utils.release()
    }
  }
}

/** How many workers have given a sign of life lately. */
export async function countLiveWorkers (pool: Pool): Promise<number> {
  const [row] = await queryLiveWorkers.run({ patienceSeconds: PATIENCE_SECONDS }, pool)
  return row?.count ?? 0
}

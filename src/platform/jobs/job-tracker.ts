import type { Pool } from 'pg'
import type { Log } from '../log/log.js'
import { listHeldJobs, releaseJobs } from './jobs.queries.js'

export interface JobTracker {
  /** A worker of this process has begun a job. The object stands for this run. */
  started: (run: object, workerId: string, job: string) => void
  ended: (run: object) => void
  /** Releases jobs that the database gives to our workers although none of them runs them. */
  releaseUnknown: () => Promise<void>
}

/**
 * Knows which jobs this process really runs. The database may believe otherwise: the answer to
 * "give me a job" was lost, or a failover has undone the completion of one. A living worker would
 * hold such a job forever. A job is released when it was seen so for `graceMs`, since one
 * that is just being given or completed looks the same for a moment.
 */
export function trackJobs (
  { pool, log, graceMs }: { pool: Pool, log: Log, graceMs: number },
  workerIds: ReadonlySet<string>
): JobTracker {
  const runs = new Map<object, string>()
  let suspects = new Map<string, number>()

  return {
    started: (run, workerId, job) => { runs.set(run, `${workerId} ${job}`) },
    ended: run => { runs.delete(run) },
    async releaseUnknown () {
      if (workerIds.size === 0) return
      const held = await listHeldJobs.run({ ids: [...workerIds] }, pool)
      const running = new Set(runs.values())
      const now = performance.now()
      const unknown = held.map(({ id, lockedBy }) => ({
        id,
        lockedBy,
        name: `${lockedBy} ${id}`
      })).filter(({ name }) => !running.has(name))
      suspects = new Map(unknown.map(({ name }) => [name, suspects.get(name) ?? now]))
      const due = unknown.filter(({ name }) => now - (suspects.get(name) as number) >= graceMs)
      if (due.length === 0) return
      const jobs = due.map(({ id }) => id)
      const holders = due.map(({ lockedBy }) => lockedBy)
      const { count: released } = await releaseJobs.one({ jobs, holders }, pool)
      const fields = { event: 'jobs_not_run', jobs: released } as const
      log.warn(fields, 'released jobs that were ours in the database but that nobody here runs')
    }
  }
}

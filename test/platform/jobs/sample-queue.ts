import type { Test } from 'tap'
import { startHeartbeat } from '../../../src/platform/jobs/heartbeat.js'
import type { Job } from '../../../src/platform/jobs/job.js'
import { runQueue, type QueueDeps } from '../../../src/platform/jobs/queue.js'
import type { TestDatabase } from '../../support/database.js'
import { testLog } from '../../support/log.js'
import { lockJobs } from '../../support/queue.js'

/** Beats that a test need not wait for. */
export const BEAT_MS = 1_000

interface More extends Pick<QueueDeps, 'clock' | 'timetable'> { exclusive?: boolean, beatMs?: number }

export async function queue (
  t: Test,
  { pool }: Pick<TestDatabase, 'pool'>,
  jobs: Record<string, Job>,
  { exclusive = false, beatMs, ...more }: More = {}
) {
  const { log, lines } = testLog(t)
  const heartbeat = await startHeartbeat({ pool, log, exclusive, ...(beatMs === undefined ? {} : { beatMs }) })
  const running = await runQueue({ pool, log, heartbeat, jobs, concurrency: 2, ...more })
  let stopped: Promise<void> | undefined
  /** Stops both; the heartbeat finishes the turn that it has begun. */
  const stop = async (): Promise<void> => { stopped ??= running.stop().then(heartbeat.stop); await stopped }
  t.after(stop)
  return { stop, lines }
}

export const add = async ({ pool }: Pick<TestDatabase, 'pool'>, name: string): Promise<unknown> =>
  await pool.query('select graphile_worker.add_job($1, \'{"n":1}\')', [name])

/** A job that a worker has held for a while, and what is known of that worker. */
export async function held (
  database: TestDatabase,
  { heldFor, seen }: { heldFor: string, seen: string | null }
): Promise<void> {
  await add(database, 'work')
  await lockJobs(database, 'other', heldFor)
  if (seen !== null) await database.pool.query('insert into worker values (\'other\', now() - $1::interval)', [seen])
}

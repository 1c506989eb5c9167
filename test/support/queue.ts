import { setTimeout as delay } from 'node:timers/promises'
import type { Pool } from 'pg'

// The private tables of graphile-worker 0.17.3. Tests read and write them in this file alone:
// whoever upgrades graphile-worker compares it, and sql/queries/platform/jobs.sql, with the new
// version's migrations.

interface Db { pool: Pick<Pool, 'query'> }

const JOBS = 'graphile_worker._private_jobs'
const QUEUES = 'graphile_worker._private_job_queues'
const TASKS = 'graphile_worker._private_tasks'
const CRONTABS = 'graphile_worker._private_known_crontabs'

/**
 * Lets the time pass that jobs wait, and tells the workers, who look every two seconds otherwise.
 * Returns how many waited.
 */
export async function hurryJobs ({ pool }: Db): Promise<number> {
  const { rowCount } = await pool.query(`update ${JOBS} set run_at = now() where locked_at is null and run_at > now()`)
  await pool.query('select pg_notify(\'jobs:insert\', json_build_object(\'r\', random(), \'count\', $1::int)::text)', [
    rowCount
  ])
  return rowCount ?? 0
}

/** Puts a job into the queue that failed for good at a time. */
export async function addFailedJob ({ pool }: Db, at: Date): Promise<void> {
  await pool.query(`insert into ${JOBS} (task_id, attempts, max_attempts, updated_at)
    select id, 25, 25, $1 from ${TASKS} limit 1`, [at])
}

export async function forgetJobs ({ pool }: Db): Promise<void> {
  await pool.query(`delete from ${JOBS}`)
}

/** Lets all jobs wait for so long, such as `9 hours`. */
export async function putOffJobs ({ pool }: Db, wait: string): Promise<void> {
  await pool.query(`update ${JOBS} set run_at = now() + $1::interval`, [wait])
}

/** Gives all jobs to a worker, which has held them for so long. Returns their ids. */
export async function lockJobs ({ pool }: Db, worker: string, heldFor = '0 s'): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `update ${JOBS} set locked_by = $1, locked_at = now() - $2::interval, attempts = 1 returning id`, [worker, heldFor])
  return rows.map(({ id }) => id)
}

export async function unlockJobs ({ pool }: Db): Promise<void> {
  await pool.query(`update ${JOBS} set locked_at = null, locked_by = null`)
}

/** Gives all jobs that are due later to the worker that runs a job of this name. */
export async function lockJobsLike ({ pool }: Db, task: string): Promise<void> {
  await pool.query(
    `update ${JOBS} j set run_at = now(), locked_at = now(), locked_by = held.locked_by
     from graphile_worker.jobs held where held.task_identifier = $1 and j.id <> held.id`, [task])
}

/** Gives all queues to a worker, which has held them for so long. */
export async function lockQueues ({ pool }: Db, worker: string, heldFor: string): Promise<void> {
  await pool.query(`update ${QUEUES} set locked_by = $1, locked_at = now() - $2::interval`, [worker, heldFor])
}

/** What these workers hold, they have held since an hour ago. */
export async function ageLocks ({ pool }: Db, workers: readonly string[]): Promise<void> {
  await pool.query(`update ${JOBS} set locked_at = now() - interval '1 hour' where locked_by = any ($1)`, [workers])
}

/** The newest job has been tried so often. */
export async function setAttempts ({ pool }: Db, attempts: number): Promise<void> {
  await pool.query(`update ${JOBS} set attempts = $1 where id = (select max(id) from ${JOBS})`, [attempts])
}

/** What a clock that was ahead by so long has written of the jobs. */
export async function shiftJobs ({ pool }: Db, ahead: string): Promise<void> {
  await pool.query(`update ${JOBS} set run_at = run_at + $1::interval, locked_at = locked_at + $1::interval,
    created_at = created_at + $1::interval, updated_at = updated_at + $1::interval`, [ahead])
}

/** The timetable was run by a clock that was ahead by so long. */
export async function shiftTimetable ({ pool }: Db, ahead: string): Promise<void> {
  await pool.query(`update ${CRONTABS} set last_execution = now() + $1::interval`, [ahead])
}

export async function isTimetableAhead ({ pool }: Db): Promise<boolean> {
  return (await pool.query(`select from ${CRONTABS} where last_execution > now()`)).rowCount !== 0
}

export interface WaitingJob {
  payload: Record<string, unknown>
  /** From when it was enqueued. */
  waitSeconds: number
  /** From now. */
  dueInSeconds: number
}

/** The jobs that nobody runs, the next one first. */
export async function waitingJobs ({ pool }: Db): Promise<WaitingJob[]> {
  const { rows } = await pool.query<WaitingJob>(
    `select payload, extract(epoch from run_at - updated_at)::float8 as "waitSeconds",
            extract(epoch from run_at - now())::float8 as "dueInSeconds"
     from ${JOBS} where locked_at is null order by run_at, id`)
  return rows
}

/** Waits until all jobs that are due have been run and completed. */
export async function idle ({ pool }: Db): Promise<void> {
  const isIdle = async (): Promise<boolean> =>
    (await pool.query(`select from ${JOBS} where locked_at is not null or run_at <= now()`)).rowCount === 0
  while (!await isIdle()) await delay(10)
}

/** How many jobs have this flag. */
export async function countFlagged ({ pool }: Db, flag: string): Promise<number> {
  return (await pool.query(`select from ${JOBS} where flags ? $1`, [flag])).rowCount ?? 0
}

/** Calls a trigger function, which may refuse, when the queue first meets the name of a job. */
export async function onNewTask ({ pool }: Db, triggerFunction: string): Promise<void> {
  await pool.query(`create trigger on_new_task before insert on ${TASKS} execute function ${triggerFunction}()`)
}

/** Everything that the queue holds, for a message. */
export async function describeQueue ({ pool }: Db): Promise<string> {
  const ask = async (query: string): Promise<string> => JSON.stringify((await pool.query(query)).rows)
  return [
    `jobs ${await ask(`select id, key, payload, run_at - now() due, attempts, locked_by, last_error from ${JOBS}`)}`,
    `queues ${await ask(`select queue_name, locked_by, now() - locked_at age from ${QUEUES}
      where locked_by is not null`)}`
  ].join('\n')
}

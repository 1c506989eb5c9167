import { EventEmitter, setMaxListeners } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { Logger as QueueLogger, parseCronItems, run, type CronItem, type Runner, type WorkerEvents } from 'graphile-worker'
import type { Pool } from 'pg'
import type { Heartbeat } from './heartbeat.js'
import type { Log } from '../log/log.js'
import { scrub } from '../log/scrub.js'
import { dayClock, watchForSetBack, type DayClock } from './set-back.js'

/** What a job is told besides its payload. */
export interface JobContext {
  id: string
  /** Aborted when the program is asked to end: finish what is in flight and return. */
  stopping: AbortSignal
  /** True if the queue will not run the job again should it fail. */
  lastAttempt: boolean
}

export type Job = (payload: unknown, context: JobContext) => Promise<void>

/** Jobs by name, and when to run which by itself (cron, UTC). */
export interface Runnable {
  jobs: Readonly<Record<string, Job>>
  timetable?: readonly CronItem[]
  /** How many jobs run at once. */
  concurrency: number
  /** Jobs with one of these flags are left in the queue for now. Asked each time a job is looked for. */
  heldBack?: () => string[] | null
}

export interface QueueDeps { pool: Pool, log: Log, heartbeat: Heartbeat, clock?: DayClock }

export interface RunningQueue { stop: () => Promise<void> }

const RESTART_AFTER_MS = 1_000

/**
 * Runs jobs from the queue in PostgreSQL until it is stopped. If the database goes away, it comes
 * back by itself. A failed job is tried again later; what is kept of its error names no reader.
 */
export async function runQueue (deps: Runnable & QueueDeps): Promise<RunningQueue> {
  const { pool, log, heartbeat, jobs, timetable = [], concurrency, heldBack = () => null, clock = dayClock } = deps
  const stopping = new AbortController()
  // Each mail on its way may listen.
  setMaxListeners(0, stopping.signal)
  const events: WorkerEvents = new EventEmitter()
  // Jobs are locked under the pool's name, not under that of the worker in it.
  events.on('pool:create', ({ workerPool }) => heartbeat.join(workerPool.id))
  events.on('pool:release', ({ workerPool }) => heartbeat.leave(workerPool.id))
  events.on('job:start', ({ worker, job }) => heartbeat.started(job, worker.workerPool.id, job.id))
  events.on('job:complete', ({ job }) => heartbeat.ended(job))
  // The queue remembers for good that it could not look up its jobs' names: a connection that broke at its first look was
  // a mailer that never sent again. The very same error twice is a remembered one; a new runner has no memory.
  const lastErrors = new WeakMap<object, unknown>()
  events.on('worker:getJob:error', ({ worker, error }) => {
    if (lastErrors.get(worker) === error) runner.stop().catch(() => {})
    lastErrors.set(worker, error)
  })

  const start = async (): Promise<Runner> => await run({
    pgPool: pool,
    concurrency,
    noHandleSignals: true,
    forbiddenFlags: heldBack,
    // One by one, it would not await the statement that completes a job: a connection cut then ended the program.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    parsedCronItems: parseCronItems([...timetable]),
    taskList: Object.fromEntries(Object.entries(jobs).map(([name, job]) => [name, async (payload, { job: { id, attempts, max_attempts: most } }) => {
      try {
        await job(payload, { id, stopping: stopping.signal, lastAttempt: attempts >= most })
      } catch (error) {
        log.warn({ err: error, job: name, attempt: attempts }, 'job failed')
        throw new Error(scrub(String((error as Error).message)))
      }
    }])),
    logger: queueLogger(log),
    events
  })

  let runner = await start()
  const supervised = (async () => {
    while (!stopping.signal.aborted) {
      await runner.promise.catch(error => { log.error({ err: error }, 'queue stopped') })
      while (!stopping.signal.aborted) {
        await delay(RESTART_AFTER_MS, undefined, { signal: stopping.signal }).catch(() => {})
        if (stopping.signal.aborted) return
        try {
          runner = await start()
          break
        } catch (error) {
          log.error({ err: error }, 'queue cannot start')
        }
      }
    }
  })()

  // It waits for its next minute by a timer of its own: that of a clock that was ahead would be hours away.
  const unwatch = timetable.length === 0
    ? () => {}
    : watchForSetBack(clock, seconds => {
      log.warn({ event: 'clock_was_wrong', seconds }, 'the clock was set back, so the timetable begins again')
      runner.stop().catch(() => {})
    })

  return {
    async stop () {
      unwatch()
      if (!stopping.signal.aborted) {
        stopping.abort()
        await runner.stop().catch(error => { log.warn({ err: error }, 'queue stopped uncleanly') })
      }
      await supervised
    }
  }
}

const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const

/** What the queue says of its own doings is for those who look closely; its failures are for all. */
function queueLogger (log: Log): QueueLogger {
  return new QueueLogger(() => (level, message) => { log[LEVELS[level]](message) })
}

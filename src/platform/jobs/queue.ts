import { EventEmitter, setMaxListeners } from 'node:events'
import {
  Logger as QueueLogger, parseCronItems, run, type CronItem, type TaskList, type WorkerEvents
} from 'graphile-worker'
import type { Pool } from 'pg'
import { messageOf } from '../errors.js'
import type { Log } from '../log/log.js'
import { scrub } from '../log/scrub.js'
import type { Heartbeat } from './heartbeat.js'
import type { Job } from './job.js'
import { dayClock, watchForSetBack, type DayClock } from './set-back.js'
import { createSupervisor, type Supervisor } from './supervisor.js'

export interface QueueDeps {
  pool: Pool
  log: Log
  heartbeat: Heartbeat
  /** By name. */
  jobs: Readonly<Record<string, Job>>
  /** Which of them are enqueued when, without anybody asking. In UTC. */
  timetable?: readonly CronItem[]
  /** How many jobs run at once. */
  concurrency: number
  /**
   * Jobs with one of these flags are left in the queue for now. Asked each time a job is looked
   * for.
   */
  heldBack?: () => string[] | null
  clock?: DayClock
}

export interface RunningQueue { stop: () => Promise<void> }

/**
 * Runs jobs from the queue in PostgreSQL until it is stopped. If the database goes away, the queue
 * recovers. A failed job is tried again later; what is kept of its error names no reader.
 */
export async function runQueue (deps: QueueDeps): Promise<RunningQueue> {
  const { pool, log, heartbeat, jobs, timetable = [], concurrency, heldBack = () => null, clock = dayClock } = deps
  const stopping = new AbortController()
  // Each mail on its way may listen.
  setMaxListeners(0, stopping.signal)
  const events: WorkerEvents = new EventEmitter()
  const supervisor = createSupervisor({ log, stopping: stopping.signal }, async () => await run({
    pgPool: pool,
    concurrency,
    noHandleSignals: true,
    forbiddenFlags: heldBack,
    // One by one, it would not await the statement that completes a job: a connection cut then
    // ended the program.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    parsedCronItems: parseCronItems([...timetable]),
    taskList: toTasks(jobs, { log, stopping: stopping.signal }),
    logger: queueLogger(log),
    events
  }))
  tellHeartbeat(events, heartbeat)
  restartForgetful(events, supervisor)
  await supervisor.begin()
  const unwatch = timetable.length === 0 ? () => {} : restartTimetable({ clock, log, supervisor })
  return {
    async stop () {
      unwatch()
      stopping.abort()
      await supervisor.stop()
    }
  }
}

/** Jobs as the queue takes them. What a failed one leaves in the database is scrubbed. */
function toTasks (jobs: QueueDeps['jobs'], { log, stopping }: { log: Log, stopping: AbortSignal }): TaskList {
  const tasks: TaskList = {}
  for (const [name, job] of Object.entries(jobs)) {
    tasks[name] = async (payload, { job: { id, attempts } }) => {
      try {
        await job(payload, { id, stopping })
      } catch (error) {
        log.warn({ event: 'job_failed', err: error, job: name, attempt: attempts }, 'job failed')
        throw new Error(scrub(messageOf(error)))
      }
    }
  }
  return tasks
}

function tellHeartbeat (events: WorkerEvents, heartbeat: Heartbeat): void {
  // Jobs are locked under the pool's name, not under that of the worker in it.
  events.on('pool:create', ({ workerPool }) => heartbeat.join(workerPool.id))
  events.on('pool:release', ({ workerPool }) => heartbeat.leave(workerPool.id))
  events.on('job:start', ({ worker, job }) => heartbeat.started(job, worker.workerPool.id, job.id))
  events.on('job:complete', ({ job }) => heartbeat.ended(job))
}

/**
 * The queue remembers for good that it could not look up its jobs' names: a mailer whose connection
 * broke at that moment would never send again. The very same error twice is a remembered one; a new
 * runner has no memory.
 */
function restartForgetful (events: WorkerEvents, supervisor: Supervisor): void {
  const lastErrors = new WeakMap<object, unknown>()
  events.on('worker:getJob:error', ({ worker, error }) => {
    if (lastErrors.get(worker) === error) supervisor.restart()
    lastErrors.set(worker, error)
  })
}

/**
 * The timetable waits for its next minute by a timer, which a clock that was ahead has set hours
 * too late.
 */
function restartTimetable (
  { clock, log, supervisor }: { clock: DayClock, log: Log, supervisor: Supervisor }
): () => void {
  return watchForSetBack(clock, seconds => {
    log.warn({ event: 'clock_was_wrong', seconds }, 'the clock was set back, so the timetable begins again')
    supervisor.restart()
  })
}

/**
 * graphile-worker's routine messages are logged at debug and trace; its warnings and errors keep
 * their level.
 */
function queueLogger (log: Log): QueueLogger {
  return new QueueLogger(() => (level: string, message) => {
    if (level === 'error') log.error({ event: 'queue_message' }, message)
    else if (level === 'warning') log.warn({ event: 'queue_message' }, message)
    else if (level === 'info') log.debug({}, message)
    else log.trace({}, message)
  })
}

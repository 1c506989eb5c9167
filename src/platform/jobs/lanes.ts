import type { CronItem } from 'graphile-worker'
import type { Context } from '../context.js'
import { startHeartbeat } from './heartbeat.js'
import type { Job, LaneName, RoomJobs } from './job.js'
import { runQueue } from './queue.js'
import { repeat } from './repeat.js'

export interface LanesDeps extends Pick<Context, 'pool' | 'log'> {
  /** True if no other mailer can be alive on this database. */
  exclusive: boolean
}

export interface RunningLanes { stop: () => Promise<void> }

/**
 * Runs the jobs and timers of all rooms, each lane with workers of its own, until it is stopped.
 * `concurrency` is how many jobs a lane runs at once.
 */
export async function startLanes (
  { pool, log, exclusive }: LanesDeps,
  rooms: readonly RoomJobs[],
  concurrency: Readonly<Record<LaneName, number>>
): Promise<RunningLanes> {
  const lanes = mergeLanes(rooms)
  const heartbeat = await startHeartbeat({ pool, log, exclusive })
  const heldBack = (): string[] => rooms.flatMap(room => room.heldBack?.() ?? [])
  const queues = await Promise.all([...lanes].map(async ([lane, work]) =>
    await runQueue({ pool, log, heartbeat, heldBack, concurrency: concurrency[lane], ...work })))
  const timers = rooms.flatMap(room => room.timers ?? []).map(({ name, everyMs, run }) =>
    repeat({ log, everyMs }, name, run))
  return {
    async stop () {
      await Promise.all([...queues, ...timers].map(async each => await each.stop()))
      await heartbeat.stop()
    }
  }
}

interface LaneWork { jobs: Record<string, Job>, timetable: CronItem[] }

/** The rooms' jobs by lane; lanes without a job are left out. Throws if two rooms use one name. */
function mergeLanes (rooms: readonly RoomJobs[]): Map<LaneName, LaneWork> {
  const lanes = new Map<LaneName, LaneWork>()
  const names = new Set<string>()
  for (const [name, { run, lane, cron }] of rooms.flatMap(({ jobs }) => Object.entries(jobs))) {
    if (names.has(name)) throw new Error(`two jobs are called ${name}`)
    names.add(name)
    const work = lanes.get(lane) ?? { jobs: {}, timetable: [] }
    work.jobs[name] = run
    if (cron !== undefined) work.timetable.push({ task: name, match: cron })
    lanes.set(lane, work)
  }
  return lanes
}

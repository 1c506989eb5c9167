import t, { type Test } from 'tap'
import { createPool } from '../../../src/platform/database/pool.js'
import { countLiveWorkers, startHeartbeat } from '../../../src/platform/jobs/heartbeat.js'
import type { Job } from '../../../src/platform/jobs/job.js'
import { runQueue, type QueueDeps } from '../../../src/platform/jobs/queue.js'
import { cuttableProxy } from '../../support/cuttable-proxy.js'
import { testDatabase, type TestDatabase } from '../../support/database.js'
import { testLog } from '../../support/log.js'
import { isTimetableAhead, lockJobs, lockJobsLike, lockQueues, onNewTask, setAttempts, shiftJobs, shiftTimetable, waitingJobs } from '../../support/queue.js'
import { until } from '../../support/service.js'

/** Beats that a test need not wait for. */
const BEAT_MS = 1_000

interface More extends Pick<QueueDeps, 'clock' | 'timetable'> { exclusive?: boolean, beatMs?: number }

async function queue (t: Test, { pool }: Pick<TestDatabase, 'pool'>, jobs: Record<string, Job>, { exclusive = false, beatMs, ...more }: More = {}) {
  const { log, lines } = testLog(t)
  const heartbeat = await startHeartbeat({ pool, log, exclusive, ...(beatMs === undefined ? {} : { beatMs }) })
  const running = await runQueue({ pool, log, heartbeat, jobs, concurrency: 2, ...more })
  let stopped: Promise<void> | undefined
  /** Stops both; the heartbeat finishes the turn that it has begun. */
  const stop = async (): Promise<void> => { stopped ??= running.stop().then(heartbeat.stop); await stopped }
  t.after(stop)
  return { stop, lines }
}

const add = async ({ pool }: Pick<TestDatabase, 'pool'>, name: string): Promise<unknown> => await pool.query('select graphile_worker.add_job($1, \'{"n":1}\')', [name])

/** A job that a worker has held for a while, and what is known of that worker. */
async function held (database: TestDatabase, { heldFor, seen }: { heldFor: string, seen: string | null }): Promise<void> {
  await add(database, 'work')
  await lockJobs(database, 'other', heldFor)
  if (seen !== null) await database.pool.query('insert into worker values (\'other\', now() - $1::interval)', [seen])
}

t.test('a job is done once and is gone', async t => {
  const database = await testDatabase(t)
  const payloads: unknown[] = []
  await queue(t, database, { work: async payload => { payloads.push(payload) } })
  await add(database, 'work')
  await until(async () => payloads.length === 1 && (await database.pool.query('select from graphile_worker.jobs')).rowCount === 0)
  t.same(payloads, [{ n: 1 }])
})

t.test('what is kept of a failed job names no reader, and the job stays', async t => {
  const database = await testDatabase(t)
  const { lines } = await queue(t, database, { work: async () => { throw new Error('550 <anna@beispiel.example> unknown; see /abmelden/AQFHPuxOWDFKG6JpD91b3iamaaf0kD_7lDOhGf6nOxbVEiKzbL8') } })
  await add(database, 'work')
  await until(async () => (await database.pool.query('select from graphile_worker.jobs where last_error is not null')).rowCount === 1)
  const { rows: [job] } = await database.pool.query('select last_error, run_at > now() as later from graphile_worker.jobs')
  t.same(job, { last_error: '550 <[address]> unknown; see /abmelden/[token]', later: true })
  t.ok(lines().some(line => line.includes('job failed')))
})

t.test('the jobs of a worker that was silent for 30 seconds are done by another', async t => {
  const database = await testDatabase(t)
  await held(database, { heldFor: '31 s', seen: '31 s' })
  let done = 0
  await queue(t, database, { work: async () => { done++ } })
  await until(() => done === 1)
  t.same((await database.pool.query('select from worker where id = \'other\'')).rowCount, 0)
})

t.test('the jobs of a worker that lives are left to it, even if it was slow to say so', async t => {
  for (const [heldFor, seen] of [['2 min', '5 s'], ['5 s', null], ['5 s', '2 min']] as const) {
    const database = await testDatabase(t)
    await held(database, { heldFor, seen })
    let done = 0
    const { stop } = await queue(t, database, { work: async () => { done++ } })
    await until(async () => await countLiveWorkers(database.pool) >= 1)
    // By the end of the turn that has begun, whoever is silent was released.
    await stop()
    t.equal((await database.pool.query('select from graphile_worker.jobs where locked_by = \'other\'')).rowCount, 1, `held for ${heldFor}, seen ${seen} ago`)
    t.equal(done, 0)
  }
})

t.test('a worker is known by the name under which it holds its jobs', async t => {
  const database = await testDatabase(t)
  let end: (() => void) | undefined
  await queue(t, database, { work: async () => await new Promise<void>(resolve => { end = resolve }) })
  await add(database, 'work')
  await until(async () => (await database.pool.query('select from worker join graphile_worker.jobs on locked_by = worker.id')).rowCount === 1)
  end?.()
  await until(async () => (await database.pool.query('select from graphile_worker.jobs')).rowCount === 0)
})

t.test('a queue that a dead worker holds is released, too', async t => {
  const database = await testDatabase(t)
  await database.pool.query('select graphile_worker.add_job(\'work\', queue_name := \'q\')')
  await lockQueues(database, 'other', '31 s')
  let done = 0
  await queue(t, database, { work: async () => { done++ } })
  await until(() => done === 1)
  t.equal(done, 1)
})

t.test('who knows to be alone takes over at once', async t => {
  const database = await testDatabase(t)
  await held(database, { heldFor: '1 s', seen: '1 s' })
  let done = 0
  await queue(t, database, { work: async () => { done++ } }, { exclusive: true })
  await until(() => done === 1)
  t.equal(done, 1)
})

t.test('stopping tells the job that runs, and waits for it', async t => {
  const database = await testDatabase(t)
  const seen: string[] = []
  const { stop } = await queue(t, database, {
    work: async (_, { stopping }) => {
      seen.push('started')
      await new Promise(resolve => stopping.addEventListener('abort', resolve))
      seen.push('ended')
    }
  })
  await add(database, 'work')
  await until(() => seen.length === 1)
  await stop()
  t.same(seen, ['started', 'ended'])
  t.equal((await database.pool.query('select from graphile_worker.jobs')).rowCount, 0)
})

t.test('when the database was away and is back, jobs are done again', async t => {
  const database = await testDatabase(t)
  const { hostname: host, port } = new URL(database.url)
  const proxy = await cuttableProxy(t, { host, port: Number(port) })
  const { log } = testLog(t)
  const pool = createPool({ url: Object.assign(new URL(database.url), { port: String(proxy.port) }).href, max: 5, name: 'test', log })
  t.after(async () => await pool.end())
  let done = 0
  await queue(t, { pool }, { work: async () => { done++ } })
  await add(database, 'work')
  await until(() => done === 1)
  await proxy.cut()
  await add(database, 'work')
  await proxy.mend()
  await until(() => done === 2)
  t.equal(done, 2)
})

t.test('a database that goes away when a job is first looked for is not held against it for ever', async t => {
  const database = await testDatabase(t)
  await database.pool.query(
    'create function refuse() returns trigger language plpgsql as $$ begin raise exception \'going away\'; end $$')
  await onNewTask(database, 'refuse')
  let done = 0
  const { lines } = await queue(t, database, { work: async () => { done++ } })
  await until(() => lines().some(line => line.includes('Failed to acquire job: going away')))
  await database.pool.query('drop function refuse cascade')
  await add(database, 'work')
  await until(() => done === 1)
})

t.test('a job that a living worker holds without running it is released, and one that it runs is not', async t => {
  const database = await testDatabase(t)
  const payloads: unknown[] = []
  let end: (() => void) | undefined
  const { lines } = await queue(t, database, {
    work: async payload => { payloads.push(payload) },
    long: async () => await new Promise<void>(resolve => { end = resolve })
  }, { beatMs: BEAT_MS })
  await add(database, 'long')
  await until(() => end !== undefined)
  // As after a failover that lost the completion, or when the answer to "give me a job" was lost.
  await database.pool.query('select graphile_worker.add_job(\'work\', \'{"n":2}\', run_at := now() + interval \'1 hour\')')
  await lockJobsLike(database, 'long')
  await until(() => payloads.length === 1)
  t.same(payloads, [{ n: 2 }])
  t.equal((await database.pool.query('select from graphile_worker.jobs where task_identifier = \'long\' and locked_by is not null')).rowCount, 1)
  t.equal(lines().filter(line => line.includes('"jobs_not_run"') && line.includes('"jobs":1')).length, 1)
  end?.()
})

t.test('who stops in good order leaves no sign of life', async t => {
  const database = await testDatabase(t)
  const { log } = testLog(t)
  const heartbeat = await startHeartbeat({ ...database, log, exclusive: false })
  const { stop } = await runQueue({ ...database, log, heartbeat, jobs: { work: async () => {} }, concurrency: 1 })
  await until(async () => await countLiveWorkers(database.pool) === 1)
  await stop()
  await heartbeat.stop()
  t.equal((await database.pool.query('select from worker')).rowCount, 0)
})

t.test('a sign of life from the future, as a clock that was wrong leaves it, counts for nobody and holds no job', async t => {
  const database = await testDatabase(t)
  await held(database, { heldFor: '-2 h', seen: '-2 h' })
  t.equal(await countLiveWorkers(database.pool), 0)
  let done = 0
  const { lines } = await queue(t, database, { work: async () => { done++ } })
  await until(() => lines().some(line => line.includes('"clock_was_wrong"')))
  t.equal((await database.pool.query('select from worker where id = \'other\' and seen_at > now()')).rowCount, 0)
  t.equal((await database.pool.query('select from graphile_worker.jobs where locked_by = \'other\' and locked_at <= now()')).rowCount, 1, 'a dead one\'s job is released 30 seconds later, not at once')
  t.equal(done, 0)
})

t.test('who knows to be alone takes over at once what was held in the future', async t => {
  const database = await testDatabase(t)
  await held(database, { heldFor: '-2 h', seen: '-2 h' })
  let done = 0
  await queue(t, database, { work: async () => { done++ } }, { exclusive: true })
  await until(() => done === 1)
  t.equal(done, 1)
})

t.test('jobs that a wrong clock has put into the future keep the wait they were given, and no more', async t => {
  const database = await testDatabase(t)
  const enqueue = async (wait: string, attempts: number): Promise<void> => {
    await database.pool.query('select graphile_worker.add_job(\'work\', json_build_object(\'wait\', $1::text), run_at := now() + $1::interval)', [wait])
    await setAttempts(database, attempts)
  }
  await enqueue('0 s', 0)
  await enqueue('1 hour', 0)
  await enqueue('5 hours', 0)
  await shiftJobs(database, '2 hours')
  // Written before the clock was wrong, and failed while it was.
  await enqueue('2 hours', 3)
  // Put off on purpose, by a clock that was right.
  await enqueue('3 hours', 0)
  const done: unknown[] = []
  const { lines } = await queue(t, database, { work: async payload => { done.push(payload) } })
  await until(() => done.length === 1)
  t.same(done, [{ wait: '0 s' }])
  const rows = (await waitingJobs(database)).map(({ payload, dueInSeconds }) =>
    ({ wait: payload['wait'], minutes: Math.ceil(dueInSeconds / 60) }))
  t.same(rows, [{ wait: '2 hours', minutes: 1 }, { wait: '1 hour', minutes: 60 }, { wait: '3 hours', minutes: 180 }, { wait: '5 hours', minutes: 300 }])
  t.equal(lines().filter(line => line.includes('"clock_was_wrong"') && line.includes('"jobs":4')).length, 1)
})

t.test('a timetable that a wrong clock has run in the future goes on, and begins again when the clock is set back', async t => {
  const database = await testDatabase(t)
  const clock = { at: 7_200_000, now: () => clock.at + performance.now(), lookMs: 10 }
  const { lines } = await queue(t, database, { work: async () => {} }, { beatMs: BEAT_MS, clock, timetable: [{ task: 'work', match: '* * * * *' }] })
  const workers = async (): Promise<string> => JSON.stringify((await database.pool.query('select id from worker order by 1')).rows)
  await until(async () => await countLiveWorkers(database.pool) === 1)
  const first = await workers()
  await shiftTimetable(database, '2 hours')
  await until(async () => !await isTimetableAhead(database))
  clock.at = 0
  await until(() => lines().some(line => line.includes('"clock_was_wrong"') && line.includes('"seconds":7200')))
  await until(async () => await countLiveWorkers(database.pool) > 0 && await workers() !== first)
  t.not(await workers(), first)
})

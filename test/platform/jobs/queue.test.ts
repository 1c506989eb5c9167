import t from 'tap'
import { createPool } from '../../../src/platform/database/pool.js'
import { countLiveWorkers, startHeartbeat } from '../../../src/platform/jobs/heartbeat.js'
import { runQueue } from '../../../src/platform/jobs/queue.js'
import { cuttableProxy } from '../../support/cuttable-proxy.js'
import { testDatabase } from '../../support/database.js'
import { testLog } from '../../support/log.js'
import { lockJobsLike, lockQueues, onNewTask } from '../../support/queue.js'
import { until } from '../../support/service.js'
import { add, BEAT_MS, held, queue } from './sample-queue.js'

t.test('a job is done once and is gone', async t => {
  const database = await testDatabase(t)
  const payloads: unknown[] = []
  await queue(t, database, { work: async payload => { payloads.push(payload) } })
  await add(database, 'work')
  await until(async () => (
    payloads.length === 1 && (await database.pool.query('select from graphile_worker.jobs')).rowCount === 0
  ))
  t.same(payloads, [{ n: 1 }])
})

t.test('what is kept of a failed job names no reader, and the job stays', async t => {
  const database = await testDatabase(t)
  const { lines } = await queue(t, database, {
    work: async () => {
      throw new Error(
        '550 <anna@beispiel.example> unknown; see /abmelden/AQFHPuxOWDFKG6JpD91b3iamaaf0kD_7lDOhGf6nOxbVEiKzbL8'
      )
    }
  })
  await add(database, 'work')
  const failed = 'select from graphile_worker.jobs where last_error is not null'
  await until(async () => (await database.pool.query(failed)).rowCount === 1)
  const { rows: [job] } = await database.pool.query(
    'select last_error, run_at > now() as later from graphile_worker.jobs'
  )
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
    await until(async () => await countLiveWorkers(database) >= 1)
    // By the end of the turn that has begun, whoever is silent was released.
    await stop()
    t.equal(
      (await database.pool.query('select from graphile_worker.jobs where locked_by = \'other\'')).rowCount,
      1,
      `held for ${heldFor}, seen ${seen} ago`
    )
    t.equal(done, 0)
  }
})

t.test('a worker is known by the name under which it holds its jobs', async t => {
  const database = await testDatabase(t)
  let end: (() => void) | undefined
  await queue(t, database, { work: async () => await new Promise<void>(resolve => { end = resolve }) })
  await add(database, 'work')
  const taken = 'select from worker join graphile_worker.jobs on locked_by = worker.id'
  await until(async () => (await database.pool.query(taken)).rowCount === 1)
  // The job is taken in the database before it runs.
  await until(() => end !== undefined)
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
  const pool = createPool({
    url: Object.assign(new URL(database.url), { port: String(proxy.port) }).href,
    max: 5,
    name: 'test',
    log
  })
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
  await database.pool.query(
    'select graphile_worker.add_job(\'work\', \'{"n":2}\', run_at := now() + interval \'1 hour\')'
  )
  await lockJobsLike(database, 'long')
  await until(() => payloads.length === 1)
  t.same(payloads, [{ n: 2 }])
  const long = 'select from graphile_worker.jobs where task_identifier = \'long\' and locked_by is not null'
  t.equal((await database.pool.query(long)).rowCount, 1)
  t.equal(lines().filter(line => line.includes('"jobs_not_run"') && line.includes('"jobs":1')).length, 1)
  end?.()
})

t.test('who stops in good order leaves no sign of life', async t => {
  const database = await testDatabase(t)
  const { log } = testLog(t)
  const heartbeat = await startHeartbeat({ ...database, log, exclusive: false })
  const { stop } = await runQueue({ ...database, log, heartbeat, jobs: { work: async () => {} }, concurrency: 1 })
  await until(async () => await countLiveWorkers(database) === 1)
  await stop()
  await heartbeat.stop()
  t.equal((await database.pool.query('select from worker')).rowCount, 0)
})

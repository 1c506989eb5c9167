import t from 'tap'
import { createPool } from '../../src/platform/database.js'
import { countLiveWorkers, startHeartbeat } from '../../src/platform/heartbeat.js'
import { runQueue, type Job } from '../../src/platform/queue.js'
import { cuttableProxy } from '../support/cuttable-proxy.js'
import { testDatabase, type TestDatabase } from '../support/database.js'
import { testLog } from '../support/log.js'
import { until } from '../support/service.js'

interface Test { after: (act: () => unknown) => void, notMatch: (text: string, pattern: RegExp, message: string) => unknown }

async function queue (t: Test, { pool }: Pick<TestDatabase, 'pool'>, jobs: Record<string, Job>, alone = false) {
  const { log, lines } = testLog(t)
  const heartbeat = await startHeartbeat({ pool, log, alone })
  const running = await runQueue({ pool, log, heartbeat, jobs, concurrency: 2 })
  t.after(async () => {
    await running.stop()
    await heartbeat.stop()
  })
  return { ...running, lines }
}

const add = async ({ pool }: Pick<TestDatabase, 'pool'>, name: string): Promise<unknown> => await pool.query('select graphile_worker.add_job($1, \'{"n":1}\')', [name])

/** A job that a worker has held for a while, and what is known of that worker. */
async function held (database: TestDatabase, { heldFor, seen }: { heldFor: string, seen: string | null }): Promise<void> {
  await add(database, 'work')
  await database.pool.query('update graphile_worker._private_jobs set locked_by = \'other\', locked_at = now() - $1::interval, attempts = 1', [heldFor])
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
    await queue(t, database, { work: async () => { done++ } })
    await until(async () => await countLiveWorkers(database.pool) >= 1)
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
  await database.pool.query('update graphile_worker._private_job_queues set locked_by = \'other\', locked_at = now() - interval \'31 s\'')
  let done = 0
  await queue(t, database, { work: async () => { done++ } })
  await until(() => done === 1)
  t.equal(done, 1)
})

t.test('who knows to be alone takes over at once', async t => {
  const database = await testDatabase(t)
  await held(database, { heldFor: '1 s', seen: '1 s' })
  let done = 0
  await queue(t, database, { work: async () => { done++ } }, true)
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

import t from 'tap'
import { countLiveWorkers } from '../../../src/platform/jobs/heartbeat.js'
import { testDatabase } from '../../support/database.js'
import { isTimetableAhead, setAttempts, shiftJobs, shiftTimetable, waitingJobs } from '../../support/queue.js'
import { until } from '../../support/service.js'
import { BEAT_MS, held, queue } from './sample-queue.js'

t.test('a sign of life from the future, left by a wrong clock, counts for nobody and holds no job', async t => {
  const database = await testDatabase(t)
  await held(database, { heldFor: '-2 h', seen: '-2 h' })
  t.equal(await countLiveWorkers(database), 0)
  let done = 0
  const { lines } = await queue(t, database, { work: async () => { done++ } })
  await until(() => lines().some(line => line.includes('"clock_was_wrong"')))
  t.equal((await database.pool.query('select from worker where id = \'other\' and seen_at > now()')).rowCount, 0)
  const dead = 'select from graphile_worker.jobs where locked_by = \'other\' and locked_at <= now()'
  t.equal(
    (await database.pool.query(dead)).rowCount,
    1,
    'a dead one\'s job is released 30 seconds later, not at once'
  )
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
    await database.pool.query(
      'select graphile_worker.add_job(\'work\', json_build_object(\'wait\', $1::text), run_at := now() + $1::interval)',
      [wait]
    )
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
  t.same(rows, [
    { wait: '2 hours', minutes: 1 },
    { wait: '1 hour', minutes: 60 },
    { wait: '3 hours', minutes: 180 },
    { wait: '5 hours', minutes: 300 }
  ])
  t.equal(lines().filter(line => line.includes('"clock_was_wrong"') && line.includes('"jobs":4')).length, 1)
})

t.test('a timetable that a wrong clock has run ahead goes on once the clock is set back', async t => {
  const database = await testDatabase(t)
  const clock = { at: 7_200_000, now: () => clock.at + performance.now(), lookMs: 10 }
  const { lines } = await queue(t, database, { work: async () => {} }, {
    beatMs: BEAT_MS,
    clock,
    timetable: [{ task: 'work', match: '* * * * *' }]
  })
  const workers = async (): Promise<string> =>
    JSON.stringify((await database.pool.query('select id from worker order by 1')).rows)
  await until(async () => await countLiveWorkers(database) === 1)
  const first = await workers()
  await shiftTimetable(database, '2 hours')
  await until(async () => !await isTimetableAhead(database))
  clock.at = 0
  await until(() => lines().some(line => line.includes('"clock_was_wrong"') && line.includes('"seconds":7200')))
  await until(async () => await countLiveWorkers(database) > 0 && await workers() !== first)
  t.not(await workers(), first)
})

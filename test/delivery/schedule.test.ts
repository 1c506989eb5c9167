import t from 'tap'
import { describeDeliveries } from '../../src/cli/watch-issue.js'
import { readProgress } from '../../src/delivery/progress.js'
import { readGrace, setGrace } from '../../src/delivery/grace.js'
import { readStart, unscheduleIssue, type Scheduled } from '../../src/delivery/schedule.js'
import { instantOf, wallClock } from '../../src/platform/text/dates.js'
import { approved } from './planned.js'

t.test('an issue that is sent now waits for the grace, in which nothing has left and all can be stopped', async t => {
  const { deps, clock, schedule, start, state } = await approved(t)
  t.match(await schedule('now'), { result: 'scheduled' })
  clock.travel({ minutes: 4 })
  await start()
  t.equal(await state(), 'waiting', 'nothing has left')
  t.equal(await unscheduleIssue(deps, 1), true)
  clock.travel({ minutes: 10 })
  await start()
  t.equal(await state(), 'waiting', 'and nothing does')
  t.equal(await unscheduleIssue(deps, 1), false, 'no plan stands any more')
  t.match(await schedule('now'), { result: 'scheduled' }, 'it is still approved')
  clock.travel({ minutes: 5 })
  await start()
  t.match(await readProgress(deps, 1), { state: 'sending', planned: 3 })
  t.equal(await unscheduleIssue(deps, 1), false, 'too late')
  t.same(await schedule('now'), { result: 'not-waiting' })
})

t.test('whoever lifts a plan and whatever starts it, only one of them does', async t => {
  const { deps, pool, clock, schedule, start, state } = await approved(t)
  await schedule('now')
  clock.travel({ minutes: 5 })
  const [lifted] = await Promise.all([unscheduleIssue(deps, 1), start(), start()])
  t.equal(await state(), lifted ? 'waiting' : 'sending')
  t.equal((await pool.query('select from delivery')).rowCount, lifted ? 0 : 1)
})

t.test('two clicks on send plan once', async t => {
  const { pool, schedule } = await approved(t)
  const results = await Promise.all([schedule('now'), schedule('now'), schedule('now')])
  t.same(results.map(({ result }) => result).sort(), ['scheduled', 'scheduled-already', 'scheduled-already'])
  t.equal((await pool.query("select from audit where action = 'delivery.scheduled'")).rowCount, 1)
})

t.test('a time is one in Hesse, and what cannot be meant is refused', async t => {
  const { clock, deps, schedule } = await approved(t)
  const refused: Array<[string, Scheduled['result']]> = [
    ['2026-03-02 09:59', 'in-the-past'],
    ['2026-03-29 02:30', 'no-such-time'],
    ['2026-02-30 09:00', 'no-such-time'],
    ['2026-13-01 09:00', 'no-such-time'],
    ['gestern', 'no-such-time'],
    ['2099-01-01 09:00', 'too-far']
  ]
  for (const [when, result] of refused) t.same(await schedule(when), { result }, when)
  t.equal(await readStart(deps, 1), null)
  t.equal(wallClock(clock.now()), '2026-03-02 10:00')
  t.match(await schedule('2026-03-29 03:30'), { startAt: new Date('2026-03-29T01:30:00Z') }, 'summer time has begun')
})

t.test('what clocks in Hesse show is one instant, also when they are changed', async t => {
  t.same(instantOf('2027-01-15 09:30'), new Date('2027-01-15T08:30:00Z'))
  t.same(instantOf('2027-06-09 09:30'), new Date('2027-06-09T07:30:00Z'))
  t.equal(instantOf('2027-03-28 02:00'), null, 'the clock goes from 1:59 to 3:00')
  t.same(instantOf('2027-03-28 03:00'), new Date('2027-03-28T01:00:00Z'))
  t.same(instantOf('2027-10-31 02:30'), new Date('2027-10-31T00:30:00Z'), 'the first of two')
  t.same(instantOf('2027-10-31 03:00'), new Date('2027-10-31T02:00:00Z'))
})

t.test('the grace is a setting, which two do not overwrite for each other', async t => {
  const { deps, pool, schedule, start, state } = await approved(t)
  t.match(await readGrace({ db: pool }), { value: 5, version: 0 })
  t.equal(await setGrace(deps, { base: 0, minutes: 0 }), true)
  t.equal(await setGrace(deps, { base: 0, minutes: 7 }), false)
  await t.rejects(setGrace(deps, { base: 1, minutes: 61 }))
  await schedule('now')
  await start()
  t.equal(await state(), 'sending')
})

t.test('the command line tells when an issue is to be sent, and why it was not', async t => {
  const { pool, clock, schedule, start, retitle } = await approved(t)
  await schedule('2026-03-02 10:20')
  t.match(await describeDeliveries(pool, 1),
    [/^Issue 1 is approved/, 'It is planned to be sent at 2026-03-02 09:20 UTC.'])
  await retitle('Geändert')
  clock.travel({ minutes: 20 })
  await start()
  t.match((await describeDeliveries(pool, 1)).at(-1), 'It was planned for 2026-03-02 09:20 UTC and was not sent: ' +
    'its mail is not the one that was approved. Somebody at the desk must decide.')
})

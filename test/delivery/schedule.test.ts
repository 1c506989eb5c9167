import t, { type Test } from 'tap'
import { describeDeliveries } from '../../src/cli/watch-issue.js'
import { readProgress } from '../../src/delivery/progress.js'
import { readGrace, setGrace } from '../../src/delivery/grace.js'
import { readStart, scheduleIssue, unscheduleIssue, type Scheduled } from '../../src/delivery/schedule.js'
import { planIssue } from '../../src/delivery/plan.js'
import { startDue } from '../../src/delivery/start-due.js'
import { eraseDeletedDrafts } from '../../src/issue/draft/delete-draft.js'
import { createDraftPreview } from '../../src/issue/draft/preview-draft.js'
import { witnessOf } from '../../src/editor/audit/audit.js'
import { tellNotSent } from '../../src/editor/tell.js'
import { createTemplates } from '../../src/platform/templates.js'
import { instantOf, wallClock } from '../../src/platform/text/dates.js'
import { de } from '../../src/texts/de.js'
import { approving } from '../desk/approval/approving.js'
import { addReaders, someAddresses } from '../support/readers.js'
import { receive } from '../support/service.js'

const fill = createTemplates(de)

/** An approved issue with number 1, and who plans it. */
async function approved (t: Test) {
  const service = await approving(t)
  const { pool, clock, config } = service
  await addReaders(service, someAddresses(3))
  await service.submit()
  await service.approve()
  const { rows: [{ id: editor }] } = await pool.query("select id from editor where name = 'Eva'")
  const { publicUrl, publisher } = config.newsletter
  const previewDraft = createDraftPreview({ pool, clock, fill, publicUrl, publisher })
  const deps = { ...service, editor, previewDraft, witness: witnessOf({ clock }, editor) }
  return {
    ...deps,
    deps,
    schedule: async (when: string) =>
      await scheduleIssue(deps, { number: 1, when: when === 'now' ? 'now' : { wallClock: when } }),
    start: async () => { await startDue({ ...deps, tell: tellNotSent, batchSize: 10 }) },
    state: async () => (await readProgress(deps, 1)).state
  }
}

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

t.test('a plan over the change of clocks begins at the time that clocks show then', async t => {
  const { clock, schedule, start, state } = await approved(t)
  await schedule('2026-03-30 09:00')
  clock.travel({ days: 27, hours: 21, minutes: 59 })
  t.equal(wallClock(clock.now()), '2026-03-30 08:59')
  await start()
  t.equal(await state(), 'waiting')
  clock.travel({ minutes: 1 })
  await start()
  t.equal(await state(), 'sending')
})

t.test('a plan that was missed by more than an hour is not sent late without a person', async t => {
  const { deps, clock, catcher, work, schedule, start, state, loggedEvents } = await withLog(t)
  await schedule('2026-03-02 12:00')
  clock.travel({ hours: 3, minutes: 1 })
  await Promise.all([start(), start()])
  t.equal(await state(), 'waiting')
  t.match(await readStart(deps, 1), { state: 'missed', hindrance: null })
  t.equal(loggedEvents().filter(event => event === 'start_missed').length, 1)
  await work()
  const mail = (await receive(catcher, 1)).at(-1)
  t.equal(mail?.subject, 'Nicht versandt: Ausgabe 1')
  t.match(mail?.text, /\/redaktion\/ausgaben\/1/)
  t.match(await schedule('now'), { result: 'scheduled' }, 'somebody says that it goes out')
})

t.test('a plan that is late by less than an hour is sent', async t => {
  const { clock, schedule, start, state } = await approved(t)
  await schedule('2026-03-02 12:00')
  clock.travel({ hours: 2, minutes: 59 })
  await start()
  t.equal(await state(), 'sending')
})

t.test('what changed since the approval is held back when its time has come, and says why', async t => {
  const { deps, pool, clock, schedule, start, state, retitle, submit, approve } = await approved(t)
  await schedule('2026-03-02 10:20')
  await retitle('Noch schnell geändert')
  clock.travel({ minutes: 20 })
  await start()
  t.equal(await state(), 'waiting')
  t.match(await readStart(deps, 1), { state: 'hindered', hindrance: 'changed' })
  t.same((await pool.query("select details from audit where action = 'delivery.hindered'")).rows,
    [{ details: { issue: 1, hindrance: 'changed' } }])
  t.same(await schedule('now'), { result: 'hindered', hindrance: 'changed' })
  await submit()
  await approve()
  t.match(await schedule('now'), { result: 'scheduled' })
})

t.test('a change that is approved again before the time leaves the plan as it is', async t => {
  const { clock, schedule, start, state, retitle, submit, approve } = await approved(t)
  await schedule('2026-03-02 12:00')
  await retitle('Rechtzeitig geändert')
  await submit()
  await approve()
  clock.travel({ hours: 2 })
  await start()
  t.equal(await state(), 'sending')
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

async function withLog (t: Test) {
  const service = await approved(t)
  return { ...service, loggedEvents: () => service.lines().map(line => String(JSON.parse(line).event)) }
}

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

t.test('a draft that is deleted takes its plan with it, then and after it is erased', async t => {
  const { deps, pool, clock, kim, path, schedule, start, state } = await approved(t)
  await schedule('2026-06-09 09:30')
  await kim.post(`${path}/loeschen`)
  clock.travel({ days: 31 })
  await eraseDeletedDrafts({ ...deps, stopping: new AbortController().signal })
  clock.travel({ days: 70 })
  await start()
  t.equal((await pool.query('select from issue')).rowCount, 0)
  t.equal((await pool.query('select from planned_start')).rowCount, 0)
  await t.rejects(state(), /there is no issue 1/)
})

t.test('saving, approving, planning and starting at once never lock each other out', async t => {
  const { pool, clock, schedule, start, approve, retitle, path, kim } = await approved(t)
  for (let round = 0; round < 4; round++) {
    await Promise.all([
      retitle(`Titel ${round}`),
      kim.post(`${path}/einreichen`),
      approve(),
      schedule('now'),
      schedule('2026-06-09 09:30')
    ])
    clock.travel({ minutes: 5 })
    await Promise.all([start(), approve(), retitle(`Titel ${round} noch einmal`)])
    await pool.query('delete from planned_start')
  }
  const { rows } = await pool.query('select deadlocks::int from pg_stat_database where datname = current_database()')
  t.same(rows, [{ deadlocks: 0 }])
})

t.test('what is returned is not sent on its old plan, also if its state was another one', async t => {
  const { deps, clock, eva, kim, path, schedule, start, state, retitle, submit, approve } = await approved(t)
  const { rows: [{ title }] } = await deps.pool.query('select title from draft')
  await schedule('2026-03-02 10:20')
  await retitle('Kurz anders')
  await kim.post(`${path}/einreichen`)
  await retitle(title)
  await eva.post(`${path}/zurueckgeben`, { grund: 'Bitte warten.' })
  t.equal(await readStart(deps, 1), null)
  t.equal((await deps.pool.query('select from approval_withdrawal')).rowCount, 1)
  await submit()
  await approve()
  clock.travel({ minutes: 20 })
  await start()
  t.equal(await state(), 'waiting', 'somebody has to plan it again')
})

t.test('an issue that begins in another way leaves no plan behind', async t => {
  const { deps, pool, clock, schedule, start } = await approved(t)
  await schedule('now')
  await planIssue({ ...deps, batchSize: 10 }, 1)
  clock.travel({ minutes: 90 })
  await start()
  t.equal((await pool.query('select from planned_start')).rowCount, 0)
  t.equal((await pool.query("select from audit where action = 'delivery.missed'")).rowCount, 0)
  t.equal(await unscheduleIssue(deps, 1), false)
})

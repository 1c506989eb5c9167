import t, { type Test } from 'tap'
import { planIssue } from '../../src/delivery/plan.js'
import { readProgress } from '../../src/delivery/progress.js'
import { readStart, scheduleIssue, unscheduleIssue } from '../../src/delivery/schedule.js'
import { startDue } from '../../src/delivery/start-due.js'
import { tellNotSent } from '../../src/editor/tell.js'
import { eraseDeletedDrafts } from '../../src/issue/draft/delete-draft.js'
import { wallClock } from '../../src/platform/text/dates.js'
import { hashOn } from '../desk/approval/approving.js'
import { receive } from '../support/service.js'
import { approved } from './planned.js'

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

t.test('a start that fails holds up no other, and is tried again', async t => {
  const { deps, pool, clock, kim, eva, schedule, state } = await approved(t)
  const { headers: { location } } = await kim.post('/redaktion/entwuerfe/beispiel')
  const other = String(location).replace(/\?.*/, '')
  await kim.post(`${other}/einreichen`)
  await eva.post(`${other}/freigeben`, { hash: hashOn((await eva.get(`${other}/freigabe`)).payload) })
  await schedule('now')
  t.match(await scheduleIssue(deps, { number: 2, when: 'now' }), { result: 'scheduled' })
  clock.travel({ minutes: 5 })
  const { rows: [{ id: first }] } = await pool.query('select draft_id as id from issue where number = 1')
  const failing = { ...deps, tell: tellNotSent, batchSize: 10 }
  await t.rejects(startDue({
    ...failing,
    async previewDraft (draft, options) {
      if (draft.id === first) throw new Error('no template')
      return await deps.previewDraft(draft, options)
    }
  }), AggregateError)
  t.equal(await state(), 'waiting')
  t.equal((await readProgress(deps, 2)).state, 'sending')
  t.match(await readStart(deps, 1), { state: 'waiting' })
  await startDue(failing)
  t.equal(await state(), 'sending')
})

async function withLog (t: Test) {
  const service = await approved(t)
  return { ...service, loggedEvents: () => service.lines().map(line => String(JSON.parse(line).event)) }
}

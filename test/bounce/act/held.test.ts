import t from 'tap'
import { endBounced } from '../../../src/bounce/act/end-bounced.js'
import { believeHeld, forgiveHeld, readHeld } from '../../../src/bounce/act/held.js'
import { resume } from '../../../src/delivery/control.js'
import { acting } from './acting.js'
import { arrived } from './reports.js'

const service = await acting(t)
const { pool, clock, takeIn, addReader, sentIssue, report, isStored } = service

t.test('more than 1 % hard that come back later pause the issue, and their readers wait', async t => {
  const issue = await sentIssue(600, 'sending')
  const all = await Promise.all(Array.from({ length: 7 }, addReader))
  for (const { id } of all) await takeIn(arrived(report(id, issue)))
  const { rows: [delivery] } = await pool.query(
    'select state, pause_reason, returned_hard from delivery where issue_number = $1', [issue])
  t.match(delivery, { state: 'paused', pause_reason: 'bounce-rate', returned_hard: 7 })
  t.equal(await isStored(all[5]?.id ?? ''), false, 'the first ones were believed')
  t.equal(await isStored(all[6]?.id ?? ''), true)
  t.match(await readHeld(service), [{ issueNumber: issue, readers: 1 }])
  t.equal(await believeHeld(service, issue), 1)
  t.equal(await isStored(all[6]?.id ?? ''), false)
  t.same(await readHeld(service), [])
})

t.test('who has sending go on has not decided about those who wait', async t => {
  const issue = await sentIssue(600, 'sending')
  const all = await Promise.all(Array.from({ length: 8 }, addReader))
  for (const { id } of all) await takeIn(arrived(report(id, issue)))
  t.match(await resume(service, issue), { reason: 'bounce-rate' })
  await endBounced(service)
  t.match(await readHeld(service), [{ issueNumber: issue, readers: 2 }])
  t.equal(await isStored(all[7]?.id ?? ''), true)
  await forgiveHeld(service, issue)
})

t.test('readers who wait are kept if nobody believes that their mailboxes are gone', async t => {
  const issue = await sentIssue(100)
  const all = await Promise.all(Array.from({ length: 9 }, addReader))
  for (const { id } of all) await takeIn(arrived(report(id, issue)))
  t.match(await readHeld(service), [{ issueNumber: issue, readers: 4 }])
  clock.travel({ hours: 25 })
  await takeIn(arrived(report(all[8]?.id ?? '', issue)))
  const { rows } = await pool.query('select returned_hard from delivery where issue_number = $1', [issue])
  t.same(rows, [{ returned_hard: 9 }], 'the same said on another day counts no second time')
  t.equal(await forgiveHeld(service, issue), 4)
  await endBounced(service)
  const stored = await Promise.all(all.map(async ({ id }) => await isStored(id)))
  t.equal(stored.filter(Boolean).length, 4)
  t.same(await readHeld(service), [])
})

t.end()

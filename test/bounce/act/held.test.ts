import t from 'tap'
import { endBounced } from '../../../src/bounce/act/end-bounced.js'
import { believeHeld, forgiveHeld, readHeld } from '../../../src/bounce/act/held.js'
import { resume } from '../../../src/delivery/control.js'
import { acting, type StoredReader } from './acting.js'
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

t.test('who has believed what came back is not asked again when sending goes on', async t => {
  const issue = await sentIssue(600, 'sending')
  const all = await Promise.all(Array.from({ length: 8 }, addReader))
  for (const { id } of all.slice(1)) await takeIn(arrived(report(id, issue)))
  t.equal(await believeHeld(service, issue), 1)
  t.match(await resume(service, issue), { reason: 'bounce-rate' })
  await takeIn(arrived(report(all[0]?.id ?? '', issue)))
  t.same(await readHeld(service), [])
  t.equal(await isStored(all[0]?.id ?? ''), false)
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

t.test('reports that come in while readers are erased raise doubts before they are acted on', async t => {
  const issue = await sentIssue(1_000)
  const all = await Promise.all(Array.from({ length: 30 }, addReader))
  // Between the question which issues are in doubt and the question who is due.
  const came = new Promise(resolve => pool.once('acquire', client => {
    const query = client.query.bind(client) as (...statement: unknown[]) => Promise<unknown>
    client.query = async (...statement: [{ text?: string }]) => {
      if (statement[0].text?.includes('soft_bounces') !== true) return await query(...statement)
      client.query = query
      resolve(await bounceAll(issue, all))
      return await query(...statement)
    }
  }))
  t.equal(await endBounced(service), 0)
  await came
  t.equal(await endBounced(service), 0)
  t.match(await readHeld(service), [{ issueNumber: issue, readers: 30 }])
})

/** Another process records that these mailboxes are gone. */
async function bounceAll (issue: number, readers: readonly StoredReader[]): Promise<void> {
  await pool.query(`insert into bounce (subscriber_id, issue_number, day, kind)
    select id, $2, current_date, 'hard' from unnest($1::uuid[]) as id`, [readers.map(({ id }) => id), issue])
  await pool.query('update delivery set returned_hard = $2 where issue_number = $1', [issue, readers.length])
}

t.end()

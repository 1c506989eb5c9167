import t from 'tap'
import { SAME_AN_HOUR, UNOWNED_A_MINUTE } from '../../../src/bounce/act/limits.js'
import { createTakeIn } from '../../../src/bounce/act/take-in.js'
import { TooMany } from '../../../src/bounce/receive/arrived.js'
import { acting, DOMAIN, SOFT } from './acting.js'
import { arrived, notification } from './reports.js'

const service = await acting(t)
const { pool, clock, takeIn, addReader, sentIssue, report, isStored, fates } = service

t.test('a loop is limited and counted', async t => {
  const { id } = await addReader()
  const issue = await sentIssue()
  for (let times = 0; times < 200; times++) await takeIn(arrived(report(id, issue, SOFT)))
  t.same(await fates(), { 'soft counted': SAME_AN_HOUR + 1, 'soft repeated': 200 - SAME_AN_HOUR - 1 })
  t.equal((await pool.query('select 1 from bounce_report')).rowCount, SAME_AN_HOUR + 1)
})

t.test('a flood that proves nothing is told to come later, and hinders no genuine report', async t => {
  const { id } = await addReader()
  const flooded = createTakeIn(service)
  const flood = Array.from({ length: UNOWNED_A_MINUTE + 5 }, async () =>
    await flooded(arrived(notification({ to: `x@${DOMAIN}` }))))
  const results = await Promise.allSettled(flood)
  const refused = results.filter(result => result.status === 'rejected')
  t.equal(refused.length, 5)
  t.ok(refused.every(({ reason }) => reason instanceof TooMany))
  await flooded(arrived(report(id, await sentIssue())))
  t.notOk(await isStored(id))
  clock.travel({ minutes: 2 })
  await flooded(arrived(notification({ to: `x@${DOMAIN}` })))
})

t.end()

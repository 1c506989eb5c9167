import t from 'tap'
import { WORN_OUT } from '../../../src/bounce/act/end-bounced.js'
import { SAME_AN_HOUR } from '../../../src/bounce/act/limits.js'
import { findSuppressionOf } from '../../../src/subscription/help-desk.js'
import { unsubscribeToken } from '../../../src/subscription/links.js'
import { acting, DOMAIN, SOFT } from './acting.js'
import { arrived, complaint } from './reports.js'

const service = await acting(t)
const { pool, keys, clock, takeIn, addReader, sentIssue, report, isStored, without, fates } = service

t.test('a hard bounce with a valid tag erases and suppresses its reader', async t => {
  const { id, address } = await addReader()
  await takeIn(arrived(report(id, await sentIssue())))
  t.notOk(await isStored(id))
  t.match(await findSuppressionOf(service, address), { reason: 'hard_bounce' })
  t.same(await fates(), { 'hard counted': 1 })
  const journalled = await pool.query('select 1 from journal_outbox where $1 = any (ids)', [id])
  t.equal(journalled.rowCount, 0, 'and the journal has it already')
})

t.test('the same report counts once, also without a Message-ID and over another door', async t => {
  const { id } = await addReader()
  const issue = await sentIssue()
  const [one, two] = [report(id, issue, SOFT), report(id, issue, { ...SOFT, messageId: null })]
  for (const text of [one, one, two, `Received: from mx\r\n${two}`]) await takeIn(arrived(text, { door: 'mailbox' }))
  t.same(await fates(), { 'soft counted': 2, 'soft repeated': 2 })
  t.same((await pool.query('select kind from bounce')).rows, [{ kind: 'soft' }], 'and once a day with its reader')
  t.ok(await isStored(id))
})

t.test('the same report is known again if another door ends its lines in another way', async t => {
  const { id } = await addReader()
  const text = report(id, await sentIssue(), { ...SOFT, messageId: null })
  for (const each of [text, text.replaceAll('\r\n', '\n'), `${text}\r\n`]) await takeIn(arrived(each))
  t.same(await fates(), { 'soft counted': 1, 'soft repeated': 2 })
})

t.test('the same report on many connections at once counts once', async t => {
  const { id } = await addReader()
  const text = report(id, await sentIssue())
  await Promise.all(Array.from({ length: SAME_AN_HOUR }, async () => await takeIn(arrived(text))))
  t.same(await fates(), { 'hard counted': 1, 'hard repeated': SAME_AN_HOUR - 1 })
})

t.test('five soft bounces within 30 days over three issues end a subscription, fewer do not', async t => {
  const { id, address } = await addReader()
  const issues = [await sentIssue(), await sentIssue(), await sentIssue()]
  const softly = async (issue = 0): Promise<void> => {
    clock.travel({ hours: 24 })
    await takeIn(arrived(report(id, issues[issue] ?? 0, { ...SOFT })))
  }
  for (let times = 0; times < WORN_OUT.times + 1; times++) await softly(times % 2)
  t.ok(await isStored(id), 'two issues prove little')
  await softly(2)
  t.notOk(await isStored(id))
  t.match(await findSuppressionOf(service, address), { reason: 'soft_bounces' })
})

t.test('soft bounces that are older than 30 days do not count', async t => {
  const { id } = await addReader()
  for (let times = 0; times < WORN_OUT.times; times++) {
    await takeIn(arrived(report(id, await sentIssue(), SOFT)))
    clock.travel({ hours: 24 * 8 })
  }
  t.ok(await isStored(id))
})

t.test('a full mailbox counts as a soft bounce, a delay and an automatic reply as nothing', async t => {
  const { id } = await addReader()
  const issue = await sentIssue()
  await takeIn(arrived(report(id, issue, { status: '5.2.2', reply: '552 5.2.2 mailbox full' })))
  await takeIn(arrived(report(id, issue, { status: '4.4.1', action: 'delayed', reply: '451 4.4.1 timed out' })))
  t.match(await fates(), { 'full counted': 1, 'delayed counted': 1 })
  t.same((await pool.query('select kind from bounce')).rows, [{ kind: 'full' }])
})

t.test('a complaint erases and suppresses its reader; one about a forged signature does not', async t => {
  const [one, other] = [await addReader(), await addReader()]
  const issue = await sentIssue()
  const header = ({ id }: { id: string }): string[] => [
    `List-Unsubscribe: <https://brief.example/abmelden/${unsubscribeToken(keys, { id, issue })}>`, 'Subject: Ausgabe'
  ]
  await takeIn(arrived(complaint({ to: `x@${DOMAIN}`, returned: header(one) })))
  await takeIn(arrived(complaint({ to: `x@${DOMAIN}`, returned: header(other), type: 'auth-failure' })))
  t.same([await isStored(one.id), await isStored(other.id)], [false, true])
  t.match(await findSuppressionOf(service, one.address), { reason: 'complaint' })
})

const alarms = (): number => service.lines().filter(line => line.includes('bounce_policy')).length

t.test('a policy refusal alarms and leaves its reader alone, however often it comes', async t => {
  const before = alarms()
  const { id } = await addReader()
  const issue = await sentIssue()
  for (let times = 0; times < 7; times++) {
    await takeIn(arrived(report(id, issue, { status: '5.7.515', reply: '550 5.7.515 Access denied, no DKIM' })))
    clock.travel({ hours: 30 })
  }
  t.ok(await isStored(id))
  t.equal(alarms() - before, 1, 'the alarm comes once')
  const { rows } = await pool.query('select returned_refused from delivery where issue_number = $1', [issue])
  t.same(rows, [{ returned_refused: 1 }], 'it counts once with its issue')
})

const failing = {
  'a reader whose erasing failed after the report was recorded is erased when it comes again': {
    table: 'suppression', seen: { 'hard counted': 1, 'hard repeated': 1 }
  },
  'what cannot be recorded is not taken, and its effect comes with the next try': {
    table: 'bounce_count', seen: { 'hard counted': 1 }
  }
}

for (const [what, { table, seen }] of Object.entries(failing)) {
  t.test(what, async t => {
    const { id } = await addReader()
    const text = report(id, await sentIssue())
    await without(table, async () => await t.rejects(takeIn(arrived(text))))
    t.ok(await isStored(id))
    await takeIn(arrived(text))
    t.notOk(await isStored(id))
    t.same(await fates(), seen)
  })
}

t.end()

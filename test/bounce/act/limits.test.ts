import t from 'tap'
import { SAME_AN_HOUR, UNOWNED_A_MINUTE } from '../../../src/bounce/act/limits.js'
import { MOST_KEPT } from '../../../src/bounce/act/unread-mail.js'
import { readWaiting } from '../../../src/bounce/act/standing.js'
import { createTakeIn } from '../../../src/bounce/act/take-in.js'
import { TooMany } from '../../../src/bounce/receive/arrived.js'
import { acting, DOMAIN, SOFT } from './acting.js'
import { verpSender } from '../../../src/delivery/verp.js'
import { unsubscribeToken } from '../../../src/subscription/links.js'
import { arrived, complaint, letter, notification } from './reports.js'

const service = await acting(t)
const { pool, clock, takeIn, addReader, sentIssue, report, isStored, without, fates } = service

t.test('a loop is limited and counted', async t => {
  const { id } = await addReader()
  const issue = await sentIssue()
  for (let times = 0; times < 200; times++) await takeIn(arrived(report(id, issue, SOFT)))
  t.same(await fates(), { 'soft counted': SAME_AN_HOUR + 1, 'soft repeated': 200 - SAME_AN_HOUR - 1 })
  t.equal((await pool.query('select 1 from bounce_report')).rowCount, SAME_AN_HOUR + 1)
})

t.test('a loop hides neither a wish to leave, nor a complaint, nor a mailbox that is gone', async t => {
  const issue = await sentIssue()
  const genuine: Record<string, (id: string) => string> = {
    wish: id => letter({
      to: `x@${DOMAIN}`, from: 'eva@amt.example', subject: unsubscribeToken(service.keys, { id, issue })
    }),
    complaint: id => complaint({
      to: verpSender(service.keys, DOMAIN, { id, issue }), returned: ['Subject: Ausgabe']
    }),
    bounce: id => report(id, issue)
  }
  for (const [what, build] of Object.entries(genuine)) {
    const { id } = await addReader()
    for (let times = 0; times < 2 * SAME_AN_HOUR; times++) await takeIn(arrived(report(id, issue, SOFT)))
    t.ok(await isStored(id))
    await takeIn(arrived(build(id)))
    t.notOk(await isStored(id), what)
  }
})

t.test('tries that failed are no loop', async t => {
  const { id } = await addReader()
  const text = report(id, await sentIssue(), SOFT)
  await without('bounce_count', async () => {
    for (let times = 0; times < 2 * SAME_AN_HOUR; times++) await t.rejects(takeIn(arrived(text)))
  })
  await takeIn(arrived(text))
  t.same((await pool.query('select kind from bounce')).rows, [{ kind: 'soft' }])
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
  await flooded(arrived(letter({ to: `x@${DOMAIN}`, from: 'eva@amt.example', subject: 'Bitte abmelden' })))
  t.match((await readWaiting(service)).unread, { unsubscribes: 1 }, 'and no wish to leave')
  await flooded(arrived(report(id, await sentIssue())))
  t.notOk(await isStored(id))
  clock.travel({ minutes: 2 })
  await flooded(arrived(notification({ to: `x@${DOMAIN}` })))
})

async function keepSoMany (count: number): Promise<void> {
  await pool.query(`insert into unread_mail (id, identity, kind, sealed, size, received_at)
    select gen_random_uuid(), sha256(n::text::bytea), 'unknown', '', 1, $1 from generate_series(1, $2) as n`,
  [clock.now(), count])
  clock.travel({ minutes: 2 })
}

t.test('a mail for which there is no room, or that the database refuses, costs no other its effect', async t => {
  await keepSoMany(MOST_KEPT)
  const issue = await sentIssue()
  const [odd, ...readers] = await Promise.all(Array.from({ length: 12 }, addReader))
  await pool.query(`alter table bounce add constraint odd check (subscriber_id <> '${odd?.id ?? ''}')`)
  const question = letter({ to: `x@${DOMAIN}`, from: 'eva@amt.example', subject: 'Frage', text: 'Wann?' })
  const texts = [...readers.map(({ id }) => report(id, issue, SOFT)), question, report(odd?.id ?? '', issue, SOFT)]
  const results = await Promise.allSettled(texts.map(async text => await takeIn(arrived(text))))
  await pool.query('alter table bounce drop constraint odd')
  t.equal(results.filter(({ status }) => status === 'rejected').length, 2)
  t.equal((await pool.query('select 1 from bounce')).rowCount, readers.length)
})

t.test('where too many mails wait that nobody understands, a wish to leave is still kept', async t => {
  await keepSoMany(MOST_KEPT)
  const from = 'eva@amt.example'
  const question = letter({ to: `x@${DOMAIN}`, from, subject: 'Frage', text: 'Wann?' })
  await t.rejects(takeIn(arrived(question)), { message: /too many/ })
  await takeIn(arrived(letter({ to: `x@${DOMAIN}`, from, subject: 'Bitte abmelden' })))
  t.match((await readWaiting(service)).unread, { count: MOST_KEPT + 1, unsubscribes: 1 })
})

t.end()

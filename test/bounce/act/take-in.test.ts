import t from 'tap'
import { createTakeIn } from '../../../src/bounce/act/take-in.js'
import { endBounced, WORN_OUT } from '../../../src/bounce/act/end-bounced.js'
import { believeHeld, forgiveHeld, readHeld } from '../../../src/bounce/act/held.js'
import { SAME_AN_HOUR, UNOWNED_A_MINUTE } from '../../../src/bounce/act/limits.js'
import { readStanding } from '../../../src/bounce/act/standing.js'
import { countUnreadMails } from '../../../src/bounce/act/unread.js'
import { TooMany } from '../../../src/bounce/receive/arrived.js'
import { verpSender } from '../../../src/delivery/verp.js'
import { findSuppressionOf } from '../../../src/subscription/help-desk.js'
import { confirmToken, unsubscribeToken } from '../../../src/subscription/links.js'
import { addIssue, addReaders } from '../../support/readers.js'
import { testService } from '../../support/service.js'
import { arrived, complaint, letter, notification, type Notification } from './reports.js'

const DOMAIN = 'rueck.integrationsbrief.example'
const service = await testService(t)
const { pool, keys, clock } = service
const deps = { ...service, witness: async () => {} }
const takeIn = createTakeIn(deps)

let readers = 0

async function addReader (): Promise<{ id: string, address: string }> {
  const address = `leser${++readers}@amt.example`
  const [id = ''] = await addReaders(service, [address])
  return { id, address }
}

/** An issue that was sent to so many, and what the mailboxes said. */
async function sentIssue (settled = 1_000, parts: { state?: string, hard?: number } = {}): Promise<number> {
  const { state = 'sent', hard = 0 } = parts
  const issue = await addIssue(service)
  await pool.query(`insert into delivery (issue_number, state, started_at, guard_settled, guard_hard)
    values ($1, $2, $3, $4, $5)`, [issue, state, clock.now(), settled, hard])
  return issue
}

const report = (id: string, issue: number, parts: Partial<Notification> = {}): string =>
  notification({ to: verpSender(keys, DOMAIN, { id, issue }), ...parts })

const SOFT = { status: '4.4.7', action: 'failed', reply: '451 4.4.1 try again later' } as const

const isStored = async (id: string): Promise<boolean> =>
  (await pool.query('select 1 from subscriber where id = $1', [id])).rowCount === 1

async function fates (): Promise<Record<string, number>> {
  const { counts } = await readStanding(deps, { days: 1 })
  return Object.fromEntries(counts.map(({ kind, fate, count }) => [`${kind} ${fate}`, count]))
}

t.beforeEach(async () => { await pool.query('truncate bounce, bounce_report, bounce_count, bounce_domain, unread_mail') })

t.test('a hard bounce with a valid tag erases and suppresses its reader', async t => {
  const { id, address } = await addReader()
  await takeIn(arrived(report(id, await sentIssue())))
  t.notOk(await isStored(id))
  t.match(await findSuppressionOf(deps, address), { reason: 'hard_bounce' })
  t.same(await fates(), { 'hard counted': 1 })
  const journalled = await pool.query('select 1 from journal_outbox where $1 = any (ids)', [id])
  t.equal(journalled.rowCount, 0, 'and the journal has it already')
})

t.test('the tag is found in the envelope as well, in any case, as relays fold it', async t => {
  const { id } = await addReader()
  const to = verpSender(keys, DOMAIN, { id, issue: await sentIssue() }).toUpperCase()
  await takeIn(arrived(notification({ to: 'postmaster@example.org' }), { to: [to] }))
  t.notOk(await isStored(id))
})

t.test('a forged tag, one of another purpose, and no tag at all change nothing but a count', async t => {
  const { id, address } = await addReader()
  const issue = await sentIssue()
  const genuine = verpSender(keys, DOMAIN, { id, issue })
  const forged = genuine.replace(/.@/, end => end.startsWith('a') ? 'b@' : 'a@')
  const expiresAt = new Date(clock.now().getTime() + 1_000_000)
  for (const to of [forged, `b-${confirmToken(keys, { id, expiresAt }).toLowerCase()}@${DOMAIN}`, `x@${DOMAIN}`]) {
    await takeIn(arrived(notification({ to, recipient: address })))
  }
  t.ok(await isStored(id))
  t.same(await fates(), { 'hard unowned': 3 })
})

t.test('the same report counts once, however often it comes, also without a Message-ID and over another door', async t => {
  const { id } = await addReader()
  const issue = await sentIssue()
  const [one, two] = [report(id, issue, SOFT), report(id, issue, { ...SOFT, messageId: null })]
  for (const text of [one, one, two, `Received: from mx\r\n${two}`]) await takeIn(arrived(text, { door: 'mailbox' }))
  t.same(await fates(), { 'soft counted': 2, 'soft repeated': 2 })
  t.same((await pool.query('select kind from bounce')).rows, [{ kind: 'soft' }], 'and once a day with its reader')
  t.ok(await isStored(id))
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
  t.match(await findSuppressionOf(deps, address), { reason: 'soft_bounces' })
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
  t.match(await findSuppressionOf(deps, one.address), { reason: 'complaint' })
})

t.test('a policy refusal alarms and leaves its reader alone, however often it comes', async t => {
  const { id } = await addReader()
  const issue = await sentIssue()
  for (let times = 0; times < 7; times++) {
    await takeIn(arrived(report(id, issue, { status: '5.7.515', reply: '550 5.7.515 Access denied, no DKIM' })))
    clock.travel({ hours: 30 })
  }
  t.ok(await isStored(id))
  t.ok(service.lines().some(line => line.includes('bounce_policy')))
  const { rows } = await pool.query('select returned_refused from delivery where issue_number = $1', [issue])
  t.same(rows, [{ returned_refused: 1 }], 'it counts once with its issue')
})

t.test('the mailto: of List-Unsubscribe, with its token as the subject, lets its reader leave', async t => {
  const { id, address } = await addReader()
  const token = unsubscribeToken(keys, { id, issue: await sentIssue() })
  await takeIn(arrived(letter({ to: `abmelden@${DOMAIN}`, from: 'somebody@else.example', subject: token })))
  t.notOk(await isStored(id))
  t.equal(await findSuppressionOf(deps, address), null, 'and they may come back at any time')
})

t.test('a wish to leave that proves nothing waits for somebody, also if it quotes the mail of another', async t => {
  const [one, other] = [await addReader(), await addReader()]
  const link = `https://brief.example/abmelden/${unsubscribeToken(keys, { id: other.id, issue: 1 })}`
  await takeIn(arrived(letter({ to: `x@${DOMAIN}`, from: one.address, subject: 'Bitte abmelden' })))
  await takeIn(arrived(letter({
    to: `x@${DOMAIN}`, from: 'gast@amt.example', subject: 'Fwd: Ausgabe', text: `Bitte abmelden\r\n\r\n> ${link}`
  })))
  t.same([await isStored(one.id), await isStored(other.id)], [true, true])
  t.match(await countUnreadMails(deps), { count: 2, unsubscribes: 2 })
})

t.test('a bounce of somebody who is gone, or who has given the address up, touches nobody', async t => {
  const [gone, moved] = [await addReader(), await addReader()]
  const issue = await sentIssue()
  await pool.query('delete from subscriber where id = $1', [gone.id])
  const former = '11111111-1111-4111-8111-111111111111'
  await pool.query(`insert into merged_subscriber (id, subscriber_id, moved, gave_up_address)
    values ($1, $2, true, true)`, [former, moved.id])
  await takeIn(arrived(report(gone.id, issue)))
  await takeIn(arrived(report(former, issue)))
  t.ok(await isStored(moved.id))
  t.same(await fates(), { 'hard gone': 2 })
})

t.test('more than 1 % hard that come back later pause the issue, and their readers wait', async t => {
  const issue = await sentIssue(600, { state: 'sending' })
  const all = await Promise.all(Array.from({ length: 7 }, addReader))
  for (const { id } of all) await takeIn(arrived(report(id, issue)))
  const { rows: [delivery] } = await pool.query(
    'select state, pause_reason, returned_hard from delivery where issue_number = $1', [issue])
  t.match(delivery, { state: 'paused', pause_reason: 'bounce-rate', returned_hard: 7 })
  t.equal(await isStored(all[5]?.id ?? ''), false, 'the first ones were believed')
  t.equal(await isStored(all[6]?.id ?? ''), true)
  t.match(await readHeld(deps), [{ issueNumber: issue, readers: 1 }])
  t.equal(await believeHeld(deps, issue), 1)
  t.equal(await isStored(all[6]?.id ?? ''), false)
  t.same(await readHeld(deps), [])
})

t.test('readers who wait are kept if nobody believes that their mailboxes are gone', async t => {
  const issue = await sentIssue(100)
  const all = await Promise.all(Array.from({ length: 9 }, addReader))
  for (const { id } of all) await takeIn(arrived(report(id, issue)))
  t.match(await readHeld(deps), [{ issueNumber: issue, readers: 4 }])
  t.equal(await forgiveHeld(deps, issue), 4)
  await endBounced(deps)
  const stored = await Promise.all(all.map(async ({ id }) => await isStored(id)))
  t.equal(stored.filter(Boolean).length, 4)
  t.same(await readHeld(deps), [])
})

t.test('a loop is limited and counted', async t => {
  const { id } = await addReader()
  const issue = await sentIssue()
  for (let times = 0; times < 200; times++) await takeIn(arrived(report(id, issue, SOFT)))
  t.same(await fates(), { 'soft counted': SAME_AN_HOUR + 1, 'soft repeated': 200 - SAME_AN_HOUR - 1 })
  t.equal((await pool.query('select 1 from bounce_report')).rowCount, SAME_AN_HOUR + 1)
})

t.test('a flood that proves nothing is told to come later, and hinders no genuine report', async t => {
  const { id } = await addReader()
  const flooded = createTakeIn(deps)
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

t.test('a mail that nobody understands is kept once, sealed', async t => {
  const text = letter({ to: `x@${DOMAIN}`, from: 'eva@amt.example', subject: 'Frage', text: 'Wann ist der Termin?' })
  await takeIn(arrived(text))
  await takeIn(arrived(text))
  t.match(await countUnreadMails(deps), { count: 1, unsubscribes: 0 })
  const { rows: [kept] } = await pool.query('select sealed from unread_mail')
  t.notOk(kept.sealed.includes('Termin'))
})

t.test('what cannot be written is not taken, and its effect comes with the next try', async t => {
  const { id } = await addReader()
  const text = report(id, await sentIssue())
  await pool.query('alter table bounce_count rename to bounce_count_away')
  await t.rejects(takeIn(arrived(text)))
  await pool.query('alter table bounce_count_away rename to bounce_count')
  t.ok(await isStored(id))
  await takeIn(arrived(text))
  t.notOk(await isStored(id))
  t.same(await fates(), { 'hard counted': 1 })
})
t.end()

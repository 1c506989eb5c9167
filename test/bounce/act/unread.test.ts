import { randomUUID } from 'node:crypto'
import t from 'tap'
import { classUnread, listUnreadMails, openUnread } from '../../../src/bounce/act/unread.js'
import { verpSender } from '../../../src/delivery/verp.js'
import { findSuppressionOf } from '../../../src/subscription/help-desk.js'
import { unsubscribeToken } from '../../../src/subscription/links.js'
import { acting, DOMAIN } from './acting.js'
import { arrived, letter } from './reports.js'

const service = await acting(t)
const { keys, takeIn, addReader, sentIssue, report, isStored } = service

/** The id of the only mail that waits. */
async function waiting (): Promise<string> {
  const [mail] = await listUnreadMails(service, { limit: 10 })
  return mail?.id ?? ''
}

const question = (from: string, text = 'Wann ist der Termin?'): string =>
  letter({ to: `x@${DOMAIN}`, from, subject: 'Frage', text })

t.test('a mail that waits is opened, and says whether its writer is stored', async t => {
  const { address } = await addReader()
  await takeIn(arrived(question(address)))
  const opened = await openUnread(service, await waiting())
  t.match(opened, { kind: 'unknown', isStored: true, owner: null, report: { from: address, subject: 'Frage' } })
  t.ok(opened?.raw.includes('Wann ist der Termin?'))
  t.equal(await openUnread(service, randomUUID()), null)
})

t.test('a wish to leave is believed once somebody has read it, and the mail is forgotten', async t => {
  const { id, address } = await addReader()
  await takeIn(arrived(letter({ to: `x@${DOMAIN}`, from: address, subject: 'Bitte abmelden' })))
  const mail = await waiting()
  t.equal(await classUnread(service, { id: mail, as: 'unsubscribe' }), 'done')
  t.notOk(await isStored(id))
  const owed = await service.pool.query('select 1 from journal_outbox where $1 = any (ids)', [id])
  t.equal(owed.rowCount, 0, 'and the journal has it already')
  t.equal(await waiting(), '')
  t.equal(await classUnread(service, { id: mail, as: 'unsubscribe' }), 'gone')
})

t.test('a wish to leave of somebody who is not stored changes nothing and is forgotten', async t => {
  await takeIn(arrived(letter({ to: `x@${DOMAIN}`, from: 'fremd@amt.example', subject: 'Bitte abmelden' })))
  t.equal(await classUnread(service, { id: await waiting(), as: 'unsubscribe' }), 'not-stored')
  t.equal(await waiting(), '')
})

t.test('nobody is erased for a bounce that proves nothing, not even by hand', async t => {
  const { id, address } = await addReader()
  await takeIn(arrived(question(address)))
  for (const as of ['hard', 'complaint', 'soft'] as const) {
    t.equal(await classUnread(service, { id: await waiting(), as }), 'nobody')
  }
  t.ok(await isStored(id))
  t.equal(await classUnread(service, { id: await waiting(), as: 'ignored' }), 'done')
  t.equal(await waiting(), '')
})

t.test('a ticket system that answers is no bounce: its mail waits, and it is still known whose copy it is', async t => {
  const { id } = await addReader()
  const to = verpSender(keys, DOMAIN, { id, issue: await sentIssue() })
  const ticket = letter({ to: 'undisclosed', from: 'amt@amt.example', subject: 'Vorgang 4711', text: 'Hallo' })
  await takeIn(arrived(ticket, { to: [`postmaster@${DOMAIN}`, to] }))
  t.match(await openUnread(service, await waiting()), { kind: 'unknown', owner: { id, by: 'tag' } })
  t.same((await service.pool.query('select kind from bounce')).rows, [])
  t.equal(await classUnread(service, { id: await waiting(), as: 'soft' }), 'done')
  t.same((await service.pool.query('select kind from bounce')).rows, [{ kind: 'soft' }])
})

t.test('a mail of a known copy that somebody classes as grave erases and suppresses its reader', async t => {
  for (const [as, reason] of [['hard', 'hard_bounce'], ['complaint', 'complaint']] as const) {
    const { id, address } = await addReader()
    const to = verpSender(keys, DOMAIN, { id, issue: await sentIssue() })
    await takeIn(arrived(question('amt@amt.example', `Vorgang ${as}`), { to: [to] }))
    t.equal(await classUnread(service, { id: await waiting(), as }), 'done')
    t.notOk(await isStored(id))
    t.match(await findSuppressionOf(service, address), { reason })
  }
})

t.test('a report that names a recipient and no reason counts with its reader', async t => {
  const { id } = await addReader()
  await takeIn(arrived(report(id, await sentIssue(), { status: '5.0.0', reply: '554 5.0.0 it failed' })))
  t.equal(await waiting(), '')
  t.same(await service.fates(), { 'unknown counted': 1 })
})

t.test('what a person writes is about that person, not about the reader whose mail they quote', async t => {
  const [writer, quoted] = [await addReader(), await addReader()]
  const link = `https://brief.example/abmelden/${unsubscribeToken(keys, { id: quoted.id, issue: await sentIssue() })}`
  await takeIn(arrived(question(writer.address, `Was soll das?\r\n\r\n> Von: Integrationsbrief\r\n> ${link}`)))
  const mail = await waiting()
  t.match(await openUnread(service, mail), { owner: null })
  t.equal(await classUnread(service, { id: mail, as: 'complaint' }), 'nobody')
  t.equal(await classUnread(service, { id: mail, as: 'unsubscribe' }), 'done')
  t.same([await isStored(writer.id), await isStored(quoted.id)], [false, true])
})

t.test('of two who class a mail at once, one acts', async t => {
  for (let times = 0; times < 5; times++) {
    const { id } = await addReader()
    const to = verpSender(keys, DOMAIN, { id, issue: await sentIssue() })
    await takeIn(arrived(question('eva@amt.example', `Frage ${times}`), { to: [to] }))
    const mail = await waiting()
    const classed = await Promise.all([
      classUnread(service, { id: mail, as: 'ignored' }), classUnread(service, { id: mail, as: 'hard' })
    ])
    t.same([...classed].sort(), ['done', 'gone'])
    t.equal(await isStored(id), classed[0] === 'done')
  }
})

t.test('who wrote a mail is what the angle brackets say, not a name that looks like an address', async t => {
  const [named, writer] = [await addReader(), await addReader()]
  const wish = letter({ to: `x@${DOMAIN}`, from: writer.address, subject: 'Bitte abmelden' })
  await takeIn(arrived(wish.replace('From: <', `From: "${named.address}" (${named.address}) <`)))
  t.equal(await classUnread(service, { id: await waiting(), as: 'unsubscribe' }), 'done')
  t.same([await isStored(named.id), await isStored(writer.id)], [true, false])
})

t.test('two people who write the same, without a Message-ID of worth, are two', async t => {
  for (const from of ['eva@amt.example', 'kim@amt.example']) {
    const text = letter({ to: `x@${DOMAIN}`, from, subject: 'Bitte abmelden' })
    await takeIn(arrived(text.replace(/Message-ID:.*\r\n/, 'Message-ID: \r\n')))
  }
  t.equal((await listUnreadMails(service, { limit: 10 })).length, 2)
})

t.test('a mail that is being read is sealed with a key that is known to be needed', async t => {
  await takeIn(arrived(question('eva@amt.example')))
  const { rows: [row] } = await service.pool.query('select get_byte(sealed, 0) as version, identity from unread_mail')
  t.equal(row.version, keys.primary)
  t.equal(row.identity.length, 32)
})
t.end()

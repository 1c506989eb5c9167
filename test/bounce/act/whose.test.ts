import t from 'tap'
import { readWaiting } from '../../../src/bounce/act/standing.js'
import { verpSender } from '../../../src/delivery/verp.js'
import { findSuppressionOf } from '../../../src/subscription/help-desk.js'
import { confirmToken, unsubscribeToken } from '../../../src/subscription/links.js'
import { messageId } from '../../../src/platform/mail/message-id.js'
import { acting, DOMAIN } from './acting.js'
import { arrived, complaint, forwarding, letter, notification } from './reports.js'

const service = await acting(t)
const { pool, keys, clock, takeIn, addReader, sentIssue, report, isStored, fates } = service

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

t.test('the mailto: of List-Unsubscribe, with its token as the subject, lets its reader leave', async t => {
  const { id, address } = await addReader()
  const token = unsubscribeToken(keys, { id, issue: await sentIssue() })
  await takeIn(arrived(letter({ to: `abmelden@${DOMAIN}`, from: 'somebody@else.example', subject: token })))
  t.notOk(await isStored(id))
  t.equal(await findSuppressionOf(service, address), null, 'and they may come back at any time')
})

t.test('a wish to leave that proves nothing waits for somebody, also if it quotes the mail of another', async t => {
  const [one, other] = [await addReader(), await addReader()]
  const link = `https://brief.example/abmelden/${unsubscribeToken(keys, { id: other.id, issue: 1 })}`
  await takeIn(arrived(letter({ to: `x@${DOMAIN}`, from: one.address, subject: 'Bitte abmelden' })))
  await takeIn(arrived(letter({
    to: `x@${DOMAIN}`, from: 'gast@amt.example', subject: 'Fwd: Ausgabe', text: `Bitte abmelden\r\n\r\n> ${link}`
  })))
  const returnPath = `Return-Path: <${verpSender(keys, DOMAIN, { id: other.id, issue: 1 })}>`
  await takeIn(arrived(forwarding({ to: `x@${DOMAIN}`, from: 'gast@amt.example', subject: 'Abmelden', returnPath })))
  t.same([await isStored(one.id), await isStored(other.id)], [true, true])
  t.match((await readWaiting(service)).unread, { count: 3, unsubscribes: 3 })
})

t.test('a person who quotes or attaches the mail of another is no server, whatever they write', async t => {
  const quoted = await addReader()
  const issue = await sentIssue()
  const link = `https://brief.example/abmelden/${unsubscribeToken(keys, { id: quoted.id, issue })}`
  const returnPath = `Return-Path: <${verpSender(keys, DOMAIN, { id: quoted.id, issue })}>`
  const letters = [
    ['Bounce', 'Es kam zurück mit: 550 user unknown. Das war ein Irrtum.'],
    ['Zustellung des Newsletters', 'Das Postfach existiert nicht mehr. Bitte senden Sie an eva@neu.example.'],
    ['Undelivered newsletter', 'My colleague was not delivered, user unknown. Can you send it to me?'],
    ['Frage zum Newsletter', 'Ich bekam bei meiner Antwort: 550 5.1.1 User unknown. Woran liegt es?']
  ] as const
  for (const [subject, text] of letters) {
    const quoting = `${text}\r\n\r\n-----Ursprüngliche Nachricht-----\r\n${link}`
    const mail = letter({ to: `x@${DOMAIN}`, from: 'eva@amt.example', subject, text: quoting })
    await takeIn(arrived(mail, { from: 'eva@amt.example' }))
  }
  const subject = 'complaint about message from you'
  await takeIn(arrived(forwarding({ to: `x@${DOMAIN}`, from: 'eva@amt.example', subject, returnPath })))
  t.ok(await isStored(quoted.id))
  t.match((await readWaiting(service)).unread, { count: 5 }, 'and somebody reads each of them')
})

t.test('a server that says in words that a mailbox is gone is believed by the null sender', async t => {
  const { id } = await addReader()
  const link = `https://brief.example/abmelden/${unsubscribeToken(keys, { id, issue: await sentIssue() })}`
  const text = `<eva@amt.example>: 550 user unknown\r\n\r\n--- Below this line is a copy of the message.\r\n\r\n${link}`
  const report = letter({ to: `x@${DOMAIN}`, from: 'MAILER-DAEMON@amt.example', subject: 'failure notice', text })
  await takeIn(arrived(report, { from: 'MAILER-DAEMON@amt.example' }))
  t.ok(await isStored(id))
  await takeIn(arrived(report, { from: '' }))
  t.notOk(await isStored(id))
})

t.test('a provider that reports who opted out returns the mail: whose it was lets that reader leave', async t => {
  const { id, address } = await addReader()
  const tag = verpSender(keys, DOMAIN, { id, issue: await sentIssue() })
  await takeIn(arrived(complaint({ to: `x@${DOMAIN}`, type: 'opt-out', returned: [`Return-Path: <${tag}>`] })))
  t.notOk(await isStored(id))
  t.equal(await findSuppressionOf(service, address), null)
})

t.test('a returned Message-ID of ours proves whose mail it was, and only to whom it was sent', async t => {
  const [one, other] = [await addReader(), await addReader()]
  const issue = await sentIssue()
  const own = messageId(keys, `issue-${issue}`, one.id, 'hessen.example')
  const returned = (address: string): string => notification({ to: `x@${DOMAIN}`, recipient: address })
    .replace(/--b--\r\n$/, `--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <${own}>\r\n\r\n--b--\r\n`)
  await takeIn(arrived(returned(other.address)))
  t.same([await isStored(one.id), await isStored(other.id)], [true, true])
  await takeIn(arrived(returned(one.address)))
  t.same([await isStored(one.id), await isStored(other.id)], [false, true])
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
  const to = verpSender(keys, DOMAIN, { id: former, issue })
  await takeIn(arrived(complaint({ to, returned: ['Subject: Ausgabe'] })))
  t.notOk(await isStored(moved.id), 'a complaint is about the reader, whatever the address was')
})

t.test('a mail that nobody understands is kept once, sealed', async t => {
  const text = letter({ to: `x@${DOMAIN}`, from: 'eva@amt.example', subject: 'Frage', text: 'Wann ist der Termin?' })
  await takeIn(arrived(text))
  await takeIn(arrived(text))
  t.match((await readWaiting(service)).unread, { count: 1, unsubscribes: 0 })
  const { rows: [kept] } = await pool.query('select sealed from unread_mail')
  t.notOk(kept.sealed.includes('Termin'))
})

t.end()

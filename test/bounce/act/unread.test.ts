import { randomUUID } from 'node:crypto'
import t from 'tap'
import { classUnread, listUnreadMails, openUnread } from '../../../src/bounce/act/unread.js'
import { unsubscribeToken } from '../../../src/subscription/links.js'
import { acting, DOMAIN } from './acting.js'
import { arrived, letter } from './reports.js'

const service = await acting(t)
const { keys, takeIn, addReader, sentIssue, isStored } = service

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

t.test('a mail that nobody understands counts with its reader if a token proves who that is', async t => {
  const { id } = await addReader()
  const token = unsubscribeToken(keys, { id, issue: await sentIssue() })
  await takeIn(arrived(letter({ to: `x@${DOMAIN}`, from: 'x@amt.example', subject: `Was ist ${token}`, text: 'Hm' })))
  t.equal(await waiting(), '')
  t.ok(await isStored(id))
  t.same(await service.fates(), { 'unknown counted': 1 })
})

t.test('a mail that is being read is sealed with a key that is known to be needed', async t => {
  await takeIn(arrived(question('eva@amt.example')))
  const { rows: [row] } = await service.pool.query('select get_byte(sealed, 0) as version, identity from unread_mail')
  t.equal(row.version, keys.primary)
  t.equal(row.identity.length, 32)
})
t.end()

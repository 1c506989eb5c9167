import t from 'tap'
import type { MailboxState } from '../../../src/bounce/receive/mailbox-reader.js'
import { certificateKey, certificates } from '../../support/certificates.js'
import { testImapServer } from '../../support/imap-server.js'
import { until } from '../../support/service.js'
import { reading } from './mailbox-reading.js'

t.test('a connection that is cut between fetching and deleting loses nothing: it is read twice', async t => {
  const server = await testImapServer(t)
  for (const text of ['eins', 'zwei']) server.add(text)
  for (const at of ['UID STORE', 'UID EXPUNGE']) {
    server.box.before = command => command.startsWith(at) ? 'cut' : undefined
    const { taken, noted, go, box, waits, events, reader, add } = await reading(t, { server })
    await noted(1)
    t.same(taken, ['eins', 'zwei'])
    t.equal(box.messages.length, 2)
    t.equal(waits[0], 1_000)
    server.box.before = () => undefined
    await go()
    await noted(2)
    t.same(taken, ['eins', 'zwei', 'eins', 'zwei'])
    t.same(box.messages, [])
    t.same(events().map(({ event }) => event), ['bounce_mailbox_connected'], 'one cut connection is no news')
    await reader.stop()
    for (const text of ['eins', 'zwei']) add(text)
  }
})

t.test('after a new UIDVALIDITY, a number is another message: no old one is held against it', async t => {
  const server = await testImapServer(t)
  server.add('gift')
  const { taken, noted, go, box, states, heard, add } = await reading(t, {
    server, takeIn: async ({ raw }) => { if (raw.toString() === 'gift') throw new Error('poison') }
  })
  await noted(1)
  box.before = command => command === 'NOOP' ? 'cut' : undefined
  await until(() => heard.includes('IDLE'))
  add('neu')
  await noted(2)
  t.match(states[1], { connected: false, unread: 1 }, 'a lost connection is not an empty mailbox')
  box.before = () => undefined
  box.uidValidity = 2
  box.messages = [{ uid: 1, text: Buffer.from('gut'), arrivedAt: new Date() }]
  await go()
  await noted(3)
  t.same(taken, ['gut'])
})

t.test('a wrong password is one error, and is not tried every second', async t => {
  const server = await testImapServer(t)
  server.box.password = 'anders'
  server.add('eins')
  const { noted, go, waits, events, states, box, taken, clock } = await reading(t, { server })
  for (let times = 1; times <= 5; times++) {
    await noted(times)
    await go()
  }
  await noted(6)
  t.same(waits, [60_000, 120_000, 240_000, 300_000, 300_000, 300_000])
  t.match(events(), [
    { level: 'error', event: 'bounce_mailbox_unreachable', reason: 'login-refused', mailbox: /^127\.0\.0\.1:\d+$/ }
  ])
  t.equal(events().length, 1)
  t.match(states.at(-1), { connected: false, fault: 'login-refused', unread: null })
  box.password = 'geheim'
  clock.travel({ minutes: 1 })
  await go()
  await noted(7)
  t.same(taken, ['eins'])
  t.same(events().slice(1).map(({ event }) => event), ['bounce_mailbox_connected', 'bounce_mailbox_back'])
})

t.test('a server that is away is a warning at the second time, and an error after five minutes', async t => {
  const server = await testImapServer(t)
  server.box.before = () => 'cut'
  const { noted, go, events } = await reading(t, { server })
  await noted(1)
  t.same(events(), [])
  for (let times = 2; times <= 12; times++) {
    await go()
    await noted(times)
  }
  t.match(events(), [
    { level: 'warn', event: 'bounce_mailbox_unreachable', reason: 'connection-closed' },
    { level: 'error', event: 'bounce_mailbox_unreachable', reason: 'connection-closed', seconds: Number }
  ])
  t.equal(events().length, 2)
})

t.test('a folder that is deleted while it is read is a fault with a name, and read again when it is there', async t => {
  const server = await testImapServer(t)
  for (let i = 0; i < 60; i++) server.add(String(i))
  const { box } = server
  box.before = command => {
    if (command.startsWith('UID STORE')) box.folder = null
    return box.folder === null && /^UID|^NOOP|^FETCH/.test(command) ? 'cut' : undefined
  }
  const { noted, go, states, taken, events } = await reading(t, { server })
  await noted(1)
  await go()
  await noted(2)
  t.match(states[1], { connected: false, fault: 'folder-missing' })
  t.match(events().at(-1), { level: 'error', event: 'bounce_mailbox_unreachable', reason: 'folder-missing' })
  box.before = () => undefined
  box.folder = 'INBOX'
  await go()
  await noted(3)
  t.equal(taken.length, 120)
  t.same(box.messages, [])
})

t.test('a mailbox in which nothing can be deleted is not read again and again', async t => {
  const server = await testImapServer(t)
  server.add('eins')
  server.box.readOnly = true
  const { noted, states, taken } = await reading(t, { server })
  await noted(1)
  t.match(states[0], { fault: 'not-deletable' })
  t.same(taken, [])
  const refusing = await testImapServer(t)
  refusing.add('eins')
  refusing.box.before = command => command.startsWith('UID EXPUNGE') ? 'refuse' : undefined
  const other = await reading(t, { server: refusing })
  await other.noted(1)
  t.match(other.states[0], { fault: 'not-deletable' })
  t.equal(other.waits[0], 60_000)
})

t.test('TLS is asked for, and a certificate that does not match is named', async t => {
  const fault = async (
    tls: 'starttls' | 'implicit' | undefined, cert: keyof typeof certificates, url: (port: number) => string
  ): Promise<MailboxState['fault'] | undefined> => {
    const certificate = { key: certificateKey, cert: certificates[cert] }
    const server = await testImapServer(t, { certificate, ...tls && { tls } })
    const { noted, states, reader, heard } = await reading(t, { server, url })
    await noted(1)
    if (states[0]?.connected === false) t.notMatch(heard.join(), 'geheim', 'no password left')
    await reader.stop()
    return states[0]?.fault
  }
  const at = (scheme: string, query = '') => (port: number) => `${scheme}://u:geheim@127.0.0.1:${port}/${query}`
  t.equal(await fault('implicit', 'selfSigned', at('imaps')), 'certificate-self-signed')
  t.equal(await fault('implicit', 'good', at('imaps')), 'certificate-unknown-authority')
  t.equal(await fault('implicit', 'good', at('imaps', '?tls=unverified')), null)
  t.equal(await fault('starttls', 'good', at('imap', '?tls=unverified')), null)
  t.equal(await fault(undefined, 'good', at('imap', '?tls=unverified')), 'starttls-missing')
  t.equal(await fault(undefined, 'good', at('imaps')), 'tls-missing')
})

import t from 'tap'
import { MOST_BYTES, TooMany } from '../../../src/bounce/receive/arrived.js'
import { withResolvers } from '../../../src/platform/with-resolvers.js'
import { testImapServer } from '../../support/imap-server.js'
import { until } from '../../support/service.js'
import { reading } from './mailbox-reading.js'

t.test('a mailbox is read, the oldest first, and what was taken in is deleted', async t => {
  const server = await testImapServer(t)
  for (const text of ['eins', 'zwei', 'drei']) server.add(text)
  const { taken, mails, states, noted, box, heard } = await reading(t, { server })
  await noted(1)
  t.same(taken, ['eins', 'zwei', 'drei'])
  t.match(mails[0], { size: 4, to: [], from: null, door: 'mailbox' })
  t.same(box.messages, [])
  t.match(states, [{ connected: true, fault: null, unread: 0, oldestUnreadAt: null, lastReadAt: Date }])
  t.ok(heard.includes('UID EXPUNGE 1,2,3') || heard.includes('UID EXPUNGE 1:3'), 'and nothing else is deleted')
})

t.test('a new message is read when the server tells, and otherwise after a minute', async t => {
  const { add, taken, noted, heard } = await reading(t)
  await noted(1)
  await until(() => heard.includes('IDLE'))
  add('eins')
  await noted(2)
  t.same(taken, ['eins'])
  const silent = await reading(t, { server: await testImapServer(t, { idle: false }) })
  await silent.noted(1)
  silent.add('zwei')
  t.equal(silent.waits[0], 60_000)
  await silent.go()
  await silent.noted(2)
  t.same(silent.taken, ['zwei'])
  t.notOk(silent.heard.includes('IDLE'))
})

t.test('of a long message the beginning is fetched', async t => {
  const server = await testImapServer(t)
  server.add('x'.repeat(5_000_000))
  const { mails, noted } = await reading(t, { server })
  await noted(1)
  t.match(mails, [{ size: 5_000_000 }])
  t.equal(mails[0]?.raw.length, MOST_BYTES)
})

t.test('a message that cannot be taken in stays, holds up no other, and is tried again later', async t => {
  let poison = true
  const server = await testImapServer(t)
  for (const text of ['gift', 'eins', 'zwei']) server.add(text)
  const { taken, states, noted, go, box, add, events, clock } = await reading(t, {
    server,
    takeIn: async ({ raw }) => { if (poison && raw.toString() === 'gift') throw new Error('of anna@beispiel.example') }
  })
  await noted(1)
  t.same(taken, ['eins', 'zwei'])
  t.same(box.messages.map(({ uid }) => uid), [1])
  t.match(states[0], { unread: 1, oldestUnreadAt: new Date('2026-03-01T10:00:00Z') })
  t.match(events(), [{ event: 'bounce_mails_put_off', reason: 'failed' }, { event: 'bounce_mailbox_connected' }])
  poison = false
  add('drei')
  await noted(2)
  t.same(taken, ['eins', 'zwei', 'drei'], 'not yet')
  clock.travel({ minutes: 1 })
  await go()
  await noted(3)
  t.same(taken, ['eins', 'zwei', 'drei', 'gift'])
  t.same(box.messages, [])
})

t.test('one that the server itself cannot read holds up no other', async t => {
  const server = await testImapServer(t)
  for (const text of ['eins', 'gift', 'drei']) server.add(text)
  server.box.before = command => /^UID FETCH (?:1:3|1,2,3|2) /.test(command) ? 'refuse' : undefined
  const { taken, noted, box } = await reading(t, { server })
  await noted(1)
  t.same(taken, ['eins', 'drei'])
  t.same(box.messages.map(({ uid }) => uid), [2])
})

t.test('those that are too many wait for their turn, and hold up no genuine report behind them', async t => {
  let tooMany = true
  let tried = 0
  const server = await testImapServer(t)
  for (let i = 0; i < 1_200; i++) server.add(`flut ${i}`)
  server.add('echt')
  const { taken, noted, go, box, events } = await reading(t, {
    server,
    async takeIn ({ raw }) {
      tried++
      if (tooMany && raw.toString() !== 'echt') throw new TooMany()
    }
  })
  await noted(1)
  t.same(taken, ['echt'])
  t.equal(box.messages.length, 1_200)
  t.match(events()[0], { event: 'bounce_mails_put_off', reason: 'too-many' })
  tried = 0
  tooMany = false
  const turns: number[] = []
  for (let times = 2; times <= 4; times++) {
    await go()
    await noted(times)
    turns.push(taken.length - 1)
  }
  t.same(turns, [500, 1_000, 1_200], 'at the pace at which they can be taken')
  t.equal(tried, 1_200)
})

t.test('while nothing can be taken in, the mailbox is not read through', async t => {
  let tried = 0
  const server = await testImapServer(t)
  for (let i = 0; i < 1000; i++) server.add(String(i))
  const { noted, box } = await reading(t, { server, takeIn: async () => { tried++; throw new Error('away') } })
  await noted(1)
  t.equal(tried, 50)
  t.equal(box.messages.length, 1000)
})

t.test('ten thousand messages are read in order, in groups, and all deleted', async t => {
  const server = await testImapServer(t)
  for (let i = 0; i < 10_000; i++) server.add(`nr ${i}`)
  let atOnce = 0
  let most = 0
  const { noted, mails, box } = await reading(t, {
    server,
    async takeIn () {
      most = Math.max(most, ++atOnce)
      await new Promise(resolve => setImmediate(resolve))
      atOnce--
    }
  })
  await noted(1)
  t.same(mails.map(({ raw }) => raw.toString()), Array.from({ length: 10_000 }, (_, i) => `nr ${i}`))
  t.same(box.messages, [])
  t.equal(most, 50)
  t.equal(server.heard.filter(command => command.startsWith('UID EXPUNGE')).length, 50)
})

t.test('stopping finishes what is being taken in, deletes it, and leaves the rest', async t => {
  const server = await testImapServer(t)
  for (let i = 0; i < 120; i++) server.add(String(i))
  const begun = withResolvers()
  const held = withResolvers()
  const { reader, taken, box, sessions } = await reading(t, {
    server,
    takeIn: async () => {
      begun.resolve()
      await held.promise
    }
  })
  await begun.promise
  const stopped = reader.stop()
  held.resolve()
  await stopped
  t.equal(taken.length, 50)
  t.equal(box.messages.length, 70)
  await until(() => sessions() === 0)
})

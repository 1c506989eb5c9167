import { createServer } from 'node:net'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import t from 'tap'
import { createRelay } from '../../../src/platform/mail/relay.js'
import { connectToRelay } from '../../../src/platform/mail/relay-connection.js'
import { RelayError, type RelayStage } from '../../../src/platform/mail/relay-error.js'
import { readRelayUrl } from '../../../src/platform/mail/relay-url.js'
import { testRelay } from '../../support/relay.js'
import { until } from '../../support/service.js'

const text = Buffer.from('Subject: x\r\n\r\nGuten Tag\r\n')
const message = { pieces: [text], size: text.length }
const envelope = { from: 'brief@hessen.example', to: 'anna@beispiel.example' }

const manners = { name: 'test', timeoutMs: 2_000 }

interface Expected { stage: RelayStage, reply: number | null, status: string | null }

async function refusal (sending: Promise<unknown>): Promise<Expected> {
  const error: unknown = await sending.then(() => null, error => error)
  if (!(error instanceof RelayError)) throw new Error('expected a RelayError')
  return { stage: error.stage, reply: error.reply, status: error.status }
}

const CLOSE = '(close)'

/** A relay that speaks a script: what it says first, and what it answers to each line; it may close after it. */
async function scripted (t: { after: (act: () => unknown) => void }, greeting: string, answer: (line: string) => string | null) {
  const server = createServer(socket => {
    socket.on('error', () => {})
    socket.write(greeting)
    socket.on('data', data => {
      for (const line of data.toString().split('\r\n').filter(Boolean)) {
        const text = answer(line)
        if (text === null) socket.destroy()
        else if (text.endsWith(CLOSE)) socket.end(text.slice(0, -CLOSE.length))
        else socket.write(text)
      }
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => server.close())
  return readRelayUrl(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`)
}

t.test('a mail is handed over, and the connection carries the next', async t => {
  const relay = await testRelay(t)
  const connection = await connectToRelay(relay.target, manners)
  for (const to of ['anna@beispiel.example', 'berta@beispiel.example']) await connection.send({ ...envelope, to }, message)
  connection.close()
  t.same(relay.taken.map(({ to }) => to), ['anna@beispiel.example', 'berta@beispiel.example'])
  t.equal(relay.mostSessions(), 1)
})

t.test('a refusal says where and how, without the relay\'s words, and the connection goes on', async t => {
  const relay = await testRelay(t, {
    recipient: address => address.startsWith('anna') ? [550, '5.1.1 <anna@beispiel.example> unknown'] : null,
    message: address => address.startsWith('berta') ? [451, 'try again, berta@beispiel.example'] : null
  })
  const connection = await connectToRelay(relay.target, manners)
  t.same(await refusal(connection.send(envelope, message)), { stage: 'recipient', reply: 550, status: '5.1.1' })
  t.ok(connection.usable())
  await connection.send({ ...envelope, to: 'clara@beispiel.example' }, message)
  t.equal(relay.taken.length, 1)
  t.same(await refusal((await connectToRelay(relay.target, manners)).send({ ...envelope, to: 'berta@beispiel.example' }, message)), { stage: 'message', reply: 451, status: null })
  const error = await connection.send(envelope, message).catch((error: Error) => error)
  t.notMatch(JSON.stringify([String(error), error]), 'anna')
  connection.close()
})

t.test('a refused sender, a refused login and a relay that is not there are told apart from refused mailboxes', async t => {
  const sender = await testRelay(t, { sender: () => [550, '5.7.1 no'] })
  t.same(await refusal((await connectToRelay(sender.target, manners)).send(envelope, message)), { stage: 'sender', reply: 550, status: '5.7.1' })
  const login = await testRelay(t, {}, { disabledCommands: ['STARTTLS'], allowInsecureAuth: true, onAuth: (_, __, done) => done(new Error('no')) })
  t.match(await refusal(connectToRelay({ ...login.target, auth: { user: 'a', pass: 'b' } }, manners)), { stage: 'login', reply: 535 })
  await login.stop()
  t.match(await refusal(connectToRelay(login.target, manners)), { stage: 'connection', reply: null })
})

t.test('a relay that breaks off, or speaks garbage, is told apart by whether a mail was under way', async t => {
  const cases: Array<[string, string, (line: string) => string | null, RelayStage]> = [
    ['garbage as greeting', 'hallo\r\n', () => '250 ok\r\n', 'connection'],
    ['a greeting that refuses', '554 no\r\n', () => '250 ok\r\n', 'connection'],
    ['closing at EHLO', '220 x\r\n', () => null, 'connection'],
    ['421 at MAIL FROM', '220 x\r\n', line => line.startsWith('MAIL') ? '421 4.3.2 closing\r\n' : '250 ok\r\n', 'sender'],
    ['closing at DATA', '220 x\r\n', line => line.startsWith('DATA') ? null : '250 ok\r\n', 'message'],
    ['closing within the message', '220 x\r\n', line => line.startsWith('DATA') ? '354 go\r\n' : line.startsWith('Subject') ? null : '250 ok\r\n', 'message']
  ]
  for (const [name, greeting, answer, stage] of cases) {
    const target = await scripted(t, greeting, answer)
    const { stage: found } = await refusal(connectToRelay(target, manners).then(async connection => {
      await connection.send(envelope, message).finally(() => t.notOk(connection.usable(), `${name}: the connection is not used again`))
    }))
    t.equal(found, stage, name)
  }
})

/** A relay that offers these extensions, and writes down what it is told. */
async function listening (t: Parameters<typeof scripted>[0], extensions: string[], answer: (line: string) => string | null = () => null) {
  const heard: string[] = []
  const target = await scripted(t, '220 x\r\n', line => {
    heard.push(line)
    const own = answer(line)
    if (own !== null) return own
    if (line.startsWith('EHLO')) return ['250-x', ...extensions.map(each => `250-${each}`), '250 HELP', ''].join('\r\n')
    return line === 'DATA' ? '354 go\r\n' : /^(MAIL|RCPT|RSET|\.$)/.test(line) ? '250 2.0.0 ok\r\n' : ''
  })
  return { heard, connection: await connectToRelay(target, manners) }
}

t.test('a mail arrives as it was made, byte by byte', async t => {
  const relay = await testRelay(t)
  const connection = await connectToRelay(relay.target, manners)
  const pieces = ['Subject: x\r\n\r\n', 'Gr=C3=BC=C3=9Fe ..\r\n=2E\r\n a.\r\n', `${'x'.repeat(70)}\r\n`.repeat(5_000), '\r\n\r\n'].map(text => Buffer.from(text))
  const whole = Buffer.concat(pieces)
  for (let mail = 0; mail < 2; mail++) await connection.send(envelope, { pieces, size: whole.length })
  for (const { message: arrived } of relay.taken) t.ok(arrived.equals(whole))
  t.equal(relay.taken.length, 2)
  connection.close()
})

t.test('only what the relay offers is asked of it: SIZE, DSN, SMTPUTF8', async t => {
  const utf8 = { ...envelope, to: 'jürgen@beispiel.example', id: 'id+1=x@y' }
  const bare = await listening(t, [])
  await bare.connection.send({ ...envelope, id: 'x' }, message)
  t.same(bare.heard.slice(1, 4), ['MAIL FROM:<brief@hessen.example>', 'RCPT TO:<anna@beispiel.example>', 'DATA'])
  t.same(await refusal(bare.connection.send(utf8, message)), { stage: 'recipient', reply: 553, status: '5.6.7' })
  const full = await listening(t, ['SIZE 1000', 'DSN', '8BITMIME', 'SMTPUTF8', 'PIPELINING'])
  await full.connection.send(utf8, message)
  t.same(full.heard.slice(1, 4), [
    `MAIL FROM:<brief@hessen.example> SIZE=${message.size} BODY=8BITMIME SMTPUTF8 RET=HDRS ENVID=id+2B1+3Dx@y`,
    Buffer.from('RCPT TO:<jürgen@beispiel.example> NOTIFY=FAILURE,DELAY').toString(),
    'DATA'
  ])
  t.same(await refusal(full.connection.send(envelope, { ...message, size: 1001 })), { stage: 'message', reply: 552, status: '5.3.4' })
})

t.test('what could end a command is not said', async t => {
  const { heard, connection } = await listening(t, [])
  t.match(await refusal(connection.send({ ...envelope, to: '"a>b"@beispiel.example' }, message)), { stage: 'recipient', reply: 553 })
  t.notMatch(heard.join(), 'beispiel')
})

t.test('a relay that offers PIPELINING hears the whole envelope at once, any other waits for each command', async t => {
  for (const [extensions, packets] of [[['PIPELINING'], 1], [[], 3]] as const) {
    let [lines, most] = [0, 0]
    const { connection } = await listening(t, [...extensions], line => {
      if (!/^(MAIL|RCPT|DATA)/.test(line)) return null
      most = Math.max(most, ++lines)
      setImmediate(() => { lines = 0 })
      return null
    })
    await connection.send(envelope, message)
    t.equal(most, packets === 1 ? 3 : 1)
  }
})

t.test('with PIPELINING, a refused recipient costs the next one nothing, whatever the relay says to DATA', async t => {
  for (const data of ['503 5.5.1 no recipient\r\n', '354 go\r\n']) {
    const { heard, connection } = await listening(t, ['PIPELINING'], line => line.includes('anna') ? '550 5.1.1 no\r\n' : line === 'DATA' && !heard.some(each => each.includes('berta')) ? data : null)
    t.same(await refusal(connection.send(envelope, message)), { stage: 'recipient', reply: 550, status: '5.1.1' })
    t.ok(connection.usable())
    await connection.send({ ...envelope, to: 'berta@beispiel.example' }, message)
    t.same(heard.filter(line => line.startsWith('Subject')), ['Subject: x'], 'the refused one\'s mail never left')
    connection.close()
  }
})

t.test('a mail is in doubt only if the connection broke when it was whole', async t => {
  for (const [verb, inDoubt] of [['MAIL', false], ['DATA', false], ['Subject', true]] as const) {
    for (const extensions of [['PIPELINING'], []]) {
      const { connection } = await listening(t, extensions, line => line.startsWith(verb) ? CLOSE : null)
      const error = await connection.send(envelope, message).catch((error: unknown) => error)
      t.match(error, { stage: 'message', reply: null, inDoubt }, `${verb} ${extensions.join()}`)
    }
  }
})

t.test('replies may come in pieces, in several lines, or without a text', async t => {
  const answer = (line: string): string | null => line.startsWith('RCPT') ? '550-5.1.1 no\r\n550-5.1.1 such\r\n550 5.1.1 mailbox\r\n' : null
  const { connection } = await listening(t, [], answer)
  t.same(await refusal(connection.send(envelope, message)), { stage: 'recipient', reply: 550, status: '5.1.1' })
  const terse = await listening(t, [], line => line.startsWith('MAIL') ? '250\r\n' : null)
  await terse.connection.send(envelope, message)
  const garbage = await listening(t, [], line => line.startsWith('MAIL') ? 'hallo\r\n' : null)
  t.match(await refusal(garbage.connection.send(envelope, message)), { stage: 'message', reply: null })
  t.notOk(garbage.connection.usable())
})

t.test('a relay that falls silent is given up when its time is over', async t => {
  const target = await scripted(t, '220 x\r\n', line => line.startsWith('EHLO') ? '250 x\r\n' : '')
  const connection = await connectToRelay(target, { ...manners, timeoutMs: 300 })
  t.match(await refusal(connection.send(envelope, message)), { stage: 'message', reply: null })
  t.notOk(connection.usable())
})

t.test('without TLS nothing is handed over, unless the target says so', async t => {
  const plain = await testRelay(t)
  t.equal((await refusal(connectToRelay({ ...plain.target, tls: 'starttls' }, manners))).stage, 'connection')
  t.equal((await refusal(connectToRelay({ ...plain.target, tls: 'implicit' }, manners))).stage, 'connection')
})

t.test('a certificate that nobody vouches for is refused, unless the target says so', async t => {
  const selfSigned = await testRelay(t, {}, { disabledCommands: ['AUTH'] })
  const implicit = await testRelay(t, {}, { secure: true })
  for (const [relay, tls] of [[selfSigned, 'starttls'], [implicit, 'implicit']] as const) {
    t.equal((await refusal(connectToRelay({ ...relay.target, tls }, manners))).stage, 'connection', tls)
    const connection = await connectToRelay({ ...relay.target, tls, verifyCertificate: false }, manners)
    await connection.send(envelope, message)
    connection.close()
    t.equal(relay.taken.length, 1)
  }
})

t.test('TLS older than 1.2 is refused', async t => {
  const old = await testRelay(t, {}, { secure: true, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' })
  t.equal((await refusal(connectToRelay({ ...old.target, tls: 'implicit', verifyCertificate: false }, manners))).stage, 'connection')
})

t.test('a relay keeps to its number of connections, uses them again, and serves who waits', async t => {
  const server = await testRelay(t)
  const relay = createRelay({ targets: [server.target], connections: 3, ...manners })
  t.after(relay.close)
  await Promise.all(Array.from({ length: 30 }, async (_, index) => await relay.send({ ...envelope, to: `leser${index}@beispiel.example` }, message)))
  t.equal(server.taken.length, 30)
  t.equal(server.mostSessions(), 3)
})

t.test('whoever waits for a connection is served also after others failed to connect', async t => {
  const gone = await testRelay(t)
  await gone.stop()
  const relay = createRelay({ targets: [gone.target], connections: 1, ...manners })
  t.after(relay.close)
  const results = await Promise.all(Array.from({ length: 5 }, async () => await refusal(relay.send(envelope, message))))
  t.same(results.map(({ stage }) => stage), Array(5).fill('connection'))
  await testRelay(t, {}, { port: gone.target.port })
  await relay.send(envelope, message)
})

t.test('a connection that the relay closed while it was idle is not used again', async t => {
  const server = await testRelay(t, {}, { socketTimeout: 300 })
  const relay = createRelay({ targets: [server.target], connections: 1, ...manners })
  t.after(relay.close)
  await relay.send(envelope, message)
  await until(() => server.sessions() === 0)
  await relay.send(envelope, message)
  t.equal(server.taken.length, 2)
})

t.test('a relay that refuses and then closes holds up nobody', async t => {
  for (const command of ['RCPT', 'RSET']) {
    const target = await scripted(t, '220 x\r\n', line => line.startsWith(command) ? `550 5.1.1 no\r\n${CLOSE}` : line.startsWith('RCPT') ? '550 5.1.1 no\r\n' : '250 ok\r\n')
    const relay = createRelay({ targets: [target], connections: 1, ...manners })
    t.after(relay.close)
    for (let mail = 0; mail < 3; mail++) t.match(await refusal(relay.send(envelope, message)), { stage: 'recipient', reply: 550 })
  }
})

t.test('after a refused message the connection is not trusted with the next reader', async t => {
  const relay = await testRelay(t, { message: () => [554, '5.6.0 no'] })
  const connection = await connectToRelay(relay.target, manners)
  await refusal(connection.send(envelope, message))
  t.notOk(connection.usable())
})

import t from 'tap'
import { createRelay } from '../../../src/platform/smtp/relay.js'
import { connectToRelay } from '../../../src/platform/smtp/relay-connection.js'
import type { RelayError, RelayStage } from '../../../src/platform/smtp/relay-error.js'
import type { RelayTarget } from '../../../src/platform/smtp/relay-url.js'
import { certificateKey, certificates } from '../../support/certificates.js'
import { testRelay } from '../../support/relay.js'
import { CLOSE, envelope, manners, message, refusal, scripted } from '../../support/scripted-relay.js'
import { until } from '../../support/service.js'

t.test('a mail is handed over, and the connection carries the next', async t => {
  const relay = await testRelay(t)
  const connection = await connectToRelay(relay.target, manners)
  for (const to of ['anna@beispiel.example', 'berta@beispiel.example']) {
    await connection.send({ ...envelope, to }, message)
  }
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
  const other = await connectToRelay(relay.target, manners)
  const sending = other.send({ ...envelope, to: 'berta@beispiel.example' }, message)
  t.same(await refusal(sending), { stage: 'message', reply: 451, status: null })
  const error = await connection.send(envelope, message).catch((error: Error) => error)
  t.notMatch(JSON.stringify([String(error), error]), 'anna')
  connection.close()
})

t.test('a refused sender, a refused login and an absent relay are told apart from refused mailboxes', async t => {
  const sender = await testRelay(t, { sender: () => [550, '5.7.1 no'] })
  const connection = await connectToRelay(sender.target, manners)
  t.same(await refusal(connection.send(envelope, message)), { stage: 'sender', reply: 550, status: '5.7.1' })
  const login = await testRelay(t, {}, {
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (_, __, done) => done(new Error('no'))
  })
  const target = { ...login.target, auth: { user: 'a', pass: 'b' } }
  t.match(await refusal(connectToRelay(target, manners)), { stage: 'login', reply: 535 })
  await login.stop()
  t.match(await refusal(connectToRelay(login.target, manners)), { stage: 'connection', reply: null })
})

t.test('a relay that breaks off, or speaks garbage, is told apart by whether a mail was under way', async t => {
  const cases: Array<[string, string, (line: string) => string | null, RelayStage]> = [
    ['garbage as greeting', 'hallo\r\n', () => '250 ok\r\n', 'connection'],
    ['a greeting that refuses', '554 no\r\n', () => '250 ok\r\n', 'connection'],
    ['closing at EHLO', '220 x\r\n', () => null, 'connection'],
    ['421 at MAIL', '220 x\r\n', line => line.startsWith('MAIL') ? '421 4.3.2 closing\r\n' : '250 ok\r\n', 'sender'],
    ['closing at DATA', '220 x\r\n', line => line.startsWith('DATA') ? null : '250 ok\r\n', 'message'],
    ['closing within the message', '220 x\r\n', line => {
      if (line.startsWith('Subject')) return null
      return line.startsWith('DATA') ? '354 go\r\n' : '250 ok\r\n'
    }, 'message']
  ]
  for (const [name, greeting, answer, stage] of cases) {
    const target = await scripted(t, greeting, answer)
    const { stage: found } = await refusal(connectToRelay(target, manners).then(async connection => {
      await connection.send(envelope, message)
        .finally(() => t.notOk(connection.usable(), `${name}: the connection is not used again`))
    }))
    t.equal(found, stage, name)
  }
})

const faultOf = async (target: RelayTarget, timeoutMs = manners.timeoutMs): Promise<unknown> =>
  await connectToRelay(target, { ...manners, timeoutMs })
    .then(() => null, ({ stage, fault }: RelayError) => `${stage}: ${fault}`)

t.test('without TLS nothing is handed over, unless the target says so', async t => {
  const plain = await testRelay(t)
  t.equal(await faultOf({ ...plain.target, tls: 'starttls' }), 'connection: starttls-missing')
  t.equal(await faultOf({ ...plain.target, tls: 'implicit' }), 'connection: tls-missing')
})

t.test('why a relay cannot be reached is said by name', async t => {
  const gone = await testRelay(t)
  await gone.stop()
  t.equal(await faultOf(gone.target), 'connection: connection-refused')
  t.equal(await faultOf({ ...gone.target, host: 'relay.invalid' }), 'connection: unknown-host')
  t.equal(await faultOf(await scripted(t, `554 no\r\n${CLOSE}`, () => CLOSE)), 'connection: turned-away')
  t.equal(await faultOf(await scripted(t, `421 4.3.2 busy\r\n${CLOSE}`, () => CLOSE)), 'connection: not-now')
  t.equal(await faultOf(await scripted(t, 'hallo\r\n', () => CLOSE)), 'connection: not-smtp')
  t.equal(await faultOf(await scripted(t, '', () => null), 200), 'connection: timed-out')
  const busy = await scripted(t, '220 x\r\n', line =>
    line.startsWith('STARTTLS') ? '454 4.7.0 not now\r\n' : '250-x\r\n250 STARTTLS\r\n')
  t.equal(await faultOf({ ...busy, tls: 'starttls' }), 'connection: not-now')
})

t.test('a certificate that nobody vouches for is refused, unless the target says so', async t => {
  const certificate = { key: certificateKey, cert: certificates.selfSigned }
  const selfSigned = await testRelay(t, {}, { ...certificate, disabledCommands: ['AUTH'] })
  const implicit = await testRelay(t, {}, { ...certificate, secure: true })
  for (const [relay, tls] of [[selfSigned, 'starttls'], [implicit, 'implicit']] as const) {
    t.equal(await faultOf({ ...relay.target, tls }), 'connection: certificate-self-signed', tls)
    const connection = await connectToRelay({ ...relay.target, tls, verifyCertificate: false }, manners)
    await connection.send(envelope, message)
    connection.close()
    t.equal(relay.taken.length, 1)
  }
})

t.test('TLS older than 1.2 is refused', async t => {
  const versions = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const
  const old = await testRelay(t, {}, { secure: true, ...versions })
  t.equal(await faultOf({ ...old.target, tls: 'implicit', verifyCertificate: false }), 'connection: tls-too-old')
})

t.test('a relay keeps to its number of connections, uses them again, and serves who waits', async t => {
  const server = await testRelay(t)
  const relay = createRelay({ targets: [server.target], connections: 3, ...manners })
  t.after(relay.close)
  await Promise.all(Array.from({ length: 30 }, async (_, index) =>
    await relay.send({ ...envelope, to: `leser${index}@beispiel.example` }, message)))
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
    const target = await scripted(t, '220 x\r\n', line => {
      if (line.startsWith(command)) return `550 5.1.1 no\r\n${CLOSE}`
      return line.startsWith('RCPT') ? '550 5.1.1 no\r\n' : '250 ok\r\n'
    })
    const relay = createRelay({ targets: [target], connections: 1, ...manners })
    t.after(relay.close)
    for (let mail = 0; mail < 3; mail++) {
      t.match(await refusal(relay.send(envelope, message)), { stage: 'recipient', reply: 550 })
    }
  }
})

t.test('a relay that ends its sessions after one mail, with 421 or without, costs the next mail nothing', async t => {
  for (const end of [`421 4.7.0 enough\r\n${CLOSE}`, CLOSE]) {
    let mails = 0
    const target = await scripted(t, '220 x\r\n', line => {
      if (line.startsWith('EHLO')) mails = 0
      if (line.startsWith('MAIL') && ++mails > 1) return end
      return line === 'DATA' ? '354 go\r\n' : /^(EHLO|MAIL|RCPT|\.$)/.test(line) ? '250 ok\r\n' : ''
    })
    const relay = createRelay({ targets: [target], connections: 1, ...manners })
    t.after(relay.close)
    for (let mail = 0; mail < 3; mail++) await t.resolves(relay.send(envelope, message))
  }
  const target = await scripted(t, '220 x\r\n', line =>
    line.startsWith('MAIL') ? `421 4.3.2 busy\r\n${CLOSE}` : '250 ok\r\n')
  const relay = createRelay({ targets: [target], connections: 1, ...manners })
  const refused = { stage: 'sender', reply: 421 }
  t.match(await refusal(relay.send(envelope, message)), refused, 'but one that never takes a mail is not asked twice')
})

t.test('a relay that is broken off ends what is on its way, and lets no more in', async t => {
  let asked = false
  const silent = await scripted(t, '220 x\r\n', line => {
    asked = line.startsWith('MAIL')
    return asked ? '' : '250 x\r\n'
  })
  const mute = await scripted(t, '', () => '')
  for (const [target, reached] of [[silent, () => asked], [mute, () => true]] as const) {
    const relay = createRelay({ targets: [target], connections: 1, ...manners, timeoutMs: 60_000 })
    const results = Promise.all([1, 2].map(async () => await refusal(relay.send(envelope, message))))
    await until(reached)
    relay.abort()
    t.match((await results).map(({ reply }) => reply), [null, null])
    t.match(await refusal(relay.send(envelope, message)), { stage: 'connection' })
  }
})

t.test('after a refused message the connection is not trusted with the next reader', async t => {
  const relay = await testRelay(t, { message: () => [554, '5.6.0 no'] })
  const connection = await connectToRelay(relay.target, manners)
  await refusal(connection.send(envelope, message))
  t.notOk(connection.usable())
})

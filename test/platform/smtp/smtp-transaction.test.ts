import { inspect } from 'node:util'
import t from 'tap'
import { judge } from '../../../src/platform/smtp/judge.js'
import { connectToRelay } from '../../../src/platform/smtp/relay-connection.js'
import { RelayError } from '../../../src/platform/smtp/relay-error.js'
import { testRelay } from '../../support/relay.js'
import { CLOSE, envelope, listening, manners, message, refusal, scripted } from '../../support/scripted-relay.js'

t.test('a mail arrives as it was made, byte by byte', async t => {
  const relay = await testRelay(t)
  const connection = await connectToRelay(relay.target, manners)
  const pieces = [
    'Subject: x\r\n\r\n',
    'Gr=C3=BC=C3=9Fe ..\r\n=2E\r\n a.\r\n',
    `${'x'.repeat(70)}\r\n`.repeat(5_000),
    '\r\n\r\n'
  ].map(text => Buffer.from(text))
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
  const tooLarge = full.connection.send(envelope, { ...message, size: 1001 })
  t.same(await refusal(tooLarge), { stage: 'sender', reply: 552, status: '5.3.4' })
})

t.test('what could end a command is not said', async t => {
  const { heard, connection } = await listening(t, ['SMTPUTF8'])
  const to = '"a>b"@beispiel.example'
  t.match(await refusal(connection.send({ ...envelope, to }, message)), { stage: 'recipient', reply: 553 })
  const from = 'a@hessen.example>\r\nRCPT TO:<b@hessen.example'
  t.match(await refusal(connection.send({ ...envelope, from }, message)), { stage: 'sender', reply: 553 })
  t.notMatch(heard.join(), 'MAIL')
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
    const { heard, connection } = await listening(t, ['PIPELINING'], line => {
      if (line.includes('anna')) return '550 5.1.1 no\r\n'
      return line === 'DATA' && !heard.some(each => each.includes('berta')) ? data : null
    })
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
  const lines = '550-5.1.1 no\r\n550-5.1.1 such\r\n550 5.1.1 mailbox\r\n'
  const { connection } = await listening(t, [], line => line.startsWith('RCPT') ? lines : null)
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

t.test('the words of a refusal are judged, and nothing of them is kept', async t => {
  for (const [reply, hard, suspicion] of [
    ['550-<anna@beispiel.example>\r\n550 No such user here', true, null],
    ['550 <anna@beispiel.example> is over quota', false, null],
    ['550 Message from <anna@beispiel.example> looks like spam', false, 'policy'],
    ['550 5.1.1 Blocked: your server is on a block list', false, 'policy']
  ] as const) {
    const { connection } = await listening(t, [], line => line.startsWith('RCPT') ? `${reply}\r\n` : null)
    const error: unknown = await connection.send(envelope, message).catch((error: unknown) => error)
    if (!(error instanceof RelayError)) throw error
    t.match(judge(error), { kind: 'failed', hard, suspicion })
    t.notMatch(inspect(error, { depth: 9 }), /anna|is over|looks like|your server|such user/)
  }
})

t.test('a reply that may be repeated is deferred, whatever it says of the mailbox', async t => {
  const { connection } = await listening(t, [], line => line.startsWith('RCPT') ? '450 5.1.1 No such user\r\n' : null)
  const error: unknown = await connection.send(envelope, message).catch((error: unknown) => error)
  if (!(error instanceof RelayError)) throw error
  t.match(judge(error), { kind: 'deferred' })
})

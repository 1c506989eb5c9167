import { once } from 'node:events'
import { connect } from 'node:net'
import t, { type Test } from 'tap'
import { createSmtpSession, type SmtpSession } from '../../../src/platform/smtp/smtp-session.js'
import { sendMail } from '../../../src/platform/smtp/smtp-transaction.js'
import { CLOSE, envelope, message, RESET, scripted } from '../../support/scripted-relay.js'

const TIMEOUTS = { command: 150, mail: 150 }

function usual (line: string): string {
  return line === 'DATA' ? '354 go\r\n' : /^(MAIL|RCPT|\.$)/.test(line) ? '250 2.0.0 ok\r\n' : ''
}

/** A session on a bare socket: nobody but the session itself can notice what happens to it. */
async function bareSession (t: Test, answer: (line: string) => string | null): Promise<SmtpSession> {
  const { host, port } = await scripted(t, '', answer)
  const socket = connect(port, host)
  t.after(() => socket.destroy())
  await once(socket, 'connect')
  const session = createSmtpSession(socket)
  session.setTimeout(TIMEOUTS.command)
  return session
}

const troubles: Array<[trouble: string, answer: string, reason: RegExp]> = [
  ['falls silent', '', /silent/],
  ['falls silent in the middle of a reply of several lines', '250-2.0.0 wait\r\n250-2.0.0 for', /silent/],
  ['closes without a word', CLOSE, /closed/],
  ['closes in the middle of a reply', `250-2.0.0 wait\r\n${CLOSE}`, /closed/],
  // Node.js may see the relay's FIN before its RST.
  ['resets the connection', RESET, /ECONNRESET|closed/],
  ['sends an invalid reply', 'hello\r\n', /invalid/],
  ['sends a line without end', '2'.repeat(5_000), /without end/]
]

for (const [trouble, answer, reason] of troubles) {
  for (const extensions of [new Map([['PIPELINING', '']]), new Map()]) {
    const how = extensions.size > 0 ? 'with PIPELINING' : 'command by command'
    t.test(`a relay that ${trouble} after RCPT fails the session, ${how}`, async t => {
      const session = await bareSession(t, line => {
        if (line === 'DATA') return ''
        return line.startsWith('RCPT') ? answer : usual(line)
      })
      await t.rejects(sendMail(session, extensions, envelope, message, TIMEOUTS), reason)
      t.notOk(session.isIdle())
      await t.rejects(session.readReply(), reason, 'and every later read')
    })
  }

  t.test(`a relay that ${trouble} after the final dot leaves the mail in doubt`, async t => {
    const session = await bareSession(t, line => line === '.' ? answer : usual(line))
    const sending = sendMail(session, new Map(), envelope, message, TIMEOUTS)
    t.match(await sending.catch((error: unknown) => error), { stage: 'message', reply: null, inDoubt: true })
    await t.rejects(session.readReply(), reason)
  })
}

t.test('a timeout breaks the connection off', async t => {
  const { host, port } = await scripted(t, '', () => '')
  const socket = connect(port, host)
  const session = createSmtpSession(socket)
  session.setTimeout(TIMEOUTS.command)
  await Promise.all([once(socket, 'close'), t.rejects(session.readReply(), /silent/)])
})

t.test('an error of the connection is the reason, not that it closed then', async t => {
  const { host, port } = await scripted(t, '', () => '')
  const socket = connect(port, host)
  const session = createSmtpSession(socket)
  socket.destroy(new Error('cable cut'))
  await t.rejects(session.readReply(), /cable cut/)
})

t.test('an idle session notices by itself that the relay has closed, or is about to', async t => {
  for (const farewell of [CLOSE, RESET, '421 4.3.2 closing\r\n']) {
    const { host, port } = await scripted(t, '', () => farewell)
    const socket = connect(port, host)
    t.after(() => socket.destroy())
    const session = createSmtpSession(socket)
    session.write(['NOOP\r\n'])
    t.ok(session.isIdle())
    await new Promise(resolve => socket.once(farewell.startsWith('421') ? 'data' : 'close', resolve))
    t.notOk(session.isIdle(), farewell)
  }
})

t.test('a closed session sends what was written, and ends although the relay keeps its side open', async t => {
  const heard: string[] = []
  const session = await bareSession(t, line => { heard.push(line); return CLOSE })
  session.write(['QUIT\r\n'])
  session.close()
  await t.rejects(session.readReply(), /closed/)
  t.notOk(session.isIdle())
  session.close()
})

import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import t, { type Test } from 'tap'
import { listenOnFreePort } from '../../../src/platform/free-port.js'
import { openSession } from '../../../src/platform/smtp/open-session.js'
import { readRelayUrl } from '../../../src/platform/smtp/relay-url.js'
import { certificateKey, certificates } from '../../support/certificates.js'
import { testRelay } from '../../support/relay.js'
import { CLOSE, envelope, manners, message, refusal, scripted } from '../../support/scripted-relay.js'

const certificate = { key: certificateKey, cert: certificates.selfSigned }

/** nodemailer connected to a relay: without TLS, after STARTTLS, and with TLS from the start. */
async function connected (t: Test, tls: 'none' | 'starttls' | 'implicit'): Promise<SMTPConnection> {
  const relay = await testRelay(t, {}, {
    ...certificate,
    secure: tls === 'implicit',
    disabledCommands: tls === 'starttls' ? [] : ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (_, __, done) => done(null, { user: 'a' })
  })
  const { host, port } = relay.target
  const smtp = new SMTPConnection({
    host,
    port,
    name: 'test',
    secure: tls === 'implicit',
    ignoreTLS: tls === 'none',
    requireTLS: tls === 'starttls',
    tls: { rejectUnauthorized: false }
  })
  t.after(() => smtp.close())
  smtp.on('error', () => {})
  await new Promise<void>((resolve, reject) => smtp.connect(error => error ? reject(error) : resolve()))
  return smtp
}

t.test('what we rely on in nodemailer', async t => {
  for (const tls of ['none', 'starttls', 'implicit'] as const) {
    t.test(tls, async t => {
      const smtp = await connected(t, tls)
      t.match(smtp.lastServerResponse, /^250-.*\n(250-.*\n)*250 /, 'its last response is the answer to EHLO')
      if (tls === 'starttls') t.notMatch(smtp.lastServerResponse, 'STARTTLS', 'that of the encrypted session')
      const socket = smtp._socket as Socket
      t.equal(socket instanceof TLSSocket, tls !== 'none', '`_socket` is the socket that the session runs on')
      await new Promise<void>((resolve, reject) => {
        smtp.login({ credentials: { user: 'a', pass: 'b' } }, error => error ? reject(error) : resolve())
      })
      t.equal(smtp._socket, socket, 'also after the login')
      t.equal(socket.listenerCount('data'), 1, 'nobody but nodemailer listens for data')
      t.equal(socket.listenerCount('timeout'), 1, 'or for timeouts')
      socket.removeAllListeners('data')
      socket.removeAllListeners('timeout')
      socket.write('NOOP\r\n')
      const [reply] = await once(socket, 'data')
      t.match(String(reply), /^250 /, 'without these listeners it neither reads nor writes')
      t.ok(socket.listenerCount('error') > 0, 'it goes on to hear errors, so none ends the process')
      socket.destroy(new Error('lost'))
      await new Promise(resolve => socket.once('close', resolve))
    })
  }
})

t.test('nodemailer does not say whether a mail was whole when the connection broke', async t => {
  const errors = []
  for (const last of ['DATA', 'Guten Tag', '.']) {
    const { host, port } = await scripted(t, '220 x\r\n', line => {
      if (line === last) return CLOSE
      if (line.startsWith('EHLO')) return '250-x\r\n250 PIPELINING\r\n'
      return line === 'DATA' ? '354 go\r\n' : /^(MAIL|RCPT)/.test(line) ? '250 ok\r\n' : ''
    })
    const smtp = new SMTPConnection({ host, port, name: 'test', ignoreTLS: true })
    smtp.on('error', () => {})
    await new Promise<void>((resolve, reject) => smtp.connect(error => error ? reject(error) : resolve()))
    errors.push(await new Promise(resolve => smtp.send(envelope, message.pieces[0] ?? '', resolve)))
  }
  for (const error of errors) t.match(error, { code: 'ECONNECTION', command: 'CONN', response: undefined })
})

t.test('a session is handed over unread: what the relay says at once is not lost', async t => {
  const relay = await testRelay(t)
  const { socket, extensions } = await openSession(relay.target, manners)
  t.after(() => socket.destroy())
  t.ok(extensions.has('PIPELINING'))
  t.ok(socket.isPaused())
  socket.write('NOOP\r\n')
  await new Promise(resolve => setImmediate(resolve))
  t.match(String((await once(socket.resume(), 'data'))[0]), /^250 /)
})

t.test('a session that is aborted while it opens rejects, and leaves no connection behind', async t => {
  const sockets: Socket[] = []
  const server = createServer(socket => { sockets.push(socket.resume()) })
  const port = await listenOnFreePort(server)
  t.after(() => server.close())
  const aborted = new AbortController()
  const opening = openSession(readRelayUrl(`smtp://127.0.0.1:${port}`), manners, aborted.signal)
  opening.catch(() => {})
  await once(server, 'connection')
  aborted.abort()
  t.match(await refusal(opening), { stage: 'connection', reply: null })
  await Promise.all(sockets.map(async socket => socket.closed || await once(socket, 'close')))
})

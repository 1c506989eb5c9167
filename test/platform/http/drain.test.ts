import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import fastify from 'fastify'
import t, { type Test } from 'tap'
import { drainOnClose } from '../../../src/platform/http/drain.js'
import { portOf } from '../../../src/platform/free-port.js'

/** Longer than a busy machine takes. */
const LONG_MS = 60_000

/** A server that answers at `/langsam` when it is told to. */
async function server (t: Test, graceMs?: number) {
  const app = fastify()
  drainOnClose(app, graceMs)
  let begun = (): void => {}
  let answer = (): void => {}
  const asked = new Promise<void>(resolve => { begun = resolve })
  const told = new Promise<void>(resolve => { answer = resolve })
  app.get('/', async () => 'sofort')
  app.get('/langsam', async () => {
    begun()
    await told
    return 'langsam'
  })
  app.addContentTypeParser('*', (_request, payload, done) => { text(payload).then(body => done(null, body), done) })
  app.post('/', async () => 'angekommen')
  await app.listen({ host: '127.0.0.1', port: 0 })
  t.after(async () => { answer(); await app.close() })
  const port = portOf(app.server)
  return { app, port, asked, answer }
}

async function connection (t: Test, port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  t.after(() => socket.destroy())
  await once(socket, 'connect')
  return socket
}

t.test('a connection without a byte, without a whole request or without a next one ends at once', async t => {
  const { app, port } = await server(t, LONG_MS)
  const sockets = [await connection(t, port), await connection(t, port), await connection(t, port)] as const
  sockets[1].write('GET / HTTP/1.1\r\nHost: x\r\n')
  sockets[2].write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  await once(sockets[2], 'data')
  const ended = sockets.map(async socket => await once(socket, 'close'))
  const start = performance.now()
  await app.close()
  t.ok(performance.now() - start < LONG_MS / 2, 'before the time that others have')
  await Promise.all(ended)
})

t.test('who is being answered gets the answer, and nobody waits for the connection after it', async t => {
  const { app, port, asked, answer } = await server(t, LONG_MS)
  const agent = new Agent({ keepAlive: true })
  t.after(() => agent.destroy())
  const sent = request({ port, host: '127.0.0.1', path: '/langsam', agent })
  const response = once(sent, 'response')
  sent.end()
  await asked
  const closed = app.close()
  setImmediate(answer)
  const [message] = await response
  t.equal(await text(message), 'langsam')
  const start = performance.now()
  await closed
  t.ok(performance.now() - start < LONG_MS / 2)
})

t.test('a body that comes too slowly is not waited for', async t => {
  const { app, port } = await server(t, 20)
  const socket = await connection(t, port)
  const received = once(app.server, 'request')
  socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\nx')
  await received
  const ended = once(socket, 'close')
  await app.close()
  await ended
})

import { once } from 'node:events'
import { connect } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import t, { type Test } from 'tap'
import { HTTP_TIMEOUTS } from '../../../src/platform/http/node-server.js'
import type { ServerDeps } from '../../../src/platform/http/server.js'
import { testLog } from '../../support/log.js'
import { siteServer } from '../../support/site.js'
import { until } from '../../support/service.js'
import { rawExchange, readAnswers, type RawAnswer } from '../../support/raw-http.js'
import { portOf } from '../../../src/platform/free-port.js'

interface Server {
  app: FastifyInstance
  port: number
  /** What came through the form. */
  posted: string[]
  /** Comes when the held page is asked for. */
  held: Promise<void>
  /** Lets the held page be answered. */
  release: () => void
}

/** A server with a form at `/form`, and a page at `/ip` that shows where a request comes from. */
async function serve (t: Test, parts: Partial<ServerDeps> = {}): Promise<Server> {
  const { log } = testLog(t)
  const posted: string[] = []
  const app = await siteServer({ log, ...parts })
  app.get('/ip', async request => request.ip)
  const [held, arrived] = signal()
  const [released, release] = signal()
  app.get('/held', async () => {
    arrived()
    await released
    return 'held'
  })
  app.get('/broken', async () => { throw new Error('broken') })
  app.post<{ Body: { email: string } }>('/form', async ({ body }) => {
    await turn()
    posted.push(body.email)
    return `taken: ${body.email}`
  })
  t.after(async () => await app.close())
  await app.listen({ host: '127.0.0.1', port: 0 })
  return { app, port: portOf(app.server), posted, held, release }
}

function signal (): [given: Promise<void>, give: () => void] {
  let give = (): void => {}
  return [new Promise<void>(resolve => { give = resolve }), () => give()]
}

const form = (body: string, type = 'application/x-www-form-urlencoded'): string =>
  `POST /form HTTP/1.1\r\nHost: brief.example\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n${body}`
const get = (target: string, ...headers: string[]): string =>
  [`GET ${target} HTTP/1.1`, 'Host: brief.example', 'Connection: close', ...headers, '', ''].join('\r\n')

/** What a client may send, and the status of each answer. */
const requests: Array<[name: string, text: string, statuses: number[]]> = [
  ['a page', get('/ip'), [200]],
  ['a page that does not exist', get('/gibt-es-nicht'), [404]],
  ['a page whose making fails', get('/broken'), [500]],
  ['a method that no page has', get('/ip').replace('GET', 'PROPFIND'), [404]],
  ['the server as a whole', get('*').replace('GET', 'OPTIONS'), [404]],
  ['a path that cannot be decoded', get('/%E0%A4%A'), [400]],
  ['a request without Host', 'GET /ip HTTP/1.1\r\nConnection: close\r\n\r\n', [400]],
  [
    'a request without Host that goes on',
    'GET /ip HTTP/1.1\r\n\r\nGET /ip HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
    [400, 200]
  ],
  ['a request with two hosts', get('/ip', 'Host: boese.example'), [400]],
  ['HTTP/1.0 without Host', 'GET /ip HTTP/1.0\r\n\r\n', [200]],
  ['an expectation that nobody meets', get('/ip', 'Expect: 200-maybe'), [417]],
  [
    'an expectation that is met',
    form('email=a').replace('\r\n\r\n', '\r\nConnection: close\r\nExpect: 100-continue\r\n\r\n'),
    [200]
  ],
  ['headers without end', get('/ip', `X-A: ${'a'.repeat(20_000)}`), [431]],
  ['a version of the future', 'GET /ip HTTP/9.9\r\nHost: a\r\n\r\n', [505]],
  ['no HTTP at all', 'das ist kein HTTP\r\n\r\n', [400]],
  ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', [400]],
  ['two lengths', form('email=a').replace('\r\n\r\n', '\r\nTransfer-Encoding: chunked\r\n\r\n'), [400]],
  ['a chunk that is none', `${form('').replace('Content-Length: 0', 'Transfer-Encoding: chunked')}zz\r\n`, [400]],
  ['a body that is too big', form('a'.repeat(9_000)).replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'), [413]],
  [
    'a body of a strange type',
    form('{}', 'application/json').replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'),
    [415]
  ],
  ['a form, and then no HTTP', `${form('email=a')}kein HTTP\r\n\r\n`, [200, 400]],
  [
    'three forms, and then headers without end',
    `${form('email=a')}${form('email=b')}${form('email=c')}${get('/ip', `X-A: ${'a'.repeat(20_000)}`)}`,
    [200, 200, 200, 431]
  ],
  [
    'a form, and one whose body is broken',
    `${form('email=a')}${form('').replace('Content-Length: 0', 'Transfer-Encoding: chunked')}zz\r\n`,
    [200, 400]
  ],
  ['a form, and an expectation that nobody meets', `${form('email=a')}${get('/ip', 'Expect: 200-maybe')}`, [200, 417]]
]

for (const [name, text, statuses] of requests) {
  t.test(`${name}: answered ${statuses.join(', then ')}, with the security headers`, async t => {
    const { port } = await serve(t)
    const answers = await rawExchange(port, text)
    t.same(answers.map(({ status }) => status), statuses)
    for (const answer of answers) isGuarded(t, answer)
  })
}

t.test('who signed up is told so, whatever comes after it on the connection', async t => {
  const { port, posted } = await serve(t)
  const [answer] = await rawExchange(port, `${form('email=anna')}kein HTTP\r\n\r\n`)
  t.equal(answer?.body, 'taken: anna')
  t.same(posted, ['anna'])
})

t.test('a request that comes too slowly, or not at all, ends at about its limit', async t => {
  const { port } = await serve(t, { timeouts: { ...HTTP_TIMEOUTS, headers: 200, request: 400, check: 50 } })
  const slow = [
    '',
    'GET /ip HTTP/1.1\r\nHost: a\r\n',
    form('email=anna').slice(0, -2),
    `${form('email=anna')}${form('email=berta').slice(0, -2)}`
  ]
  for (const text of slow) {
    const start = performance.now()
    const answers = await rawExchange(port, text)
    t.equal(answers.at(-1)?.status, 408)
    for (const answer of answers) isGuarded(t, answer)
    t.ok(performance.now() - start < 25_000, 'not after half a minute more, when Node looks by default')
  }
})

t.test('in service a slow request has 30 seconds, and one more until it is noticed', async t => {
  const { app } = await serve(t)
  t.match(app.server, { requestTimeout: 30_000, headersTimeout: 15_000, keepAliveTimeout: 75_000 })
  t.equal(HTTP_TIMEOUTS.check, 1_000)
})

t.test('while the server ends, what comes on an open connection is still answered, and then it is closed', async t => {
  const { app, port, held, release } = await serve(t)
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  const answers = readAnswers(socket)
  socket.write(get('/held').replace('Connection: close\r\n', ''))
  await held
  const closed = app.close()
  await until(() => !app.server.listening)
  const second = once(app.server, 'request')
  socket.write(get('/ip').replace('Connection: close\r\n', ''))
  await second
  release()
  const got = await answers
  await closed
  t.same(got.map(({ status, headers }) => [status, headers['connection']]), [[200, 'keep-alive'], [200, 'close']])
  for (const answer of got) isGuarded(t, answer)
})

function isGuarded (t: Test, { status, headers }: RawAnswer): void {
  t.match(headers, {
    'content-security-policy': /default-src 'none'.*frame-ancestors 'none'/,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': /^max-age=\d{8}$/
  }, `${status}`)
  t.notOk('x-powered-by' in headers)
}

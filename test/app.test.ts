import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import type { InjectOptions } from 'fastify'
import t from 'tap'
import { buildApp } from '../src/app.js'
import { readConfig } from '../src/config.js'
import { createKeyring, newMasterKey } from '../src/platform/crypto/keyring.js'
import { createTemplates } from '../src/platform/templates.js'
import { de } from '../src/texts/de.js'
import { unsubscribeToken } from '../src/subscription/links.js'
import { OWN_PATHS } from '../src/site/settings.js'
import { cuttableProxy } from './support/cuttable-proxy.js'
import { testDatabase } from './support/database.js'
import { testLog } from './support/log.js'
import { routesOf } from './support/routes.js'
import { postForm, testService } from './support/service.js'
import { portOf } from '../src/platform/free-port.js'
import { decodeEntities } from './support/entities.js'

const PAGES = [
  '/abonnieren', '/einbetten', '/impressum', '/datenschutz', '/barrierefreiheit', '/bestaetigen/x',
  '/abmelden/x', '/gibt-es-nicht', '/postfach'
]

t.test('every answer, errors too, carries the security headers and lets nothing be loaded from elsewhere', async t => {
  const { app } = await testService(t)
  for (const url of PAGES) {
    const { headers, body } = await app.inject(url)
    const policy = String(headers['content-security-policy'])
    t.match(policy, /default-src 'none'/, url)
    t.match(policy, /frame-ancestors 'none'/)
    t.notMatch(policy, /unsafe|\*|http/)
    t.equal(headers['x-content-type-options'], 'nosniff')
    t.equal(headers['referrer-policy'], 'no-referrer')
    t.match(headers['strict-transport-security'], /max-age=\d{8}/)
    t.equal(headers['content-type'], 'text/html; charset=utf-8')
    t.equal(headers['set-cookie'], undefined)
    t.notMatch(
      body,
      /(?:src|srcset)="https?:|<link[^>]+href="https?:|<script|style="|@import/,
      'no foreign resource, no script, no inline style'
    )
  }
})

t.test('every page links Impressum, Datenschutz and Barrierefreiheit, is German, and has one h1', async t => {
  const { app } = await testService(t)
  for (const url of PAGES) {
    const { body } = await app.inject(url)
    for (const link of ['/impressum', '/datenschutz', '/barrierefreiheit']) t.match(body, `href="${link}"`, url)
    t.match(body, '<html lang="de"')
    t.equal(body.match(/<h1/g)?.length, 1)
    const levels = [...body.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))
    levels.forEach((level, index) => t.ok(level <= (levels[index - 1] ?? 0) + 1, `${url}: h${level} skips no level`))
  }
})

t.test('links are built from the settings, never from what a request says of its host', async t => {
  const { app } = await testService(t)
  const headers = { host: 'boese.example', 'x-forwarded-host': 'boese.example', 'x-forwarded-proto': 'http' }
  for (const url of PAGES) t.notMatch((await app.inject({ url, headers })).body, 'boese.example')
})

t.test('below a path, every page is found with that path and without it, and at no other', async t => {
  const { app } = await testService(t, { PUBLIC_URL: 'https://www.hessen.example/brief' })
  for (const url of PAGES) {
    const { statusCode, body } = await app.inject(url)
    const below = await app.inject(`/brief${url}`)
    t.equal(below.statusCode, statusCode, url)
    t.equal(below.body, body, url)
  }
  for (const url of ['/', '/brief', '/brief/', '/brief?a=b']) {
    t.match(await app.inject(url), { statusCode: 302, headers: { location: '/brief/abonnieren' } }, url)
  }
  for (const url of [
    '/briefe', '/briefe/abonnieren', '/brief/brief/abonnieren', '//brief/abonnieren', '/brief%2Fabonnieren'
  ]) t.equal((await app.inject(url)).statusCode, 404, url)
})

t.test('the settings know every path of ours, so that PUBLIC_URL cannot be taken for one', async t => {
  const { app } = await testService(t)
  const firsts = routesOf(app).map(({ path }) => path.split('/')[1] ?? '').filter(first => first !== '')
  // The desk and the interface for programs have their paths before they have pages.
  t.same([...new Set([...firsts, 'api', 'redaktion'])].sort(), [...OWN_PATHS].sort())
})

t.test('the box for other websites is plain HTML that posts to the sign-up, with the same promise', async t => {
  const { app } = await testService(t)
  const { body } = await app.inject('/einbetten')
  const shown = decodeEntities(body)
  const [box = ''] = /<form[^>]+action="https:\/\/[\w.]+\/abonnieren"[\s\S]*?<\/form>/.exec(shown) ?? []
  t.match(box, 'action="https://integrationsbrief.hessen.example/abonnieren"')
  t.match(box, 'method="post"')
  t.match(box, 'name="email"')
  t.match(box, 'autocomplete="email"')
  t.match(box, 'name="website"')
  t.match(box, 'jederzeit')
  t.match(box, 'https://integrationsbrief.hessen.example/datenschutz')
  t.notMatch(box, /<script|style=|javascript:/)
})

t.test('a form on another website can sign up', async t => {
  const { app, pool } = await testService(t)
  const answer = await postForm(
    app,
    '/abonnieren',
    { email: 'anna@beispiel.example', website: '' },
    { origin: 'https://kreis.example', 'sec-fetch-site': 'cross-site' }
  )
  t.equal(answer.statusCode, 200)
  t.equal((await pool.query('select from subscriber')).rowCount, 1)
})

t.test('people get a page and programs a problem document, and nobody a stack trace', async t => {
  const { app, pool } = await testService(t)
  const page = await app.inject({ url: '/gibt-es-nicht', headers: { accept: 'text/html,*/*' } })
  t.equal(page.statusCode, 404)
  t.match(page.body, 'Diese Seite gibt es nicht')
  const document = await app.inject({ url: '/gibt-es-nicht', headers: { accept: 'application/json' } })
  t.match(document.headers['content-type'], /^application\/problem\+json/)
  t.match(document.json(), { type: /^urn:/, title: 'Diese Seite gibt es nicht', status: 404 })
  await pool.query('drop table subscriber cascade')
  for (const accept of ['text/html', 'application/json']) {
    const broken = await postForm(app, '/abonnieren', { email: 'anna@beispiel.example' }, { accept })
    t.equal(broken.statusCode, 500)
    t.notMatch(broken.body, /subscriber|relation|at .+\.js/)
  }
})

t.test('without its database the service answers 503 in German, and recovers by itself', async t => {
  const { url } = await testDatabase(t)
  const { hostname: host, port } = new URL(url)
  const proxy = await cuttableProxy(t, { host, port: Number(port) })
  const { log } = testLog(t)
  const app = await buildApp({
    config: readConfig({}),
    databaseUrl: Object.assign(new URL(url), { port: String(proxy.port) }).href,
    keys: createKeyring([newMasterKey()]),
    fill: createTemplates(de),
    writeJournal: async () => {},
    log
  })
  t.after(async () => await app.close())
  const signUp = async () => await postForm(app, '/abonnieren', { email: 'anna@beispiel.example' })
  t.equal((await signUp()).statusCode, 200)
  t.equal((await app.inject('/readyz')).statusCode, 200)
  await proxy.cut()
  const gone = await signUp()
  t.equal(gone.statusCode, 503)
  t.match(gone.body, 'Ihre Eingabe wurde nicht gespeichert')
  t.ok(Number(gone.headers['retry-after']) > 0)
  t.equal((await app.inject('/readyz')).statusCode, 503)
  t.equal((await app.inject('/healthz')).statusCode, 200)
  t.equal((await app.inject('/abonnieren')).statusCode, 200, 'what needs no database goes on')
  await proxy.mend()
  t.equal((await signUp()).statusCode, 200)
})

t.test('only who has typed something is told that it was not saved', async t => {
  const { app, keys, pool } = await testService(t)
  const notSaved = 'Ihre Eingabe wurde nicht gespeichert'
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  const mute = async (status: number, request: InjectOptions) => {
    const { statusCode, body } = await app.inject(request)
    t.equal(statusCode, status)
    t.notMatch(body, 'Eingabe wurde', JSON.stringify(request))
  }
  const told = async (status: number, url: string, payload: string, headers: Record<string, string> = type) => {
    const { statusCode, body } = await app.inject({ method: 'POST', url, headers, payload })
    t.equal(statusCode, status)
    t.match(body, notSaved, `${url}: ${payload.slice(0, 20)}`)
  }
  await mute(404, { url: '/gibt-es-nicht' })
  await mute(404, { url: '/gibt-es-nicht', headers: { accept: 'application/json' } })
  await told(404, '/gibt-es-nicht', 'email=anna')
  await told(413, '/abonnieren', `email=${'a'.repeat(9_000)}`)
  await told(415, '/abonnieren', '{}', { 'content-type': 'application/json' })
  const token = unsubscribeToken(keys, { id: randomUUID(), issue: 1 })
  await pool.query('drop table subscriber, issue cascade')
  await mute(500, { url: '/ausgaben/wege' })
  await mute(500, { method: 'POST', url: `/abmelden/${token}` })
  await told(500, '/abonnieren', 'email=anna%40beispiel.example')
})

t.test('who opened a wrong link reads how to get on', async t => {
  const { app, config } = await testService(t)
  const { body } = await app.inject({ url: '/gibt-es-nicht', headers: { accept: 'text/html' } })
  for (const help of [
    'href="/abonnieren"',
    'am Ende jeder Ausgabe',
    `href="mailto:${config.newsletter.publisher.email}"`,
    'Zur Startseite'
  ]) t.match(body, help)
})

t.test('what cannot be read as a request gets the security headers, and no word of the insides', async t => {
  const { app } = await testService(t)
  for (const url of ['/abmelden/x%E0%A4%A', `/abmelden/${'A'.repeat(400)}`]) {
    const { statusCode, headers, body } = await app.inject(url)
    t.ok(statusCode === 400 || statusCode === 404 || statusCode === 414, `${statusCode}`)
    t.match(headers['content-security-policy'], /default-src 'none'/)
    t.equal(headers['x-content-type-options'], 'nosniff')
    t.equal(headers['cache-control'], 'no-store')
    t.match(headers['strict-transport-security'], /max-age/)
    t.match(body, '<html lang="de"')
    t.notMatch(body, 'AAAA')
  }
  await app.listen({ host: '127.0.0.1', port: 0 })
  const socket = connect(portOf(app.server), '127.0.0.1')
  t.after(() => socket.destroy())
  socket.write('das ist kein HTTP\r\n\r\n')
  const [data] = await once(socket, 'data') as [Buffer]
  t.match(data.toString(), /^HTTP\/1\.1 400 /)
  t.match(data.toString(), 'content-security-policy')
})

t.test('names that no picture and no issue can have are not found, without troubling the database', async t => {
  const { app, lines } = await testService(t)
  for (const url of ['/bilder/%00', '/ausgaben/a%00b', '/ausgaben/%F0%9F%92%A9', '/bilder/..%2f..%2fpackage.json']) {
    t.equal((await app.inject(url)).statusCode, 404, url)
  }
  t.notOk(lines().some(line => line.includes('"level":"error"')))
})

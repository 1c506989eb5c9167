import type { FastifyInstance } from 'fastify'
import t from 'tap'
import { applyApi, apiZone } from '../src/api/zone.js'
import { applyDesk, deskZone } from '../src/desk/zone.js'
import { createServer } from '../src/platform/http/server.js'
import { applySite, siteZone } from '../src/site/zone.js'
import { de } from '../src/texts/de.js'
import { testLog } from './support/log.js'
import { testService } from './support/service.js'
import { siteView } from './support/site.js'

const policyOf = (headers: Record<string, unknown>): string => String(headers['content-security-policy'])

t.test('each part of the web has a policy of its own: only the desk may run scripts', async t => {
  const { app } = await testService(t)
  const site = await app.inject('/abonnieren')
  const desk = await app.inject('/redaktion/anmelden')
  const api = await app.inject('/api/v1/issues')
  t.notMatch(policyOf(site.headers), 'script-src')
  t.match(policyOf(desk.headers), /script-src 'self'(?:;|$)/)
  t.equal(policyOf(api.headers), "default-src 'none';frame-ancestors 'none'")
  for (const { headers } of [site, desk, api]) {
    t.match(policyOf(headers), "default-src 'none'")
    t.notMatch(policyOf(headers), /unsafe|\*|http/)
    t.equal(headers['x-content-type-options'], 'nosniff')
    t.match(headers['strict-transport-security'], /max-age=\d{8}/)
  }
})

t.test('each part answers failures in its own form, whatever the client says that it takes', async t => {
  const { app } = await testService(t)
  const ask = async (url: string, accept: string) => await app.inject({ url, headers: { accept } })
  for (const accept of ['text/html', 'application/json']) {
    const desk = await ask('/redaktion/gibt-es-nicht', accept)
    t.equal(desk.statusCode, 404)
    t.match(desk.headers['content-type'], 'text/html')
    t.match(desk.body, /Redaktion, Fehler 404/)
    const api = await ask('/api/v1/nothing', accept)
    t.equal(api.statusCode, 404)
    t.match(api.headers['content-type'], 'application/problem+json')
    t.match(api.json(), { type: 'urn:integrationsbrief:problem:http-404', status: 404 })
    for (const { headers } of [desk, api]) t.equal(headers['cache-control'], 'no-store')
  }
  t.match((await ask('/gibt-es-nicht', 'application/json')).headers['content-type'], 'application/problem+json')
  t.match((await ask('/gibt-es-nicht', 'text/html')).body, /Fehler 404/)
})

t.test('a path that cannot be decoded is answered by the part that it lies in', async t => {
  const { app } = await testService(t)
  for (const [url, type] of [
    ['/%E0%A4%A', 'text/html'],
    ['/redaktion/%E0%A4%A', 'text/html'],
    ['/api/%E0%A4%A', 'application/problem+json']
  ] as const) {
    const { statusCode, headers } = await app.inject(url)
    t.equal(statusCode, 400, url)
    t.match(headers['content-type'], type, url)
  }
  t.match(policyOf((await app.inject('/redaktion/%E0%A4%A')).headers), 'script-src')
  t.match((await app.inject('/redaktionell')).body, /Fehler 404/, 'a path that only begins alike lies in the site')
  t.notMatch(policyOf((await app.inject('/redaktionell')).headers), 'script-src')
})

t.test('the site and the desk take forms and no JSON, the interface for programs takes JSON and no forms', async t => {
  const view = siteView()
  const deps = { view, texts: de.errors, secure: true }
  const [site, desk, api] = [siteZone(deps), deskZone(deps), apiZone(deps)] as const
  const app = await createServer({ log: testLog(t).log, zones: [site, desk, api], base: '', trustProxy: undefined })
  t.after(async () => await app.close())
  const echo = async (plugin: FastifyInstance): Promise<void> => {
    plugin.post('/x', async ({ body }) => ({ length: Object.values(body as object).join('').length }))
  }
  await app.register(async plugin => { applySite(plugin, site, view); await echo(plugin) })
  await app.register(async plugin => { applyDesk(plugin, desk, view); await echo(plugin) }, { prefix: desk.prefix })
  await app.register(async plugin => { applyApi(plugin, api); await echo(plugin) }, { prefix: api.prefix })

  const post = async (url: string, type: string, payload: string): Promise<number> =>
    (await app.inject({ method: 'POST', url, headers: { 'content-type': type }, payload })).statusCode
  const form = 'application/x-www-form-urlencoded'
  const json = 'application/json'
  for (const url of ['/x', '/redaktion/x']) {
    t.same([await post(url, form, 'a=b'), await post(url, json, '{"a":"b"}')], [200, 415], url)
  }
  t.same([await post('/api/x', form, 'a=b'), await post('/api/x', json, '{"a":"b"}')], [415, 200])
  t.equal(await post('/api/x', json, '{"a":'), 400)
  t.equal(await post('/x', form, `a=${'b'.repeat(9_000)}`), 413, 'no form of the site is so long')
  t.equal(await post('/redaktion/x', form, `a=${'b'.repeat(9_000)}`), 200, 'a text of an editor may be')
})

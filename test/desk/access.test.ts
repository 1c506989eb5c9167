import type { FastifyInstance } from 'fastify'
import t from 'tap'
import { signedIn } from '../support/desk.js'
import { routesOf } from '../support/routes.js'
import { PUBLIC_URL, testService } from '../support/service.js'

/** Open to everybody: all that leads in, and out. */
const OPEN = [
  'GET /redaktion/anmelden', 'POST /redaktion/anmelden', 'POST /redaktion/anmelden/passkey',
  'POST /redaktion/anmelden/passkey/anfrage', 'POST /redaktion/abmelden',
  'GET /redaktion/neues-passwort', 'POST /redaktion/neues-passwort',
  'GET /redaktion/neues-passwort/:token', 'POST /redaktion/neues-passwort/:token',
  'GET /redaktion/willkommen/:token', 'POST /redaktion/willkommen/:token',
  'POST /redaktion/willkommen/:token/passkey', 'POST /redaktion/willkommen/:token/passkey/angebot'
]

t.test('a stranger gets nothing of the desk but what leads in', async t => {
  const { app } = await testService(t)
  const open: string[] = []
  for (const { method, path, url } of deskRoutes(app)) {
    const { statusCode, headers } = await app.inject({ method, url, headers: { origin: PUBLIC_URL } })
    const isClosed = method === 'GET'
      ? statusCode === 303 && /^\/redaktion\/anmelden(?:\?|$)/.test(String(headers.location))
      : statusCode === 401
    if (!isClosed) open.push(`${method} ${path}`)
  }
  t.same(open.sort(), [...OPEN].sort())
})

t.test('nothing of the desk takes a form of another website, or one that does not say where it is from', async t => {
  const service = await testService(t)
  const { cookies } = await signedIn(service, { roles: ['write', 'approve', 'administer'] })
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const elsewhere: Array<Record<string, string>> = [
    {}, { 'sec-fetch-site': 'none' }, { 'sec-fetch-site': 'same-site' }, { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'cross-site', origin: PUBLIC_URL }, { origin: `${PUBLIC_URL}.angreifer.example` }
  ]
  const posts = deskRoutes(service.app).filter(({ method }) => method !== 'GET')
  t.ok(posts.length > 40)
  for (const { method, url } of posts) {
    for (const headers of elsewhere) {
      const { statusCode } = await service.app.inject({ method, url, headers: { cookie, ...headers } })
      t.equal(statusCode, 403, `${url} ${JSON.stringify(headers)}`)
    }
  }
})

/** Those of the desk. `url` has an id for each parameter. */
function deskRoutes (app: FastifyInstance) {
  return routesOf(app).filter(({ path }) => /^\/redaktion(?:\/|$)/.test(path)).map(({ method, path }) => ({
    method: method as 'GET' | 'POST', path, url: path.replace(/:\w+/g, '00000000-0000-4000-8000-000000000000')
  }))
}

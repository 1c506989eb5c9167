import type { FastifyInstance } from 'fastify'
import type { Test } from 'tap'
import type { Role } from '../../../src/editor/account/role.js'
import { addEditor, sessionOf } from '../../support/desk.js'
import { decodeEntities } from '../../support/entities.js'
import { testService, type TestService } from '../../support/service.js'

type Answer = Awaited<ReturnType<FastifyInstance['inject']>>

/** Somebody at the desk, past signing in. */
export interface DeskUser {
  get: (path: string) => Promise<Answer>
  /** Posts a form, as a browser does from a page of the desk. */
  post: (path: string, fields?: Record<string, string>) => Promise<Answer>
  /** Sends JSON and asks for it, as the desk's script does. */
  send: (path: string, body: unknown) => Promise<Answer>
  /** Posts a form that takes files. */
  upload: (path: string, form: FormData) => Promise<Answer>
}

/** An account with these roles, signed in, without the forms of signing in. */
export async function atDesk (
  service: TestService, { name = 'Kim', roles = ['write'] }: { name?: string, roles?: Role[] } = {}
): Promise<DeskUser> {
  const { app } = service
  const { id } = await addEditor(service, { name, roles })
  const own = { cookie: `__Host-redaktion=${await sessionOf(service, id)}`, 'sec-fetch-site': 'same-origin' }
  const post = async (url: string, headers: Record<string, string>, payload: string | Buffer): Promise<Answer> =>
    await app.inject({ method: 'POST', url, headers: { ...own, ...headers }, payload })
  return {
    get: async url => await app.inject({ url, headers: own }),
    post: async (url, fields = {}) =>
      await post(url, { 'content-type': 'application/x-www-form-urlencoded' }, new URLSearchParams(fields).toString()),
    send: async (url, body) =>
      await post(url, { accept: 'application/json', 'content-type': 'application/json' }, JSON.stringify(body)),
    upload: async (url, form) => {
      const { headers, body } = new Request('http://localhost', { method: 'POST', body: form })
      const bytes = Buffer.from(await new Response(body).arrayBuffer())
      return await post(url, { 'content-type': headers.get('content-type') ?? '' }, bytes)
    }
  }
}

interface Draft extends TestService { kim: DeskUser, path: string, blocks: () => Promise<string[]> }

/** Somebody with a draft of so many articles. */
export async function writing (
  t: Test, articles = 2, options: Parameters<typeof testService>[2] = {}
): Promise<Draft> {
  const service = await testService(t, {}, options)
  const kim = await atDesk(service)
  const { headers: { location } } = await kim.post('/redaktion/entwuerfe', { title: 'Ein Titel' })
  const path = String(location).replace(/\?.*/, '')
  for (let count = 0; count < articles; count++) {
    await kim.post(`${path}/bloecke`, { kind: 'article', after: String(count) })
  }
  const blocks = async (): Promise<string[]> =>
    [...(await kim.get(path)).payload.matchAll(/data-block="([^"]+)"/g)].map(match => match[1] ?? '')
  return { ...service, kim, path, blocks }
}

/** The text that people see, on one line. */
export function seen (html: string): string {
  const text = html.replace(/<template>[\s\S]*?<\/template>/g, ' ').replace(/<[^>]*>/g, ' ')
  return decodeEntities(text).replace(/\s+/g, ' ')
}

/** A form with these fields, for files to be added. */
export function filled (fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

/** The page that an answer leads to. */
export async function follow (user: DeskUser, answer: { headers: Record<string, unknown> }): Promise<string> {
  const { payload, statusCode } = await user.get(String(answer.headers['location']).replace(/#.*/, ''))
  if (statusCode !== 200) throw new Error(`${String(answer.headers['location'])}: ${statusCode}`)
  return payload
}

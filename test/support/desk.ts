import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { TOTP } from 'otpauth'
import { addAccount } from '../../src/editor/account/account.js'
import { setTotp, setPassword, nameEditor, markJoined } from '../../src/editor/editor.queries.js'
import { offerFirstAccount } from '../../src/editor/invitation/first-account.js'
import type { Role } from '../../src/editor/account/role.js'
import { startSession } from '../../src/editor/session/session.js'
import type { Clock } from '../../src/platform/clock.js'
import { sealAddress } from '../../src/platform/crypto/seal.js'
import { requireAddress } from '../../src/platform/mail/address.js'
import { PUBLIC_URL, type TestService } from './service.js'

type Answer = Awaited<ReturnType<FastifyInstance['inject']>>

/**
 * A browser as far as the desk knows one: it keeps cookies and says where its requests come from.
 */
export interface DeskBrowser {
  cookies: Map<string, string>
  get: (url: string, headers?: Record<string, string>) => Promise<Answer>
  post: (url: string, fields?: Record<string, string | string[]>, headers?: Record<string, string>) => Promise<Answer>
}

export function deskBrowser ({ app }: Pick<TestService, 'app'>): DeskBrowser {
  const cookies = new Map<string, string>()
  const keep = (answer: Answer): Answer => {
    for (const { name, value, expires } of answer.cookies) {
      if (expires !== undefined && expires.getTime() === 0) cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }
  const cookie = (): string => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  return {
    cookies,
    get: async (url, headers = {}) => keep(await app.inject({ url, headers: { cookie: cookie(), ...headers } })),
    async post (url, fields = {}, headers = {}) {
      const form = new URLSearchParams(Object.entries(fields).flatMap(([name, value]) =>
        [value].flat().map((each): [string, string] => [name, each])))
      return keep(await app.inject({
        method: 'POST',
        url,
        headers: {
          cookie: cookie(), origin: PUBLIC_URL, 'content-type': 'application/x-www-form-urlencoded', ...headers
        },
        payload: form.toString()
      }))
    }
  }
}

export interface TestEditor { id: string, address: string, secret: string }

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

/** Stores an account with an authenticator app, and a password if its hash is given. */
export async function addEditor (
  { pool, keys, clock }: Pick<TestService, 'pool' | 'keys'> & { clock: Clock },
  { name = 'Eva Muster', roles = ['write'], address = `${randomUUID()}@amt.example`, passwordHash = null }: {
    name?: string, roles?: Role[], address?: string, passwordHash?: string | null
  } = {}
): Promise<TestEditor> {
  const id = await addAccount({ db: pool, keys, clock }, requireAddress(address), roles)
  if (id === null) throw new Error('the address has an account')
  await nameEditor.run({ id, name }, pool)
  await markJoined.run({ id, now: clock.now() }, pool)
  await setTotp.run({ id, sealed: sealAddress(keys, id, SECRET), step: 0 }, pool)
  if (passwordHash !== null) await setPassword.run({ id, hash: passwordHash }, pool)
  return { id, address, secret: SECRET }
}

/** A browser in which an account of its own is signed in. */
export async function signedIn (
  service: TestService, account: Parameters<typeof addEditor>[1] = {}
): Promise<DeskBrowser & { editor: TestEditor }> {
  const editor = await addEditor(service, account)
  const browser = deskBrowser(service)
  browser.cookies.set('__Host-redaktion', await sessionOf(service, editor.id))
  return { ...browser, editor }
}

/** The token of a new session in which an account is signed in. */
export async function sessionOf (
  { pool, clock, config }: Pick<TestService, 'pool' | 'config'> & { clock: Clock }, editorId: string
): Promise<string> {
  const device = 'Firefox, Linux'
  return await startSession({ ...config.editor, clock, db: pool }, { editorId, stage: 'full', device })
}

/** What an authenticator app shows at a time. */
export function codeAt (secret: string, at: Date): string {
  return new TOTP({ secret }).generate({ timestamp: at.getTime() })
}

export const PASSWORD = 'hinterm Deich wohnt keiner'

const secretOn = (page: string): string => /<code>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1]?.replaceAll(' ', '') ?? ''
const sealedOn = (page: string): string => /name="sealed" value="([^"]+)"/.exec(page)?.[1] ?? ''
const codesOn = (page: string): string[] =>
  [...page.matchAll(/<code>([a-z2-9]{4}(?:-[a-z2-9]{4}){3})<\/code>/g)].map(([, code = '']) => code)

/** Makes the first account through the pages; its recovery codes come back. */
export async function makeFirstAccount (
  service: TestService, browser: DeskBrowser
): Promise<{ codes: string[], secret: string }> {
  const link = await offerFirstAccount(service) ?? ''
  const form = { name: 'Eva Muster', address: 'eva@amt.example', password: PASSWORD }
  await browser.post(link, form)
  const page = (await browser.get('/redaktion/zweiter-faktor')).body
  const secret = secretOn(page)
  const code = codeAt(secret, service.clock.now())
  const done = await browser.post('/redaktion/zweiter-faktor', { sealed: sealedOn(page), code })
  return { codes: codesOn(done.body), secret }
}

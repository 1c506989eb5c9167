import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Role } from '../editor/account/role.js'
import { findSession, type Session, type SessionDeps } from '../editor/session/session.js'
import { readFourEyes } from '../issue/approval/four-eyes.js'
import { groupCommit } from '../platform/group-commit.js'
import { Problem } from '../platform/http/problem.js'
import { de } from '../texts/de.js'
import type { Section } from './common-data.js'
import type { DeskCookies } from './cookies.js'
import { withDone } from './done.js'
import { refuseForeign } from './same-origin.js'
import { wantsJson } from './wants-json.js'

/**
 * Who may use a route: `public` everybody, `begun` who has given the password, `signed-in` every
 * editor, or those with a role. Roles are read at each request: one that was taken away is gone.
 */
export type Access = 'public' | 'begun' | 'signed-in' | Role

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
    /**
     * Whether all factors must have been given lately: what protects the account is about to
     * change.
     */
    proved?: boolean
    /** The page on which the form of the route stands, where the section does not say it. */
    form?: string
  }
  interface FastifyRequest {
    /** The session of the cookie, whatever its stage; null without one. */
    session: Session | null
    /** Who is signed in. Throws where nobody is: the route lets others in. */
    readonly editor: Session['editor']
  }
}

export interface AccessDeps extends SessionDeps {
  cookies: DeskCookies
  base: string
  /** The origin that editors see. */
  origin: string
}

/** Gives the requests of the desk their session, and lets in only those who may use the route. */
export function controlAccess (app: FastifyInstance, deps: AccessDeps): void {
  app.decorateRequest('session', null)
  app.decorateRequest('editor', {
    getter (this: FastifyRequest) {
      if (this.session?.stage !== 'full') throw new Error('the route is open to those who are not signed in')
      return this.session.editor
    }
  })
  const readRule = groupCommit(async () => (await readFourEyes({ db: deps.pool })).value)
  app.addHook('onRequest', async (request, reply) => {
    const token = deps.cookies.session.read(request)
    if (token !== undefined) request.session = await findSession(deps, token)
    // Pages say so; what is approved is judged by the database, which reads the rule itself.
    if (request.session?.stage === 'full' && !wantsJson(request)) {
      request.fourEyes = await readRule()
    }
    if (request.is404) return
    refuseForeign(request, deps.origin)
    const { access = 'signed-in' } = request.routeOptions.config
    const verdict = judge(request.session, access)
    if (verdict === 'may') {
      if (request.routeOptions.config.proved !== true || isFresh(request.session, deps.clock.now())) return
      const { section, form } = request.routeOptions.config
      // A form of an issue stands on the page to which it is sent.
      const next = request.method === 'GET' || section === 'issues' ? request.url : pageToRepeat(section, form)
      return await reply.redirect(`${deps.base}/redaktion/konto/bestaetigen?weiter=${encodeURIComponent(next)}`, 303)
    }
    if (verdict === 'role') throw new Problem('role-missing', 403, de.desk.roleMissing(access as Role))
    if (request.method !== 'GET') throw new Problem('not-signed-in', 401, de.desk.notSignedIn)
    await reply.redirect(`${deps.base}${verdict === 'setup' ? SETUP : signInPath(request.url)}`, 303)
  })
}

const PROOF_MS = 10 * 60_000

const PAGES_TO_REPEAT: Partial<Record<Section, string>> = {
  accounts: '/redaktion/konten',
  settings: '/redaktion/einstellungen',
  subscribers: '/redaktion/leserinnen/suche'
}

/** Where the form is that was sent too late; the page says that nothing has been done yet. */
function pageToRepeat (section: Section | undefined, form?: string): string {
  return withDone(form ?? PAGES_TO_REPEAT[section ?? 'account'] ?? '/redaktion/konto', 'bestaetigt')
}

/** Where an account gets its second factor. */
const SETUP = '/redaktion/zweiter-faktor'

function judge (session: Session | null, access: Access): 'may' | 'sign-in' | 'setup' | 'role' {
  if (access === 'public') return 'may'
  if (access === 'begun') return session === null ? 'sign-in' : 'may'
  if (session?.stage === 'setup') return 'setup'
  if (session?.stage !== 'full') return 'sign-in'
  return access === 'signed-in' || session.editor.roles.includes(access) ? 'may' : 'role'
}

/** Whether all factors were given lately enough to change one of them. */
function isFresh (session: Session | null, now: Date): boolean {
  return session !== null && now.getTime() - session.provedAt.getTime() < PROOF_MS
}

function signInPath (url: string): string {
  return safePath(url) === START ? '/redaktion/anmelden' : `/redaktion/anmelden?weiter=${encodeURIComponent(url)}`
}

export const START = '/redaktion'

function safePath (path: string | undefined): string {
  return path !== undefined && /^\/redaktion(?:\/[\w./?=&%-]*)?$/.test(path) && !/\/\/|\.\./.test(path) ? path : START
}

/** A path of the desk to go on to; the start page for whatever else was asked for. */
export const nextPath = z.string().optional().transform(safePath)

import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { checkCode, completeSession, secondFactorsOf } from '../../editor/factor/second-factor.js'
import { endSession } from '../../editor/session/session.js'
import { signIn } from '../../editor/session/sign-in.js'
import { de } from '../../texts/de.js'
import { nextPath } from '../access.js'
import type { DeskDeps } from '../deps.js'
import '../pages.js'
import { visitOf } from '../visit.js'
import { letIn, refusalOf } from './let-in.js'

const texts = de.desk.signIn
const signInForm = z.object({ address: z.string().default(''), password: z.string().default(''), weiter: nextPath })
const codeForm = z.object({ code: z.string().default(''), weiter: nextPath })
const query = z.object({ weiter: nextPath, abgemeldet: z.string().optional(), passwort: z.string().optional() })
const open = { config: { access: 'public' as const } }
const begun = { config: { access: 'begun' as const } }
const SIGN_IN = '/redaktion/anmelden'

/** `/redaktion/anmelden`, the first step: the password. And `/redaktion/abmelden`. */
export async function signInRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const { base, cookies, pool } = deps
  const app = plugin.withTypeProvider<ZodTypeProvider>()

  app.get('/anmelden', { ...open, schema: { querystring: query } }, async ({ query: { weiter, ...said } }, reply) =>
    await reply.page('desk/sign-in', { address: '', next: weiter, error: null, note: noteOf(said) }))

  app.post('/anmelden', { ...open, schema: { body: signInForm } }, async (request, reply) => {
    const { address, password, weiter } = request.body
    const result = await signIn(deps, { address, password }, visitOf(request, cookies))
    if (result.kind !== 'begun') {
      const { error, status } = refusalOf(reply, result, texts.wrong)
      return await reply.page('desk/sign-in', { address, next: weiter, error, note: null }, status)
    }
    cookies.session.set(reply, result.token)
    const step = result.stage === 'setup' ? 'zweiter-faktor' : `anmelden/code?weiter=${encodeURIComponent(weiter)}`
    return await reply.redirect(`${base}/redaktion/${step}`, 303)
  })

  app.post('/abmelden', open, async ({ session }, reply) => {
    if (session !== null) await endSession({ db: pool }, { id: session.id, editorId: session.editor.id })
    cookies.session.clear(reply)
    return await reply.redirect(`${base}${SIGN_IN}?abgemeldet`, 303)
  })
}

/** `/redaktion/anmelden/code`, the second step: a code of the app, or a recovery code. */
export async function codeRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const { base, cookies } = deps
  const app = plugin.withTypeProvider<ZodTypeProvider>()

  app.get('/anmelden/code', { ...begun, schema: { querystring: query } }, async (request, reply) => {
    const { session, query: { weiter } } = request
    if (session?.stage !== 'password') return await reply.redirect(`${base}${SIGN_IN}`, 303)
    const factors = await secondFactorsOf(deps, session.editor.id)
    return await reply.page('desk/sign-in-code', { next: weiter, error: null, ...factors })
  })

  app.post('/anmelden/code', { ...begun, schema: { body: codeForm } }, async (request, reply) => {
    const { session, body: { code, weiter } } = request
    if (session === null || session.stage === 'setup') return await reply.redirect(`${base}${SIGN_IN}`, 303)
    const editorId = session.editor.id
    const visit = visitOf(request, cookies)
    const result = await checkCode(deps, session, { code, visit })
    if (result.kind === 'right') {
      return await letIn(deps, reply, { editorId, token: await completeSession(deps, session, visit), next: weiter })
    }
    if (result.kind === 'ended') {
      cookies.session.clear(reply)
      return await reply.page('desk/sign-in', { address: '', next: weiter, error: texts.ended, note: null }, 422)
    }
    const { error, status } = refusalOf(reply, result, texts.wrongCode)
    const factors = await secondFactorsOf(deps, editorId)
    return await reply.page('desk/sign-in-code', { next: weiter, error, ...factors }, status)
  })
}

function noteOf ({ abgemeldet, passwort }: Omit<z.infer<typeof query>, 'weiter'>): string | null {
  if (passwort !== undefined) return texts.passwordChanged
  return abgemeldet === undefined ? null : texts.signedOut
}

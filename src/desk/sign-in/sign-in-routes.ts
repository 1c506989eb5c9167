import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { checkCode, completeSession, secondFactorsOf } from '../../editor/factor/second-factor.js'
import { endSession } from '../../editor/session/session.js'
import { signIn } from '../../editor/session/sign-in.js'
import { deviceToken } from '../../editor/session/sign-in-attempts.js'
import { de } from '../../texts/de.js'
import { safePath } from '../access.js'
import type { DeskDeps } from '../deps.js'
import '../pages.js'
import { visitOf } from '../visit.js'

const texts = de.desk.signIn
const next = z.string().optional().transform(safePath)
const signInForm = z.object({ address: z.string().default(''), password: z.string().default(''), weiter: next })
const codeForm = z.object({ code: z.string().default(''), weiter: next })
const query = z.object({ weiter: next, abgemeldet: z.string().optional(), passwort: z.string().optional() })

/** `/redaktion/anmelden` in two steps, and `/redaktion/abmelden`. */
export async function signInRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const { base, cookies, keys, pool } = deps
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  const open = { config: { access: 'public' as const } }
  const begun = { config: { access: 'begun' as const } }

  app.get('/anmelden', { ...open, schema: { querystring: query } }, async ({ query: { weiter, ...said } }, reply) =>
    await reply.page('desk/sign-in', { address: '', next: weiter, error: null, note: noteOf(said) }))

  app.post('/anmelden', { ...open, schema: { body: signInForm } }, async (request, reply) => {
    const { address, password, weiter } = request.body
    const result = await signIn(deps, { address, password }, visitOf(request, cookies))
    if (result.kind !== 'begun') {
      const error = result.kind === 'wait' ? texts.wait(Math.ceil(result.seconds / 60)) : texts.wrong
      if (result.kind === 'wait') reply.header('retry-after', result.seconds)
      return await reply.page('desk/sign-in', { address, next: weiter, error, note: null },
        result.kind === 'wait' ? 429 : 422)
    }
    cookies.session.set(reply, result.token)
    const step = result.stage === 'setup' ? 'zweiter-faktor' : `anmelden/code?weiter=${encodeURIComponent(weiter)}`
    return await reply.redirect(`${base}/redaktion/${step}`, 303)
  })

  app.get('/anmelden/code', { ...begun, schema: { querystring: query } }, async (request, reply) => {
    const { session, query: { weiter } } = request
    if (session?.stage !== 'password') return await reply.redirect(`${base}/redaktion/anmelden`, 303)
    const factors = await secondFactorsOf(deps, session.editor.id)
    return await reply.page('desk/sign-in-code', { next: weiter, error: null, ...factors })
  })

  app.post('/anmelden/code', { ...begun, schema: { body: codeForm } }, async (request, reply) => {
    const { session, body: { code, weiter } } = request
    if (session === null || session.stage === 'setup') return await reply.redirect(`${base}/redaktion/anmelden`, 303)
    const visit = visitOf(request, cookies)
    const result = await checkCode(deps, session, { code, visit })
    if (result.kind === 'right') {
      cookies.session.set(reply, await completeSession(deps, session, visit))
      cookies.device.set(reply, deviceToken(keys, session.editor.id))
      return await reply.redirect(`${base}${weiter}`, 303)
    }
    if (result.kind === 'ended') {
      cookies.session.clear(reply)
      return await reply.page('desk/sign-in', { address: '', next: weiter, error: texts.ended, note: null }, 422)
    }
    const error = result.kind === 'wait' ? texts.wait(Math.ceil(result.seconds / 60)) : texts.wrongCode
    const page = { next: weiter, error, ...await secondFactorsOf(deps, session.editor.id) }
    return await reply.page('desk/sign-in-code', page, result.kind === 'wait' ? 429 : 422)
  })

  app.post('/abmelden', open, async ({ session }, reply) => {
    if (session !== null) await endSession({ db: pool }, { id: session.id, editorId: session.editor.id })
    cookies.session.clear(reply)
    return await reply.redirect(`${base}/redaktion/anmelden?abgemeldet`, 303)
  })
}

function noteOf ({ abgemeldet, passwort }: Omit<z.infer<typeof query>, 'weiter'>): string | null {
  if (passwort !== undefined) return texts.passwordChanged
  return abgemeldet === undefined ? null : texts.signedOut
}

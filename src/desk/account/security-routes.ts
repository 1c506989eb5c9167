import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { addApp } from '../../editor/factor/authenticator-app.js'
import { renewOwnCodes } from '../../editor/account/own-account.js'
import { changePassword } from '../../editor/factor/reset-password.js'
import { checkCode, proofOf } from '../../editor/factor/second-factor.js'
import { proveAgain } from '../../editor/session/session.js'
import { de } from '../../texts/de.js'
import { nextPath } from '../access.js'
import { showAppOffer } from '../app-page.js'
import type { DeskDeps } from '../deps.js'
import { withDone } from '../done.js'
import '../pages.js'
import { refusalOf } from '../sign-in/let-in.js'
import { visitOf } from '../visit.js'

const text = z.string().default('')
const nextQuery = z.object({ weiter: nextPath })
const proofForm = z.object({ password: text, code: text, weiter: nextPath })
const passwordForm = z.object({ password: text })
const appForm = z.object({ sealed: text, code: text })
const config = { section: 'account' as const }
const proved = { config: { ...config, proved: true } }
const PAGE = '/redaktion/konto'

/** `/redaktion/konto/bestaetigen`: all factors are given again. */
export async function proofRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const { base, cookies } = deps
  const app = plugin.withTypeProvider<ZodTypeProvider>()

  app.get('/konto/bestaetigen', { config, schema: { querystring: nextQuery } }, async (request, reply) => {
    const ways = await proofOf(deps, request.editor.id)
    return await reply.page('desk/prove', { next: request.query.weiter, ...ways, error: null })
  })

  app.post('/konto/bestaetigen', { config, schema: { body: proofForm } }, async (request, reply) => {
    const { session, editor, body: { password, code, weiter } } = request
    if (session === null) throw new Error('a route for editors has no session')
    const ways = await proofOf(deps, editor.id)
    const proof = { ...(ways.hasPassword ? { password } : {}), code, visit: visitOf(request, cookies) }
    const result = await checkCode(deps, session, proof)
    if (result.kind === 'right') {
      await proveAgain(deps, session.id)
      return await reply.redirect(`${base}${weiter}`, 303)
    }
    if (result.kind === 'ended') return await reply.redirect(`${base}/redaktion/anmelden`, 303)
    const { error, status } = refusalOf(reply, result, de.desk.signIn.wrongProof)
    return await reply.page('desk/prove', { next: weiter, ...ways, error }, status)
  })
}

/** What protects an account is changed by those who have just given all factors again. */
export async function factorRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const { base } = deps
  const app = plugin.withTypeProvider<ZodTypeProvider>()

  app.get('/konto/passwort', proved, async (_, reply) =>
    await reply.page('desk/new-password', { token: null, error: null }))

  app.post('/konto/passwort', { ...proved, schema: { body: passwordForm } }, async (request, reply) => {
    const { editor, session, body: { password } } = request
    const change = await changePassword(deps, { editorId: editor.id, sessionId: session?.id ?? '', password })
    if (change.kind !== 'fault') return await reply.redirect(`${base}${withDone(PAGE, 'passwort')}`, 303)
    return await reply.page('desk/new-password', { token: null, error: de.desk.join.password[change.fault] }, 422)
  })

  app.get('/konto/app', proved, async ({ editor }, reply) =>
    await showAppOffer(deps, reply, { editorId: editor.id, occasion: 'change' }))

  app.post('/konto/app', { ...proved, schema: { body: appForm } }, async ({ editor, body }, reply) => {
    const { sealed, code } = body
    const added = await addApp(deps, { editorId: editor.id, sealed, code })
    if (added) return await reply.redirect(`${base}${withDone(PAGE, 'app')}`, 303)
    const error = de.desk.signIn.wrongCode
    return await showAppOffer(deps, reply, { editorId: editor.id, occasion: 'change', sealed, error })
  })

  app.get('/konto/ersatzcodes', proved, async (_, reply) => await reply.page('desk/renew-codes', {}))

  app.post('/konto/ersatzcodes', proved, async ({ editor }, reply) =>
    await reply.page('desk/recovery-codes', { codes: await renewOwnCodes(deps, editor.id), next: PAGE }))
}

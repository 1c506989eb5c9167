import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { askForPasskey } from '../../editor/passkey/check.js'
import { secondFactorsOf } from '../../editor/factor/second-factor.js'
import { completeByPasskey, requestSignIn, signInByPasskey } from '../../editor/passkey/sign-in-passkey.js'
import { de } from '../../texts/de.js'
import { nextPath } from '../access.js'
import type { DeskDeps } from '../deps.js'
import '../pages.js'
import { passkeyField, readSignedPasskey } from '../passkey-field.js'
import { visitOf } from '../visit.js'
import { letIn, refusalOf } from './let-in.js'

const texts = de.desk.signIn
const form = z.object({ passkey: passkeyField, weiter: nextPath })
const open = { config: { access: 'public' as const } }
const begun = { config: { access: 'begun' as const } }
const WRONG = { kind: 'wrong' as const }

/**
 * Signing in by passkey, alone or after the password. A script asks for a request, has a passkey
 * sign it, and sends the form. It sends the form without an answer if the request was refused: then
 * a page says why.
 */
export async function signInPasskeyRoutes (app: FastifyInstance, deps: DeskDeps): Promise<void> {
  await app.register(aloneRoutes, deps)
  await app.register(secondStepRoutes, deps)
}

async function aloneRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const { cookies } = deps
  const app = plugin.withTypeProvider<ZodTypeProvider>()

  app.post('/anmelden/passkey/anfrage', open, async (request, reply) => {
    const asked = await requestSignIn(deps, visitOf(request, cookies))
    if (asked.kind === 'asked') return await reply.send(asked.request)
    return await reply.code(429).header('retry-after', asked.seconds).send({})
  })

  app.post('/anmelden/passkey', { ...open, schema: { body: form } }, async (request, reply) => {
    const { passkey, weiter } = request.body
    const visit = visitOf(request, cookies)
    const page = { address: '', next: weiter, note: null }
    const answer = readSignedPasskey(passkey)
    if (answer === null) {
      const asked = await requestSignIn(deps, visit)
      const { error, status } = refusalOf(reply, asked.kind === 'asked' ? WRONG : asked, texts.passkey.wrong)
      return await reply.page('desk/sign-in', { ...page, error }, status)
    }
    const result = await signInByPasskey(deps, answer, visit)
    if (result.kind === 'signed-in') return await letIn(deps, reply, { ...result, next: weiter })
    return await reply.page('desk/sign-in', { ...page, error: texts.passkey[result.kind] }, 422)
  })
}

async function secondStepRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const { base, cookies } = deps
  const app = plugin.withTypeProvider<ZodTypeProvider>()

  app.post('/anmelden/code/passkey/anfrage', begun, async ({ session }, reply) => {
    if (session?.stage !== 'password') return await reply.code(409).send({})
    return await reply.send(await askForPasskey(deps, session.editor.id))
  })

  app.post('/anmelden/code/passkey', { ...begun, schema: { body: form } }, async (request, reply) => {
    const { session, body: { passkey, weiter } } = request
    if (session?.stage !== 'password') return await reply.redirect(`${base}/redaktion/anmelden`, 303)
    const answer = readSignedPasskey(passkey)
    const visit = visitOf(request, cookies)
    const result = answer === null ? WRONG : await completeByPasskey(deps, session, { answer, visit })
    if (result.kind === 'signed-in') return await letIn(deps, reply, { ...result, next: weiter })
    const factors = await secondFactorsOf(deps, session.editor.id)
    return await reply.page('desk/sign-in-code', { next: weiter, error: texts.passkey[result.kind], ...factors }, 422)
  })
}

import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { findInvitation } from '../../editor/invitation/accept-invitation.js'
import { joinByPasskey, offerPasskeyToJoin } from '../../editor/passkey/join-by-passkey.js'
import { addOwnPasskey, offerOwnPasskey } from '../../editor/passkey/add-passkey.js'
import { completeSession } from '../../editor/factor/second-factor.js'
import { startSession } from '../../editor/session/session.js'
import { de } from '../../texts/de.js'
import { START } from '../access.js'
import { showAppOffer } from '../app-page.js'
import type { DeskDeps } from '../deps.js'
import '../pages.js'
import { passkeyField, readNewPasskey } from '../passkey-field.js'
import { visitOf } from '../visit.js'
import { letInWithCodes } from './let-in.js'
import { describeFaults, welcomePage } from './welcome-page.js'

const params = z.object({ token: z.string() })
const text = z.string().default('')
const joinForm = z.object({ name: text, address: text, passkey: passkeyField })
const setupForm = z.object({ passkey: passkeyField })
const open = { config: { access: 'public' as const } }
const begun = { config: { access: 'begun' as const } }

/**
 * Making a passkey: instead of a password, for somebody who was invited, or as second factor beside
 * it. A script asks for an offer, has a passkey made, and sends the form. It sends the form without
 * an answer if the offer was refused: then a page says why.
 */
export async function newPasskeyRoutes (app: FastifyInstance, deps: DeskDeps): Promise<void> {
  await app.register(joinPasskeyRoutes, deps)
  await app.register(setupPasskeyRoutes, deps)
}

async function joinPasskeyRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const { cookies, pool } = deps
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  const schema = { params, body: joinForm }

  app.post('/willkommen/:token/passkey/angebot', { ...open, schema }, async ({ params: { token }, body }, reply) => {
    const offered = await offerPasskeyToJoin(deps, token, body)
    return offered.kind === 'offered' ? await reply.send(offered.offer) : await reply.code(422).send({})
  })

  app.post('/willkommen/:token/passkey', { ...open, schema }, async (request, reply) => {
    const { params: { token }, body: { passkey, ...form } } = request
    const { device } = visitOf(request, cookies)
    const invitation = await findInvitation(deps, token)
    const answer = readNewPasskey(passkey)
    const joined = await joinByPasskey(deps, token, { ...form, answer, passkeyName: device })
    if (invitation === null || joined.kind === 'gone') return await reply.page('desk/link-gone', {}, 410)
    if (joined.kind !== 'joined') {
      const errors = joined.kind === 'wrong'
        ? { ...describeFaults({}), passkey: de.desk.passkey.notMade }
        : describeFaults(joined.faults)
      return await reply.page('desk/welcome', welcomePage(token, invitation, form, errors), 422)
    }
    const { editorId } = joined
    const session = { editorId, stage: 'full' as const, device }
    return await letInWithCodes(deps, reply, { editorId, token: await startSession({ ...deps, db: pool }, session) })
  })
}

async function setupPasskeyRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const { base, cookies } = deps
  const app = plugin.withTypeProvider<ZodTypeProvider>()

  app.post('/zweiter-faktor/passkey/angebot', begun, async ({ session }, reply) => {
    if (session?.stage !== 'setup') return await reply.code(409).send({})
    return await reply.send(await offerOwnPasskey(deps, session.editor.id))
  })

  app.post('/zweiter-faktor/passkey', { ...begun, schema: { body: setupForm } }, async (request, reply) => {
    const { session, body: { passkey } } = request
    if (session?.stage !== 'setup') return await reply.redirect(`${base}${START}`, 303)
    const editorId = session.editor.id
    const visit = visitOf(request, cookies)
    const answer = readNewPasskey(passkey)
    if (answer === null || !await addOwnPasskey(deps, { editorId, answer, name: visit.device })) {
      return await showAppOffer(deps, reply, { editorId, occasion: 'setup', error: de.desk.passkey.notMade })
    }
    return await letInWithCodes(deps, reply, { editorId, token: await completeSession(deps, session, visit) })
  })
}

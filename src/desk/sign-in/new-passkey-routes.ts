import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { findInvitation } from '../../editor/invitation/accept-invitation.js'
import { offerApp } from '../../editor/factor/authenticator-app.js'
import { joinByPasskey, offerPasskeyToJoin, type PasskeyJoinDeps } from '../../editor/passkey/join-by-passkey.js'
import { addOwnPasskey, offerOwnPasskey } from '../../editor/passkey/add-passkey.js'
import { renewRecoveryCodes } from '../../editor/factor/recovery-codes.js'
import { relyingPartyOf } from '../../editor/passkey/relying-party.js'
import { completeSession } from '../../editor/factor/second-factor.js'
import { startSession } from '../../editor/session/session.js'
import { deviceToken } from '../../editor/session/sign-in-attempts.js'
import { markControls } from '../../platform/mail/address.js'
import { de } from '../../texts/de.js'
import { START } from '../access.js'
import type { DeskDeps } from '../deps.js'
import { describeFaults } from './join-errors.js'
import '../pages.js'
import { passkeyField, readNewPasskey } from '../passkey-field.js'
import { visitOf } from '../visit.js'
import { SETUP } from './welcome-routes.js'

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
export async function newPasskeyRoutes (app: FastifyInstance, given: DeskDeps): Promise<void> {
  const deps = { ...given, party: relyingPartyOf(given) }
  await app.register(joinRoutes, deps)
  await app.register(setupRoutes, deps)
}

type Deps = DeskDeps & PasskeyJoinDeps

async function joinRoutes (plugin: FastifyInstance, deps: Deps): Promise<void> {
  const { cookies, keys, pool } = deps
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
      const shown = { name: markControls(form.name), address: invitation.address ?? markControls(form.address) }
      const errors = joined.kind === 'wrong'
        ? { ...describeFaults({}), passkey: de.desk.passkey.notMade }
        : describeFaults(joined.faults)
      return await reply.page('desk/welcome', { token, first: invitation.first, ...shown, errors }, 422)
    }
    const { editorId } = joined
    const codes = await renewRecoveryCodes({ db: pool }, editorId)
    cookies.session.set(reply, await startSession({ ...deps, db: pool }, { editorId, stage: 'full', device }))
    cookies.device.set(reply, deviceToken(keys, editorId))
    return await reply.page('desk/recovery-codes', { codes, next: START })
  })
}

async function setupRoutes (plugin: FastifyInstance, deps: Deps): Promise<void> {
  const { base, cookies, keys, pool } = deps
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
      const offer = await offerApp(deps, { editorId, issuer: deps.newsletter })
      return await reply.page('desk/second-factor', { ...offer, ...SETUP, error: de.desk.passkey.notMade }, 422)
    }
    const codes = await renewRecoveryCodes({ db: pool }, editorId)
    cookies.session.set(reply, await completeSession(deps, session, visit))
    cookies.device.set(reply, deviceToken(keys, editorId))
    return await reply.page('desk/recovery-codes', { codes, next: START })
  })
}

import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { addApp, offerApp } from '../../editor/factor/authenticator-app.js'
import { findInvitation } from '../../editor/invitation/accept-invitation.js'
import { join } from '../../editor/invitation/join.js'
import { renewRecoveryCodes } from '../../editor/factor/recovery-codes.js'
import { completeSession } from '../../editor/factor/second-factor.js'
import { startSession } from '../../editor/session/session.js'
import { deviceToken } from '../../editor/session/sign-in-attempts.js'
import { markControls } from '../../platform/mail/address.js'
import { de } from '../../texts/de.js'
import { START } from '../access.js'
import type { DeskDeps } from '../deps.js'
import { describeFaults } from './join-errors.js'
import '../pages.js'
import { visitOf } from '../visit.js'

const params = z.object({ token: z.string() })
const text = z.string().default('')
const joinForm = z.object({ name: text, address: text, password: text })
const appForm = z.object({ sealed: text, code: text })

/** The page for the second factor, where it is the second step of a new account. */
export const SETUP = { action: '/redaktion/zweiter-faktor', isSetup: true }

/** `/redaktion/willkommen/:token` makes an account usable, `/redaktion/zweiter-faktor` safe. */
export async function welcomeRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const { base, cookies, keys, pool } = deps
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  const open = { config: { access: 'public' as const }, schema: { params } }
  const begun = { config: { access: 'begun' as const } }

  app.get('/willkommen/:token', open, async ({ params: { token } }, reply) => {
    const invitation = await findInvitation(deps, token)
    if (invitation === null) return await reply.page('desk/link-gone', {}, 410)
    const { first, address } = invitation
    const page = { token, first, name: '', address: address ?? '', errors: describeFaults({}) }
    return await reply.page('desk/welcome', page)
  })

  app.post('/willkommen/:token', { ...open, schema: { params, body: joinForm } }, async (request, reply) => {
    const { params: { token }, body: form } = request
    const invitation = await findInvitation(deps, token)
    const joined = await join(deps, token, form)
    if (invitation === null || joined.kind === 'gone') return await reply.page('desk/link-gone', {}, 410)
    if (joined.kind === 'faults') {
      const shown = { name: markControls(form.name), address: invitation.address ?? markControls(form.address) }
      const page = { token, first: invitation.first, ...shown, errors: describeFaults(joined.faults) }
      return await reply.page('desk/welcome', page, 422)
    }
    const { device } = visitOf(request, cookies)
    const session = { editorId: joined.editorId, stage: 'setup' as const, device }
    cookies.session.set(reply, await startSession({ ...deps, db: pool }, session))
    return await reply.redirect(`${base}/redaktion/zweiter-faktor`, 303)
  })

  app.get('/zweiter-faktor', begun, async ({ session }, reply) => {
    if (session?.stage !== 'setup') return await reply.redirect(`${base}${START}`, 303)
    const offer = await offerApp(deps, { editorId: session.editor.id, issuer: deps.newsletter })
    return await reply.page('desk/second-factor', { ...offer, ...SETUP, error: null })
  })

  app.post('/zweiter-faktor', { ...begun, schema: { body: appForm } }, async (request, reply) => {
    const { session, body: { sealed, code } } = request
    if (session?.stage !== 'setup') return await reply.redirect(`${base}${START}`, 303)
    const editorId = session.editor.id
    if (!await addApp(deps, { editorId, sealed, code })) {
      const offer = await offerApp(deps, { editorId, issuer: deps.newsletter, sealed })
      return await reply.page('desk/second-factor', { ...offer, ...SETUP, error: de.desk.signIn.wrongCode }, 422)
    }
    const codes = await renewRecoveryCodes({ db: pool }, editorId)
    cookies.session.set(reply, await completeSession(deps, session, visitOf(request, cookies)))
    cookies.device.set(reply, deviceToken(keys, editorId))
    return await reply.page('desk/recovery-codes', { codes, next: START })
  })
}

import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { addApp } from '../../editor/factor/authenticator-app.js'
import { findInvitation } from '../../editor/invitation/accept-invitation.js'
import { join } from '../../editor/invitation/join.js'
import { completeSession } from '../../editor/factor/second-factor.js'
import { startSession } from '../../editor/session/session.js'
import { de } from '../../texts/de.js'
import { START } from '../access.js'
import { showAppOffer } from '../app-page.js'
import type { DeskDeps } from '../deps.js'
import '../pages.js'
import { visitOf } from '../visit.js'
import { letInWithCodes } from './let-in.js'
import { describeFaults, welcomePage } from './welcome-page.js'

const params = z.object({ token: z.string() })
const text = z.string().default('')
const joinForm = z.object({ name: text, address: text, password: text })
const appForm = z.object({ sealed: text, code: text })

/** `/redaktion/willkommen/:token` makes an account usable. */
export async function welcomeRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const { base, cookies, pool } = deps
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  const open = { config: { access: 'public' as const }, schema: { params } }

  app.get('/willkommen/:token', open, async ({ params: { token } }, reply) => {
    const invitation = await findInvitation(deps, token)
    if (invitation === null) return await reply.page('desk/link-gone', {}, 410)
    const nothing = { name: '', address: '' }
    return await reply.page('desk/welcome', welcomePage(token, invitation, nothing, describeFaults({})))
  })

  app.post('/willkommen/:token', { ...open, schema: { params, body: joinForm } }, async (request, reply) => {
    const { params: { token }, body: form } = request
    const invitation = await findInvitation(deps, token)
    const joined = await join(deps, token, form)
    if (invitation === null || joined.kind === 'gone') return await reply.page('desk/link-gone', {}, 410)
    if (joined.kind === 'faults') {
      const page = welcomePage(token, invitation, form, describeFaults(joined.faults))
      return await reply.page('desk/welcome', page, 422)
    }
    const { device } = visitOf(request, cookies)
    const session = { editorId: joined.editorId, stage: 'setup' as const, device }
    cookies.session.set(reply, await startSession({ ...deps, db: pool }, session))
    return await reply.redirect(`${base}/redaktion/zweiter-faktor`, 303)
  })
}

/** `/redaktion/zweiter-faktor` makes an account safe that has a password. */
export async function setupRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const { base, cookies } = deps
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  const begun = { config: { access: 'begun' as const } }

  app.get('/zweiter-faktor', begun, async ({ session }, reply) => {
    if (session?.stage !== 'setup') return await reply.redirect(`${base}${START}`, 303)
    return await showAppOffer(deps, reply, { editorId: session.editor.id, occasion: 'setup' })
  })

  app.post('/zweiter-faktor', { ...begun, schema: { body: appForm } }, async (request, reply) => {
    const { session, body: { sealed, code } } = request
    if (session?.stage !== 'setup') return await reply.redirect(`${base}${START}`, 303)
    const editorId = session.editor.id
    if (!await addApp(deps, { editorId, sealed, code })) {
      const error = de.desk.signIn.wrongCode
      return await showAppOffer(deps, reply, { editorId, occasion: 'setup', sealed, error })
    }
    const token = await completeSession(deps, session, visitOf(request, cookies))
    return await letInWithCodes(deps, reply, { editorId, token })
  })
}

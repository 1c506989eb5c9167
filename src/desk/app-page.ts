import type { FastifyReply } from 'fastify'
import { offerApp } from '../editor/factor/authenticator-app.js'
import type { DeskDeps } from './deps.js'
import './pages.js'

/** Where the form leads: it is the last step of making an account, or a change of one. */
const ACTIONS = { setup: '/redaktion/zweiter-faktor', change: '/redaktion/konto/app' }

/** Shows how to set an authenticator app up. With an error, the offer that `sealed` holds stays. */
export async function showAppOffer (
  deps: DeskDeps,
  reply: FastifyReply,
  { editorId, occasion, sealed, error = null }: {
    editorId: string, occasion: keyof typeof ACTIONS, sealed?: string, error?: string | null
  }
): Promise<FastifyReply> {
  const { publisher } = await deps.house.current()
  const offer = await offerApp(deps, { editorId, issuer: publisher.newsletter, sealed })
  const page = { ...offer, action: ACTIONS[occasion], isSetup: occasion === 'setup', error }
  return await reply.page('desk/second-factor', page, error === null ? 200 : 422)
}

import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { IdentityProvider } from '../../editor/single-sign-on/identity-provider.js'
import {
  beginSingleSignOn, finishSingleSignOn, randomSecret, type SignOn
} from '../../editor/single-sign-on/single-sign-on.js'
import { de } from '../../texts/de.js'
import { nextPath } from '../access.js'
import type { DeskDeps } from '../deps.js'
import '../pages.js'
import { visitOf } from '../visit.js'
import { letIn } from './let-in.js'

/** Where the provider sends browsers back to: it must know the address. */
export const RETURN_PATH = '/redaktion/anmelden/dienst/zurueck'

const query = z.object({ weiter: nextPath, erneut: z.string().optional() })
const config = { access: 'public' as const }

const STATUS: Readonly<Record<Exclude<SignOn['kind'], 'signed-in'>, number>> = {
  stale: 410,
  cancelled: 403,
  wrong: 400,
  unreachable: 503,
  'no-role': 403,
  'no-address': 403,
  taken: 409,
  disabled: 403
}

const RETRY_SECONDS = 60

/**
 * `/redaktion/anmelden/dienst`: to the house's provider of identities, and back. It is a link and
 * not a form, since browsers count where a form's answer leads as a target of the form.
 */
export async function singleSignOnRoutes (
  plugin: FastifyInstance, deps: DeskDeps & { provider: IdentityProvider }
): Promise<void> {
  const { cookies } = deps
  const app = plugin.withTypeProvider<ZodTypeProvider>()

  app.get('/anmelden/dienst', { config, schema: { querystring: query } }, async (request, reply) => {
    const { weiter, erneut } = request.query
    // Two tabs of one browser share the cookie.
    const browser = cookies.signOn.read(request) ?? randomSecret()
    const url = await beginSingleSignOn(deps, { browser, next: weiter, again: erneut !== undefined })
    if (url === null) {
      reply.header('retry-after', RETRY_SECONDS)
      return await reply.page('desk/error', pageOf('unreachable'), STATUS.unreachable)
    }
    cookies.signOn.set(reply, browser)
    return await reply.redirect(url, 303)
  })

  app.get('/anmelden/dienst/zurueck', { config }, async (request, reply) => {
    const result = await finishSingleSignOn(deps, {
      search: new URL(request.url, 'http://localhost').search,
      browser: cookies.signOn.read(request),
      device: visitOf(request, cookies).device,
      session: request.session
    })
    if (result.kind === 'signed-in') {
      cookies.signOn.clear(reply)
      return await letIn(deps, reply, result)
    }
    if (result.kind === 'unreachable') reply.header('retry-after', RETRY_SECONDS)
    return await reply.page('desk/error', pageOf(result.kind), STATUS[result.kind])
  })
}

function pageOf (kind: keyof typeof STATUS): { status: number, heading: string, message: string, hint: string } {
  return { status: STATUS[kind], ...de.desk.singleSignOn[kind] }
}

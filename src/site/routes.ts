import type { FastifyInstance } from 'fastify'
import { htmlReply } from '../platform/http/html.js'
import type { View } from '../platform/http/view.js'

/** The pages that every public page links to. */
export async function legalRoutes (app: FastifyInstance, { view, base, confirmTtlSeconds }: { view: View, base: string, confirmTtlSeconds: number }): Promise<void> {
  const html = htmlReply(view)
  app.get('/', async (_, reply) => await reply.redirect(`${base}/abonnieren`))
  app.get('/impressum', async (_, reply) => await html(reply, 200, 'site/imprint', {}))
  app.get('/datenschutz', async (_, reply) => await html(reply, 200, 'site/privacy', { confirmTtlSeconds }))
  app.get('/barrierefreiheit', async (_, reply) => await html(reply, 200, 'site/accessibility', {}))
}

import type { FastifyInstance } from 'fastify'
import './pages.js'

/** The home page, and the pages that every public page links to. */
export async function siteRoutes (app: FastifyInstance, { base, confirmTtlSeconds }: { base: string, confirmTtlSeconds: number }): Promise<void> {
  app.get('/', async (_, reply) => await reply.redirect(`${base}/abonnieren`))
  app.get('/impressum', async (_, reply) => await reply.page('site/imprint', {}))
  app.get('/datenschutz', async (_, reply) => await reply.page('site/privacy', { confirmTtlSeconds }))
  app.get('/barrierefreiheit', async (_, reply) => await reply.page('site/accessibility', {}))
}

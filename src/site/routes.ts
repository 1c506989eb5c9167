import type { FastifyInstance } from 'fastify'
import './pages.js'

/**
 * A page of a release before this one may be seen for so long. Its style is served all the same.
 */
const FOR_MINUTES = 'public, max-age=300'

/** The home page, and the pages that every public page links to. */
export async function siteRoutes (
  app: FastifyInstance,
  deps: { base: string, confirmTtlSeconds: number }
): Promise<void> {
  const { base, confirmTtlSeconds } = deps
  app.get('/', async (_, reply) => await reply.redirect(`${base}/abonnieren`))
  app.get('/impressum', app.sharedPage('site/imprint', async () => ({}), FOR_MINUTES))
  app.get('/datenschutz', app.sharedPage('site/privacy', async () => ({ confirmTtlSeconds }), FOR_MINUTES))
  app.get('/barrierefreiheit', app.sharedPage('site/accessibility', async () => ({}), FOR_MINUTES))
}

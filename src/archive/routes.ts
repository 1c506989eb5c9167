import type { FastifyInstance } from 'fastify'
import type { ArchiveDeps } from './deps.js'
import { feedRoutes } from './feed-routes.js'
import { listRoutes } from './list-routes.js'
import { pageRoutes } from './page-routes.js'
import { sitemapRoutes } from './sitemap-routes.js'

/** What was sent, for everyone. All of it is the same for everyone, and sent from memory. */
export async function archiveRoutes (app: FastifyInstance, deps: ArchiveDeps): Promise<void> {
  await app.register(listRoutes, deps)
  await app.register(pageRoutes, deps)
  await app.register(feedRoutes, deps)
  await app.register(sitemapRoutes, deps)
}

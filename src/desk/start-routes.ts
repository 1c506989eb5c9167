import type { FastifyInstance } from 'fastify'
import './pages.js'

/** `/redaktion`: where editors begin. */
export async function startRoutes (app: FastifyInstance): Promise<void> {
  app.get('/', async (_, reply) => await reply.page('desk/start', {}))
}

import type { FastifyInstance } from 'fastify'
import type { DeskDeps } from '../deps.js'
import { readFigures } from './figures.js'
import './pages.js'

const config = { access: 'administer', section: 'subscribers' } as const

/** `/redaktion/leserinnen`: how many readers there are, and how the number changes. */
export async function subscribersRoutes (app: FastifyInstance, deps: DeskDeps): Promise<void> {
  app.get('/leserinnen', { config }, async (_, reply) =>
    await reply.page('desk/subscribers', await readFigures(deps)))
}

import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import { ping } from '../database/database.queries.js'

/**
 * `/healthz`: the process lives. `/readyz`: it can reach its database, so it can be sent readers.
 */
export async function healthRoutes (app: FastifyInstance, { pool }: { pool: Pool }): Promise<void> {
  app.get('/healthz', async (_, reply) => await reply.header('cache-control', 'no-store').send({ status: 'ok' }))
  app.get('/readyz', async (_, reply) => {
    reply.header('cache-control', 'no-store')
    try {
      await ping.run(undefined, pool)
      return await reply.send({ status: 'ok' })
    } catch {
      return await reply.code(503).send({ status: 'database unreachable' })
    }
  })
}

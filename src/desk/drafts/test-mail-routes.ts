import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { sendTests } from '../../delivery/send-test.js'
import type { DeskDeps } from '../deps.js'
import { actingOf, draftParams, noDraft, READS } from './deps.js'

const testForm = z.object({ an: z.enum(['mich', 'liste']) })

/** `…/testmail`: the mail as all will get it, to oneself or to the test list. */
export async function testMailRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const app = plugin.withTypeProvider<ZodTypeProvider>()

  app.post('/entwuerfe/:draft/testmail', { config: READS, schema: { params: draftParams, body: testForm } },
    async (request, reply) => {
      const { params: { draft }, body: { an } } = request
      const sent = await sendTests(actingOf(deps, request), { draft, toList: an === 'liste' })
      if (sent === null) throw noDraft()
      return await reply.redirect(`${deps.base}/redaktion/entwuerfe/${draft}/vorschau?test=${sent}#meldung`, 303)
    })
}

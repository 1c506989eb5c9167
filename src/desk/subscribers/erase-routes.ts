import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { eraseEverywhere, maskAddress } from '../../subscription/help-desk.js'
import type { DeskDeps } from '../deps.js'
import { withDone } from '../done.js'
import { actingOf } from '../drafts/deps.js'
import { foundAddress, foundForm, HELPS, SEARCH } from './found.js'

/** `/redaktion/leserinnen/loeschen`: the erasure of one address, in two steps. */
export async function eraseRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  const found = { config: HELPS, schema: { body: foundForm } }

  app.post('/leserinnen/loeschen', found, async ({ body: { gefunden: field }, editor }, reply) => {
    const { address } = foundAddress(deps, editor.id, field)
    return await reply.page('desk/subscriber-erase', { masked: maskAddress(address), field })
  })

  app.post('/leserinnen/loeschen/ja', found, async (request, reply) => {
    const { canonical } = foundAddress(deps, request.editor.id, request.body.gefunden)
    const erased = await eraseEverywhere({ ...deps, ...actingOf(deps, request) }, canonical)
    return await reply.redirect(`${deps.base}${withDone(SEARCH, erased ? 'adresse-geloescht' : 'adresse-fort')}`, 303)
  })
}

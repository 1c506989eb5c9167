import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { findStored, liftForReader, maskAddress, suppressForReader } from '../../subscription/help-desk.js'
import { de } from '../../texts/de.js'
import type { DeskDeps } from '../deps.js'
import { actingOf } from '../drafts/deps.js'
import { foundAddress, foundForm, HELPS, showFound } from './found.js'

const { suppressionChanged: notices } = de.subscribers

/** `/redaktion/leserinnen/sperren`: an address gets no mail any more, in two steps; and back. */
export async function suppressRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  const found = { config: HELPS, schema: { body: foundForm } }

  app.post('/leserinnen/sperren', found, async ({ body: { gefunden: field }, editor }, reply) => {
    const { address, canonical } = foundAddress(deps, editor.id, field)
    const isStored = (await findStored(deps, canonical)).length > 0
    return await reply.page('desk/subscriber-suppress', { masked: maskAddress(address), field, isStored })
  })

  app.post('/leserinnen/sperren/ja', found, async (request, reply) => {
    const { editor: { id: account }, body: { gefunden } } = request
    const address = foundAddress(deps, account, gefunden)
    await suppressForReader({ ...deps, ...actingOf(deps, request) }, address.canonical)
    return await showFound(deps, reply, { account, address, notice: notices.suppressed })
  })

  app.post('/leserinnen/entsperren', found, async (request, reply) => {
    const { editor: { id: account }, body: { gefunden } } = request
    const address = foundAddress(deps, account, gefunden)
    const lifted = await liftForReader({ ...deps, ...actingOf(deps, request) }, address.canonical)
    return await showFound(deps, reply, { account, address, notice: lifted ? notices.lifted : notices.notSuppressed })
  })
}

import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { BLOCK_KINDS, findKind } from '../../issue/blocks/registry.js'
import { addBlock, duplicateBlock, type AddResult } from '../../issue/draft/add-block.js'
import { moveBlock } from '../../issue/draft/move-block.js'
import { putBackBlock, removeBlock } from '../../issue/draft/remove-block.js'
import type { DeskDeps } from '../deps.js'
import { wantsJson } from '../wants-json.js'
import { actingOf, blockParams, draftParams, WRITES } from './deps.js'

const addForm = z.object({
  kind: z.string().refine(kind => findKind(BLOCK_KINDS, kind) !== null),
  after: z.coerce.number().int().optional()
})
const moveForm = z.object({ to: z.union([z.enum(['up', 'down']), z.coerce.number().int().min(1)]) })

/** Adding, moving, duplicating and removing blocks. Each button leads back to where it was. */
export async function blockRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  const { base } = deps
  const ofBlock = { config: WRITES, schema: { params: blockParams } }

  app.post('/entwuerfe/:draft/bloecke', { config: WRITES, schema: { params: draftParams, body: addForm } },
    async (request, reply) => {
      const { params: { draft }, body: { kind, after } } = request
      const place = after === undefined ? undefined : after + 1
      const added = await addBlock(actingOf(deps, request), { draft, kind, place })
      return await reply.redirect(pathAfter(base, draft, added, 'added'), 303)
    })

  app.post('/entwuerfe/:draft/bloecke/:block/verschieben', {
    ...ofBlock, schema: { params: blockParams, body: moveForm }
  }, async (request, reply) => {
    const { params: { draft, block }, body: { to } } = request
    const moved = await moveBlock(actingOf(deps, request), { draft, block, to })
    if (wantsJson(request)) return await reply.code(moved.result === 'moved' ? 200 : 410).send(moved)
    const path = `${base}/redaktion/entwuerfe/${draft}`
    if (moved.result === 'gone') return await reply.redirect(`${path}?getan=gone`, 303)
    // A button that has no use at the end of the list gives the focus to its neighbour.
    const button = moved.place === 1 ? 'runter' : moved.place === moved.of ? 'hoch' : to === 'down' ? 'runter' : 'hoch'
    return await reply.redirect(`${path}?getan=moved&block=${block}&taste=${button}`, 303)
  })

  app.post('/entwuerfe/:draft/bloecke/:block/duplizieren', ofBlock, async (request, reply) => {
    const { draft } = request.params
    return await reply.redirect(pathAfter(base, draft, await duplicateBlock(actingOf(deps, request), request.params),
      'duplicated'), 303)
  })

  app.post('/entwuerfe/:draft/bloecke/:block/entfernen', ofBlock, async (request, reply) => {
    const { draft, block } = request.params
    await removeBlock(actingOf(deps, request), { draft, block })
    return await reply.redirect(`${base}/redaktion/entwuerfe/${draft}?getan=removed&block=${block}`, 303)
  })

  app.post('/entwuerfe/:draft/bloecke/:block/zurueckholen', ofBlock, async (request, reply) => {
    const { draft } = request.params
    return await reply.redirect(pathAfter(base, draft, await putBackBlock(actingOf(deps, request), request.params),
      'putBack'), 303)
  })
}

function pathAfter (base: string, draft: string, added: AddResult, done: string): string {
  const path = `${base}/redaktion/entwuerfe/${draft}`
  if (added.result !== 'added') return `${path}?getan=${added.result}`
  // Browsers do not move the focus to what has `autofocus` if the address names a part of the page.
  return `${path}?getan=${done}&block=${added.block}&taste=titel`
}

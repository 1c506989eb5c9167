import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { resolveComment, writeComment } from '../../issue/draft/comment.js'
import { de } from '../../texts/de.js'
import type { DeskDeps } from '../deps.js'
import { actingOf, draftParams, READS } from './deps.js'
import { showFailure } from './show-editor.js'

/** The page of the form: that of the approval, or else the draft. */
const danach = z.literal('freigabe').optional()
const commentForm = z.object({ text: z.string().default(''), block: z.uuid().optional(), danach })
const resolveForm = z.object({ danach }).default({})
const commentParams = z.object({ draft: z.uuid(), comment: z.uuid() })

/** Comments on a block or on the whole draft: everybody at the desk may write and resolve them. */
export async function commentRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  const { base } = deps

  app.post('/entwuerfe/:draft/kommentare', { config: READS, schema: { params: draftParams, body: commentForm } },
    async (request, reply) => {
      const { params: { draft }, body: { text, block, danach } } = request
      const written = await writeComment(actingOf(deps, request), { draft, block: block ?? null, text })
      if (written.result === 'empty' || written.result === 'too-long') {
        const message = written.result === 'empty' ? de.drafts.errors.emptyComment : de.drafts.errors.longComment
        return await showFailure(deps, request, reply, { id: draft, message })
      }
      if (danach !== undefined) {
        return await reply.redirect(`${base}/redaktion/entwuerfe/${draft}/freigabe?getan=commented#kommentare`, 303)
      }
      const done = written.result === 'gone' ? 'gone' : 'commented'
      const anchor = block === undefined ? 'kommentare' : `kommentare-${block}`
      return await reply.redirect(`${base}/redaktion/entwuerfe/${draft}?getan=${done}#${anchor}`, 303)
    })

  const resolving = { config: READS, schema: { params: commentParams, body: resolveForm } }
  app.post('/entwuerfe/:draft/kommentare/:comment/erledigt', resolving, async (request, reply) => {
    await resolveComment(actingOf(deps, request), request.params)
    const to = request.body.danach === undefined ? '?getan=resolved#meldung' : '/freigabe?getan=resolved#kommentare'
    return await reply.redirect(`${base}/redaktion/entwuerfe/${request.params.draft}${to}`, 303)
  })
}

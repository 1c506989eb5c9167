import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { lookUpLinks, type LinkCondition } from '../../issue/checks/look-up-links.js'
import { draftInput } from '../../issue/draft/read-draft.js'
import { Problem } from '../../platform/http/problem.js'
import { createSemaphore } from '../../platform/semaphore.js'
import { de } from '../../texts/de.js'
import type { DeskDeps } from '../deps.js'
import { draftParams, foundDraft, READS } from './deps.js'
import { anchorOf, whereOf } from './finding-views.js'
import { createTurns } from './turns.js'

declare module '../../platform/http/page.js' {
  interface Pages {
    'desk/links': {
      draft: string
      title: string
      /** How many were looked up. */
      count: number
      /** Those that are not fine, the worst first. */
      links: Array<{ condition: string, message: string, href: string, where: string, anchor: string }>
    }
  }
}

/** Visits at once, for all that look links up together. */
const AT_ONCE = 4
const LONGEST_MS = 30_000
const PAUSE_MS = 20_000

const WORST_FIRST: readonly LinkCondition[] = ['danger', 'broken', 'not-public', 'caution']

/** `/redaktion/entwuerfe/:draft/vorschau/links`: how the links of a draft are, at this moment. */
export async function linkRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  const semaphore = createSemaphore(AT_ONCE)
  const turns = createTurns(deps, PAUSE_MS)

  app.post('/entwuerfe/:draft/vorschau/links', { config: READS, schema: { params: draftParams } },
    async (request, reply) => {
      const draft = await foundDraft(deps, request.params.draft)
      const finish = turns.take([draft.id, request.editor.id])
      if (finish === null) throw new Problem('links-busy', 429, de.drafts.errors.linksBusy)
      try {
        const signal = AbortSignal.timeout(LONGEST_MS)
        const links = await lookUpLinks({ ...deps.internet, signal, semaphore }, draftInput(draft))
        const title = draft.head['title']
        return await reply.page('desk/links', {
          draft: draft.id,
          title: typeof title === 'string' ? title : de.drafts.untitled,
          count: links.length,
          links: WORST_FIRST.flatMap(condition => links.filter(link => link.condition === condition)).map(link => ({
            condition: de.drafts.linkConditions[link.condition],
            message: link.message ?? '',
            href: link.href,
            where: whereOf(draft, link),
            anchor: anchorOf(link)
          }))
        })
      } finally {
        finish()
      }
    })
}

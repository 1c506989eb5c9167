import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { DraftPreview } from '../../issue/draft/preview-draft.js'
import type { Draft } from '../../issue/draft/read-draft.js'
import { anchorOf } from '../../issue/render/issue-view.js'
import { de } from '../../texts/de.js'
import { blockName } from './block-name.js'
import { draftParams, foundDraft, READS } from './deps.js'
import { findingViews, type FindingViews } from './finding-views.js'
import type { PreviewRouteDeps } from './preview-routes.js'

declare module '../../platform/http/page.js' {
  interface Pages {
    /** What is still wrong, for the page on which a draft is written: a fragment. */
    'desk/parts/mail-beside': { draft: string, findings: FindingViews }
  }
}

/** What the script beside the form shows after each save. */
interface Report {
  summary: string
  size: string
  /** HTML. */
  findings: string
  /** `anchor`: where its mail has the block; null if it is left out. */
  blocks: Array<{ id: string, name: string, note: string, anchor: string | null }>
}

/** `…/vorschau/pruefung`: what a draft still lacks, and what each of its blocks weighs. */
export async function mailBesideRoutes (plugin: FastifyInstance, deps: PreviewRouteDeps): Promise<void> {
  const app = plugin.withTypeProvider<ZodTypeProvider>()

  app.get('/entwuerfe/:draft/vorschau/pruefung', { config: READS, schema: { params: draftParams } },
    async (request, reply) => {
      const draft = await foundDraft(deps, request.params.draft)
      const preview = await deps.previewDraft(draft)
      const views = findingViews(draft, preview.findings)
      const findings = await app.view('desk/parts/mail-beside', { draft: draft.id, findings: views }, request)
      return await reply.send({
        summary: de.desk.preview.summary(views.barriers.length),
        size: de.desk.preview.size(Math.ceil(preview.htmlSize / 1000)),
        findings,
        blocks: describeBlocks(draft, preview)
      } satisfies Report)
    })
}

function describeBlocks ({ blocks }: Draft, { weights, findings }: DraftPreview): Report['blocks'] {
  const shown = [...weights.keys()]
  return blocks.map((block, index) => {
    const weight = weights.get(block.id)
    const barriers = findings.filter(finding => finding.block === index && finding.level === 'barrier').length
    return {
      id: block.id,
      name: blockName(block),
      note: de.desk.preview.note(weight === undefined ? null : Math.ceil(weight / 1000), barriers),
      anchor: weight === undefined ? null : anchorOf(shown.indexOf(block.id))
    }
  })
}

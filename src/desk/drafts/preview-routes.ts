import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { readTestList } from '../../delivery/test-list.js'
import type { DraftPreview, PreviewDraft } from '../../issue/draft/preview-draft.js'
import { titleOf, type Draft } from '../../issue/draft/read-draft.js'
import { repairDraft } from '../../issue/draft/repair-draft.js'
import { showAs, type MailView } from '../../issue/render/mail-views.js'
import type { Pages } from '../../platform/http/page.js'
import { memoSync } from '../../platform/memo.js'
import { de } from '../../texts/de.js'
import type { DeskDeps } from '../deps.js'
import { actingOf, draftParams, foundDraft, READS, WRITES } from './deps.js'
import { FRAMED } from './framed-views.js'
import { findingViews, type FindingViews } from './finding-views.js'
import { blockName } from './block-name.js'
import { kilobytes, mailAsSeen, seenAs, type MailAsSeen } from './mail-as-seen.js'

declare module '../../platform/http/page.js' {
  interface Pages {
    'desk/preview': {
      draft: string
      title: string
      mail: MailAsSeen
      leftOut: Array<{ id: string, name: string }>
      weights: Array<{ id: string, name: string, kilobytes: number }>
      findings: FindingViews
      /** What was just done. */
      said: string | null
      /** How many accounts get tests. */
      testList: number
    }
  }
}

const viewQuery = z.object({
  ansicht: seenAs,
  behoben: z.enum(['ja', 'nein']).optional().catch(undefined),
  test: z.coerce.number().pipe(z.int().min(1).max(100)).optional().catch(undefined)
})
const repairForm = z.object({ finding: z.string().max(500), danach: z.literal('schreiben').optional() })

export interface PreviewRouteDeps extends DeskDeps { previewDraft: PreviewDraft }

/**
 * `/redaktion/entwuerfe/:draft/vorschau`: the mail as it will arrive, and what is still wrong with
 * it.
 */
export async function previewRoutes (plugin: FastifyInstance, deps: PreviewRouteDeps): Promise<void> {
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  const schema = { params: draftParams, querystring: viewQuery }
  const { previewDraft, publicUrl, base } = deps
  const shownAs = memoSync(({ html }: DraftPreview['mail']) => memoSync((view: MailView) =>
    Buffer.from(showAs(html, view).replaceAll(`${publicUrl}/bilder/`, `${base}/bilder/`))), { most: MOST_MAILS })

  app.get('/entwuerfe/:draft/vorschau', { config: READS, schema }, async (request, reply) => {
    const { params, query: { ansicht: view, behoben, test } } = request
    const draft = await foundDraft(deps, params.draft)
    const preview = await previewDraft(draft)
    const said = behoben !== undefined ? repaired[behoben] : test !== undefined ? testSent(test) : null
    const testList = (await readTestList({ db: deps.pool })).value.length
    const mail = mailAsSeen(preview, view)
    return await reply.page('desk/preview', { ...describe(draft, preview), mail, said, testList })
  })

  app.get('/entwuerfe/:draft/vorschau/mail', { config: READS, schema }, async (request, reply) => {
    const { params, query: { ansicht } } = request
    const { mail } = await previewDraft(await foundDraft(deps, params.draft))
    const view = ansicht === 'text' || ansicht === 'aloud' ? 'light' : FRAMED[ansicht]
    const pictures = view === 'no-pictures' ? "'none'" : "'self'"
    // A mail carries its style within itself. The sandbox lets it do nothing: no script, no form,
    // no link.
    return await reply
      .header('content-security-policy',
        `default-src 'none'; style-src 'unsafe-inline'; img-src ${pictures}; frame-ancestors 'self'; sandbox`)
      .header('x-frame-options', 'SAMEORIGIN')
      .type('text/html; charset=utf-8')
      .send(shownAs(mail)(view))
  })

  app.post('/entwuerfe/:draft/beheben', { config: WRITES, schema: { params: draftParams, body: repairForm } },
    async (request, reply) => {
      const { params: { draft }, body: { finding: key, danach } } = request
      const repaired = await repairDraft({ ...actingOf(deps, request), publicUrl: deps.publicUrl }, { draft, key })
      const said = repaired === 'repaired' ? 'ja' : 'nein'
      const page = `${deps.base}/redaktion/entwuerfe/${draft}`
      return await reply.redirect(danach === undefined
        ? `${page}/vorschau?behoben=${said}#pruefung`
        : `${page}?getan=${repaired === 'repaired' ? 'repaired' : 'changed'}`, 303)
    })
}

const { repaired, testSent } = de.desk.preview

/** Mails of which we remember how they are seen. */
const MOST_MAILS = 50

function describe (draft: Draft, preview: DraftPreview): Omit<Pages['desk/preview'], 'said' | 'mail' | 'testList'> {
  const { leftOut, weights, findings } = preview
  const names = new Map(draft.blocks.map(block => [block.id, blockName(block)]))
  const named = (id: string): { id: string, name: string } => ({ id, name: names.get(id) ?? '' })
  return {
    draft: draft.id,
    title: titleOf(draft) || de.drafts.untitled,
    leftOut: leftOut.map(named),
    weights: [...weights].map(([id, size]) => ({ ...named(id), kilobytes: kilobytes(size) })),
    findings: findingViews(draft, findings)
  }
}

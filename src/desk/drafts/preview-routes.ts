import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { DraftPreview, PreviewDraft } from '../../issue/draft/preview-draft.js'
import type { Draft } from '../../issue/draft/read-draft.js'
import { repairDraft } from '../../issue/draft/repair-draft.js'
import { showAs, type MailView } from '../../issue/render/mail-views.js'
import { readAloud } from '../../issue/render/read-aloud.js'
import type { Pages } from '../../platform/http/page.js'
import { memoSync } from '../../platform/memo.js'
import { de } from '../../texts/de.js'
import type { DeskDeps } from '../deps.js'
import { actingOf, draftParams, foundDraft, READS, WRITES } from './deps.js'
import { FRAMED } from './framed-views.js'
import { findingViews, type FindingViews } from './finding-views.js'
import { blockName } from './block-name.js'

const VIEWS = ['desktop', 'phone', 'dark', 'inverted', 'no-pictures', 'text', 'aloud'] as const
type SeenAs = typeof VIEWS[number]

declare module '../../platform/http/page.js' {
  interface Pages {
    'desk/preview': {
      draft: string
      title: string
      view: SeenAs
      views: Array<{ view: SeenAs, name: string }>
      /** Whether the view shows the mail in a frame. */
      framed: boolean
      subject: string
      text: string
      spoken: Array<{ kind: string, level: number, text: string, count: number }>
      hash: string | null
      htmlKilobytes: number
      textKilobytes: number
      leftOut: Array<{ id: string, name: string }>
      weights: Array<{ id: string, name: string, kilobytes: number }>
      findings: FindingViews
      repaired: string | null
    }
  }
}

const viewQuery = z.object({
  ansicht: z.enum(VIEWS).catch('desktop'), behoben: z.enum(['ja', 'nein']).optional().catch(undefined)
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
    const { params, query: { ansicht: view, behoben } } = request
    const draft = await foundDraft(deps, params.draft)
    const preview = await previewDraft(draft)
    const spoken = view === 'aloud' ? readAloudOnce(preview.mail) : []
    const repaired = behoben === undefined ? null : de.desk.preview.repaired[behoben]
    return await reply.page('desk/preview', { ...describe(draft, preview, view), spoken, repaired })
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

/** Mails of which we remember how they are seen and heard. */
const MOST_MAILS = 50

const readAloudOnce = memoSync(({ html }: DraftPreview['mail']) =>
  readAloud(html, de.desk.preview).map(each => ({ level: 0, text: '', count: 0, ...each })), { most: MOST_MAILS })

function describe (
  draft: Draft, preview: DraftPreview, view: SeenAs
): Omit<Pages['desk/preview'], 'repaired' | 'spoken'> {
  const { mail, hash, htmlSize, textSize, leftOut, weights, findings } = preview
  const { views } = de.desk.preview
  const names = new Map(draft.blocks.map(block => [block.id, blockName(block)]))
  const named = (id: string): { id: string, name: string } => ({ id, name: names.get(id) ?? '' })
  const kilobytes = (size: number): number => Math.ceil(size / 1000)
  const title = draft.head['title']
  return {
    draft: draft.id,
    title: typeof title === 'string' ? title : de.drafts.untitled,
    view,
    views: VIEWS.map(view => ({ view, name: views[view] })),
    framed: view !== 'text' && view !== 'aloud',
    subject: mail.subject,
    text: view === 'text' ? mail.text : '',
    hash,
    htmlKilobytes: kilobytes(htmlSize),
    textKilobytes: kilobytes(textSize),
    leftOut: leftOut.map(named),
    weights: [...weights].map(([id, size]) => ({ ...named(id), kilobytes: kilobytes(size) })),
    findings: findingViews(draft, findings)
  }
}

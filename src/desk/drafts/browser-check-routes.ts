import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { publicPage } from '../../archive/page-view.js'
import type { Draft } from '../../issue/draft/read-draft.js'
import { showAs } from '../../issue/render/mail-views.js'
import { summarise } from '../../issue/summary.js'
import { inlineStyles } from '../../platform/http/assets.js'
import { draftParams, foundDraft, READS } from './deps.js'
import type { PreviewRouteDeps } from './preview-routes.js'

const query = z.object({ was: z.enum(['mail', 'seite']), farben: z.enum(['hell', 'dunkel']) })

/**
 * `/redaktion/entwuerfe/:draft/vorschau/browserpruefung`: a draft's mail or page with the script
 * that checks it by axe. The preview's script loads it into a frame at the press of a button.
 */
export async function browserCheckRoutes (plugin: FastifyInstance, deps: PreviewRouteDeps): Promise<void> {
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  const schema = { params: draftParams, querystring: query }
  const origin = new URL(deps.publicUrl).origin
  const script = `${origin}${deps.base}${deps.assets.urls.checkFrame}`
  // As the preview, and this one script: it is named whole, so that no other one of ours runs here.
  const policy = `default-src 'none'; script-src ${script}; style-src 'unsafe-inline'; img-src 'self'; ` +
    "frame-ancestors 'self'; sandbox allow-scripts"

  app.get('/entwuerfe/:draft/vorschau/browserpruefung', { config: READS, schema }, async (request, reply) => {
    const { params, query: { was, farben } } = request
    const draft = await foundDraft(deps, params.draft)
    const html = showAs(was === 'mail' ? await mailOf(deps, draft) : await pageOf(deps, draft),
      farben === 'dunkel' ? 'dark' : 'light')
    const tag = `<script src="${script}" data-subject="${was === 'mail' ? 'mail' : 'page'}"></script>`
    return await reply
      .header('content-security-policy', policy)
      .header('x-frame-options', 'SAMEORIGIN')
      .type('text/html; charset=utf-8')
      .send(html.replace('</body>', `${tag}</body>`))
  })
}

async function mailOf (deps: PreviewRouteDeps, draft: Draft): Promise<string> {
  const { mail } = await deps.previewDraft(draft)
  return mail.html.replaceAll(`${deps.publicUrl}/bilder/`, `${deps.base}/bilder/`)
}

/** The page that the archive would show, whole, with its pictures and styles. */
async function pageOf (deps: PreviewRouteDeps, draft: Draft): Promise<string> {
  const { mail, content, number, slug } = await deps.previewDraft(draft)
  const { title, date } = content
  const now = deps.clock.now()
  const issue = { number, slug, title, date, publishedAt: now, summary: summarise(content), page: mail.page }
  const page = await deps.siteView('archive/issue', publicPage(issue, now), null)
  return inlineStyles(deps.assets, page).replaceAll('src="../bilder/', `src="${deps.base}/bilder/`)
}

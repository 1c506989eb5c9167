import type { FastifyInstance } from 'fastify'
import { readPublishedSlugs } from '../issue/published.js'
import { createPageStore, sendFrom } from '../platform/http/page-store.js'
import { sendStoredPage } from '../platform/http/stored-page.js'
import { escapeHtml } from '../platform/text/escape-html.js'
import { readLastCorrections } from './correct.js'
import { FOR_A_MINUTE, type ArchiveDeps } from './deps.js'
import { readWithdrawn } from './withdraw.js'

/** Pages that are there without any issue. */
const PAGES = ['/ausgaben', '/abonnieren', '/impressum', '/datenschutz', '/barrierefreiheit']

interface Address { path: string, changedAt: Date | null }

/** `/sitemap.xml` and `/robots.txt`: what search engines may show, which is all that is public. */
export async function sitemapRoutes (app: FastifyInstance, { pool, clock, publicUrl }: ArchiveDeps): Promise<void> {
  const sitemap = createPageStore({
    clock,
    load: async (): Promise<Address[]> => {
      const slugs = await readPublishedSlugs({ db: pool }, { except: await readWithdrawn({ db: pool }) })
      const corrected = await readLastCorrections({ db: pool })
      return [
        ...PAGES.map(path => ({ path, changedAt: null })),
        ...slugs.map(({ number, slug, publishedAt }) =>
          ({ path: `/ausgaben/${slug}`, changedAt: corrected.get(number) ?? publishedAt }))
      ]
    },
    render: async addresses => app.storePage(write(publicUrl, addresses), {
      cacheControl: FOR_A_MINUTE, type: 'application/xml; charset=utf-8'
    })
  })
  const robots = app.storePage(`User-agent: *\nDisallow:\n\nSitemap: ${publicUrl}/sitemap.xml\n`, {
    cacheControl: FOR_A_MINUTE, type: 'text/plain; charset=utf-8'
  })

  app.get('/sitemap.xml', (request, reply) => sendFrom(sitemap, '', request, reply))
  app.get('/robots.txt', (request, reply) => { sendStoredPage(request, reply, robots) })
}

function write (publicUrl: string, addresses: readonly Address[]): string {
  const urls = addresses.map(({ path, changedAt }) => {
    const changed = changedAt === null ? '' : `<lastmod>${changedAt.toISOString()}</lastmod>`
    return `  <url><loc>${escapeHtml(publicUrl + path)}</loc>${changed}</url>\n`
  })
  return '<?xml version="1.0" encoding="utf-8"?>\n' +
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>\n`
}

import type { FastifyInstance } from 'fastify'
import { markdownHtml } from '../issue/content/markdown.js'
import { PAGE_STYLE } from '../issue/render/markdown-styles.js'
import type { Pages } from '../platform/http/page.js'
import type { House } from '../platform/newsletter/house.js'
import { storedOfReaders } from '../privacy/retention/for-readers.js'
import type { RetentionTimes } from '../privacy/retention/rule.js'
import './pages.js'

/**
 * A page of a release before this one may be seen for so long. Its style is served all the same.
 */
const FOR_MINUTES = 'public, max-age=300'

/** The home page, and the pages that every public page links to. */
export async function siteRoutes (
  app: FastifyInstance,
  deps: { base: string, times: RetentionTimes, consentProof: boolean, house: House }
): Promise<void> {
  const { base, times, consentProof, house } = deps
  const stored = storedOfReaders(times, { consentProof })
  const privacy = async (): Promise<Pages['site/privacy']> => {
    const { privacyText } = await house.current()
    return { stored, more: markdownHtml(privacyText, PAGE_STYLE) }
  }
  app.get('/', async (_, reply) => await reply.redirect(`${base}/abonnieren`))
  app.get('/impressum', app.sharedPage('site/imprint', async () => ({}), FOR_MINUTES))
  app.get('/datenschutz', app.sharedPage('site/privacy', privacy, FOR_MINUTES))
  app.get('/barrierefreiheit', app.sharedPage('site/accessibility', async () => ({}), FOR_MINUTES))
}

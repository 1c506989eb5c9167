import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../platform/context.js'
import { attachment } from '../platform/http/attachment.js'
import { createPageStore } from '../platform/http/page-store.js'
import { sendStoredPage } from '../platform/http/stored-page.js'
import { SLUG } from './content/slug.js'
import { findDocument, findPicture, findPublicPage } from './issue.queries.js'

declare module '../platform/http/page.js' {
  interface Pages {
    /** `fragment` is HTML that was made when the issue was approved. */
    'issue/public-page': { title: string, date: string, number: number, fragment: string }
  }
}

const pageParams = z.object({ slug: z.string().regex(SLUG) })
const pictureParams = z.object({ name: z.string().regex(/^[0-9a-f]{64}\.[a-z]{3,4}$/) })

const documentParams = z.object({ name: z.string().regex(/^[0-9a-f]{64}\.[a-z]{3,4}$/) })

/**
 * Together with the time that the page store keeps it, the longest that a page is seen after it was
 * withdrawn.
 */
const FOR_A_MINUTE = 'public, max-age=60'

/** An issue to read in the browser, and its pictures. */
export async function issueRoutes (
  plugin: FastifyInstance,
  { pool, clock }: Pick<Context, 'pool' | 'clock'>
): Promise<void> {
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  // A million readers may follow the link in their mail within minutes.
  const pages = createPageStore({
    clock,
    load: async slug => await findPublicPage.maybeOne({ slug }, pool),
    render: async ({ number, title, date, page }) =>
      app.storePage(await app.view('issue/public-page', { title, date, number, fragment: page }, null), FOR_A_MINUTE)
  })

  app.get('/ausgaben/:slug', { schema: { params: pageParams } }, async (request, reply) => {
    const page = await pages(request.params.slug)
    if (page === null) return reply.callNotFound()
    sendStoredPage(request, reply, page)
  })

  app.get('/bilder/:name', { schema: { params: pictureParams } }, async ({ params: { name } }, reply) => {
    const picture = await findPicture.maybeOne({ name }, pool)
    if (picture === null) return reply.callNotFound()
    // Mail programs show it in pages of other origins.
    return await reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('cross-origin-resource-policy', 'cross-origin')
      .type(picture.type)
      .send(picture.bytes)
  })

  // Never shown in the browser: what is in a file must not act in the name of this website.
  app.get('/dateien/:name', { schema: { params: documentParams } }, async ({ params: { name } }, reply) => {
    const document = await findDocument.maybeOne({ name }, pool)
    if (document === null) return reply.callNotFound()
    return await reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('content-disposition', attachment(document.fileName))
      .type(document.type)
      .send(document.bytes)
  })
}

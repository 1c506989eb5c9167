import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Pool } from 'pg'
import { z } from 'zod'
import { SLUG } from './content/slug.js'
import { findPicture, findPublicPage } from './issue.queries.js'

declare module '../platform/http/page.js' {
  interface Pages {
    /** `fragment` is HTML that was made when the issue was approved. */
    'issue/public-page': { title: string, date: string, number: number, fragment: string }
  }
}

const pageParams = z.object({ slug: z.string().regex(SLUG) })
const pictureParams = z.object({ name: z.string().regex(/^[0-9a-f]{64}\.[a-z]{3,4}$/) })

/** An issue to read in the browser, and its pictures. */
export async function issueRoutes (plugin: FastifyInstance, { pool }: { pool: Pool }): Promise<void> {
  const app = plugin.withTypeProvider<ZodTypeProvider>()

  app.get('/ausgaben/:slug', { schema: { params: pageParams } }, async ({ params: { slug } }, reply) => {
    const issue = await findPublicPage.maybeOne({ slug }, pool)
    if (issue === null) return reply.callNotFound()
    const { number, title, date, page } = issue
    return await reply.page('issue/public-page', { title, date, number, fragment: page })
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
}

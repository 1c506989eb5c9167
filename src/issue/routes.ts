import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import { htmlReply } from '../platform/http/html.js'
import type { View } from '../platform/http/view.js'
import { SLUG } from './content/slug.js'
import { findPicture, findPublicPage } from './issue.queries.js'

const PICTURE_NAME = /^[0-9a-f]{64}\.[a-z]{3,4}$/

/** An issue to read in the browser, and its pictures. */
export async function issueRoutes (app: FastifyInstance, { pool, view }: { pool: Pool, view: View }): Promise<void> {
  const html = htmlReply(view)

  app.get<{ Params: { slug: string } }>('/ausgaben/:slug', async ({ params }, reply) => {
    const [issue] = SLUG.test(params.slug) ? await findPublicPage.run({ slug: params.slug }, pool) : []
    if (issue === undefined) return reply.callNotFound()
    const { number, title, date, page } = issue
    return await html(reply, 200, 'issue/public-page', { title, date, number, fragment: page })
  })

  app.get<{ Params: { name: string } }>('/bilder/:name', async ({ params }, reply) => {
    const [picture] = PICTURE_NAME.test(params.name) ? await findPicture.run({ name: params.name }, pool) : []
    if (picture === undefined) return reply.callNotFound()
    // Mail programs show it in pages of other origins.
    return await reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('cross-origin-resource-policy', 'cross-origin')
      .type(picture.type)
      .send(picture.bytes)
  })
}

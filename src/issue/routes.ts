import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../platform/context.js'
import { attachment } from '../platform/http/attachment.js'
import { findDocument, findPicture } from './issue.queries.js'

const pictureParams = z.object({ name: z.string().regex(/^[0-9a-f]{64}\.[a-z]{3,4}$/) })
const documentParams = z.object({ name: z.string().regex(/^[0-9a-f]{64}\.[a-z]{3,4}$/) })

/** The pictures of issues, and the files that readers download. */
export async function issueRoutes (plugin: FastifyInstance, { pool }: Pick<Context, 'pool'>): Promise<void> {
  const app = plugin.withTypeProvider<ZodTypeProvider>()

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

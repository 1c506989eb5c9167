import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { richTextHtml } from '../issue/rich-text/html.js'

/** As long as a field may be, and a little more, since a text that is too long must be seen too. */
const MOST_CHARACTERS = 200_000

/**
 * `POST /redaktion/gestaltet`: Markdown as HTML for the editor in the browser, since the parser of
 * the mail is the only one. The HTML is null where the editor cannot hold the text.
 */
export async function richTextRoutes (app: FastifyInstance): Promise<void> {
  app.withTypeProvider<ZodTypeProvider>().post('/gestaltet', {
    schema: { body: z.object({ markdown: z.string().max(MOST_CHARACTERS) }) },
    config: { access: 'write' }
  }, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    return { html: richTextHtml(request.body.markdown) }
  })
}

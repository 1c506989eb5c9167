import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { markdownFromDocx } from '../issue/rich-text/from-docx.js'
import { richTextHtml } from '../issue/rich-text/html.js'
import { de } from '../texts/de.js'
import { readFiles, readPostedFiles } from './drafts/read-multipart.js'

/** As long as a field may be, and a little more, since a text that is too long must be seen too. */
const MOST_CHARACTERS = 200_000
const WRITES = { access: 'write' } as const

/** What the editor for formatted text asks the server for. */
export async function richTextRoutes (plugin: FastifyInstance): Promise<void> {
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  await readFiles(app)

  /**
   * Markdown as HTML for the editor in the browser, since the parser of the mail is the only one.
   * The HTML is null where the editor cannot hold the text.
   */
  app.post('/gestaltet', {
    schema: { body: z.object({ markdown: z.string().max(MOST_CHARACTERS) }) },
    config: WRITES
  }, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    return { html: richTextHtml(request.body.markdown) }
  })

  /** The text of a Word file, as HTML for the editor, or a German sentence that says why not. */
  app.post('/gestaltet/word', { config: WRITES, bodyLimit: 22_000_000 }, async (request, reply) => {
    const [file] = (await readPostedFiles(request)).files
    if (file === undefined) return await reply.code(422).send({ problem: de.drafts.errors.noFile })
    const read = await markdownFromDocx(file.bytes)
    if (!read.ok) return await reply.code(422).send({ problem: read.problem })
    const { markdown, losses, hadTable } = read
    return { html: richTextHtml(markdown) ?? '', losses: [...losses], hadTable }
  })
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { memoOnce } from '../memo.js'
import type { FillTemplate } from '../templates.js'
import { sendStoredPage, storePage } from './stored-page.js'

/**
 * The pages that exist, each with the data that its template needs. A room adds its own:
 *
 *     declare module '../platform/http/page.js' {
 *       interface Pages { 'room/name': { field: string } }
 *     }
 */
export interface Pages {}

export type PageName = keyof Pages

/** A page without data of its own. */
export type NoData = Readonly<Record<never, never>>

/** Fills `templates/<name>.liquid`, with the layout around it, to a whole HTML page. */
export type View = <Name extends PageName>(
  name: Name,
  data: Pages[Name],
  request: FastifyRequest | null
) => Promise<string>

/**
 * What all pages of a zone are filled with. A page's own data cannot replace it. The request is
 * null for a page that is the same for everyone.
 */
export type CommonData = (request: FastifyRequest | null) => Readonly<Record<string, unknown>>

/** Answers with one page that is the same for everyone. */
type SharedPageHandler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

declare module 'fastify' {
  interface FastifyInstance {
    view: View

    /**
     * Makes the handler of a page that is the same for everyone: rendered once, then sent from
     * memory.
     */
    sharedPage: <Name extends PageName>(name: Name, data: Pages[Name], cacheControl: string) => SharedPageHandler
  }

  interface FastifyReply {
    /**
     * Answers with a page that nobody keeps: most depend on a link's token or on what was just
     * typed. Rejects where a template asks for a field that its data lacks.
     */
    page: <Name extends PageName>(name: Name, data: Pages[Name], status?: number) => Promise<FastifyReply>
  }
}

/** Makes the view of a zone. The caller sets the content type, which must name utf-8. */
export function createView (fill: FillTemplate, common: CommonData): View {
  return async (name, data, request) => await fill(`${name}.liquid`, { ...data, ...common(request) })
}

/** Gives a plugin `view` and `sharedPage`, and its replies `page`. */
export function servePages (app: FastifyInstance, view: View): void {
  app.decorate('view', view)
  app.decorate('sharedPage', (name, data, cacheControl) => {
    const stored = memoOnce(async () => storePage(await view(name, data, null), cacheControl))
    return async (request, reply) => sendStoredPage(request, reply, await stored())
  })
  app.decorateReply('page', async function (this: FastifyReply, name, data, status = 200) {
    const html = await view(name, data, this.request)
    return await this.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(html)
  })
}

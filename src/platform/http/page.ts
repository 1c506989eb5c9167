import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { memo } from '../memo.js'
import type { Templates } from '../templates.js'
import { blank, splitAtBlanks } from './blanks.js'
import { sendStoredPage, storePage, type StoredPage, type Storing } from './stored-page.js'

/**
 * The pages that exist, each with the data that its template needs. A room adds its own:
 *
 *     declare module '../platform/http/page.js' {
 *       interface Pages { 'room/name': { field: string } }
 *     }
 */
export interface Pages {}

export type PageName = keyof Pages

/** Of a page with texts: for so many kinds of the other data. */
const MOST_RENDERINGS = 100

/** While one version replaces another, requests may still ask for the one before. */
const MOST_VERSIONS = 2

/** A page without data of its own. */
export type NoData = Readonly<Record<never, never>>

type Filled<Result> = <Name extends PageName>(
  name: Name, data: Pages[Name], request: FastifyRequest | null
) => Promise<Result>

/**
 * Fills `templates/<name>.liquid`, with the layout around it, to a whole HTML page: to text, or to
 * bytes of UTF-8.
 */
export interface View extends Filled<string> {
  encode: Filled<Buffer>
  /** Another one whenever pages that are the same for everyone are filled with something else. */
  version: () => string | Promise<string>
}

type Common = Readonly<Record<string, unknown>>

/**
 * What all pages of a zone are filled with. A page's own data cannot replace it. The request is
 * null for a page that is the same for everyone.
 */
export type CommonData = (request: FastifyRequest | null) => Common | Promise<Common>

/** Answers with one page that is the same for everyone. */
type SharedPageHandler = (request: FastifyRequest, reply: FastifyReply) => void | Promise<FastifyReply>

declare module 'fastify' {
  interface FastifyInstance {
    view: View

    /** Stores a page with the headers of its zone. */
    storePage: (text: string, storing: Storing) => StoredPage

    /**
     * Makes the handler of a page that is the same for everyone: rendered once for each version
     * of the view, then sent from memory.
     */
    sharedPage: <Name extends PageName>(
      name: Name, data: () => Promise<Pages[Name]>, cacheControl: string
    ) => SharedPageHandler

    /**
     * Makes the view of a page in which `texts` differ from reader to reader: it is rendered once
     * for all that have the other data in common.
     */
    viewWithTexts: <Name extends PageName>(
      name: Name, texts: ReadonlyArray<keyof Pages[Name] & string>
    ) => (data: Pages[Name]) => Promise<string>
  }

  interface FastifyReply {
    /** Answers with a page that nobody keeps. */
    html: (html: string | Buffer, status?: number) => FastifyReply

    /**
     * Answers with a page that nobody keeps: most depend on a link's token or on what was just
     * typed. Rejects where a template asks for a field that its data lacks.
     */
    page: <Name extends PageName>(name: Name, data: Pages[Name], status?: number) => Promise<FastifyReply>
  }
}

/** Makes the view of a zone. The caller sets the content type, which must name utf-8. */
export function createView (fill: Templates, common: CommonData, version: View['version'] = () => ''): View {
  return Object.assign<Filled<string>, Pick<View, 'encode' | 'version'>>(
    async (name, data, request) => await fill(`${name}.liquid`, { ...data, ...await common(request) }),
    {
      encode: async (name, data, request) => await fill.encode(`${name}.liquid`, { ...data, ...await common(request) }),
      version
    }
  )
}

/** Gives a plugin `view`, `storePage` and `sharedPage`, and its replies `page`. */
export function servePages (
  app: FastifyInstance,
  headers: Readonly<Record<string, string>>,
  view: View
): void {
  app.decorate('view', view)
  app.decorate('storePage', (text, storing) => storePage(text, storing, headers))
  app.decorate('sharedPage', (name, data, cacheControl) => {
    const page = memo(
      async (_: string) => app.storePage(await view(name, await data(), null), { cacheControl }),
      { most: MOST_VERSIONS }
    )
    let last: { version: string, page: StoredPage } | null = null
    const look = async (version: string | Promise<string>): Promise<StoredPage> => {
      const found = await version
      last = { version: found, page: await page(found) }
      return last.page
    }
    return (request, reply) => {
      const version = view.version()
      // At once: a promise would cost a tenth of the answer.
      if (version === last?.version) return sendStoredPage(request, reply, last.page)
      return look(version).then(page => {
        sendStoredPage(request, reply, page)
        return reply
      })
    }
  })
  app.decorate('viewWithTexts', (name, texts) => {
    type Data = Pages[typeof name]
    const render = memo(
      async ({ data }: { data: Data, version: string }) => splitAtBlanks(await view(name, data, null)),
      { most: MOST_RENDERINGS, keyOf: JSON.stringify }
    )
    return async data => {
      const given = texts.filter(text => data[text] !== null)
      const blanks = Object.fromEntries(given.map(text => [text, blank(text)]))
      const fill = await render({ data: { ...data, ...blanks }, version: await view.version() })
      return fill(data)
    }
  })
  app.decorateReply('html', function (this: FastifyReply, html, status = 200) {
    return this.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(html)
  })
  app.decorateReply('page', async function (this: FastifyReply, name, data, status) {
    return this.html(await view.encode(name, data, this.request), status)
  })
}

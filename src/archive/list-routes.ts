import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { createPageStore, type PageStore } from '../platform/http/page-store.js'
import { sendStoredPage } from '../platform/http/stored-page.js'
import { FOR_A_MINUTE, type ArchiveDeps } from './deps.js'
import { showList } from './list-view.js'
import { listQuery, queryOf, wantedOf, type Wanted } from './query.js'

/** `/ausgaben`: what was sent, by year, category and words. */
export async function listRoutes (plugin: FastifyInstance, { pool, clock }: ArchiveDeps): Promise<void> {
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  const store = (): PageStore => createPageStore({
    clock,
    load: async key => await showList({ db: pool }, JSON.parse(key) as Wanted),
    render: async page => app.storePage(await app.view('archive/list', page, null), { cacheControl: FOR_A_MINUTE })
  })
  // What people search for must not drive out the pages that everybody sees.
  const stores = { lists: store(), searches: store() }

  app.get('/ausgaben', { schema: { querystring: listQuery } }, async (request, reply) => {
    const wanted = wantedOf(request.query)
    const page = await stores[wanted.words === null ? 'lists' : 'searches'](JSON.stringify(wanted))
    if (page === null) return await reply.redirect(`ausgaben${queryOf({ ...wanted, page: 1 })}`, 302)
    sendStoredPage(request, reply, page)
  })
}

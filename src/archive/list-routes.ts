import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createPageStore, sendFrom, type PageStore } from '../platform/http/page-store.js'
import { Problem } from '../platform/http/problem.js'
import { de } from '../texts/de.js'
import { FOR_A_MINUTE, type ArchiveDeps } from './deps.js'
import { showList } from './list-view.js'
import { listQuery, queryOf, wantedOf, type Wanted } from './query.js'

/** `/ausgaben`: what was sent, by year, category and words. */
export async function listRoutes (app: FastifyInstance, { pool, clock }: ArchiveDeps): Promise<void> {
  const store = (): PageStore => createPageStore({
    clock,
    load: async key => await showList({ db: pool }, JSON.parse(key) as Wanted),
    render: async page => app.storePage(await app.view('archive/list', page, null), { cacheControl: FOR_A_MINUTE }),
    version: app.view.version
  })
  // What people search for must not drive out the pages that everybody sees.
  const [lists, searches] = [store(), store()]
  const everything = JSON.stringify(wantedOf(listQuery.parse({})))

  app.get('/ausgaben', (request, reply) => {
    // Most ask for nothing more, and reading what they ask for costs as much as all the rest.
    if (!request.url.includes('?')) return sendFrom(lists, everything, request, reply)
    return answer(request, reply)
  })

  async function answer (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { success, data } = listQuery.safeParse(request.query)
    if (!success) throw new Problem('no-such-list', 400, de.errors.byStatus[400])
    const wanted = wantedOf(data)
    const store = wanted.words === null ? lists : searches
    const page = await store(JSON.stringify(wanted))
    if (page === null) return await reply.redirect(`ausgaben${queryOf({ ...wanted, page: 1 })}`, 302)
    await sendFrom(store, JSON.stringify(wanted), request, reply)
    return reply
  }
}

import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { readPublishedPages } from '../issue/published.js'
import { createPageStore, sendFrom, type PageStore } from '../platform/http/page-store.js'
import { Problem } from '../platform/http/problem.js'
import { de } from '../texts/de.js'
import { readAllCorrections } from './correct.js'
import { FOR_A_MINUTE, type ArchiveDeps } from './deps.js'
import { atomFeed, jsonFeed, type FeedSource } from './feed.js'
import { listQuery } from './query.js'
import { readWithdrawn } from './withdraw.js'

/** Issues in a feed. Who wants older ones finds them in the list. */
const MOST_ENTRIES = 50
/** One for each category, and none of them small. */
const LIMITS = { freshMs: 10_000, absentMs: 10_000, pages: 30, absent: 1_000 }

const feedQuery = z.object({ rubrik: listQuery.shape.rubrik })

const FEEDS = [
  { path: '/ausgaben/feed.xml', write: atomFeed, type: 'application/atom+xml; charset=utf-8' },
  { path: '/ausgaben/feed.json', write: jsonFeed, type: 'application/feed+json; charset=utf-8' }
]

/** `/ausgaben/feed.xml` and `feed.json`: the latest issues, of all categories or of one. */
export async function feedRoutes (app: FastifyInstance, deps: ArchiveDeps): Promise<void> {
  for (const { path, write, type } of FEEDS) {
    const feeds: PageStore = createPageStore({
      clock: deps.clock,
      load: async key => await readFeed(deps, key === '' ? null : key),
      render: async source => app.storePage(await write(source), { cacheControl: FOR_A_MINUTE, type })
    }, LIMITS)
    app.get(path, (request, reply) => {
      const asked = request.url.includes('?') ? feedQuery.safeParse(request.query).data : { rubrik: null }
      if (asked === undefined) throw new Problem('no-such-feed', 400, de.errors.byStatus[400])
      return sendFrom(feeds, asked.rubrik ?? '', request, reply)
    })
  }
}

/** What a feed is made of; null for a category that no issue has. */
async function readFeed (
  { pool, house, publicUrl }: ArchiveDeps, category: string | null
): Promise<FeedSource | null> {
  const except = await readWithdrawn({ db: pool })
  const issues = await readPublishedPages({ db: pool }, { category, except, limit: MOST_ENTRIES })
  if (category !== null && issues.length === 0) return null
  const corrections = await readAllCorrections({ db: pool }, issues.map(({ number }) => number))
  const entries = issues.map(issue => ({ ...issue, corrections: corrections.get(issue.number) ?? [] }))
  const { publisher: { newsletter, organisation } } = await house.current()
  return { entries, category, newsletter, organisation, publicUrl }
}

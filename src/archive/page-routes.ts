import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { SLUG } from '../issue/content/slug.js'
import { readPublished } from '../issue/published.js'
import { attachment } from '../platform/http/attachment.js'
import { createPageStore, sendFrom } from '../platform/http/page-store.js'
import { calendarOf, type CalendarSource } from './calendar.js'
import { FOR_A_MINUTE, type ArchiveDeps } from './deps.js'
import { showIssue } from './page-view.js'
import { readWithdrawal } from './withdraw.js'

const slug = z.string().regex(SLUG)
const pageParams = z.object({ slug })
const eventParams = z.object({ slug, file: z.string().regex(/^abschnitt-\d{1,2}\.ics$/) })

/** `/ausgaben/:slug`: an issue to read in the browser, and its events for a calendar. */
export async function pageRoutes (plugin: FastifyInstance, deps: ArchiveDeps): Promise<void> {
  const { pool, clock } = deps
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  // A million readers may follow the link in their mail within minutes.
  const pages = createPageStore({
    clock,
    load: async slug => await showIssue({ db: pool, clock }, slug),
    version: app.view.version,
    render: async shown => shown.isWithdrawn
      ? app.storePage(await app.view('archive/withdrawn', shown.page, null), {
        cacheControl: FOR_A_MINUTE, status: 410
      })
      : app.storePage(await app.view('archive/issue', shown.page, null), { cacheControl: FOR_A_MINUTE })
  })
  const calendars = createPageStore({
    clock,
    load: async key => await readCalendar(deps, key),
    render: async source => app.storePage(calendarOf(source), {
      cacheControl: FOR_A_MINUTE,
      type: 'text/calendar; charset=utf-8',
      more: { 'content-disposition': attachment(`${source.issue.slug}.ics`) }
    })
  })

  app.get('/ausgaben/:slug', { schema: { params: pageParams } }, (request, reply) =>
    sendFrom(pages, request.params.slug, request, reply))

  app.get('/ausgaben/:slug/termine.ics', { schema: { params: pageParams } }, (request, reply) =>
    sendFrom(calendars, `${request.params.slug}/`, request, reply))

  app.get('/ausgaben/:slug/termine/:file', { schema: { params: eventParams } }, (request, reply) => {
    const { slug, file } = request.params
    return sendFrom(calendars, `${slug}/${file.replace('.ics', '')}`, request, reply)
  })
}

/**
 * The events of an issue, or one of them: the key is "slug/" or "slug/anchor". Null if there is
 * none, and for an issue that is withdrawn.
 */
async function readCalendar (
  { pool, house, publicUrl }: ArchiveDeps, key: string
): Promise<CalendarSource | null> {
  const [slug = '', anchor = ''] = key.split('/')
  const issue = await readPublished({ db: pool }, slug)
  if (issue === null || await readWithdrawal({ db: pool }, issue.number) !== null) return null
  const events = issue.summary.events.filter(({ id }) => anchor === '' || id === anchor)
  if (events.length === 0) return null
  const { number, publishedAt } = issue
  const { publisher: { newsletter } } = await house.current()
  return { issue: { number, slug, publishedAt }, events, newsletter, publicUrl }
}

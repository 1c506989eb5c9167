import { PassThrough } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { readIssue } from '../../issue/list-issues.js'
import type { DeskDeps } from '../deps.js'
import { READS } from '../drafts/deps.js'
import { issueParams } from './issue-view.js'
import { createWatchers } from './watchers.js'
import type { ProgressView } from './progress-view.js'

declare module '../../platform/http/page.js' {
  interface Pages {
    /** The bar and the figures of a delivery: a fragment. */
    'desk/parts/progress': { progress: ProgressView }
  }
}

/** Proxies end a connection on which nothing is said for a minute. */
const HEARTBEAT_MS = 15_000
/** After this the browser comes again, so that a session that has ended does not watch on. */
const LONGEST_MS = 5 * 60_000
const COME_AGAIN_MS = 2_000
const MOST_WATCHERS = 200

/**
 * `/redaktion/ausgaben/:number/verlauf`: how far a delivery is, as server-sent events (section 9.2
 * of the HTML standard). Each event holds all there is to show, so that none is missed when a
 * connection breaks.
 */
export async function watchRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  const watchers = createWatchers(deps)
  const open = new Set<PassThrough>()
  app.addHook('preClose', async () => { for (const stream of open) stream.end() })

  app.get('/ausgaben/:number/verlauf', {
    config: READS, schema: { params: issueParams }, exposeHeadRoute: false
  }, async (request, reply) => {
    const { number } = request.params
    const issue = await readIssue({ db: deps.pool }, number)
    if (issue?.state !== 'published') return reply.callNotFound()
    // The page renews itself instead.
    if (open.size >= MOST_WATCHERS) return await reply.code(503).header('retry-after', '60').send()
    const stream = new PassThrough()
    open.add(stream)
    const tell = async (progress: ProgressView): Promise<void> => {
      const html = await app.view('desk/parts/progress', { progress }, request)
      const { phase, spoken } = progress
      if (stream.writable) stream.write(`data: ${JSON.stringify({ phase, spoken, html })}\n\n`)
    }
    stream.write(`retry: ${COME_AGAIN_MS}\n\n`)
    const stop = watchers.watch(number, progress => {
      tell(progress).catch((error: unknown) => { stream.destroy(error as Error) })
    })
    const heartbeat = setInterval(() => { if (stream.writable) stream.write(':\n\n') }, HEARTBEAT_MS)
    reply.raw.once('close', () => { stream.destroy() })
    const end = setTimeout(() => { stream.end() }, LONGEST_MS)
    stream.once('close', () => {
      stop()
      clearInterval(heartbeat)
      clearTimeout(end)
      open.delete(stream)
    })
    return await reply
      .type('text/event-stream; charset=utf-8')
      // Neither kept nor packed on the way, and sent on at once (nginx).
      .header('cache-control', 'no-store, no-transform')
      .header('x-accel-buffering', 'no')
      .send(stream)
  })
}

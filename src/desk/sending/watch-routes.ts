import { PassThrough } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { isSignedIn } from '../../editor/session/session.js'
import { readIssue } from '../../issue/list-issues.js'
import type { DeskDeps } from '../deps.js'
import { READS } from '../drafts/deps.js'
import { issueParams } from './issue-view.js'
import type { ProgressView } from './progress-view.js'
import type { StartView } from './start-view.js'
import { createWatchers, type Seen } from './watchers.js'

declare module '../../platform/http/page.js' {
  interface Pages {
    /** The bar and the figures of a delivery: a fragment. */
    'desk/parts/progress': { progress: ProgressView }
    /** When an issue is sent: a fragment. */
    'desk/parts/start': { start: StartView, readers: number }
  }
}

/** Proxies end a connection on which nothing is said for a minute. */
const HEARTBEAT_MS = 15_000
/** After this the browser comes again, so that a session that has ended does not watch on. */
const LONGEST_MS = 5 * 60_000
const COME_AGAIN_MS = 2_000
const MOST_WATCHERS = 200
/** So that nobody takes the places of all others. */
const MOST_OF_AN_ACCOUNT = 10

/**
 * `/redaktion/ausgaben/:number/verlauf`: whether an issue still waits for its start, and how far
 * its delivery is, as server-sent events (section 9.2 of the HTML standard). Each event holds all
 * there is to show, so that none is missed when a connection breaks.
 */
export async function watchRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  const watchers = createWatchers(deps)
  /** The open streams, and whose they are. */
  const open = new Map<PassThrough, string>()
  app.addHook('preClose', async () => { for (const stream of open.keys()) stream.end() })

  app.get('/ausgaben/:number/verlauf', {
    config: READS, schema: { params: issueParams }, exposeHeadRoute: false
  }, async (request, reply) => {
    const { number } = request.params
    if (await readIssue({ db: deps.pool }, number) === null) return reply.callNotFound()
    const { id } = request.editor
    const own = [...open.values()].filter(editor => editor === id).length
    // The page says that its figures are old, and asks again.
    if (open.size >= MOST_WATCHERS || own >= MOST_OF_AN_ACCOUNT) {
      return await reply.code(503).header('retry-after', '60').send()
    }
    const stream = new PassThrough()
    open.set(stream, id)
    const token = deps.cookies.session.read(request) ?? ''
    const tell = async (seen: Seen): Promise<void> => {
      if (!await isSignedIn(deps, token)) stream.end()
      const told = await describe(seen, request)
      if (stream.writable) stream.write(`data: ${JSON.stringify(told)}\n\n`)
    }
    stream.write(`retry: ${COME_AGAIN_MS}\n\n`)
    const stop = watchers.watch(number, seen => {
      tell(seen).catch((error: unknown) => { stream.destroy(error as Error) })
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

  /** What an event says: see `Told` in the script that reads it. */
  async function describe (seen: Seen, request: FastifyRequest): Promise<Told> {
    const { phase } = seen
    if (phase === 'ready') return { phase, spoken: '', html: '' }
    if (phase === 'planned') {
      const { start, readers } = seen
      return { phase, spoken: '', html: await app.view('desk/parts/start', { start, readers }, request) }
    }
    const { progress } = seen
    return { phase, spoken: progress.spoken, html: await app.view('desk/parts/progress', { progress }, request) }
  }
}

interface Told { phase: Seen['phase'], spoken: string, html: string }

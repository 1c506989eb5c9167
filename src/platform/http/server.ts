import rateLimit from '@fastify/rate-limit'
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { Log } from '../log/log.js'
import { withoutBase } from './base-path.js'
import { drainOnClose } from './drain.js'
import { refuseWithoutHost } from './errors.js'
import { readForwarded } from './forwarded.js'
import { HTTP_TIMEOUTS, nodeServer, type HttpTimeouts } from './node-server.js'
import { answerFailure, zoneOf, type Zone } from './zone.js'

export interface ServerDeps {
  log: Log
  /** The parts of the web, one of them without a prefix. Their plugins apply them. */
  zones: readonly Zone[]
  /** The path below which readers find the service; empty at a host's root. */
  base: string
  /**
   * Who may tell us the reader's IP address: `X-Forwarded-For` is believed from these proxies only.
   */
  trustProxy: string | undefined
  timeouts?: HttpTimeouts
}

/** More than any form of the site holds. Zones that take more say so. */
const BODY_BYTES = 8 * 1024

/**
 * A web server without routes and parsers: what holds for all zones. What is refused before a route
 * is found, such as a path that cannot be decoded, is answered in the form of the zone that the
 * path lies in. It does not listen.
 */
export async function createServer ({
  log,
  zones,
  base,
  trustProxy,
  timeouts = HTTP_TIMEOUTS
}: ServerDeps): Promise<FastifyInstance> {
  const toOwnPath = withoutBase(base)
  const app = fastify({
    loggerInstance: log as FastifyBaseLogger,
    // A logger for each request would cost a tenth of an answer.
    childLoggerFactory: logger => logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_BYTES,
    trustProxy: trustProxy ?? false,
    routerOptions: { maxParamLength: 300 },
    rewriteUrl: ({ url = '/' }) => toOwnPath(url),
    // A request that comes while we end, on a connection that is open, is still answered.
    return503OnClosing: false,
    frameworkErrors: (
      error,
      request,
      reply
    ) => { void answerFailure(request, reply, zoneOf(zones, request.url), error) },
    ...nodeServer({ ...zoneOf(zones, '/').headers, 'cache-control': 'no-store' }, timeouts)
  })
  drainOnClose(app)
  app.addHook('onRequest', refuseWithoutHost)
  readForwarded(app, log)
  app.removeAllContentTypeParsers()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  await app.register(rateLimit, { global: false })
  app.addHook('onResponse', (request, reply, done) => {
    log.info({ reqId: request.id, req: request, res: reply, ms: Math.round(reply.elapsedTime) }, 'answered')
    done()
  })
  return app
}

import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import type { Log } from '../log/log.js'
import { withoutBase } from './base-path.js'
import { drainOnClose } from './drain.js'
import { answerEarly, answerErrors, refuseWithoutHost } from './errors.js'
import { readForms } from './form.js'
import { readForwarded } from './forwarded.js'
import { HTTP_TIMEOUTS, nodeServer, type HttpTimeouts } from './node-server.js'
import { CONTENT_POLICY, earlyHeaders, STRICT_TRANSPORT } from './security-headers.js'
import type { View } from './view.js'

export interface ServerDeps {
  log: Log
  view: View
  /** The path below which readers find the service; empty at a host's root. */
  base: string
  /** Who may tell us the reader's IP address: `X-Forwarded-For` is believed from these proxies only. */
  trustProxy: string | undefined
  /** Whether readers reach us by HTTPS. */
  secure: boolean
  timeouts?: HttpTimeouts
}

/** More than any of our forms holds. */
const BODY_BYTES = 8 * 1024

/**
 * A web server without routes: security headers on every answer, errors as German pages or
 * problem documents, request log by route. It does not listen.
 */
export async function createServer ({ log, view, base, trustProxy, secure, timeouts = HTTP_TIMEOUTS }: ServerDeps): Promise<FastifyInstance> {
  const early = earlyHeaders(secure)
  const toOwnPath = withoutBase(base)
  const app = fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_BYTES,
    trustProxy: trustProxy ?? false,
    routerOptions: { maxParamLength: 300 },
    rewriteUrl: ({ url = '/' }) => toOwnPath(url),
    // A request that comes while we end, on a connection that is open, is still answered.
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => { answerEarly(error, request, reply.headers(early), view) },
    ...nodeServer(early, timeouts)
  })
  drainOnClose(app)
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_POLICY },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: secure ? STRICT_TRANSPORT : false,
    crossOriginResourcePolicy: { policy: 'same-origin' }
  })
  app.addHook('onRequest', refuseWithoutHost)
  readForwarded(app, log)
  // Forms are all that is posted here.
  app.removeContentTypeParser(['application/json', 'text/plain'])
  readForms(app)
  await app.register(rateLimit, { global: false })
  answerErrors(app, view)
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({ req: request, res: reply, ms: Math.round(reply.elapsedTime) }, 'answered')
  })
  return app
}

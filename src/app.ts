import fastifyPostgres from '@fastify/postgres'
import type { FastifyInstance } from 'fastify'
import type { Config } from './config.js'
import { issueRoutes } from './issue/routes.js'
import { systemClock, type Clock } from './platform/clock.js'
import { poolOptions, logLostConnections } from './platform/database/pool.js'
import { loadAssets, serveAssets } from './platform/http/assets.js'
import { basePath } from './platform/http/base-path.js'
import { healthRoutes } from './platform/http/health.js'
import { legalRoutes } from './site/routes.js'
import { createServer } from './platform/http/server.js'
import { createView } from './platform/http/view.js'
import type { Keyring } from './platform/crypto/keyring.js'
import type { Log } from './platform/log/log.js'
import { catcherRoutes } from './local/mail-catcher/routes.js'
import type { MailCatcher } from './local/mail-catcher/catcher.js'
import type { FillTemplate } from './platform/templates.js'
import { embedRoute, subscriptionRoutes } from './subscription/routes.js'

export interface AppDeps {
  config: Config
  databaseUrl: string
  keys: Keyring
  log: Log
  fill: FillTemplate
  clock?: Clock
  /** The built-in mail catcher, where mails go to it instead of a relay. */
  catcher?: MailCatcher | undefined
}

const CONNECTIONS = 10

/** The web process: everything that readers reach. It does not listen. */
export async function buildApp ({ config, databaseUrl, keys, log, fill, clock = systemClock, catcher }: AppDeps): Promise<FastifyInstance> {
  const { sender, newsletter: { publisher, publicUrl } } = config
  const { confirmTtlSeconds, mailsPerMinute, networkLimit } = config.subscription
  const base = basePath(publicUrl)
  const assets = loadAssets()
  const view = createView({ fill, publicUrl, publisher, assets: assets.urls })
  const app = await createServer({ log, view, base, trustProxy: config.web.trustProxy, secure: publicUrl.startsWith('https:') })
  await app.register(fastifyPostgres, poolOptions({ url: databaseUrl, max: CONNECTIONS, name: 'integrationsbrief web' }))
  const { pool } = app.pg
  logLostConnections(pool, log)
  await app.register(serveAssets, { assets })
  await app.register(healthRoutes, { pool })
  await app.register(legalRoutes, { view, base, confirmTtlSeconds })
  await app.register(subscriptionRoutes, {
    pool,
    keys,
    clock,
    log,
    view,
    publisher,
    from: sender.from,
    confirmTtlSeconds,
    mailsPerMinute,
    networkLimit,
    publicDomainsOnly: config.production
  })
  await app.register(embedRoute, { view, publisher })
  await app.register(issueRoutes, { pool, view })
  if (catcher !== undefined) await app.register(catcherRoutes, { view, catcher })
  return app
}

import fastifyPostgres from '@fastify/postgres'
import type { FastifyInstance } from 'fastify'
import { applyApi, apiZone } from './api/zone.js'
import { archiveRoutes } from './archive/routes.js'
import { firstValues, processingFacts, type Config } from './config.js'
import { deskData } from './desk/common-data.js'
import { deskRoutes } from './desk/routes.js'
import { applyDesk, deskZone } from './desk/zone.js'
import { issueRoutes } from './issue/routes.js'
import type { MailCatcher } from './local/mail-catcher/catcher.js'
import { catcherRoutes } from './local/mail-catcher/routes.js'
import { systemClock, type Clock } from './platform/clock.js'
import type { Keyring } from './platform/crypto/keyring.js'
import { logLostConnections, poolOptions } from './platform/database/pool.js'
import { loadAssets, serveAssets } from './platform/http/assets.js'
import { basePath } from './platform/http/base-path.js'
import { healthRoutes } from './platform/http/health.js'
import { createView, type CommonData } from './platform/http/page.js'
import { createServer } from './platform/http/server.js'
import { publicInternet, type VisitDeps } from './platform/http/visit.js'
import type { Log } from './platform/log/log.js'
import { createHouse } from './platform/newsletter/house.js'
import type { Templates } from './platform/templates.js'
import { selfServiceRoutes } from './privacy/self-service/routes.js'
import type { WriteJournal } from './platform/write-journal.js'
import { siteRoutes } from './site/routes.js'
import { applySite, siteZone } from './site/zone.js'
import { subscriptionRoutes } from './subscription/routes.js'
import { de } from './texts/de.js'

export interface AppDeps {
  config: Config
  databaseUrl: string
  keys: Keyring
  log: Log
  fill: Templates
  writeJournal: WriteJournal
  clock?: Clock
  /** The built-in mail catcher, where mails go to it instead of a relay. */
  catcher?: MailCatcher | undefined
  /** How links are visited; public addresses alone unless given. */
  internet?: VisitDeps
}

const CONNECTIONS = 10

/**
 * The web process: the readers' site, the editors' desk and the interface for programs. It does not
 * listen.
 */
export async function buildApp ({
  config,
  databaseUrl,
  keys,
  log,
  fill,
  writeJournal,
  clock = systemClock,
  catcher,
  internet = publicInternet
}: AppDeps): Promise<FastifyInstance> {
  const { sender: { from }, newsletter: { publicUrl }, subscription } = config
  const base = basePath(publicUrl)
  const assets = loadAssets()
  const version = (): string | Promise<string> => {
    const now = house.current()
    return 'then' in now ? now.then(({ version }) => version) : now.version
  }
  const common = async () => {
    const { publisher } = await house.current()
    return { publicUrl, base, publisher, assets: assets.urls }
  }
  const view = createView(fill, common, version)
  const singleSignOn = config.editor.singleSignOn?.name ?? null
  const deskCommon: CommonData = async request => ({ ...await common(), ...deskData(request), singleSignOn })
  const deskView = createView(fill, deskCommon, version)
  const zoneDeps = { view, texts: de.errors, secure: publicUrl.startsWith('https:') }
  const zones = { site: siteZone(zoneDeps), desk: deskZone({ ...zoneDeps, view: deskView }), api: apiZone(zoneDeps) }
  const app = await createServer({ log, zones: Object.values(zones), base, trustProxy: config.web.trustProxy })
  await app.register(fastifyPostgres, poolOptions({
    url: databaseUrl,
    max: CONNECTIONS,
    name: 'integrationsbrief web'
  }))
  const { pool } = app.pg
  logLostConnections(pool, log)
  const house = createHouse({ pool, clock, first: firstValues(config) })
  const context = { pool, keys, clock, log }
  const facts = processingFacts(config)

  await app.register(async site => {
    applySite(site, zones.site, view)
    await site.register(serveAssets, { assets })
    await site.register(healthRoutes, { pool })
    const { consentProof } = subscription
    await site.register(siteRoutes, { base, times: facts.times, consentProof, house })
    await site.register(subscriptionRoutes, {
      ...context, ...subscription, house, from, writeJournal, publicDomainsOnly: config.production
    })
    await site.register(selfServiceRoutes, {
      ...context, ...subscription, from, writeJournal, publicDomainsOnly: config.production
    })
    await site.register(issueRoutes, context)
    await site.register(archiveRoutes, { ...context, house, publicUrl })
    if (catcher !== undefined) await site.register(catcherRoutes, { catcher })
  })
  await app.register(async desk => {
    applyDesk(desk, zones.desk, deskView)
    const { mailsPerMinute } = subscription
    // In the scope of the desk itself: its page for unknown paths, too, knows who is signed in.
    await deskRoutes(desk, {
      publicDomainsOnly: config.production,
      ...context,
      ...config.editor,
      base,
      publicUrl,
      house,
      from,
      mailsPerMinute,
      fill,
      writeJournal,
      assets,
      siteView: view,
      internet,
      facts
    })
  }, { prefix: zones.desk.prefix })
  await app.register(async api => { applyApi(api, zones.api) }, { prefix: zones.api.prefix })
  return app
}

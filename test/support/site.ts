import type { FastifyInstance } from 'fastify'
import { loadAssets, type AssetUrls } from '../../src/platform/http/assets.js'
import { basePath } from '../../src/platform/http/base-path.js'
import { createView, type View } from '../../src/platform/http/page.js'
import { createServer, type ServerDeps } from '../../src/platform/http/server.js'
import { readPublisher, type Publisher } from '../../src/platform/newsletter/publisher.js'
import { packagePath } from '../../src/platform/package-path.js'
import { createTemplates } from '../../src/platform/templates.js'
import { applySite, siteZone } from '../../src/site/zone.js'
import { de } from '../../src/texts/de.js'

/** Read once for all sites of a test file. */
const fill = createTemplates(de)

const ownPublisher = (): Publisher => readPublisher(packagePath('templates', 'publisher.yaml'))

/** The view of the site, with some of what its pages share. */
export function siteView ({
  publicUrl = 'https://brief.example',
  publisher = ownPublisher(),
  assets = loadAssets().urls
}: {
  publicUrl?: string
  publisher?: Publisher
  assets?: AssetUrls
} = {}): View {
  const common = { publicUrl, base: basePath(publicUrl), publisher, assets }
  return createView(fill, () => common)
}

/** A server that is the readers' site and nothing else, without pages. It does not listen. */
export async function siteServer (deps: Pick<ServerDeps, 'log'> & Partial<ServerDeps>): Promise<FastifyInstance> {
  const view = siteView()
  const zone = siteZone({ view, texts: de.errors, secure: true })
  const app = await createServer({ zones: [zone], base: '', trustProxy: undefined, ...deps })
  applySite(app, zone, view)
  return app
}

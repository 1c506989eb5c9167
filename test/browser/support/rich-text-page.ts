import type { Browser, Page } from 'playwright-core'
import type { Test } from 'tap'
import { richTextRoutes } from '../../../src/desk/rich-text-routes.js'
import { deskData } from '../../../src/desk/common-data.js'
import { showForm, type FormView } from '../../../src/desk/drafts/form-view.js'
import { applyDesk, deskZone } from '../../../src/desk/zone.js'
import { loadAssets, serveAssets } from '../../../src/platform/http/assets.js'
import { createView } from '../../../src/platform/http/page.js'
import { createServer } from '../../../src/platform/http/server.js'
import { readPublisher } from '../../../src/platform/newsletter/publisher.js'
import { packagePath } from '../../../src/platform/package-path.js'
import { createTemplates } from '../../../src/platform/templates.js'
import { siteZone } from '../../../src/site/zone.js'
import { de } from '../../../src/texts/de.js'
import { testLog } from '../../support/log.js'

declare module '../../../src/platform/http/page.js' {
  interface Pages { 'desk/try': { fields: FormView, textMode: boolean } }
}

const TEMPLATE = `{% layout desk/layout.liquid %}
{% block title %}Probe{% endblock %}
{% block content %}
<h1>Probe</h1>
<h2>Artikel</h2>
<form method="post"{% if textMode %} data-text-mode{% endif %}>
{% for field in fields %}{% render desk/parts/draft-field.liquid, field: field, base: base %}{% endfor %}
<p><button class="kern-btn kern-btn--primary" type="submit"><span class="kern-label">Speichern</span></button></p>
</form>
{% endblock %}`

const FIELD = {
  key: 'body', label: 'Text', required: true, hint: null, input: 'prose' as const, max: 50_000
}

/** A desk that has one page with one field, for which nobody must sign in. */
export async function richTextDesk (t: Test): Promise<{ origin: string }> {
  const { log } = testLog(t)
  const templates = t.testdir({ desk: { 'try.liquid': TEMPLATE } })
  const assets = loadAssets()
  const publisher = readPublisher(packagePath('templates', 'publisher.yaml'))
  const view = createView(createTemplates(de, [templates, packagePath('templates')]), request => ({
    publicUrl: 'http://localhost', base: '', publisher, assets: assets.urls, ...deskData(request)
  }))
  const deps = { view, texts: de.errors, secure: false }
  const zone = deskZone(deps)
  const app = await createServer({ log, zones: [zone, siteZone(deps)], base: '', trustProxy: undefined })
  t.after(async () => await app.close())
  await app.register(serveAssets, { assets })
  await app.register(async desk => {
    applyDesk(desk, zone, view)
    await desk.register(richTextRoutes)
    desk.get<{ Querystring: { markdown?: string, text?: string } }>('/probe', async ({ query }, reply) => {
      const { markdown = '', text } = query
      const fields = showForm([FIELD], { body: markdown }, { id: 'probe', name: '', base: '' })
      return await reply.page('desk/try', { fields, textMode: text !== undefined })
    })
  }, { prefix: '/redaktion' })
  return { origin: await app.listen({ port: 0, host: '127.0.0.1' }) }
}

/** A page that notes what the browser complains of, and what its security policy refuses. */
export async function watchedPage (browser: Browser): Promise<{ page: Page, complaints: string[] }> {
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('console', message => { complaints.push(message.text()) })
  page.on('pageerror', error => { complaints.push(error.message) })
  await page.addInitScript(`document.addEventListener('securitypolicyviolation', event => {
    console.log('refused by the policy: ' + event.violatedDirective + ' ' + event.blockedURI)
  })`)
  return { page, complaints }
}

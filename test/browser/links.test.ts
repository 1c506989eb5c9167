import t from 'tap'
import { launchBrowser } from '../support/browser.js'
import { addEditor, sessionOf } from '../support/desk.js'
import { internetHere, startSite } from '../support/foreign-site.js'
import { axeFindings, look, LOOKS, overflows, smallTargets } from './support/page-check.js'
import { readerService } from './support/reader-service.js'

const { origin, ...service } = await readerService(t, 'at the root', { internet: internetHere })
const browser = await launchBrowser(t)

t.test('the page about links can be read and used by everyone, and leads to the field', async t => {
  const site = await startSite(t, (_, response) => response.writeHead(404).end())
  const context = await browser.newContext({ locale: 'de-DE' })
  const value = await sessionOf(service, (await addEditor(service)).id)
  await context.addCookies([{ name: 'redaktion', value, url: origin, httpOnly: true, sameSite: 'Lax' }])
  const page = await context.newPage()
  await page.goto(`${origin}/redaktion/entwuerfe/neu`)
  await page.getByLabel('Titel').fill('Netze')
  await page.getByRole('button', { name: 'Entwurf anlegen' }).click()
  await page.getByLabel('Art des Blocks').selectOption('Downloads')
  await page.getByRole('button', { name: 'Block hinzufügen' }).click()
  await page.waitForURL(/getan=added/)
  await page.getByLabel('Adresse', { exact: true }).fill(site.url(`/${'lang'.repeat(50)}`))
  await page.getByRole('button', { name: 'Speichern und ansehen: Downloads' }).click()
  await page.getByRole('button', { name: 'Links prüfen' }).click()
  t.equal(await page.getByRole('status').innerText(), 'Diesen Link sollten Sie ansehen.')
  for (const view of LOOKS) {
    await look(page, view)
    const at = `at ${view.width} px, ${view.colorScheme}`
    t.same(await axeFindings(page), [], `axe finds nothing ${at}`)
    t.same(await overflows(page), [], `nothing is too wide ${at}`)
    t.same(await smallTargets(page), [], `everything is large enough to be hit ${at}`)
  }
  await page.getByRole('link', { name: /^Defekt: / }).click()
  const id = new URL(page.url()).hash.slice(1)
  t.match(await page.locator(`#${id}`).getAttribute('name'), 'files.0.url')
  await context.close()
})

t.end()

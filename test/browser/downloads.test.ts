import t from 'tap'
import { launchBrowser } from '../support/browser.js'
import { addEditor, sessionOf } from '../support/desk.js'
import { internetHere, startSite } from '../support/foreign-site.js'
import { readerService } from './support/reader-service.js'

const service = await readerService(t, 'at the root', { internet: internetHere })
const { origin } = service
const browser = await launchBrowser(t)

t.test('the button reads type and size without leaving the page, and what it types is saved', async t => {
  const site = await startSite(t, ({ url }, response) => {
    const isThere = url === '/bericht.pdf'
    response.writeHead(isThere ? 200 : 404, { 'content-type': 'application/pdf', 'content-length': 4_711 }).end()
  })
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
  const before = page.url()
  const said = page.locator('[data-read-said]')
  const button = page.getByRole('button', { name: 'Typ und Größe lesen: Datei 1' })
  // Before its script is there, it sends the form.
  await button.and(page.locator('[data-offered]')).waitFor()

  await page.getByLabel('Adresse', { exact: true }).fill(site.url('/weg.pdf'))
  await button.click()
  await said.filter({ hasText: 'Diese Datei gibt es nicht' }).waitFor()
  t.equal(await page.getByLabel('Dateityp').inputValue(), '')

  await page.getByLabel('Adresse', { exact: true }).fill(site.url('/bericht.pdf'))
  const saved = page.waitForResponse(answer => answer.request().postData()?.includes('"4711"') === true)
  await button.click()
  await said.filter({ hasText: 'Typ und Größe sind eingetragen.' }).waitFor()
  t.equal(await page.getByLabel('Dateityp').inputValue(), 'PDF')
  t.equal(await page.getByLabel('Dateigröße').inputValue(), '4711')
  t.equal(page.url(), before)
  t.ok(await button.evaluate('document.activeElement.dataset.readDownload !== undefined'), 'the focus stays')
  t.equal((await saved).status(), 200)
  await page.reload()
  t.equal(await page.getByLabel('Dateigröße').inputValue(), '4711')

  await page.route('**/download', async route => await route.abort())
  await button.click()
  await said.filter({ hasText: 'Der Server antwortet nicht.' }).waitFor()
  t.equal(await page.getByLabel('Dateigröße').inputValue(), '4711')
  await context.close()
})

t.end()

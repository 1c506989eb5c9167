import sharp from 'sharp'
import t from 'tap'
import type { BrowserContext, Page } from 'playwright-core'
import { withResolvers } from '../../src/platform/with-resolvers.js'
import { addEditor, sessionOf } from '../support/desk.js'
import { launchBrowser } from '../support/browser.js'
import { readerService } from './support/reader-service.js'

const service = await readerService(t)
const { origin } = service
const browser = await launchBrowser(t)

interface Tab { context: BrowserContext, page: Page }

/** Somebody at the desk, in a browser of their own. */
async function desk ({ name = 'Kim', javaScriptEnabled = true } = {}): Promise<Tab> {
  const viewport = { width: 1440, height: 900 }
  const context = await browser.newContext({ locale: 'de-DE', viewport, javaScriptEnabled })
  const value = await sessionOf(service, (await addEditor(service, { name })).id)
  await context.addCookies([{ name: 'redaktion', value, url: origin, httpOnly: true, sameSite: 'Lax' }])
  return { context, page: await context.newPage() }
}

async function demoDraft (page: Page): Promise<string> {
  await page.goto(`${origin}/redaktion/entwuerfe/neu`)
  await page.getByRole('button', { name: 'Beispiel als Entwurf laden' }).click()
  await page.getByText('Die Ausgabe ist importiert').waitFor()
  return page.url().replace(/\?.*/, '')
}

const mail = (page: Page) => page.getByRole('region', { name: 'Die Mail' })
const summary = (page: Page) => mail(page).getByRole('status')
const firstArticle = (page: Page) =>
  page.locator('[data-block]', { has: page.getByLabel('Überschrift', { exact: true }) }).first()
const saved = async (page: Page): Promise<void> => {
  await firstArticle(page).locator('[data-saved]').filter({ hasText: /Gespeichert um \d/ }).waitFor()
}

t.test('after each save the page says what is still wrong, and the finding leads to its field', async t => {
  const { context, page } = await desk()
  await demoDraft(page)
  await summary(page).filter({ hasText: 'Nichts verhindert die Freigabe.' }).waitFor()
  await mail(page).getByText(/^Die Mail hat \d+ KB\./).waitFor()
  t.match(await page.locator('[data-outline] .soft').first().textContent(), /^\d+ KB$/)

  const headline = firstArticle(page).getByLabel('Überschrift', { exact: true })
  await headline.fill('')
  await headline.blur()
  await summary(page).filter({ hasText: 'Eine Stelle verhindert die Freigabe.' }).waitFor()
  await page.locator('[data-outline]').filter({ hasText: 'noch nicht fertig, ein Hindernis' }).waitFor()
  await mail(page).getByRole('link', { name: 'Die Überschrift fehlt.' }).click()
  t.equal(await page.evaluate('document.activeElement.id'), await headline.getAttribute('id'), 'it has the focus')
  await headline.fill('Wieder da')
  await headline.blur()
  await summary(page).filter({ hasText: 'Nichts verhindert' }).waitFor()
  await page.locator('[data-outline] a').filter({ hasText: 'Wieder da' }).waitFor()
  await page.getByRole('heading', { name: /^\d+\. Artikel ‚Wieder da‘$/ }).waitFor()
  await context.close()
})

t.test('a finding is repaired beside the form, after everything typed is saved', async t => {
  const { context, page } = await desk()
  await demoDraft(page)
  const headline = firstArticle(page).getByLabel('Überschrift', { exact: true })
  await headline.fill('Zwei  Leerzeichen')
  await headline.blur()
  await saved(page)
  await mail(page).getByText(/^\d+ Hinweise?$/).click()
  const repair = mail(page).getByRole('button', { name: /Doppelte Leerzeichen entfernen/ })
  await repair.waitFor()
  const credit = page.getByLabel('Titel', { exact: true }).first()
  await credit.fill('Noch nicht gespeichert')
  await repair.click()
  await page.getByText('Die Stelle ist behoben.').waitFor()
  t.equal(await headline.inputValue(), 'Zwei Leerzeichen')
  t.equal(await credit.inputValue(), 'Noch nicht gespeichert', 'what was typed last is saved')
  await context.close()
})

t.test('the mail stands beside the form if asked for, and follows what is saved', async t => {
  const { context, page } = await desk()
  await demoDraft(page)
  await mail(page).getByText('Mail hier ansehen').click()
  const frame = mail(page).frameLocator('iframe')
  await frame.getByRole('heading', { level: 1 }).waitFor()
  t.equal(await mail(page).locator('iframe').getAttribute('sandbox'), '', 'it may do nothing')
  const headline = firstArticle(page).getByLabel('Überschrift', { exact: true })
  await headline.fill('Im Rahmen zu sehen')
  await headline.blur()
  await frame.getByRole('heading', { name: 'Im Rahmen zu sehen' }).waitFor()
  t.match(await mail(page).locator('iframe').getAttribute('src'), /ansicht=phone#abschnitt-\d+$/)
  await mail(page).getByLabel('Ansicht').selectOption('Dunkel')
  await mail(page).locator('iframe[src*="ansicht=dark"]').waitFor()
  await context.close()
})

t.test('a block is moved by dragging its name in the outline, after what was typed is saved', async t => {
  const { context, page } = await desk()
  await demoDraft(page)
  const names = async (): Promise<string[]> => await page.locator('[data-outline] a').allTextContents()
  const [first = '', second = '', third = '', ...others] = await names()
  await page.getByLabel('Betreff').fill('Beim Ziehen gespeichert')
  const item = (place: number) => page.locator('[data-outline][draggable="true"]').nth(place)
  await item(0).dragTo(item(2), { targetPosition: { x: 20, y: 2 } })
  await page.getByText('ist jetzt an Stelle 2 von').waitFor()
  t.same(await names(), [second, first, third, ...others])
  t.equal(await page.getByLabel('Betreff').inputValue(), 'Beim Ziehen gespeichert')
  await item(others.length + 2).dragTo(item(0), { targetPosition: { x: 20, y: 2 } })
  await page.getByText('ist jetzt an Stelle 1 von').waitFor()
  t.same(await names(), [others.at(-1), second, first, third, ...others.slice(0, -1)])
  await context.close()
})

t.test('the inbox shows subject and preheader while they are written', async t => {
  const { context, page } = await desk()
  await demoDraft(page)
  const [outlook, gmail] = [page.locator('.inbox__row').nth(0), page.locator('.inbox__row').nth(1)]
  await page.getByLabel('Betreff').fill('')
  await page.getByLabel('Titel', { exact: true }).first().fill('Ein $& Titel')
  await outlook.filter({ hasText: /Integrationsbrief \d+: Ein \$& Titel/ }).waitFor()
  await page.getByLabel('Betreff').fill('B'.repeat(80))
  t.match(await outlook.locator('strong').textContent(), /^B{54}…$/)
  t.match(await gmail.locator('strong').textContent(), /^B{69}…$/)
  t.equal((await gmail.locator('.inbox__preheader').textContent())?.length, 30, 'Gmail has one line for both')
  await context.close()
})

t.test('a picture is uploaded as soon as it is chosen, and the page asks what it shows', async t => {
  const { context, page } = await desk()
  await demoDraft(page)
  const article = page.locator('[data-block]', { has: page.getByLabel('Bilddatei') }).first()
  const block = await article.getAttribute('data-block')
  const buffer = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#48a' } }).jpeg().toBuffer()
  await article.getByLabel('Bilddatei').setInputFiles({ name: 'netz.jpg', mimeType: 'image/jpeg', buffer })
  const alternative = page.locator(`[data-block="${block}"]`).getByLabel('Alternativtext')
  await page.locator(`[data-block="${block}"] .draft-picture`).waitFor()
  await alternative.and(page.locator(':focus')).waitFor()
  t.pass('it has the focus')
  await context.close()
})

/** Opens a page whose script does not come until what is returned is called. */
async function openBeforeScript (page: Page, url: string): Promise<() => void> {
  const { promise: isWanted, resolve: comes } = withResolvers()
  await page.route('**/assets/**/script/**', async route => {
    await isWanted
    await route.continue()
  })
  await page.goto(url, { waitUntil: 'commit' })
  return comes
}

t.test('a picture that was chosen before the script was there is uploaded, too', async t => {
  const { context, page } = await desk()
  const scriptComes = await openBeforeScript(page, await demoDraft(page))
  const article = page.locator('[data-block]', { has: page.getByLabel('Bilddatei') }).first()
  const buffer = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#48a' } }).jpeg().toBuffer()
  await article.getByLabel('Bilddatei').setInputFiles({ name: 'netz.jpg', mimeType: 'image/jpeg', buffer })
  scriptComes()
  await page.waitForURL(/getan=saved/)
  await page.locator('[id$="-picture-alt"]:focus').waitFor()
  t.pass('and the page asks what it shows')
  await context.close()
})

t.test('the inbox shows a subject that was written before the script was there', async t => {
  const { context, page } = await desk()
  const scriptComes = await openBeforeScript(page, await demoDraft(page))
  await page.getByLabel('Betreff').fill('Schneller als das Skript')
  scriptComes()
  await page.locator('.inbox__row').first().filter({ hasText: 'Schneller als das Skript' }).waitFor()
  t.pass('it is shown')
  await context.close()
})

t.test('a new row is shown, with the focus in its first field', async t => {
  const { context, page } = await desk()
  await demoDraft(page)
  await page.getByRole('button', { name: 'Termin hinzufügen' }).click()
  await page.getByRole('group', { name: 'Termin 3' }).waitFor()
  const first = page.getByRole('group', { name: 'Termin 3' }).getByLabel('Beginn: Tag')
  await page.waitForFunction(`document.activeElement.id === '${await first.getAttribute('id')}'`)
  await page.locator('.prose-field__text').last().waitFor()
  const { y = -1 } = await first.boundingBox() ?? {}
  t.ok(y > 0 && y < 900, `it is on the screen, at ${y}`)
  await context.close()
})

t.test('a comment that was just written is on the screen', async t => {
  const { context, page } = await desk()
  await demoDraft(page)
  const quotation = page.locator('[data-block]', { has: page.getByRole('heading', { name: /^6\. Zitat/ }) })
  await quotation.locator('summary').click()
  await quotation.getByLabel(/^Ihr Kommentar/).fill('Wer hat das gesagt?')
  await quotation.getByRole('button', { name: 'Kommentieren' }).click()
  const comment = page.getByText('Wer hat das gesagt?')
  await comment.waitFor()
  await page.locator('.prose-field__text').last().waitFor()
  const { y = -1 } = await comment.boundingBox() ?? {}
  t.ok(y > 0 && y < 900, `at ${y}`)
  await context.close()
})

t.test('who writes in which block is seen there', async () => {
  const [kim, alex] = [await desk(), await desk({ name: 'Alex' })]
  const address = await demoDraft(kim.page)
  await alex.page.goto(address)
  await firstArticle(alex.page).getByLabel('Überschrift', { exact: true }).focus()
  await kim.page.getByLabel('Betreff').focus()
  await firstArticle(kim.page).locator('[data-here]').filter({ hasText: 'Hier schreibt gerade: Alex' }).waitFor()
  await kim.context.close()
  await alex.context.close()
})

t.test('without a script a link leads to preview and checks', async t => {
  const { context, page } = await desk({ javaScriptEnabled: false })
  await demoDraft(page)
  t.equal(await page.getByText('Mail hier ansehen').isVisible(), false)
  await mail(page).getByRole('link', { name: 'Vorschau und Prüfung' }).click()
  await page.getByRole('heading', { name: 'Prüfung', exact: true }).waitFor()
  await context.close()
})

t.end()

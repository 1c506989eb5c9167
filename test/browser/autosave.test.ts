import t from 'tap'
import type { BrowserContext, Page } from 'playwright-core'
import { withResolvers } from '../../src/platform/with-resolvers.js'
import { addEditor, sessionOf } from '../support/desk.js'
import { launchBrowser } from '../support/browser.js'
import { readerService } from './support/reader-service.js'

const service = await readerService(t)
const { origin, pool } = service
const browser = await launchBrowser(t)

async function desk (name: string): Promise<{ id: string, context: BrowserContext, page: Page }> {
  const context = await browser.newContext({ locale: 'de-DE' })
  const { id } = await addEditor(service, { name })
  await signIn(context, id)
  return { id, context, page: await context.newPage() }
}

async function signIn (context: BrowserContext, id: string): Promise<void> {
  const value = await sessionOf(service, id)
  await context.addCookies([{ name: 'redaktion', value, url: origin, httpOnly: true, sameSite: 'Lax' }])
}

async function newDraft (page: Page): Promise<string> {
  await page.goto(`${origin}/redaktion/entwuerfe/neu`)
  await page.getByLabel('Titel').fill('Netze')
  await page.getByRole('button', { name: 'Entwurf anlegen' }).click()
  await page.getByLabel('Art des Blocks').selectOption('Artikel')
  await page.getByRole('button', { name: 'Block hinzufügen' }).click()
  await page.waitForURL(/getan=added/)
  return page.url().replace(/\?.*/, '')
}

const headline = (page: Page) => page.getByLabel('Überschrift', { exact: true })
const line = (page: Page) => page.locator('[data-block] [data-saved]')
const stored = async (): Promise<string[]> => {
  const { rows } = await pool.query<{ headline: string }>('select fields->>\'headline\' as headline from draft_block')
  return rows.map(({ headline }) => headline)
}

t.test('what is typed is saved without a button, and the next save goes on from there', async t => {
  const { page } = await desk('Kim')
  await newDraft(page)
  for (const text of ['Erstens', 'Zweitens']) {
    await headline(page).fill(text)
    await line(page).filter({ hasText: /Gespeichert um \d/ }).waitFor()
    await headline(page).blur()
    t.ok((await stored()).includes(text))
  }
  t.equal(await page.locator('[data-block] input[name="base"]').inputValue(), '3')
})

t.test('while the server does not answer, the text stays and the page says so; then it is saved', async t => {
  const { page } = await desk('Kim')
  await newDraft(page)
  await page.route('**/bloecke/*', async route => { await route.abort() })
  await headline(page).fill('Gegen den Wind')
  await line(page).filter({ hasText: 'Der Server antwortet nicht' }).waitFor()
  t.equal(await line(page).getAttribute('role'), 'alert')
  await page.unroute('**/bloecke/*')
  await line(page).filter({ hasText: /Gespeichert um/ }).waitFor()
  t.ok((await stored()).includes('Gegen den Wind'))
})

t.test('what was typed before the script was there is saved, too', async t => {
  const { page } = await desk('Kim')
  const url = await newDraft(page)
  const { promise: isTyped, resolve: typed } = withResolvers()
  await page.route('**/assets/**/script/**', async route => {
    await isTyped
    await route.continue()
  })
  await page.goto(url, { waitUntil: 'commit' })
  await headline(page).fill('Schneller als das Skript')
  typed()
  await line(page).filter({ hasText: /Gespeichert um/ }).waitFor()
  t.ok((await stored()).includes('Schneller als das Skript'))
})

t.test('a lost answer is no conflict: the same text is sent again and is saved', async t => {
  const { page } = await desk('Kim')
  await newDraft(page)
  let lost = 0
  await page.route('**/bloecke/*', async route => {
    if (lost++ > 0) return await route.continue()
    await route.fetch()
    await route.abort()
  })
  await headline(page).fill('Antwort verloren')
  await line(page).filter({ hasText: /Gespeichert um/ }).waitFor()
  t.ok((await stored()).includes('Antwort verloren'))
  t.notMatch(await line(page).textContent(), /zur selben Zeit/)
})

t.test('an ended session asks to sign in, and then saves', async t => {
  const { page, context, id } = await desk('Kim')
  await newDraft(page)
  await pool.query('delete from editor_session where editor_id = $1', [id])
  await headline(page).fill('Nach der Pause')
  const dialog = page.getByRole('dialog', { name: 'Bitte melden Sie sich wieder an' })
  await dialog.waitFor()
  t.match(await dialog.getByRole('link').getAttribute('href'), /\/redaktion$/)
  await signIn(context, id)
  await dialog.getByRole('button', { name: 'Ich bin wieder angemeldet' }).click()
  await line(page).filter({ hasText: /Gespeichert um/ }).waitFor()
  t.ok((await stored()).includes('Nach der Pause'))
})

t.test('after a crash the page offers what was not saved; signing out forgets it', async t => {
  const { page } = await desk('Kim')
  const url = await newDraft(page)
  await page.route('**/bloecke/*', async route => { await route.abort() })
  await headline(page).fill('Fast verloren')
  await line(page).filter({ hasText: 'Der Server antwortet nicht' }).waitFor()
  page.on('dialog', dialog => { void dialog.accept() })
  await page.goto('about:blank')
  await page.goto(url)
  const offer = page.getByRole('button', { name: 'Text zurückholen' })
  await offer.waitFor()
  t.equal(await headline(page).inputValue(), '')
  await page.unroute('**/bloecke/*')
  await offer.click()
  t.equal(await headline(page).inputValue(), 'Fast verloren')
  await line(page).filter({ hasText: /Gespeichert um/ }).waitFor()
  await page.evaluate('sessionStorage.setItem("redaktion:/x", "{}")')
  await page.getByRole('button', { name: 'Abmelden' }).first().click()
  await page.waitForURL(/anmelden/)
  t.equal(await page.evaluate('sessionStorage.length'), 0)
})

t.test('two people in one block: both texts are kept, and one decides', async t => {
  const kim = await desk('Kim')
  const alex = await desk('Alex')
  const url = await newDraft(kim.page)
  await alex.page.goto(url)
  await headline(kim.page).fill('Kims Fassung')
  await line(kim.page).filter({ hasText: /Gespeichert um/ }).waitFor()
  await headline(alex.page).fill('Alex’ Fassung')
  const decide = alex.page.getByRole('link', { name: 'Beide ansehen und entscheiden' })
  await decide.waitFor()
  await decide.click()
  const text = await alex.page.locator('main').textContent()
  t.match(text, /Kims/)
  t.match(text, /Alex’/)
})

t.test('one sees who else is here', async t => {
  const kim = await desk('Kim Muster')
  const alex = await desk('Alex Muster')
  const url = await newDraft(kim.page)
  await alex.page.goto(url)
  await alex.page.locator('[data-presence]').filter({ hasText: 'Kim Muster' }).waitFor()
  t.pass('Alex sees Kim')
})

t.end()

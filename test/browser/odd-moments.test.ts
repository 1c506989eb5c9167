import type { Page } from 'playwright-core'
import t from 'tap'
import { launchBrowser } from '../support/browser.js'
import { addEditor, sessionOf } from '../support/desk.js'
import { readerService } from './support/reader-service.js'

// What people and their browsers do, and nobody plans: none of it may cost a text.

const service = await readerService(t)
const { origin, pool } = service
const browser = await launchBrowser(t)

async function someone (name: string): Promise<{ page: Page, tab: () => Promise<Page> }> {
  const context = await browser.newContext({ locale: 'de-DE' })
  const { id } = await addEditor(service, { name })
  const value = await sessionOf(service, id)
  await context.addCookies([{ name: 'redaktion', value, url: origin, httpOnly: true, sameSite: 'Lax' }])
  return { page: await context.newPage(), tab: async () => await context.newPage() }
}

async function newDraft (page: Page, articles: number): Promise<string> {
  await page.goto(`${origin}/redaktion/entwuerfe/neu`)
  await page.getByRole('button', { name: 'Entwurf anlegen' }).click()
  for (let count = 1; count <= articles; count++) {
    await page.getByRole('button', { name: 'Block hinzufügen' }).click()
    await page.locator('[data-block]').nth(count - 1).waitFor()
  }
  return page.url().replace(/\?.*/, '')
}

const headline = (page: Page, place = 0) => page.getByLabel('Überschrift', { exact: true }).nth(place)
const said = (page: Page, text: RegExp) => page.locator('[data-block] [data-saved]').filter({ hasText: text }).first()
const saved = async (page: Page): Promise<void> => { await said(page, /Gespeichert um/).waitFor() }

t.test('two tabs of one person: other blocks do not collide, and in the same block both texts stay', async t => {
  const { page, tab } = await someone('Kim')
  const draft = await newDraft(page, 2)
  const other = await tab()
  await other.goto(draft)
  await headline(page, 0).fill('Im ersten Tab')
  await saved(page)
  await headline(other, 1).fill('Im zweiten Tab')
  await saved(other)
  await headline(other, 0).fill('Auch im zweiten Tab')
  const decide = other.getByRole('link', { name: 'Beide ansehen und entscheiden' })
  await decide.click()
  const text = await other.locator('main').innerText()
  t.match(text, 'ersten')
  await other.getByRole('button', { name: /^Text daneben nehmen/ }).click()
  t.equal(await headline(other, 0).inputValue(), 'Auch im zweiten Tab')
  t.equal(await headline(other, 1).inputValue(), 'Im zweiten Tab')
})

t.test('back after saving shows what was saved, and saving goes on from there', async t => {
  const { page } = await someone('Kim')
  await newDraft(page, 1)
  await headline(page).fill('Erst dies')
  await page.getByRole('button', { name: /^Speichern: Artikel/ }).click()
  await page.getByText(/ist gespeichert/).waitFor()
  await headline(page).fill('Dann das')
  await saved(page)
  await page.getByRole('link', { name: 'Fassungen' }).click()
  await page.goBack()
  t.equal(await headline(page).inputValue(), 'Dann das')
  await page.goBack()
  t.equal(await headline(page).inputValue(), 'Dann das', 'two pages back, too')
  await headline(page).fill('Und jetzt dies')
  await saved(page)
  t.equal(await page.getByRole('link', { name: /Beide ansehen/ }).count(), 0)
})

t.test('a button that is pressed twice saves once', async t => {
  const { page } = await someone('Kim')
  const draft = await newDraft(page, 1)
  await headline(page).fill('Doppelt hält besser')
  await page.getByRole('button', { name: /^Speichern: Artikel/ }).dblclick()
  await page.waitForURL(/getan=saved/)
  const base = await page.locator('[data-block] input[name="base"]').inputValue()
  const url = await page.locator('[data-block] form[data-save]').getAttribute('action') ?? ''
  const form = { base: '1', headline: 'Doppelt hält besser', category: '', lead: '', body: '' }
  const again = await page.request.post(`${origin}${url}`, { form, headers: { origin } })
  t.match(again.url(), /getan=saved/, 'the same form, sent once more, is no conflict')
  await page.goto(draft)
  t.equal(await page.locator('[data-block] input[name="base"]').inputValue(), base)
})

t.test('with a clock that is wrong by a year, saving, presence and kept texts work', async t => {
  const kim = await someone('Kim Muster')
  const alex = await someone('Alex Muster')
  const { page } = kim
  await page.context().clock.setSystemTime(new Date(Date.now() - 365 * 86_400_000))
  const draft = await newDraft(page, 1)
  await headline(page).fill('Aus dem letzten Jahr')
  await saved(page)
  await alex.page.goto(draft)
  await alex.page.locator('[data-presence]').filter({ hasText: 'Kim Muster' }).waitFor()
  t.equal(await headline(alex.page).inputValue(), 'Aus dem letzten Jahr')

  await page.route('**/bloecke/*', async route => { await route.abort() })
  await headline(page).fill('Nicht angekommen')
  await said(page, /Der Server antwortet nicht/).waitFor()
  page.on('dialog', dialog => { void dialog.accept() })
  await page.goto('about:blank')
  await page.unroute('**/bloecke/*')
  await page.goto(draft)
  await page.getByRole('button', { name: 'Text zurückholen' }).click()
  await saved(page)
  t.equal(await headline(page).inputValue(), 'Nicht angekommen')
})

t.test('a 41st block is refused, also from a page that is too old to know; nothing else changes', async t => {
  const { page, tab } = await someone('Kim')
  const draft = await newDraft(page, 1)
  const id = draft.replace(/.*\//, '')
  const add = async (): Promise<unknown> => await page.request.post(`${draft}/bloecke`, {
    form: { kind: 'table_of_contents' }, headers: { origin }, maxRedirects: 0
  })
  for (let count = 1; count < 39; count++) await add()
  const old = await tab()
  await old.goto(draft)
  await add()
  await page.goto(draft)
  await page.getByText('Eine Ausgabe hat höchstens 40 Blöcke').waitFor()
  t.equal(await page.getByRole('button', { name: 'Block hinzufügen' }).count(), 0)
  await headline(old).fill('Bleibt stehen')
  await saved(old)
  for (const name of ['Block hinzufügen', /^duplizieren: Artikel/]) {
    await old.getByRole('button', { name }).click()
    await old.locator('#meldung').getByText('höchstens 40 Blöcke').waitFor()
    t.equal(await headline(old).inputValue(), 'Bleibt stehen')
  }
  const { rows: [{ count }] } = await pool.query(
    'select count(*)::int as count from draft_block where draft_id = $1 and removed_at is null', [id])
  t.equal(count, 40)
})

t.end()

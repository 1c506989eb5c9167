import t from 'tap'
import type { BrowserContext, Page } from 'playwright-core'
import type { Role } from '../../src/editor/account/role.js'
import { launchBrowser } from '../support/browser.js'
import { addEditor, sessionOf } from '../support/desk.js'
import { addReaders, someAddresses } from '../support/readers.js'
import { heldRelay } from '../support/relay.js'
import { until } from '../support/service.js'
import { faultsForEveryone } from './support/fits-everyone.js'
import { deskService } from './support/desk-service.js'

// One issue from its submission to its report, by somebody who writes and somebody who approves on
// a telephone. Each step needs the one before it.

const service = await deskService(t)
const { clock, home: origin, pool } = service
const relay = await heldRelay(t)
await service.work(relay.target)
const browser = await launchBrowser(t)
await addReaders(service, someAddresses(60))

interface Tab { context: BrowserContext, page: Page }

async function desk (
  { name, roles, width = 1280, javaScriptEnabled = true }:
  { name: string, roles: Role[], width?: number, javaScriptEnabled?: boolean }
): Promise<Tab> {
  const context = await browser.newContext({ locale: 'de-DE', viewport: { width, height: 800 }, javaScriptEnabled })
  const value = await sessionOf(service, (await addEditor(service, { name, roles })).id)
  await context.addCookies([{ name: 'redaktion', value, url: origin, httpOnly: true, sameSite: 'Lax' }])
  return { context, page: await context.newPage() }
}

const kim = await desk({ name: 'Kim', roles: ['write'] })
const eva = await desk({ name: 'Eva', roles: ['approve'], width: 360 })
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const notice = async (page: Page, text: string | RegExp): Promise<void> => {
  await page.locator('#meldung').filter({ hasText: text }).waitFor()
}

await kim.page.goto(`${origin}/redaktion/entwuerfe/neu`)
await button(kim.page, 'Beispiel als Entwurf laden').click()
await kim.page.getByText('Die Ausgabe ist importiert').waitFor()
const draft = kim.page.url().replace(/\?.*/, '')

t.test('who writes submits, and sees who can approve', async t => {
  const { page } = kim
  await page.goto(`${draft}/freigabe`)
  t.same(await faultsForEveryone(page), [], 'the page for everyone')
  t.equal(await page.getByLabel('Wer bekommt die Bitte um Freigabe?').locator('option:checked').innerText(), 'Eva')
  await button(page, 'Zur Freigabe geben').click()
  await notice(page, 'Eva bekommt eine Mail.')
})

t.test('on a telephone, while somebody types, an approver sees what changed before the click counts', async t => {
  const { page } = eva
  await page.goto(`${draft}/freigabe`)
  t.same(await faultsForEveryone(page), [], 'the page for everyone')
  await page.setViewportSize({ width: 360, height: 800 })
  await kim.page.goto(draft)
  await kim.page.getByLabel('Titel', { exact: true }).first().fill('Ein Titel in letzter Minute')
  await kim.page.getByLabel('Titel', { exact: true }).first().blur()
  const typed = "select from draft where title = 'Ein Titel in letzter Minute'"
  await until(async () => (await pool.query(typed)).rowCount === 1)
  await button(page, 'Freigeben').click()
  await notice(page, 'Nicht freigegeben: Die Ausgabe hat sich geändert')
  const change = page.getByRole('region', { name: 'Was sich seit Ihrem Blick geändert hat' })
  t.match((await change.innerText()).replace(/\s+/g, ' '), /letzter/)
  t.same(await faultsForEveryone(page), [], 'the page for everyone')
  await button(page, 'Freigeben').click()
  await notice(page, 'Die Ausgabe ist freigegeben.')
})

t.test('the number is typed, the grace stops everything, and then it goes out', async t => {
  const { page } = eva
  await page.setViewportSize({ width: 360, height: 800 })
  await page.getByRole('link', { name: 'Weiter zum Versand' }).click()
  t.same(await faultsForEveryone(page), [], 'the page for everyone')
  const now = page.getByRole('region', { name: 'Jetzt senden' })
  await now.getByLabel('An wie viele Menschen').fill('6')
  await now.getByRole('button', { name: 'An 60 Leserinnen und Leser senden' }).click()
  await notice(page, 'Die Zahl stimmt nicht')
  await now.getByLabel('An wie viele Menschen').fill('60')
  await now.getByRole('button', { name: 'An 60 Leserinnen und Leser senden' }).click()
  await page.getByRole('heading', { name: 'Der Versand beginnt in 5 Minuten' }).waitFor()
  t.same(await faultsForEveryone(page), [], 'the page for everyone')
  await button(page, 'Anhalten').click()
  await notice(page, 'Nichts ist hinausgegangen')
  await now.getByLabel('An wie viele Menschen').fill('60')
  await now.getByRole('button', { name: 'An 60 Leserinnen und Leser senden' }).click()
  await page.getByRole('heading', { name: 'Der Versand beginnt in 5 Minuten' }).waitFor()
  clock.travel({ minutes: 5 })
  await until(async () => (await pool.query('select from delivery')).rowCount === 1)
})

t.test('two windows watch: what one does, the other sees, and a cut connection comes back', async t => {
  const issue = `${origin}/redaktion/ausgaben/1`
  await eva.page.goto(issue)
  await kim.page.goto(issue)
  const bar = (page: Page) => page.getByRole('progressbar', { name: 'Fortschritt des Versands' })
  await bar(kim.page).waitFor()
  t.equal(await bar(kim.page).getAttribute('value'), '0')
  t.equal(await button(kim.page, 'Anhalten').count(), 0, 'who writes only watches')
  await button(eva.page, 'Anhalten').click()
  await kim.page.getByText('Der Versand wurde von Hand angehalten').waitFor()
  t.same(await faultsForEveryone(eva.page), [], 'the page for everyone')
  await eva.page.setViewportSize({ width: 360, height: 800 })

  await button(eva.page, 'Fortsetzen').click()
  await notice(eva.page, 'Der Versand geht weiter')
  service.app.server.closeAllConnections()
  await kim.page.getByText('im Versand', { exact: true }).waitFor({ timeout: 20_000 })
  service.app.server.closeAllConnections()
  relay.letOn()
  await kim.page.getByRole('heading', { name: 'Bericht' }).waitFor()
  await eva.page.getByRole('heading', { name: 'Bericht' }).waitFor()
  t.equal(await bar(kim.page).getAttribute('value'), '100')
  t.match((await kim.page.locator('.figures').innerText()).replace(/\s+/g, ' '), /Geplant 60 Versandt 60/)
  t.same(await faultsForEveryone(kim.page), [], 'the report for everyone')
  await kim.page.emulateMedia({ media: 'print' })
  const navigation = kim.page.getByRole('navigation', { name: 'Redaktion' })
  t.equal(await navigation.isVisible(), false, 'printed without navigation')
  await kim.page.emulateMedia({ media: 'screen' })
})

t.test('without script the page of an issue shows the same, and renews itself', async t => {
  const { context, page } = await desk({ name: 'Ina', roles: ['write', 'approve'], javaScriptEnabled: false })
  await page.goto(`${origin}/redaktion/ausgaben/1`)
  t.match((await page.locator('.figures').innerText()).replace(/\s+/g, ' '), /Versandt 60/)
  await page.goto(`${draft}/freigabe`)
  await page.getByRole('link', { name: 'Zum Versand und Bericht' }).waitFor()
  await context.close()
})

t.end()

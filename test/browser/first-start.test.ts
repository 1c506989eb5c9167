import type { BrowserContext, Page } from 'playwright-core'
import t from 'tap'
import { freePort } from '../../src/platform/free-port.js'
import { launchBrowser } from '../support/browser.js'
import { dataFolder, startProgram, type Running } from '../support/cli.js'
import { codeAt, PASSWORD } from '../support/desk.js'
import { addAuthenticator } from './support/authenticator.js'
import { heading, press, signOut } from './support/editors.js'

// One story on the program as an operator starts it: its first start, two accounts, and a crash
// while both accounts write.

const PORT = String(await freePort())
const HOME = `http://localhost:${PORT}`
const settings = { DATA_DIR: await dataFolder(t), PORT, PUBLIC_URL: HOME }
let program = await start()
const browser = await launchBrowser(t)
const eva = await visitor()
const alex = await visitor()
await addAuthenticator(alex.page)
let secret = ''

async function start (): Promise<Running> {
  const started = startProgram(t, ['start'], settings)
  await started.says('/abonnieren')
  return started
}

async function visitor (): Promise<{ context: BrowserContext, page: Page }> {
  const context = await browser.newContext({ locale: 'de-DE' })
  return { context, page: await context.newPage() }
}

/** What the app shows. One that was used is not taken again; the next one is, a little early. */
const code = (ahead: 0 | 1): string => codeAt(secret, new Date(Date.now() + ahead * 30_000))

t.test('the link of the first start makes an account with a password and an app', async t => {
  const { page } = eva
  const link = /http\S+\/redaktion\/willkommen\/[\w-]+/.exec(await program.says('/redaktion/willkommen/'))?.[0] ?? ''
  t.match(link, `${HOME}/redaktion/willkommen/`)
  await page.goto(link)
  await page.getByLabel('Ihr Name').fill('Eva Muster')
  await page.getByLabel('Ihre E-Mail-Adresse').fill('eva@amt.example')
  await page.getByLabel('Passwort', { exact: true }).fill(PASSWORD)
  await press(page, 'Weiter')
  await heading(page, 'Zweiten Faktor einrichten')
  await page.getByText('Sie können den Code nicht einlesen?').click()
  secret = (await page.locator('.secret code').innerText()).replaceAll(' ', '')
  await page.getByLabel('Code aus der App').fill(code(0))
  await page.getByRole('button', { name: 'Einrichten', exact: true }).click()
  await heading(page, 'Ihre Ersatzcodes')
  await page.getByRole('link', { name: 'Ich habe sie aufbewahrt' }).click()
  await heading(page, 'Ausgaben')

  const late = await visitor()
  await late.page.goto(link)
  await heading(late.page, 'Dieser Link gilt nicht mehr')
  await late.context.close()
})

t.test('she invites a colleague, whose mail leads to an account with a passkey', async t => {
  await eva.page.getByRole('link', { name: 'Konten' }).click()
  await eva.page.getByLabel('E-Mail-Adresse').fill('alex@amt.example')
  await eva.page.getByRole('button', { name: 'Einladen', exact: true }).click()
  await eva.page.getByText('Die Einladung ist unterwegs').waitFor()

  const { page } = alex
  await page.goto(`${HOME}/postfach`)
  const mail = page.getByRole('link', { name: /Einladung in die Redaktion/ })
  while (await mail.count() === 0) await page.reload()
  await mail.first().click()
  const button = page.frameLocator('iframe').locator('a[href*="/redaktion/willkommen/"]').first()
  const link = await button.getAttribute('href')
  await page.goto(link ?? '')
  await page.getByText('alex@amt.example').waitFor()
  await page.getByLabel('Ihr Name').fill('Alex Beispiel')
  await press(page, 'Passkey einrichten')
  await heading(page, 'Ihre Ersatzcodes')
  await page.getByRole('link', { name: 'Ich habe sie aufbewahrt' }).click()
  await heading(page, 'Ausgaben')
  t.equal(await page.getByRole('link', { name: 'Konten' }).count(), 0, 'who only writes does not administer')
})

t.test('both sign out and in again: one by password and app, one by passkey', async t => {
  await signOut(eva.page)
  await eva.page.getByLabel('E-Mail-Adresse').fill('eva@amt.example')
  await eva.page.getByLabel('Passwort', { exact: true }).fill(PASSWORD)
  await eva.page.getByRole('button', { name: 'Anmelden', exact: true }).click()
  await heading(eva.page, 'Code eingeben')
  await eva.page.getByLabel('Code aus Ihrer Authenticator-App').fill(code(1))
  await press(eva.page, 'Weiter')
  await heading(eva.page, 'Ausgaben')

  await signOut(alex.page)
  await press(alex.page, 'Mit Passkey anmelden')
  await heading(alex.page, 'Ausgaben')
  t.pass('both are in')
})

t.test('the server is killed while both write: nothing that was written is lost', async t => {
  await eva.page.getByRole('link', { name: 'Neue Ausgabe' }).click()
  await eva.page.getByLabel('Titel').fill('Netze')
  await press(eva.page, 'Entwurf anlegen')
  for (let count = 0; count < 2; count++) await press(eva.page, 'Block hinzufügen')
  const draft = eva.page.url().replace(/\?.*/, '')
  await alex.page.goto(draft)
  const headline = ({ page }: { page: Page }, place: number) =>
    page.getByLabel('Überschrift', { exact: true }).nth(place)
  const said = ({ page }: { page: Page }, text: RegExp) =>
    page.locator('[data-block] [data-saved]').filter({ hasText: text })

  await headline(eva, 0).fill('Vor dem Absturz')
  await said(eva, /Gespeichert um/).waitFor()
  await program.end('SIGKILL')
  await headline(eva, 0).fill('Während des Absturzes')
  await headline(alex, 1).fill('Auch im anderen Block')
  await said(eva, /Der Server antwortet nicht/).waitFor()
  await said(alex, /Der Server antwortet nicht/).waitFor()

  program = await start()
  await said(eva, /Gespeichert um/).waitFor()
  await said(alex, /Gespeichert um/).waitFor()
  await eva.page.goto(draft)
  t.equal(await headline(eva, 0).inputValue(), 'Während des Absturzes')
  t.equal(await headline(eva, 1).inputValue(), 'Auch im anderen Block')
  t.equal(await eva.page.getByText('Beide Texte').count(), 0, 'and nobody is said to have written at once')
})

t.test('the program ends in order', async t => {
  t.equal((await program.end('SIGTERM')).code, 0)
})

t.end()

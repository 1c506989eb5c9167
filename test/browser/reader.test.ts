import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Locator, Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { sendIssue } from '../../src/delivery/send-issue.js'
import { readIssueFile } from '../../src/issue/file/read-file.js'
import { packagePath } from '../../src/platform/package-path.js'
import { createTemplates } from '../../src/platform/templates.js'
import { de } from '../../src/texts/de.js'
import { launchBrowser } from '../support/browser.js'
import { receive } from '../support/service.js'
import { axeFindings } from './support/page-check.js'
import { readerService, type Place, type ReaderService } from './support/reader-service.js'
import { portOf } from '../../src/platform/free-port.js'
import { steadyHouse } from '../support/house.js'

const browser = await launchBrowser(t)

/** More tab stops than any page has. */
const MANY = 60

/** Goes forward by Tab, as often as it takes, until this has the focus. */
async function tabTo (page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  const reached = target.and(page.locator(':focus'))
  for (let stop = 0; stop < MANY; stop++) {
    await page.keyboard.press('Tab')
    if (await reached.count() > 0) return
  }
  throw new Error(`Tab does not lead to ${String(target)}`)
}

/** Presses a key and waits for the page that it leads to. */
async function leadsTo (page: Page, key: string, heading: string): Promise<void> {
  await page.keyboard.press(key)
  await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor()
}

async function states ({ pool }: ReaderService): Promise<string[]> {
  return (await pool.query<{ state: string }>('select state from subscriber')).rows.map(({ state }) => state)
}

async function sendDemoIssue (service: ReaderService): Promise<string> {
  const read = await readIssueFile(packagePath('templates', 'demo', 'ausgabe-1.yaml'))
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  const { config, home } = service
  const { newsletter: { publisher }, delivery: { batchSize } } = config
  const house = steadyHouse(publisher)
  await sendIssue({ ...service, fill: createTemplates(de), house, publicUrl: home, batchSize }, {
    ...read, approver: 'Eva Muster'
  })
  return read.content.title
}

const PLACES: Place[] = [
  'at the root',
  'below a path that the proxy takes off',
  'below a path that the proxy passes on'
]

for (const place of PLACES) {
  t.test(`without JavaScript or a mouse, a reader signs up, confirms, gets an issue and leaves: ${place}`,
    async t => await tellStory(t, place))
}

async function tellStory (t: Test, place: Place): Promise<void> {
  const service = await readerService(t, place)
  const { home, mailbox, catcher } = service
  const context = await browser.newContext({ javaScriptEnabled: false })
  t.after(async () => await context.close())
  const page = await context.newPage()
  const astray: string[] = []
  const homes = [home, new URL(mailbox).origin]
  page.on('response', response => {
    const isOurs = homes.some(start => response.url().startsWith(start))
    if (response.status() === 404 || !isOurs) astray.push(response.url())
  })
  const field = page.getByRole('textbox', { name: 'Ihre E-Mail-Adresse' })
  // Where the story breaks off it ends, instead of waiting for what cannot come.
  const chapter = async (name: string, act: (t: Test) => Promise<void>): Promise<void> => {
    if (t.passing()) await t.test(name, act)
  }

  await chapter('a mistake is told where the reader is, and beside the field', async t => {
    await page.goto(`${home}/abonnieren`)
    await tabTo(page, field)
    await page.keyboard.type('anna@beispiel')
    await page.keyboard.press('Enter')
    const summary = page.getByRole('alert')
    await summary.waitFor()
    t.match(await page.title(), /^Fehler: /)
    t.equal(await page.locator(':focus').getAttribute('role'), 'alert', 'the focus is on what is wrong')
    const message = await summary.getByRole('link').innerText()
    t.match(message, /stimmt nicht/)
    t.equal(await field.getAttribute('aria-invalid'), 'true')
    const described = (await field.getAttribute('aria-describedby') ?? '').split(' ')
    const descriptions = await Promise.all(described.map(async id => (await page.locator(`#${id}`).innerText()).trim()))
    t.same(descriptions, [message, 'Zum Beispiel: name@beispiel.de'])
    t.equal(await field.inputValue(), 'anna@beispiel', 'what was typed is still there')
    t.same(await states(service), [])
  })

  await chapter('the mistake leads to the field, and corrected it is taken', async t => {
    await tabTo(page, page.getByRole('alert').getByRole('link'))
    await page.keyboard.press('Enter')
    await page.locator('#email:focus').waitFor()
    await page.keyboard.press('End')
    await page.keyboard.type('.example')
    t.equal(await field.inputValue(), 'anna@beispiel.example')
    await tabTo(page, page.getByRole('button', { name: 'Integrationsbrief abonnieren' }))
    await leadsTo(page, 'Space', 'Fast geschafft: Bitte bestätigen Sie Ihre Anmeldung')
    t.same(await states(service), ['pending'])
  })

  await chapter('the link in the mail leads to a button, and the button confirms', async t => {
    await receive(catcher, 1)
    await page.goto(mailbox)
    await tabTo(page, page.getByRole('link', { name: 'Bitte bestätigen Sie Ihre Anmeldung' }))
    await leadsTo(page, 'Enter', 'Bitte bestätigen Sie Ihre Anmeldung zum Integrationsbrief')
    await tabTo(page, page.getByRole('link', { name: '/bestaetigen/' }))
    await leadsTo(page, 'Enter', 'Anmeldung bestätigen')
    t.same(await states(service), ['pending'], 'to look confirms nothing')
    await tabTo(page, page.getByRole('button', { name: 'Anmeldung bestätigen' }))
    await leadsTo(page, 'Enter', 'Ihre Anmeldung ist bestätigt')
    t.same(await states(service), ['active'])
  })

  await chapter('the issue arrives, can be read in the browser, and its link leads out', async t => {
    const title = await sendDemoIssue(service)
    const [, mail] = await receive(catcher, 2)
    await page.goto(mailbox)
    await tabTo(page, page.getByRole('link', { name: String(mail?.subject) }))
    await leadsTo(page, 'Enter', String(mail?.subject))
    await tabTo(page, page.getByRole('link', { name: '/ausgaben/' }))
    await leadsTo(page, 'Enter', title)
    await page.goBack()
    await tabTo(page, page.getByRole('link', { name: '/abmelden/' }))
    await leadsTo(page, 'Enter', 'Vom Integrationsbrief abmelden')
    t.same(await states(service), ['active'], 'to look unsubscribes nobody')
    await tabTo(page, page.getByRole('button', { name: 'Jetzt abmelden' }))
    await leadsTo(page, 'Enter', 'Sie sind abgemeldet')
    t.same(await states(service), [])
  })

  await chapter('the footer leads to every other page, and nothing was asked for outside', async t => {
    await page.goto(home)
    t.equal(page.url(), `${home}/abonnieren`)
    const pages = await page.evaluate<string[]>(
      '[...document.links].map(link => link.href).filter(href => !href.includes("#"))'
    )
    for (const url of pages) t.equal((await page.goto(url))?.status(), 200, url)
    t.same(astray, [])
  })
}

t.test('the box, copied to a website elsewhere that lets nothing but this form through, signs up', async t => {
  const service = await readerService(t, 'below a path that the proxy takes off')
  const { home, catcher } = service
  const page = await browser.newPage()
  t.after(async () => await page.close())
  await page.goto(`${home}/einbetten`)
  await page.locator('.snippet code').click()
  const box = await page.evaluate<string>('getSelection().toString()')
  t.match(box, /^<form[\s\S]+<\/form>$/, 'one click marks the whole box')
  const allowed = await page.getByText('form-action').innerText()

  const html = `<!doctype html><html lang="de"><title>Ein Landkreis</title>
    <main><h1>Ein Landkreis</h1>${box}</main></html>`
  const host = createServer((_, response) => response
    .setHeader('content-type', 'text/html; charset=utf-8')
    .setHeader('content-security-policy', `default-src 'none'; base-uri 'none'; frame-ancestors 'none'; ${allowed}`)
    .end(html))
  host.listen(0, '127.0.0.1')
  await once(host, 'listening')
  t.after(() => { host.close().closeAllConnections() })
  const said: string[] = []
  page.on('console', message => { said.push(message.text()) })

  // Another site, too: what the browser calls cross-site is more than another port.
  await page.goto(`http://localhost:${portOf(host)}/aktuelles`)
  t.same(await axeFindings(page), [], 'it brings no barrier into the website')
  t.equal(await page.getByLabel('Bitte lassen Sie dieses Feld leer').isVisible(), false)
  await page.getByLabel('Ihre E-Mail-Adresse').fill('anna@beispiel.example')
  await page.getByRole('button', { name: 'Integrationsbrief abonnieren' }).click()
  await page.getByRole('heading', { level: 1, name: 'Fast geschafft' }).waitFor()
  t.equal(page.url(), `${home}/abonnieren`)
  t.same(said.filter(text => !text.includes('favicon')), [])
  const [mail] = await receive(catcher, 1)
  t.same(mail?.to?.map(({ address }) => address), ['anna@beispiel.example'])
  t.same(await states(service), ['pending'])
})

t.end()

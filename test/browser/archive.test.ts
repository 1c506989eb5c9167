import t, { type Test } from 'tap'
import { correct } from '../../src/archive/correct.js'
import { withdraw } from '../../src/archive/withdraw.js'
import { acting } from '../archive/acting.js'
import { publishingAt } from '../archive/publishing.js'
import { article } from '../issue/sample.js'
import { launchBrowser } from '../support/browser.js'
import { faultsForEveryone } from './support/fits-everyone.js'
import { readerService } from './support/reader-service.js'

const service = publishingAt(await readerService(t))
const { home, publish, copy } = service
const browser = await launchBrowser(t)
const page = await browser.newPage()
const asked: string[] = []
page.on('request', request => { asked.push(request.url()) })

const event = {
  type: 'event',
  title: 'Regionalkonferenz',
  dates: [
    { start: '2027-06-08 09:30', end: '2027-06-08 16:30', place: 'Kassel' },
    { start: '2027-06-10', place: 'Wiesbaden' }
  ]
}
const first = await publish({ title: 'Häuser, die offen stehen', slug: 'haeuser', date: '2026-02-10' },
  article({ category: 'Vor Ort', headline: 'Ein Haus für alle', body: 'Zwei Häuser stehen offen.' }), event,
  { ...event, title: 'Werkstatt' })
await copy(first, 44)
await correct(acting(service), { issue: first, text: 'Die Konferenz ist am 8. Juni, nicht am 6. Juni.' })
const wrong = await publish({ title: 'Falsche Zahlen', slug: 'falsch' })
const reason = 'Die Ausgabe nannte falsche Zahlen. Wir bitten um Entschuldigung.'
await withdraw(acting(service), { issue: wrong, reason })

async function checkPage (t: Test): Promise<void> {
  t.same(await faultsForEveryone(page), [])
  t.same(asked.filter(url => new URL(url).origin !== new URL(home).origin), [], 'no request to elsewhere')
}

t.test('a reader goes from the list to an issue, its calendar and the next issue', async t => {
  await page.goto(`${home}/abonnieren`)
  await page.getByRole('link', { name: 'Ausgaben', exact: true }).click()
  t.same(await page.locator('h1').allInnerTexts(), ['Alle Ausgaben'])
  t.match(await page.locator('#gefunden').innerText(), '45 Ausgaben, Seite 1 von 3')
  await checkPage(t)
  await page.getByRole('link', { name: 'Ältere Ausgaben' }).click()
  await page.getByRole('link', { name: 'Ältere Ausgaben' }).click()
  await page.getByRole('link', { name: 'Häuser, die offen stehen' }).click()
  t.match(await page.locator('.correction').innerText(), 'Die Konferenz ist am 8. Juni, nicht am 6. Juni.')
  await checkPage(t)
  const loaded = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Regionalkonferenz: als Kalenderdatei' }).click()
  t.equal((await loaded).suggestedFilename(), 'haeuser.ics')
  await page.getByRole('navigation', { name: 'Weitere Ausgaben' }).getByRole('link', { name: 'Ausgabe 2' }).click()
  t.same(await page.locator('h1').allInnerTexts(), ['Ausgabe 2'])
})

t.test('a reader searches by keyboard, and sees the words that were found', async t => {
  await page.goto(`${home}/ausgaben`)
  await page.getByLabel('Suchwörter').fill('Haus')
  await page.getByLabel('Jahr').selectOption('2026')
  await page.keyboard.press('Tab')
  await page.getByLabel('Suchwörter').press('Enter')
  t.match(await page.locator('mark').first().innerText(), /Häuser|Haus/)
  t.equal(await page.getByLabel('Suchwörter').inputValue(), 'Haus')
  await checkPage(t)
  await page.getByLabel('Suchwörter').fill('Quittengelee')
  await page.getByRole('button', { name: 'Suchen' }).click()
  t.match(await page.locator('#gefunden').innerText(), 'Nichts gefunden')
  await checkPage(t)
  await page.getByRole('link', { name: 'Alles zeigen' }).click()
  t.match(await page.locator('#gefunden').innerText(), '45 Ausgaben')
})

t.test('the address of a withdrawn issue tells why', async t => {
  const answer = await page.goto(`${home}/ausgaben/falsch`)
  t.equal(answer?.status(), 410)
  t.match(await page.locator('main').innerText(), 'Wir bitten um Entschuldigung.')
  await checkPage(t)
})

t.test('the archive is reached below a path, too', async t => {
  const below = publishingAt(await readerService(t, 'below a path that the proxy takes off'))
  await below.publish({ title: 'Unten', slug: 'unten' }, event)
  await page.goto(`${below.home}/ausgaben`)
  await page.getByRole('link', { name: 'Unten' }).click()
  const calendar = await page.getByRole('link', { name: 'als Kalenderdatei' }).getAttribute('href')
  t.equal((await page.request.get(new URL(calendar ?? '', below.home).href)).status(), 200)
  t.equal((await page.request.get(`${below.home}/ausgaben?seite=7`)).url(), `${below.home}/ausgaben`)
})

t.end()

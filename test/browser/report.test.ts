import type { Page } from 'playwright-core'
import t from 'tap'
import { publishingAt } from '../archive/publishing.js'
import { launchBrowser } from '../support/browser.js'
import { addEditor, sessionOf } from '../support/desk.js'
import { deskPage } from './support/desk-page.js'
import { deskService } from './support/desk-service.js'
import { faultsForEveryone } from './support/fits-everyone.js'

const service = publishingAt(await deskService(t))
const { home, pool } = service
await service.copy(await service.publish({ title: 'Zehn Millionen Gründe, jetzt anzufangen', slug: 'zehn' }), 14)
await pool.query(`update delivery set planned = 4100, sent = 4100 - issue_number, failed = issue_number
  where state = 'sent'`)
for (const [day, count] of Object.entries({ '2026-02-20': 41, '2026-02-21': 7, '2026-02-22': 1_001_204 })) {
  await pool.query('insert into issue_departure (issue_number, day, slot, departures) values (15, $1, 1, $2)',
    [day, count])
}
const browser = await launchBrowser(t)
const { page, complaints, open, follow } = await deskPage(browser, home)
const { id } = await addEditor(service, { name: 'Eva Muster', roles: ['approve'] })
await page.context().addCookies([{ name: 'redaktion', value: await sessionOf(service, id), url: home }])

/** Which labels of the chart are too small, are cut, or cover another one. */
async function labelFaults (page: Page): Promise<string[]> {
  return await page.locator('.chart').evaluate(chart => {
    const frame = chart.getBoundingClientRect()
    const labels = [...chart.querySelectorAll('text')].filter(({ textContent }) => textContent !== '')
      .map(label => ({ name: label.textContent, box: label.getBoundingClientRect() }))
    return labels.flatMap(({ name, box }, index) => [
      ...box.height < 14 ? [`${name} is ${box.height} pixels high`] : [],
      ...box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 ||
        box.bottom > frame.bottom + 1
        ? [`${name} is cut`]
        : [],
      ...labels.slice(index + 1).filter(({ box: other }) => box.left < other.right && other.left < box.right &&
        box.top < other.bottom - 3 && other.top < box.bottom - 3).map(other => `${name} covers ${other.name}`)
    ])
  })
}

t.test('everybody can read a report and its chart, and compare issues', async t => {
  await open('/ausgaben/15')
  const name = 'Abmeldungen über den Link dieser Ausgabe an 10 Tagen: 1.001.245 oder mehr.'
  const chart = page.getByRole('img', { name })
  t.equal(await chart.count(), 1, 'the chart has a name that says what it shows')
  t.equal(await page.getByRole('table', { name: 'Abgemeldet über den Link dieser Ausgabe' }).count(), 1)
  t.same(await faultsForEveryone(page), [])
  for (const width of [320, 360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    t.same(await labelFaults(page), [], `the chart at a width of ${width}`)
  }
  await follow('Mit anderen Ausgaben vergleichen')
  t.equal(await page.getByRole('table', { name: 'Ausgaben im Vergleich' }).locator('tbody tr').count(), 12)
  t.same(await faultsForEveryone(page), [])
  await follow('Ältere Ausgaben')
  t.same(await page.locator('h1').allInnerTexts(), ['Ausgaben vergleichen'])
  t.same(complaints(), [])
})

t.end()

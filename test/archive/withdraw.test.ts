import t from 'tap'
import { correct, readCorrections, takeBackCorrection } from '../../src/archive/correct.js'
import { showAgain, withdraw } from '../../src/archive/withdraw.js'
import { article } from '../issue/sample.js'
import { acting } from './acting.js'
import { publishing, titlesOn } from './publishing.js'

const event = { type: 'event', title: 'Konferenz', dates: [{ start: '2027-06-08', place: 'Kassel' }] }

t.test('a withdrawn issue is gone from everywhere, and its address tells why', async t => {
  const service = await publishing(t)
  const wrong = { title: 'Falsch', slug: 'falsch', date: '2027-02-10' }
  const issue = await service.publish(wrong, article({ category: 'Zahlen' }), event)
  await service.publish({ title: 'Danach', slug: 'danach', date: '2027-03-10' })
  t.ok(await withdraw(acting(service), { issue, reason: 'Die Ausgabe nannte <falsche> Zahlen.' }))
  const page = await service.read('/ausgaben/falsch')
  t.equal(page.status, 410)
  t.match(page.body, 'Die Ausgabe nannte &lt;falsche&gt; Zahlen.')
  t.match(page.body, '<meta name="robots" content="noindex">')
  t.notMatch(page.body, 'Konferenz')
  t.equal((await service.app.inject({
    url: '/ausgaben/falsch', headers: { 'if-none-match': String(page.headers['etag']) }
  })).statusCode, 410, 'a browser that has kept it is told again')
  for (const path of ['termine.ics', 'termine/abschnitt-2.ics']) {
    t.equal((await service.read(`/ausgaben/falsch/${path}`)).status, 404)
  }
  t.same(titlesOn((await service.read('/ausgaben')).body), ['Danach'])
  t.same(titlesOn((await service.read('/ausgaben?suche=Falsch')).body), [])
  t.notMatch((await service.read('/ausgaben')).body, 'Zahlen (')
  for (const path of ['/ausgaben/feed.xml', '/ausgaben/feed.json', '/sitemap.xml', '/ausgaben/danach']) {
    t.notMatch((await service.read(path)).body, /falsch/i, path)
  }
  t.equal((await service.read('/ausgaben/feed.xml?rubrik=Zahlen')).status, 404)
})

t.test('an issue is withdrawn once, and can be shown again', async t => {
  const service = await publishing(t)
  const issue = await service.publish({ slug: 'falsch' })
  t.ok(await withdraw(acting(service), { issue, reason: 'Fehler.' }))
  t.notOk(await withdraw(acting(service), { issue, reason: 'Noch ein Fehler.' }))
  t.match((await service.read('/ausgaben/falsch')).body, '<p>Fehler.</p>')
  t.ok(await showAgain(acting(service), issue))
  t.notOk(await showAgain(acting(service), issue))
  t.equal((await service.read('/ausgaben/falsch')).status, 200)
})

t.test('corrections stand above the page with their days, the latest first, and can be taken back', async t => {
  const service = await publishing(t)
  const issue = await service.publish({ slug: 'neu' })
  await correct(acting(service), { issue, text: 'Der Termin ist <später>.' })
  service.clock.travel({ days: 1 })
  await correct(acting(service), { issue, text: 'Der Betrag stimmt nicht.' })
  const { body } = await service.read('/ausgaben/neu')
  t.match(body, /3\. März 2026:<\/strong> Der Betrag[\s\S]*2\. März 2026:<\/strong> Der Termin/)
  t.match(body, 'Der Termin ist &lt;später&gt;.')
  const [last] = await readCorrections({ db: service.pool }, issue)
  t.ok(await takeBackCorrection(acting(service), { issue, id: last?.id ?? 0 }))
  t.notOk(await takeBackCorrection(acting(service), { issue, id: last?.id ?? 0 }))
  t.notMatch((await service.read('/ausgaben/neu')).body, 'Der Betrag')
  const { rows } = await service.pool.query(
    "select action, details from audit where action like 'issue.corr%' order by number")
  t.same(rows.map(({ action }) => action), ['issue.corrected', 'issue.corrected', 'issue.correction_taken_back'])
  t.equal(rows.at(-1)?.details.text, 'Der Betrag stimmt nicht.', 'the audit keeps what was taken back')
})

t.test('the same correction twice is one', async t => {
  const service = await publishing(t)
  const issue = await service.publish({ slug: 'neu' })
  const once = { issue, text: 'Der Betrag stimmt nicht.' }
  await Promise.all([correct(acting(service), once), correct(acting(service), once)])
  t.equal((await readCorrections({ db: service.pool }, issue)).length, 1)
  const { rows } = await service.pool.query("select from audit where action = 'issue.corrected'")
  t.equal(rows.length, 1)
})

t.test('a correction of another issue cannot be taken back', async t => {
  const service = await publishing(t)
  const issue = await service.publish({ slug: 'eins' })
  const other = await service.publish({ title: 'Zwei', slug: 'zwei' })
  await correct(acting(service), { issue, text: 'Der Betrag stimmt nicht.' })
  const [{ id = 0 } = {}] = await readCorrections({ db: service.pool }, issue)
  t.notOk(await takeBackCorrection(acting(service), { issue: other, id }))
  t.equal((await readCorrections({ db: service.pool }, issue)).length, 1)
})

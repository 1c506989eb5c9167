import t from 'tap'
import { planIssue } from '../../src/delivery/plan.js'
import { cancel, pause } from '../../src/delivery/control.js'
import { approve } from '../../src/issue/approval/approve-content.js'
import { addReaders, someAddresses } from '../support/readers.js'
import { testService, type TestService } from '../support/service.js'
import { article, content, issue, parts } from '../issue/sample.js'
import { BRIDGE, publishing } from './publishing.js'

async function approved (service: TestService): Promise<number> {
  return await approve({ ...service, ...parts }, { content: content(issue()), pictures: [], approver: 'Eva Muster' })
}

t.test('an issue has its page from its start on, whatever becomes of its delivery', async t => {
  const service = await testService(t)
  const status = async (): Promise<number> => {
    // Later than what is in memory stays fresh.
    service.clock.travel({ minutes: 1 })
    return (await service.app.inject('/ausgaben/ein-titel')).statusCode
  }
  await addReaders(service, someAddresses(3))
  const number = await approved(service)
  t.equal(await status(), 404, 'approved is not public')
  await planIssue({ ...service, batchSize: 10 }, number)
  t.equal(await status(), 200)
  await pause(service, number)
  t.equal(await status(), 200)
  await cancel(service, number)
  t.equal(await status(), 200)
  await service.pool.query('delete from delivery')
  t.equal(await status(), 200)
})

t.test('an issue is read from memory, and is gone within seconds once it is withdrawn', async t => {
  const { app, pool, clock, ...service } = await testService(t)
  const read = async (headers = {}) => await app.inject({ url: '/ausgaben/ein-titel', headers })
  const number = await approved({ app, pool, clock, ...service })
  await planIssue({ ...service, pool, clock, batchSize: 10 }, number)
  const { headers } = await read()
  t.equal(headers['cache-control'], 'public, max-age=60')
  t.match(headers.etag, /^"/)
  t.equal((await read({ 'if-none-match': headers.etag })).statusCode, 304)
  await pool.query('delete from issue')
  t.equal((await read()).statusCode, 200, 'nobody asked the database')
  clock.travel({ minutes: 0.2 })
  const gone = await read()
  t.equal(gone.statusCode, 404)
  t.equal(gone.headers['cache-control'], 'no-store')
})

t.test('a page tells search engines and others what it is about, and nothing comes from elsewhere', async t => {
  const { publish, read } = await publishing(t)
  await publish({ title: 'Wege "& mehr', slug: 'wege' }, article({ picture: BRIDGE }))
  const { body } = await read('/ausgaben/wege')
  t.match(body, '<link rel="canonical" href="https://integrationsbrief.hessen.example/ausgaben/wege">')
  t.match(body, '<meta property="og:title" content="Wege &#34;&amp; mehr">')
  t.match(body, '<meta property="og:description" content="Worum es in dieser Ausgabe geht.">')
  t.match(body,
    `<meta property="og:image" content="https://integrationsbrief.hessen.example/bilder/${BRIDGE.name}">`)
  t.match(body, `<meta property="og:image:alt" content="${BRIDGE.alt}">`)
})

t.test('a page leads to the issues before and after it by their days', async t => {
  const { approve, publish, read } = await publishing(t)
  await publish({ title: 'Mitte', slug: 'mitte', date: '2027-02-10' })
  await publish({ title: 'Anfang', slug: 'anfang', date: '2027-01-10' })
  await publish({ title: 'Ende', slug: 'ende', date: '2027-03-10' })
  await approve({ title: 'Geheim', slug: 'geheim', date: '2027-02-11' })
  const { body } = await read('/ausgaben/mitte')
  t.match(body, '<a rel="prev" href="/ausgaben/anfang">Anfang</a>')
  t.match(body, '<a rel="next" href="/ausgaben/ende">Ende</a>')
  const last = (await read('/ausgaben/ende')).body
  t.match(last, '<a rel="prev" href="/ausgaben/mitte">Mitte</a>')
  t.notMatch(last, 'rel="next"')
  const first = (await read('/ausgaben/anfang')).body
  t.match(first, '<a rel="next" href="/ausgaben/mitte">Mitte</a>')
  t.notMatch(first, 'rel="prev"')
})

t.test('what is not public is answered like what is not there', async t => {
  const { approve, read } = await publishing(t)
  await approve({ slug: 'geheim' }, {
    type: 'event', title: 'Geheim', dates: [{ start: '2027-06-08', place: 'Kassel' }]
  })
  for (const rest of ['', '/termine.ics', '/termine/abschnitt-1.ics']) {
    const [hidden, absent] = [await read(`/ausgaben/geheim${rest}`), await read(`/ausgaben/gibtesnicht${rest}`)]
    t.equal(hidden.status, 404)
    t.equal(hidden.body, absent.body)
  }
  for (const slug of ['GEHEIM', 'geheim.', '..%2fgeheim', '%00', 'a'.repeat(81), "'--"]) {
    t.equal((await read(`/ausgaben/${slug}`)).status, 404, slug)
  }
})

t.test('a page shows what was frozen, whatever model its content has', async t => {
  const service = await testService(t)
  const number = await approved(service)
  await planIssue({ ...service, batchSize: 10 }, number)
  const { body } = await service.app.inject('/ausgaben/ein-titel')
  t.match(body, '<title>Ein Titel, Ausgabe 1')
  t.match(body, 'Ausgabe 1 vom 10. Februar 2027')
  for (const older of [{ model: 0, headline: 'x', sections: [{ kind: 'hologram' }] }, [], null, 'x']) {
    await service.pool.query('update issue set content = $1', [JSON.stringify(older)])
    service.clock.travel({ minutes: 1 })
    const answer = await service.app.inject('/ausgaben/ein-titel')
    t.equal(answer.statusCode, 200)
    t.equal(answer.body, body)
  }
})

t.test('an address that leads nowhere is answered with a page that helps, the first time, too', async t => {
  const { app, lines } = await testService(t)
  for (const path of [
    '/ausgaben/nichts', '/ausgaben/nichts/termine.ics', '/ausgaben/nichts/termine/abschnitt-1.ics',
    '/ausgaben/feed.xml?rubrik=Nichts', '/ausgaben/feed.json?rubrik=Nichts'
  ]) {
    for (const time of ['first', 'second']) {
      const { statusCode, body } = await app.inject(path)
      t.equal(statusCode, 404)
      t.match(body, /<h1[^>]*>Diese Seite gibt es nicht/, `${path}, the ${time} time`)
    }
  }
  t.same(lines().filter(line => line.includes('"level":"warn"')), [])
})

import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import t from 'tap'
import { correct } from '../../src/archive/correct.js'
import { article } from '../issue/sample.js'
import { acting } from './acting.js'
import { BRIDGE, publishing } from './publishing.js'

t.test('the Atom feed tells of the latest issues, with their pages and addresses that hold anywhere', async t => {
  const { publish, read } = await publishing(t)
  await publish({ title: 'Alt & gut', slug: 'alt', date: '2026-01-10' },
    article({ category: 'Vor Ort', picture: BRIDGE }), { type: 'table_of_contents' }, article({ headline: 'Zwei' }))
  await publish({ title: 'Neu', slug: 'neu' })
  const { body, headers, status } = await read('/ausgaben/feed.xml')
  t.equal(status, 200)
  t.equal(headers['content-type'], 'application/atom+xml; charset=utf-8')
  t.match(headers['etag'], /^"/)
  const { entries = [], links = [], authors = [], id, updated } = parseAtomFeed(body)
  t.same(entries.map(({ title }) => title?.value), ['Neu', 'Alt & gut'])
  t.equal(links.find(({ rel }) => rel === 'self')?.href, id)
  t.ok(updated !== undefined && authors.length > 0, 'what RFC 4287 asks of each feed')
  const old = entries[1]
  t.equal(old?.id, 'https://integrationsbrief.hessen.example/ausgaben/alt')
  t.same(old?.categories, [{ term: 'Vor Ort' }])
  t.match(old?.content?.value, `src="https://integrationsbrief.hessen.example/bilder/${BRIDGE.name}"`)
  t.match(old?.content?.value, 'href="https://integrationsbrief.hessen.example/ausgaben/alt#abschnitt-3"')
  t.notMatch(old?.content?.value, /(?:src|href)="(?!https:|mailto:|tel:)/)
})

t.test('the JSON feed tells the same', async t => {
  const { publish, read } = await publishing(t)
  await publish({ title: 'Neu', slug: 'neu' }, article({ category: 'Vor Ort' }))
  const { body, headers } = await read('/ausgaben/feed.json')
  t.equal(headers['content-type'], 'application/feed+json; charset=utf-8')
  const { items = [], feed_url: url, language } = parseJsonFeed(JSON.parse(body))
  t.equal(url, 'https://integrationsbrief.hessen.example/ausgaben/feed.json')
  t.equal(language, 'de')
  t.same(items.map(({ title, tags }) => ({ title, tags })), [{ title: 'Neu', tags: ['Vor Ort'] }])
})

t.test('each category has its feeds, which the list names; others are not there', async t => {
  const { publish, read } = await publishing(t)
  await publish({ title: 'Eins', slug: 'eins' }, article({ category: 'Vor Ort' }))
  await publish({ title: 'Zwei', slug: 'zwei' }, article({ category: 'Aus dem Land' }))
  const path = '/ausgaben/feed.xml?rubrik=Vor%20Ort'
  t.match((await read('/ausgaben?rubrik=Vor+Ort')).body, `href="${path}"`)
  const { entries = [], title } = parseAtomFeed((await read(path)).body)
  t.same(entries.map(entry => entry.title?.value), ['Eins'])
  t.equal(title?.value, 'Integrationsbrief: Vor Ort')
  t.equal((await read('/ausgaben/feed.xml?rubrik=Nirgends')).status, 404)
})

t.test('with 500 issues a feed has the latest 50', async t => {
  const { publish, copy, read } = await publishing(t)
  await copy(await publish({}), 499)
  const { entries = [] } = parseAtomFeed((await read('/ausgaben/feed.xml')).body)
  t.equal(entries.length, 50)
  t.equal(entries[0]?.title?.value, 'Ausgabe 500')
})

t.test('without an issue the feeds are there, and empty', async t => {
  const { read } = await publishing(t)
  t.same(parseAtomFeed((await read('/ausgaben/feed.xml')).body).entries ?? [], [])
  t.same(parseJsonFeed(JSON.parse((await read('/ausgaben/feed.json')).body)).items ?? [], [])
})

t.test('a correction stands in the feed, which is newer by it', async t => {
  const service = await publishing(t)
  const issue = await service.publish({ slug: 'neu' })
  const first = parseAtomFeed((await service.read('/ausgaben/feed.xml')).body)
  service.clock.travel({ minutes: 90 })
  await correct(acting(service), { issue, text: 'Der Betrag ist <zu> hoch.' })
  const then = parseAtomFeed((await service.read('/ausgaben/feed.xml')).body)
  t.match(then.entries?.[0]?.content?.value, 'Der Betrag ist &lt;zu&gt; hoch.')
  t.ok(Number(new Date(String(then.updated))) > Number(new Date(String(first.updated))))
})

t.test('the sitemap names every public page, and robots.txt names the sitemap', async t => {
  const { publish, approve, read } = await publishing(t)
  await publish({ slug: 'neu' })
  await approve({ slug: 'geheim', title: 'Geheim' })
  const { body, headers } = await read('/sitemap.xml')
  t.equal(headers['content-type'], 'application/xml; charset=utf-8')
  t.match(body, /<loc>https:\/\/integrationsbrief\.hessen\.example\/ausgaben\/neu<\/loc><lastmod>\d{4}-\d\d-\d\dT/)
  t.match(body, '<loc>https://integrationsbrief.hessen.example/abonnieren</loc>')
  t.notMatch(body, 'geheim')
  t.match((await read('/robots.txt')).body, 'Sitemap: https://integrationsbrief.hessen.example/sitemap.xml')
})

t.test('what XML has no room for does not break the feed', async t => {
  const service = await publishing(t)
  const issue = await service.publish({ slug: 'neu' })
  await correct(acting(service), { issue, text: 'Vorher \uffff, nachher \u{1f600}.' })
  const { body } = await service.read('/ausgaben/feed.xml')
  t.match(parseAtomFeed(body).entries?.[0]?.content?.value, 'Vorher \ufffd, nachher \u{1f600}.')
  t.notMatch(body, '\uffff')
})

import fc from 'fast-check'
import t from 'tap'
import { article } from '../issue/sample.js'
import { publishing, titlesOn } from './publishing.js'

t.test('the list shows what was sent, the latest first, and nothing else', async t => {
  const { approve, publish, read } = await publishing(t)
  t.match((await read('/ausgaben')).body, 'Noch keine Ausgabe')
  await publish({ title: 'Alt', slug: 'alt', date: '2026-01-10' })
  await publish({ title: 'Neu', slug: 'neu', date: '2027-02-10' })
  await approve({ title: 'Geheim', slug: 'geheim', date: '2027-03-10' })
  const { body, headers } = await read('/ausgaben')
  t.same(titlesOn(body), ['Neu', 'Alt'])
  t.match(body, 'Ausgabe 2 vom 10. Februar 2027')
  t.match(body, 'Worum es in dieser Ausgabe geht.')
  t.notMatch(body, 'Geheim')
  t.equal(headers['cache-control'], 'public, max-age=60')
  t.match(headers['etag'], /^"/)
})

t.test('the list can be narrowed to a year, a category and words, and says how many are left', async t => {
  const { publish, read } = await publishing(t)
  await publish({ title: 'Eins', slug: 'eins', date: '2026-01-10' }, article({ category: 'Vor Ort' }))
  await publish({ title: 'Zwei', slug: 'zwei', date: '2027-02-10' }, article({ category: 'Vor Ort' }))
  await publish({ title: 'Drei', slug: 'drei', date: '2027-03-10' }, article({ category: 'Aus dem Land & mehr' }))
  t.same(titlesOn((await read('/ausgaben?jahr=2027')).body), ['Drei', 'Zwei'])
  t.same(titlesOn((await read('/ausgaben?rubrik=Vor+Ort')).body), ['Zwei', 'Eins'])
  const both = await read('/ausgaben?jahr=2027&rubrik=Vor+Ort&suche=')
  t.same(titlesOn(both.body), ['Zwei'])
  t.match(both.body, 'Eine Ausgabe gefunden')
  t.match(both.body, '<option value="2027" selected>2027 (2)</option>')
  t.match(both.body, '<option value="Aus dem Land &amp; mehr">Aus dem Land &amp; mehr (1)</option>')
  t.match((await read('/ausgaben?jahr=1999')).body, 'Nichts gefunden')
})

t.test('a search finds other forms of a German word, marks it, and is kept out of search engines', async t => {
  const { publish, read } = await publishing(t)
  const body = 'Zwei **Häuser** stehen offen & warten <auf> Gäste.'
  await publish({ title: 'Wohnen', slug: 'wohnen' }, article({ body }))
  await publish({ title: 'Lernen', slug: 'lernen' }, article({ body: 'Ein Kurs beginnt.' }))
  const found = await read('/ausgaben?suche=Haus')
  t.same(titlesOn(found.body), ['Wohnen'])
  t.match(found.body, '<mark>Häuser</mark>')
  t.match(found.body, 'offen &amp; warten &lt;auf&gt; Gäste', 'text of the page stays text')
  t.match(found.body, '<meta name="robots" content="noindex">')
  t.match(found.body, 'value="Haus"')
  t.same(titlesOn((await read('/ausgaben?suche=%22Kurs+beginnt%22')).body), ['Lernen'])
  t.same(titlesOn((await read('/ausgaben?suche=kern-body')).body), [], 'tags of the page are not its words')
})

t.test('the title weighs more than the text in a search', async t => {
  const { publish, read } = await publishing(t)
  await publish({ title: 'Sprache', slug: 'sprache', date: '2026-01-10' }, article({ headline: 'Lesen' }))
  await publish({ title: 'Arbeit', slug: 'arbeit', date: '2027-01-10' }, article({ body: 'Die Sprache hilft.' }))
  t.same(titlesOn((await read('/ausgaben?suche=Sprache')).body), ['Sprache', 'Arbeit'])
})

t.test('five hundred issues are shown in pages of twenty', async t => {
  const { publish, copy, read } = await publishing(t)
  await copy(await publish({ title: 'Erste', slug: 'erste' }), 499)
  const { body: first } = await read('/ausgaben')
  t.equal(titlesOn(first).length, 20)
  t.match(first, '500 Ausgaben, Seite 1 von 25')
  t.match(first, 'href="/ausgaben?seite=2"')
  const { body: last } = await read('/ausgaben?seite=25')
  t.equal(titlesOn(last).at(-1), 'Erste')
  t.notMatch(last, 'Ältere Ausgaben')
  t.match(last, 'href="/ausgaben?seite=24"')
})

t.test('a page beyond the end leads to the first', async t => {
  const { publish, app } = await publishing(t)
  await publish({})
  const { statusCode, headers } = await app.inject('/ausgaben?seite=9&jahr=2027')
  t.equal(statusCode, 302)
  const list = 'https://brief.example/ausgaben'
  t.equal(new URL(String(headers.location), list).href, `${list}?jahr=2027`)
})

t.test('what nobody can search for is answered in German, and nothing breaks', async t => {
  const { publish, app } = await publishing(t)
  await publish({})
  for (const query of ['jahr=abcd', 'seite=0', 'seite=-1', `suche=${'a'.repeat(201)}`, 'suche=a&suche=b']) {
    const { statusCode, payload } = await app.inject(`/ausgaben?${query}`)
    t.equal(statusCode, 400, query)
    t.match(payload, 'Diese Anfrage konnten wir nicht lesen')
  }
  for (const words of ['\0', "' or 1=1 --", '((((', '!!!&&&|||', ':*', '"', '-', 'und', '\u{e000}x\u{e001}', '%']) {
    const { statusCode } = await app.inject(`/ausgaben?suche=${encodeURIComponent(words)}`)
    t.equal(statusCode, 200, JSON.stringify(words))
  }
})

t.test('no search breaks, whatever signs it is made of', async t => {
  const { publish, app } = await publishing(t)
  await publish({})
  const signs = fc.constantFrom(...'-"+ a!|&()*:\'\\ß–', 'or', '<->')
  const typed = fc.array(signs, { maxLength: 100 }).map(parts => parts.join('').slice(0, 200))
  await fc.assert(fc.asyncProperty(typed, async words => {
    const { statusCode } = await app.inject(`/ausgaben?suche=${encodeURIComponent(words)}`)
    return statusCode === 200
  }), { examples: [['-'.repeat(200)], ['-+'.repeat(100)], ['"-'.repeat(100)], ['-a'.repeat(100)], ['- '.repeat(100)]] })
})

t.test('what people search for does not drive out the list that everybody sees', async t => {
  const { publish, app, pool } = await publishing(t)
  await publish({ title: 'Neu' })
  await app.inject('/ausgaben')
  for (let search = 0; search < 110; search++) await app.inject(`/ausgaben?suche=wort${search}`)
  await pool.query('alter table issue rename to away')
  const { statusCode, payload } = await app.inject('/ausgaben')
  t.equal(statusCode, 200, 'it is still in memory')
  t.same(titlesOn(payload), ['Neu'])
})

import t from 'tap'
import { fromHtml } from '../../../src/issue/rich-text/from-html.js'
import { toMarkdown } from '../../../src/issue/rich-text/markdown.js'
import { parseHtml } from '../../../src/issue/rich-text/parse-html.js'
import { processorMs } from '../../support/processor-time.js'
import { WORD } from './word-html.js'

function read (html: string): { markdown: string, losses: string[], hadTable: boolean } {
  const { content, losses, hadTable } = fromHtml(parseHtml(html))
  return { markdown: toMarkdown({ type: 'doc', content }), losses: [...losses].sort(), hadTable }
}
const markdown = (html: string): string => read(html).markdown

t.test('headings, emphasis, links, quotations and lists of a website are kept', async t => {
  t.equal(markdown(`<article><h1>Neues</h1><p>Ein <b>fettes</b>, <span style="font-style:italic">schräges</span>
    <a href="https://example.org/a" style="color:red">Wort</a>.</p><blockquote><p>Zitat</p></blockquote>
    <ul><li>eins<ul><li>innen</li></ul></li><li><p>zwei</p></li></ul><ol start="3"><li>drei</li></ol></article>`),
  `### Neues

Ein **fettes**, *schräges* [Wort](https://example.org/a).

> Zitat

- eins
  - innen
- zwei

3. drei`)
})

t.test('what is not text is left out, and named', async t => {
  const { markdown, losses } = read(`<p>vor<script>alert(1)</script><style>p{}</style><img src="x" onerror="alert(1)">
    nach</p><iframe src="https://example.org"></iframe><p hidden style="display:none">unsichtbar</p>
    <img width="1" height="1" src="https://example.org/zaehler.gif">`)
  t.equal(markdown, 'vor nach')
  t.same(losses, ['embedded', 'pictures'])
  t.same(read('<p>a</p><img width="1" height="1" src="x">').losses, [], 'a counter is not missed')
})

t.test('addresses that readers must not be given are left out, and their text stays', async t => {
  t.equal(markdown('<a href="javascript:alert(1)">a</a> <a href="/pfad">b</a> <a href="tel:+4961112345">c</a>'),
    'a b [c](tel:+4961112345)')
})

t.test('the rows of a table become paragraphs; a table that only arranges is taken away', async t => {
  const data = read('<table><tr><th>Ort</th><th>Tag</th></tr><tr><td>Kassel</td><td><p>4. März</p></td></tr></table>')
  t.same(data, { markdown: 'Ort; Tag\n\nKassel; 4. März', losses: [], hadTable: true })
  const looks = read('<table><tr><td><h2>Kopf</h2><p>a</p><p>b</p></td><td><ul><li>c</li></ul></td></tr></table>')
  t.same(looks, { markdown: '### Kopf\n\na\n\nb\n\n- c', losses: [], hadTable: false })
})

t.test('line breaks stay, two in a row end a paragraph, and nothing is empty', async t => {
  t.equal(markdown('a<br>b<br><br>c<p>&nbsp;</p><p> </p>d<div><br></div>'), 'a\\\nb\n\nc\n\nd')
  t.equal(markdown('<pre>eins\n  zwei</pre>'), 'eins\\\nzwei')
})

t.test('Google Docs puts all into a bold element that is not bold', async t => {
  t.equal(markdown('<b style="font-weight:normal"><p><span style="font-weight:700">a</span> b</p></b>'), '**a** b')
})

t.test('lists of Word come out as lists', async t => {
  t.equal(markdown(WORD.nestedLists), `Vor der Liste.

- Erster Punkt
  - darunter
    - noch tiefer
- Zweiter Punkt\\
  mit Umbruch

1. Anmelden
2. Kommen
   1. pünktlich
3. Bleiben

Nach der Liste.`)
  t.equal(markdown(WORD.webLists), '- eins\n  - darunter\n- zwei\n\n3. drei')
  t.equal(markdown('<p>· eins</p><p>·&nbsp;&nbsp; zwei</p><p>drei</p>'), '- eins\n- zwei\n\ndrei')
})

t.test('of tracked changes in Word, insertions stay and deletions go', async t => {
  t.same(read(WORD.trackedChanges), {
    markdown: 'Die Förderung beträgt **20.000** Euro im Jahr.', losses: ['deletions'], hadTable: false
  })
})

t.test('comments and notes of Word go, with their marks', async t => {
  t.same(read(WORD.comments), {
    markdown: 'Der Beirat tagt am 4. Mai in Kassel.', losses: ['comments'], hadTable: false
  })
  t.same(read(WORD.footnotes), {
    markdown: 'Das Programm läuft seit 2014. Es geht weiter.', losses: ['notes'], hadTable: false
  })
  t.same(read('<p>Wort<sup><a href="#fn1">1</a></sup> und m<sup>2</sup></p>').markdown, 'Wort und m2')
})

t.test('smart tags, empty paragraphs and proofing marks of Word are passed over', async t => {
  t.same(read(WORD.smartTags), {
    markdown: 'Frau Wiesental kommt am 4. März nach Wiesbaden.\n\n### Was Sie mitbringen', losses: [], hadTable: false
  })
})

t.test('tables and quotations of Word', async t => {
  t.same(read(WORD.table), {
    markdown: 'Ort; Termin\n\n**Kassel**; 4. März 2027\n\n' +
      '> Niemand ist schwer erreichbar.\n>\n> Manche sind weit weg.',
    losses: ['pictures'],
    hadTable: true
  })
})

t.test('HTML of any size and depth ends soon', async t => {
  for (const html of [
    `${'<b>'.repeat(20_000)}tief`, '<ul><li>'.repeat(10_000), '<p>Absatz</p>'.repeat(100_000),
    `<p>${'Wort '.repeat(2_000_000)}</p>`, `<p>${'<i>W</i>ort '.repeat(100_000)}</p>`
  ]) t.ok(await processorMs(() => t.ok(fromHtml(parseHtml(html)).isTooLong)) < 10_000, html.slice(0, 20))
})

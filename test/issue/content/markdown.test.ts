import t from 'tap'
import { markdownHtml, markdownProblems } from '../../../src/issue/content/markdown.js'
import { markdownText } from '../../../src/issue/render/markdown-text.js'
import { countWords } from '../../../src/issue/render/reading-time.js'
import { tidyText, wrapText } from '../../../src/platform/text/wrap-text.js'

t.test('HTML and script in Markdown are shown as text', async t => {
  t.equal(markdownHtml('<script>alert(1)</script>'), '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>')
  t.equal(markdownHtml('a <img src=x onerror=alert(1)> b'), '<p>a &lt;img src=x onerror=alert(1)&gt; b</p>')
  t.same(markdownProblems('<script>alert(1)</script>'), [], 'text is not an error')
})

t.test('no way to write a link leads to an unsafe address', async t => {
  for (const source of [
    '[a](javascript:x)', '[a][1]\n\n[1]: javascript:x', '<javascript:x>', '[a](JAVASCRIPT:x)',
    '[a](data:text/html,x)', '[a](/pfad)'
  ]) {
    t.notMatch(markdownHtml(source), /<a /, source)
    t.equal(markdownProblems(source).length, 1, `named: ${source}`)
  }
  t.match(markdownHtml('[a](https://example.org/?a="b"&c)'), '<a href="https://example.org/?a=%22b%22&amp;c">a</a>')
  t.match(markdownHtml('Siehe https://example.org.'), '<a href="https://example.org">https://example.org</a>.')
})

t.test('pictures and tables never become HTML', async t => {
  t.notMatch(markdownHtml('![x](https://example.org/x.png)'), /<img/)
  t.notMatch(markdownHtml('|a|b|\n|-|-|\n|c|d|'), /<table/)
})

t.test('headings begin at h3 and never skip a level', async t => {
  const levels = (source: string) => [...markdownHtml(source).matchAll(/<h(\d)/g)].map(match => Number(match[1]))
  t.same(levels('# a\n\n## b\n\n# c'), [3, 4, 3])
  t.same(levels('###### a\n\n# b\n\n#### c\n\n## d'), [3, 3, 4, 4])
  t.same(levels('## a\n\n#### b\n\n###### c\n\n### d'), [3, 4, 5, 4])
})

t.test('text keeps lists, quotations, headings and the addresses of links', async t => {
  const source = [
    '## Kopf', '', 'Ein *schöner* [Link](https://example.org/a).', '', '- eins', '- zwei', '  - drei', '',
    '3. vier', '4. fünf', '', '> Zitat', '>', '> zweiter Absatz'
  ]
  t.equal(markdownText(source.join('\n')), [
    'Kopf', '', 'Ein schöner Link <https://example.org/a>.', '', '- eins', '- zwei', '  - drei', '',
    '3. vier', '4. fünf', '', '> Zitat', '>', '> zweiter Absatz'
  ].join('\n'))
  t.equal(
    markdownText('[a@example.org](mailto:a@example.org) und https://example.org'),
    'a@example.org und https://example.org'
  )
  t.equal(markdownText('ein\\\nzwei'), 'ein\nzwei', 'a line break that was asked for stays')
})

t.test('a line that is a lone dot stays a line of its own', async t => {
  t.equal(wrapText(tidyText(markdownText('a\n\n.\n\nb'))), 'a\n\n.\n\nb\n')
})

t.test('long lines are wrapped at 72 columns, below their own beginning', async t => {
  const words = 'wort '.repeat(40).trim()
  for (const [start, next] of [['', ''], ['- ', '  '], ['12. ', '    '], ['> ', '> '], ['  - ', '    ']] as const) {
    const lines = wrapText(start + words).split('\n')
    t.ok(lines.length > 2 && lines.every(line => line.length <= 72))
    t.ok(lines.slice(1).every(line => line.startsWith(`${next}wort`)), `after "${start}"`)
    t.equal(
      lines.join(' ').replace(/[>\s]+/g, ' ').trim(),
      (start + words).replace(/[>\s]+/g, ' ').trim(),
      'and no word is lost'
    )
  }
  const address = `https://example.org/${'x'.repeat(90)}`
  t.equal(wrapText(`siehe ${address} und mehr`), `siehe\n${address}\nund mehr`)
})

t.test('words are what is read, not signs', async t => {
  t.equal(countWords('Ein – zweites „Wort“ … 3 * '), 4)
})

t.test('a passage in another language is marked with its language and direction', async t => {
  t.equal(
    markdownHtml('Alle sagen [**Hoş** geldiniz]{lang=tr}.'),
    '<p>Alle sagen <span lang="tr" dir="ltr"><strong>Hoş</strong> geldiniz</span>.</p>'
  )
  t.equal(markdownHtml('[أهلا وسهلا]{lang=ar}'), '<p><span lang="ar" dir="rtl">أهلا وسهلا</span></p>')
  t.match(
    markdownHtml('[See [the guide](https://example.org) now]{lang=en}'),
    '<span lang="en" dir="ltr">See <a href="https://example.org">the guide</a> now</span>'
  )
  t.match(
    markdownHtml('[[the guide](https://example.org)]{lang=en}'),
    '<span lang="en" dir="ltr"><a href="https://example.org">the guide</a></span>',
    'a link stands within the mark'
  )
  t.equal(markdownText('Alle sagen [**Hoş** geldiniz]{lang=tr}.'), 'Alle sagen Hoş geldiniz.')
})

t.test('what only looks like a mark of a language stays text', async t => {
  for (const source of [
    '[a]{lang=}', '[a] {lang=en}', '[a]{lang="en"}', '[a]{lang=<b>}', '{lang=en}', '[a{lang=en}', '\\[a]{lang=en}',
    '`[a]{lang=en}`'
  ]) t.notMatch(markdownHtml(source), /<span/, source)
})

t.test('the mark of a language that nobody knows is refused', async t => {
  t.match(markdownProblems('[a]{lang=xx}'),
    [/^Die Sprache „xx“ ist unbekannt\. .* zum Beispiel en, tr, ar oder uk\.$/])
  const problems = (code: string) => markdownProblems(`[a]{lang=${code}}`).length
  for (const code of ['deutsch', 'EN', 'q', 'de-de']) t.equal(problems(code), 1, code)
  for (const code of ['en', 'tr', 'ckb', 'sr-Latn', 'pt-BR', 'uk']) t.equal(problems(code), 0, code)
})

import { zipSync } from 'fflate'
import t from 'tap'
import { markdownFromDocx } from '../../../src/issue/rich-text/from-docx.js'
import { docx, item, paragraph, run, W } from './docx-file.js'

t.test('a Word file becomes Markdown with its headings, lists, quotations, emphasis and links', async t => {
  const read = await markdownFromDocx(docx([
    paragraph(run('Neues aus Kassel'), '<w:pStyle w:val="Titel"/>'),
    paragraph(run('Ein ') + run('fettes', '<w:b/>') + run(' und ') + run('schräges', '<w:i/>') + run(' ') +
      `<w:hyperlink r:id="l">${run('Wort')}</w:hyperlink>` + run('. ') +
      `<w:hyperlink r:id="b">${run('böse')}</w:hyperlink>`),
    paragraph(run('Was sich ändert'), '<w:pStyle w:val="berschrift1"/>'),
    item(1, 0, 'eins'), item(1, 1, 'innen'), item(1, 0, 'zwei'), item(2, 0, 'erstens'), item(2, 0, 'zweitens'),
    paragraph(run('Niemand ist schwer erreichbar.'), '<w:pStyle w:val="Zitat"/>'),
    paragraph(run('# 1. kein * Zeichen'))
  ].join('')))
  t.same(read, {
    ok: true,
    markdown: `### Neues aus Kassel

Ein **fettes** und *schräges* [Wort](https://example.org/a). böse

### Was sich ändert

- eins
  - innen
- zwei

1. erstens
2. zweitens

> Niemand ist schwer erreichbar.

\\# 1. kein * Zeichen`,
    losses: new Set(),
    hadTable: false
  })
})

t.test('insertions stay; deletions, comments, notes and pictures go; tables become paragraphs', async t => {
  const read = await markdownFromDocx(docx([
    paragraph(run('Es gibt ') + '<w:del w:id="1" w:author="A"><w:r><w:delText>10</w:delText></w:r></w:del>' +
      `<w:ins w:id="2" w:author="A">${run('20')}</w:ins>` + run(' Euro') +
      '<w:commentRangeStart w:id="0"/>' + run('.') + '<w:commentRangeEnd w:id="0"/>' +
      '<w:r><w:commentReference w:id="0"/></w:r><w:r><w:footnoteReference w:id="1"/></w:r>'),
    `<w:tbl><w:tr>${['a', 'b'].map(cell => `<w:tc>${paragraph(run(cell))}</w:tc>`).join('')}</w:tr></w:tbl>`
  ].join('')))
  t.same(read, {
    ok: true, markdown: 'Es gibt 20 Euro.\n\na; b', losses: new Set(['notes', 'comments']), hadTable: true
  })
})

t.test('what is not a whole Word file is refused with a reason that an editor understands', async t => {
  const reason = async (file: Buffer): Promise<string> => {
    const read = await markdownFromDocx(file)
    if (read.ok) return 'ok'
    t.match(read.problem, /^[A-Z].*\.$/, read.reason)
    return read.reason
  }
  t.equal(await reason(Buffer.alloc(0)), 'not-word')
  t.equal(await reason(Buffer.from('Hallo')), 'not-word')
  t.equal(await reason(Buffer.from(zipSync({ 'a.txt': Buffer.from('a') }))), 'not-word')
  t.equal(await reason(Buffer.from('d0cf11e0a1b11ae1', 'hex')), 'old-or-protected')
  t.equal(await reason(docx('', { 'word/document.xml': '<w:document' })), 'broken')
  t.equal(await reason(docx('', {
    'word/document.xml': `<!DOCTYPE a [<!ENTITY b "bb">]><w:document ${W}><w:body>&b;</w:body></w:document>`
  })), 'broken')
  t.equal(await reason(docx(paragraph(''))), 'empty')
  t.equal(await reason(docx(paragraph(run('Wort '.repeat(20_000))))), 'too-long')
  t.equal(await reason(Buffer.alloc(20_000_001)), 'too-large')
  const file = docx(paragraph(run('Text')))
  t.equal(await reason(file.subarray(0, file.length - 30)), 'not-word', 'a file that was cut off')
})

t.test('a file that unpacks to gigabytes is refused before it does', async t => {
  const bomb = docx('', { 'word/document.xml': Buffer.alloc(60_000_000, ' ') })
  t.ok(bomb.length < 100_000)
  const before = process.memoryUsage().arrayBuffers
  t.match(await markdownFromDocx(bomb), { ok: false, reason: 'too-large' })
  t.ok(process.memoryUsage().arrayBuffers - before < 30_000_000)
})

t.test('pictures in a Word file are not unpacked', async t => {
  const picture = { 'word/media/image1.png': Buffer.alloc(15_000_000) }
  t.match(await markdownFromDocx(docx(paragraph(run('Text')), picture)), { ok: true, markdown: 'Text' })
})

t.test('a size that the archive only claims does not help', async t => {
  const file = docx('', { 'word/document.xml': Buffer.alloc(60_000_000, ' ') })
  // Wherever the true size stands, in front of the entry or in the directory.
  const size = Buffer.alloc(4)
  size.writeUInt32LE(60_000_000)
  const claimed = Buffer.from('e8030000', 'hex')
  for (let at = file.indexOf(size); at >= 0; at = file.indexOf(size)) claimed.copy(file, at)
  const before = process.memoryUsage().arrayBuffers
  t.match(await markdownFromDocx(file), { ok: false })
  t.ok(process.memoryUsage().arrayBuffers - before < 30_000_000)
})

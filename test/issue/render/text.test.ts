import t from 'tap'
import { renderIssue } from '../../../src/issue/render/render.js'
import { TOKEN_PLACEHOLDER } from '../../../src/platform/mail/token-placeholder.js'
import { article, content, demoIssue, issue, parts, render, visible } from '../sample.js'

const flat = (text: string) => text.replace(/\s+/g, ' ')

t.test('the text part has every heading and every link of the HTML part', async t => {
  const { html, text } = await renderIssue(await demoIssue(), parts)
  const headings = [...html.matchAll(/<h\d[^>]*>([\s\S]*?)<\/h\d>/g)].map(match => visible(match[1] ?? '').trim())
  t.equal(headings.length, 11)
  for (const heading of headings) t.match(flat(text), heading)
  const links = [
    ...html.matchAll(/<a[^>]*?\shref="([^"#][^"]*)"/g)
  ].map(match => (match[1] ?? '').replaceAll('&amp;', '&'))
  t.ok(links.length > 12)
  for (const link of links) {
    // A telephone number or a mail address is written as people read it.
    const shown = link.replace(/^mailto:/, '').replace(/^tel:06110001200$/, '0611 000-1200')
    t.match(text, shown)
  }
})

t.test('every paragraph of the HTML part is in the text part', async t => {
  const { html, text } = await renderIssue(await demoIssue(), parts)
  const body = html.slice(html.indexOf('role="main"'))
  const bare = (value: string) => flat(visible(value).replace(/<[^>]*>/g, '')).replace(/[^\p{L}\p{N}]/gu, '')
  const all = bare(text.replace(/^> ?/gm, ''))
  const paragraphs = [...body.matchAll(/<p style="margin:0 0 16px">([\s\S]*?)<\/p>/g)].map(match => match[1] ?? '')
  t.ok(paragraphs.length > 10, `${paragraphs.length} paragraphs`)
  for (const paragraph of paragraphs) t.ok(all.includes(bare(paragraph)), paragraph.slice(0, 40))
})

t.test('lines are at most 72 columns, unless one word is longer', async t => {
  const { text } = await renderIssue(await demoIssue(), parts)
  t.same(text.split('\n').filter(line => line.length > 72 && line.trim().includes(' ')), [])
})

t.test('nothing of HTML or of its escapes shows up', async t => {
  const { text } = await render(article({ headline: 'A & B "C" <D>', body: 'x > y & z' }))
  t.match(text, 'A & B "C" <D>')
  t.match(text, 'x > y & z')
  t.notMatch(text, /&(?:amp|quot|lt|gt|#\d+);|<\/?(?:p|a|br|table)\b/)
})

t.test('a lone dot and a word of 5,000 letters survive in both parts', async t => {
  const word = 'Donaudampfschiff'.repeat(320)
  const { html, text, page } = await render(article({ body: `Anfang\n\n.\n\n${word}\n\nEnde`, lead: 'Kurz.' }))
  t.match(text, '\n\n.\n\n')
  for (const made of [html, text, page]) t.match(made, word)
})

t.test('no line is left with spaces at its end and no two empty lines follow each other', async t => {
  const everything = content(
    issue(
      article(),
      { type: 'editorial', heading: 'Hallo', body: 'x' },
      { type: 'event', title: 'T', dates: [{ start: '2027-01-01', place: 'K' }] },
      { type: 'press_contact', name: 'N' }
    )
  )
  for (const made of [await renderIssue(await demoIssue(), parts), await renderIssue(everything, parts)]) {
    t.notMatch(made.text, /[ \t]\n|\n\n\n/)
    t.ok(made.text.endsWith('\n'))
    t.match(made.text, TOKEN_PLACEHOLDER)
  }
})

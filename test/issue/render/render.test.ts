import t from 'tap'
import type { Block } from '../../../src/issue/blocks/block-kind.js'
import { createIssueRenderer, renderIssue } from '../../../src/issue/render/render.js'
import { TOKEN_PLACEHOLDER } from '../../../src/platform/mail/token-placeholder.js'
import { article, content, demoIssue, issue, parts, PICTURE, PUBLIC_URL, render, visible } from '../sample.js'

const HOSTILE = '</mj-text><mj-raw><b id="x">{{ publisher.email }}{% raw %}</mj-raw>' +
  '<mj-include path="/etc/passwd" /><script>alert(1)</script> "\'&'

t.test('the reader\'s own link stands exactly once in each part of the mail, and never on the page', async t => {
  const { html, text, page } = await renderIssue(await demoIssue(), parts)
  for (const part of [html, text]) {
    t.equal(part.split(`${PUBLIC_URL}/abmelden/${TOKEN_PLACEHOLDER}`).length, 2)
    t.equal(part.split(`${PUBLIC_URL}/meine-daten/${TOKEN_PLACEHOLDER}`).length, 2)
    t.equal(part.split(TOKEN_PLACEHOLDER).length, 3)
  }
  t.notMatch(page, /abmelden|SLOT-token/)
})

t.test('an issue that holds the slot itself is refused', async t => {
  await t.rejects(render(article({ body: `x ${TOKEN_PLACEHOLDER}` })), /Platzhalter/)
})

t.test('what editors type is never taken for MJML, Liquid or HTML', async t => {
  const { html, text, page } = await render(
    article({
      category: HOSTILE.slice(0, 60),
      headline: HOSTILE,
      lead: HOSTILE,
      body: HOSTILE,
      quotation: { text: HOSTILE, speaker: 'A', role: HOSTILE },
      picture: { ...PICTURE, alt: HOSTILE, credit: HOSTILE },
      link: { label: HOSTILE.slice(0, 100), url: 'https://example.org/"><script>' }
    }),
    { type: 'quotation', text: HOSTILE, speaker: HOSTILE.slice(0, 100) },
    {
      type: 'downloads',
      title: HOSTILE,
      files: [{ label: HOSTILE, url: 'https://example.org', type: '<b>', size: 1 }]
    },
    { type: 'table_of_contents' },
    { type: 'event', title: HOSTILE, dates: [{ start: '2027-01-01', place: HOSTILE, address: HOSTILE }] })
  for (const made of [html, page]) {
    t.notMatch(made, /<script|<mj-|<b id|onerror/)
    t.ok(
      visible(made).split('</mj-text><mj-raw><b id="x">{{ publisher.email }}{% raw %}').length > 8,
      'it is shown as it was typed'
    )
  }
  t.match(text, '{{ publisher.email }}{% raw %}')
  const head = await renderIssue(
    content({ ...issue(), title: HOSTILE.slice(0, 150), subject: HOSTILE, preheader: HOSTILE }),
    parts
  )
  t.notMatch(head.html + head.page, /<script|<mj-|<b id/)
  t.equal(head.subject, HOSTILE, 'the subject is a header, nothing is escaped in it')
  t.equal(
    html.split(`mailto:${parts.publisher.email}`).length,
    2,
    'the only address of the publisher is the one in the Impressum'
  )
})

t.test('script in Markdown is shown, not run', async t => {
  const { html, page } = await render(article({ body: '<script>alert(1)</script>' }))
  t.match(html, '&lt;script&gt;alert(1)&lt;/script&gt;')
  t.notMatch(html + page, /<script/)
})

t.test('nothing in the mail is loaded from anywhere but the service itself', async t => {
  const { html } = await renderIssue(await demoIssue(), parts)
  const loaded = [
    ...html.matchAll(/<(?:img|link|script|iframe|source)\b[^>]*?(?:src|href)="([^"]*)"/g)
  ].map(match => match[1] ?? '')
  t.equal(loaded.length, 1, 'one picture')
  t.ok(loaded.every(address => address.startsWith(`${PUBLIC_URL}/bilder/`)))
  t.notMatch(html, /@import|url\(|@font-face|fonts\.g/)
})

t.test('the frame says language, direction and both colour schemes', async t => {
  const { html } = await render()
  t.match(html, /<html lang="de" dir="ltr"/)
  t.match(html, '<meta name="color-scheme" content="light dark">')
  t.match(html, '<meta name="supported-color-schemes" content="light dark">')
  t.match(html, '@media (prefers-color-scheme: dark)')
  t.match(html, '[data-ogsc] .mail')
  t.notMatch(html, /lang="und"|dir="auto"/)
})

t.test('every table is a layout table and says so, and every picture has a text', async t => {
  const { html } = await renderIssue(await demoIssue(), parts)
  const tables = html.match(/<table\b[^>]*>/g) ?? []
  t.ok(tables.length > 30)
  t.same(tables.filter(table => !table.includes('role="presentation"')), [])
  const pictures = html.match(/<img\b[^>]*>/g) ?? []
  t.equal(pictures.length, 1)
  t.same(pictures.filter(picture => !/\balt="[^"]+"/.test(picture)), [])
})

t.test('there is one h1 and no heading skips a level', async t => {
  const blocks = [
    { type: 'editorial', heading: 'Hallo', body: '#### tief\n\n# hoch' },
    article({ body: '###### sehr tief' })
  ]
  for (const [first, made] of [[1, (await render(...blocks)).html], [2, (await render(...blocks)).page]] as const) {
    const levels = [...made.matchAll(/<h(\d)\b/g)].map(match => Number(match[1]))
    t.equal(levels[0], first)
    t.equal(levels.filter(level => level === 1).length, first === 1 ? 1 : 0)
    levels.reduce((before, level) => {
      t.ok(level <= before + 1, `h${level} after h${before}`)
      return level
    })
  }
})

t.test('ten rich blocks stay below 90 KB', async t => {
  const demo = await demoIssue()
  const rich = { ...demo, blocks: [...demo.blocks, ...demo.blocks.slice(2, 3)] }
  t.equal(rich.blocks.length, 10)
  const { html } = await renderIssue(rich, parts)
  t.ok(Buffer.byteLength(html) < 90_000, `${Buffer.byteLength(html)} bytes`)
})

t.test('the preheader is the first thing an inbox shows, hidden in the mail, and its lead as well', async t => {
  const { html } = await render()
  const body = html.slice(html.indexOf('<body'))
  t.match(
    body,
    /^<body[^>]*>\s*(?:<div[^>]*>\s*){2}<div style="[^"]*display:\s*none[^"]*">Worum es in dieser Ausgabe geht\.<\/div>/
  )
  t.equal(body.split('Worum es in dieser Ausgabe geht.').length, 3)
})

t.test('the subject is the editors\' own, or made of number and title', async t => {
  t.equal((await render()).subject, 'Integrationsbrief 7: Ein Titel')
  t.equal((await renderIssue(content({ ...issue(), subject: 'Eigener Betreff' }), parts)).subject, 'Eigener Betreff')
})

t.test('the mail names its publisher in full and leads to browser view and privacy notice', async t => {
  const { html, text } = await render()
  const {
    organisation,
    street,
    city,
    phone,
    email,
    represented_by: represented,
    editor_in_charge: editor
  } = parts.publisher
  for (const part of [visible(html), text.replace(/\s+/g, ' ')]) {
    for (const fact of ['Impressum', organisation, street, city, phone, email, represented, editor]) t.match(part, fact)
  }
  for (const part of [html, text]) {
    t.match(part, `${PUBLIC_URL}/ausgaben/ein-titel`)
    t.match(part, `${PUBLIC_URL}/datenschutz`)
  }
})

t.test('facts are written as Germans write them', async t => {
  const demo = await renderIssue(await demoIssue(), parts)
  for (const made of [visible(demo.html), demo.text.replace(/\s+/g, ' '), visible(demo.page)]) {
    for (const fact of [
      '20.000 Euro', 'Freitag, 31. Dezember 2027', 'Dienstag, 8. Juni 2027', '9.30 bis 16.30 Uhr',
      'PDF, 1,2 MB', 'Anmeldeschluss: 21. Mai 2027'
    ]) t.match(made, fact)
  }
})

t.test('reading time is that of the article\'s own words', async t => {
  const { html } = await render(article({ body: 'Wort '.repeat(401) }))
  t.match(html, 'Lesezeit 3 Minuten')
})

t.test('the page has no inline style or script, and pictures with their measures', async t => {
  const { page } = await render(article({ picture: PICTURE, body: 'Text mit [Link](https://example.org).' }))
  t.notMatch(page, / style=|<style|<script| on\w+=/)
  t.match(page, `src="../bilder/${PICTURE.name}" alt="Zwei Hände, die sich reichen" width="1200" height="600"`)
})

t.test('a decorative picture is passed over by screen readers, and left out of the text part', async t => {
  const { alt, ...blind } = PICTURE
  const picture = { ...blind, decorative: true, credit: 'Foto: Redaktion' }
  const { html, text, page } = await render(article({ picture }))
  t.match(html, /<img\s+alt="" src="[^"]*a{64}\.png"/)
  t.match(page, 'alt="" role="presentation" width="1200"')
  t.match(page, '<figcaption class="kern-body kern-body--small kern-body--muted">Foto: Redaktion</figcaption>')
  t.notMatch(text, /Bild:|Foto: Redaktion/)
})

t.test('a quotation in another language says so in mail and page', async t => {
  const said = { text: 'Nobody is hard to reach.', speaker: 'A', language: 'en' }
  const { html, page, text } = await render({ type: 'quotation', ...said }, article({ quotation: said }))
  for (const made of [html, page]) t.equal(made.match(/<blockquote lang="en" dir="ltr"/g)?.length, 2)
  t.match(text, 'Nobody is hard to reach.')
  const german = await render({ type: 'quotation', text: 'Ein Satz.', speaker: 'A' })
  for (const made of [german.html, german.page]) t.notMatch(made, /<blockquote lang/)
})

t.test('a path in the public address is kept', async t => {
  const { html, page } = await renderIssue(content(issue(article({ picture: PICTURE }))), {
    ...parts,
    publicUrl: 'https://example.org/brief'
  })
  t.match(html, 'https://example.org/brief/abmelden/SLOT')
  t.match(page, 'src="../bilder/')
})

t.test('entries of the table of contents lead to headings that exist', async t => {
  const { html, page } = await renderIssue(await demoIssue(), parts)
  for (const made of [html, page]) {
    const targets = [...made.matchAll(/href="#([^"]+)"/g)].map(match => match[1])
    t.equal(targets.length, 6)
    for (const target of targets) t.equal(made.split(`id="${target}"`).length, 2)
  }
})

t.test('preformatted text keeps its spaces', async t => {
  t.match((await render(article({ body: '```\na\n    b\n```' }))).html, 'a\n    b')
})

t.test('what a renderer remembers of earlier issues changes no byte of the next one', async t => {
  const { number, ...options } = parts
  const render = createIssueRenderer(options)
  const demo = await demoIssue()
  const [first, ...others] = demo.blocks
  const rename = (block: Block): Block => block.type === 'article' ? { ...block, headline: 'Neue Überschrift' } : block
  const changed = demo.blocks.map(rename)
  const all = [
    demo,
    { ...demo, blocks: changed },
    { ...demo, blocks: demo.blocks.toReversed() },
    { ...demo, blocks: first === undefined ? [] : [...others, first] },
    { ...demo, title: 'Ein anderer Titel' },
    demo
  ]
  for (const each of all) t.same(await render(each, number), await renderIssue(each, parts))
  t.match((await render({ ...demo, blocks: changed }, number)).text, 'Neue Überschrift (', 'in the table of contents')
})

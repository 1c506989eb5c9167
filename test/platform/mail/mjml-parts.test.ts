import t from 'tap'
import { compileMjml } from '../../../src/platform/mail/mjml.js'
import { createPartsCompiler } from '../../../src/platform/mail/mjml-parts.js'
import { collapseWhitespace } from '../../../src/platform/text/collapse-whitespace.js'

const frame = (title: string) => (parts: string): string => `
  <mjml lang="de"><mj-head><mj-title>${title}</mj-title><mj-breakpoint width="520px" />
    <mj-attributes><mj-section background-color="#ffffff" padding="0 24px" /></mj-attributes></mj-head>
  <mj-body width="640px">${parts}</mj-body></mjml>`

const section = (text: string): string =>
  `<mj-section css-class="paper" padding="8px 0 0"><mj-column><mj-text>${text}</mj-text></mj-column></mj-section>`

const picture = `<mj-section><mj-column><mj-image src="https://a.example/b.png" alt="Ein Haus" />
  </mj-column></mj-section>`

const columns = `<mj-section><mj-column width="50%"><mj-text>links</mj-text></mj-column>
  <mj-column width="50%"><mj-text>rechts</mj-text></mj-column></mj-section>`

const PRE = section('<pre>zwei  Leerzeichen\n\n  und Zeilen</pre>')

/** What stands between the tags of the body, which no memory may change. */
const bodyOf = (html: string): string => html.slice(html.indexOf('<body'))

const mails: string[][] = [
  [section('eins'), section('zwei'), section('drei')],
  [section('zwei'), section('eins'), section('neu')],
  [section('zwei'), section('zwei')],
  [picture, section('eins'), PRE],
  [section('eins') + section('zwei'), section('drei')],
  [section(' $& $1 <b>fett</b>\n\n  <br> '), section(''), section('<p title="a > b">c</p>')],
  [section('<!--[if mso]><table>  <tr><td>  <![endif]-->Outlook<!--[if mso]></td></tr></table><![endif]-->')],
  [section('eins') + picture + PRE, section('zwei') + picture + section('drei')],
  []
]

t.test('a mail in parts has the body that MJML makes of the whole', async t => {
  const compile = createPartsCompiler({ most: 100 })
  for (const parts of mails) {
    const { html } = await compile(frame('Titel'), parts)
    t.equal(bodyOf(html), bodyOf(collapseWhitespace(await compileMjml(frame('Titel')(parts.join(''))))))
  }
})

t.test('what was compiled before changes no byte, also when it is forgotten meanwhile', async t => {
  const warm = createPartsCompiler({ most: 2 })
  for (const parts of [...mails, ...mails, ...mails.toReversed()]) {
    const cold = createPartsCompiler({ most: 100 })
    for (const title of ['Titel', 'Ein anderer']) {
      t.same(await warm(frame(title), parts), await cold(frame(title), parts))
    }
  }
})

t.test('a part with a style of its own has it in the head, and the next mail has not', async t => {
  const compile = createPartsCompiler({ most: 100 })
  const usual = await compile(frame('Titel'), [section('eins')])
  const { html } = await compile(frame('Titel'), [section('eins'), columns, section('zwei')])
  t.match(html, '.mj-column-per-50')
  t.match(html, /eins[\s\S]*links[\s\S]*rechts[\s\S]*zwei/)
  t.same(await compile(frame('Titel'), [section('eins')]), usual)
  t.match((await compile(frame('Titel'), [columns])).html, '.mj-column-per-50', 'again')
})

t.test('each part says how many bytes it makes', async t => {
  const compile = createPartsCompiler({ most: 100 })
  const { html, sizes } = await compile(frame('Titel'), [section('ä'), section('ä'.repeat(1_000))])
  t.equal((sizes[1] ?? 0) - (sizes[0] ?? 0), 1_998)
  t.ok(sizes.reduce((sum, size) => sum + size, 0) < Buffer.byteLength(html))
})

t.test('a fault of MJML is told, and nothing is remembered of it', async t => {
  const compile = createPartsCompiler({ most: 100 })
  const wrong = '<mj-section><mj-column><mj-text no-such="x">eins</mj-text></mj-column></mj-section>'
  for (const parts of [[section('zwei'), wrong], [section('zwei'), wrong]]) {
    await t.rejects(compile(frame('Titel'), parts), /no-such is illegal/)
  }
  t.match((await compile(frame('Titel'), [section('zwei')])).html, 'zwei')
})

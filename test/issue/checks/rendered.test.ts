import t from 'tap'
import { checkIssueContent } from '../../../src/issue/checks/check-content.js'
import { lowContrasts } from '../../../src/issue/checks/contrast.js'
import type { Finding } from '../../../src/issue/checks/finding.js'
import { renderIssue, type RenderedIssue } from '../../../src/issue/render/render.js'
import { content, parts, PUBLIC_URL } from '../sample.js'
import { CLEAN } from './clean-issue.js'

/** What is found when a template of the operator's has another mail. */
async function check (change: (html: string) => string): Promise<Array<Pick<Finding, 'code' | 'block' | 'message'>>> {
  const rendered: RenderedIssue = await renderIssue(content(CLEAN), parts)
  const html = change(rendered.html)
  t.not(html, rendered.html)
  return checkIssueContent(
    { publicUrl: PUBLIC_URL }, { issue: CLEAN, rendered: { ...rendered, html }, sendAt: '2027-03-04' }
  ).map(({ code, block, message }) => ({ code, block, message }))
}

t.test('a colour of a template that is too near to its background is a barrier', async t => {
  t.match(await check(html => html.replaceAll('color:#454b6b', 'color:#9a9fb5')), [{
    code: 'contrast',
    block: null,
    message: /^„.+“ ist schlecht zu lesen: #9a9fb5 auf #e5ebf7 hat einen Kontrast von 2,2 zu 1\. Nötig sind 4,5/
  }])
})

t.test('an anchor that no template made is found, once', async t => {
  const message = 'In der Mail führt ein Link zur Stelle „#abschnitt-4“, die es nicht gibt.'
  t.same(await check(html => html.replaceAll('id="abschnitt-4"', '')), [{ code: 'anchor-dead', block: null, message }])
})

t.test('contrast is judged by size, weight and the nearest background, as WCAG asks', async t => {
  const ratios = (html: string): number[] => lowContrasts(html).map(({ ratio }) => Math.round(ratio * 100) / 100)
  t.same(ratios('<p style="color:#777">Grau</p>'), [4.48])
  t.same(ratios('<p style="color:#767676">Grau</p>'), [], '4.54 to 1')
  t.same(ratios('<p style="color:#949494;font-size:24px">Groß</p>'), [], '3.03 to 1')
  t.same(ratios('<p style="color:#949494;font-size:19px"><b>Groß</b></p>'), [])
  t.same(ratios('<p style="color:#949494;font-size:19px">Nicht fett</p>'), [3.03])
  t.same(ratios('<table bgcolor="#2044aa"><tr><td style="color:white">Weiß</td></tr></table>'), [])
  t.same(ratios('<div style="background:#fff url(x) 0 0"><a style="color:rgb(255, 240, 0)">Gelb</a></div>'), [1.19])
  t.same(ratios('<div style="display:none;color:#fff">Unsichtbar</div><!-- <p style="color:#fff">x</p> -->'), [])
  t.same(ratios('<p title="a > b" style="color:#fff">Weiß</p><!-- > --><p>Schwarz</p>'), [1])
  t.same(ratios('<style>p { color: #fff }</style><p style="color:#fff"> \n </p><br><img alt="x">'), [])
  t.same(ratios('<p style="color:#fff">Weiß</p><p>Schwarz</p>'), [1], 'a tag ends with its end')
})

import fc from 'fast-check'
import t from 'tap'
import { FIRST_ACCENT, judgeAccent, mailColours } from '../../../src/platform/mail/accent.js'
import { contrastRatio } from '../../../src/platform/mail/contrast.js'
import { lowContrasts } from '../../../src/issue/checks/contrast.js'
import { renderIssue } from '../../../src/issue/render/render.js'
import { demoIssue, parts } from '../../issue/sample.js'

const colour = fc.integer({ min: 0, max: 0xffffff }).map(value => `#${value.toString(16).padStart(6, '0')}`)

t.test('contrast is that of WCAG', t => {
  t.equal(contrastRatio('#000000', '#ffffff'), 21)
  t.equal(contrastRatio('#777777', '#ffffff').toFixed(2), '4.48')
  t.end()
})

t.test('what is offered for an accent that cannot be read can be read, and is left alone', t => {
  fc.assert(fc.property(colour, accent => {
    const low = judgeAccent(accent)
    return low === null || (low.ratio < 4.5 && judgeAccent(low.nearest) === null)
  }))
  t.equal(judgeAccent(FIRST_ACCENT), null)
  t.end()
})

t.test('an accent that is taken can be read wherever it stands, in dark mode, too', t => {
  fc.assert(fc.property(colour, accent => {
    const taken = judgeAccent(accent)?.nearest ?? accent
    const { accentDark, fillDark } = mailColours(taken)
    const pairs = [
      ...['#ffffff', '#e5ebf7', '#f3f4f7'].map(ground => [taken, ground]),
      ...['#131525', '#1d2034', '#272a42'].map(ground => [accentDark, ground]),
      ['#ffffff', fillDark]
    ]
    return pairs.every(([one = '', other = '']) => contrastRatio(one, other) >= 4.5)
  }))
  t.end()
})

t.test('another accent changes the colours of a mail and no other byte', async t => {
  const content = await demoIssue()
  const first = await renderIssue(content, parts)
  const accent = '#8a1020'
  const other = await renderIssue(content, { ...parts, accent })
  const { accentDark } = mailColours(accent)
  t.not(other.html, first.html)
  t.notMatch(other.html, /#2044aa|#97afe1|#2e53b2/)
  const back = other.html.replace(/(\.tile-top ?\{[^}]*?background: ?)#8a1020/g, '$1#2e53b2')
  t.equal(back.replaceAll(accent, '#2044aa').replaceAll(accentDark, '#97afe1'), first.html)
  t.equal(other.text, first.text)
  t.equal(other.page, first.page)
  t.same(lowContrasts(other.html), [])
  t.same(await renderIssue(content, { ...parts, accent: FIRST_ACCENT }), first)
})

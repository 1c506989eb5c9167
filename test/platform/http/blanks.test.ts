import t from 'tap'
import { blank, splitAtBlanks } from '../../../src/platform/http/blanks.js'

t.test('texts are put in escaped, each where its blank stands', async t => {
  const fill = splitAtBlanks(`<p title="${blank('one')}">${blank('two')}</p>${blank('one')}`)
  const filled = fill({ one: '"A" & \'B\'', two: '<b>' })
  t.equal(filled, '<p title="&#34;A&#34; &amp; &#39;B&#39;">&lt;b&gt;</p>&#34;A&#34; &amp; &#39;B&#39;')
})

t.test('a text that looks like a blank, or like a pattern of a replacement, stays a text', async t => {
  const fill = splitAtBlanks(`${blank('one')}|${blank('two')}`)
  t.equal(fill({ one: blank('two'), two: "$& $1 $'" }), `${blank('two')}|$&amp; $1 $&#39;`)
})

import t from 'tap'
import { drawBars, type Bar } from '../../src/desk/chart.js'

const draw = (bars: readonly Bar[], title = 'Probe'): string =>
  drawBars({ title, bars, format: value => value.toLocaleString('de-DE') })
const bar = (label: string, value: number | null): Bar => ({ label, value })

interface Drawn { name: string, x: number, y: number, width: number, height: number }

const rects = (svg: string): Drawn[] => [...svg.matchAll(
  /<rect class="(\w+)" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"\/>/g
)].map(([, name = '', ...rest]) => {
  const [x = 0, y = 0, width = 0, height = 0] = rest.map(Number)
  return { name, x, y, width, height }
})
const texts = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words = '']) => words)

t.test('bars are as tall as their figures, stand on one line and within the drawing', async t => {
  const drawn = rects(draw([bar('Mai', 0), bar('Juni', 25), bar('Juli', 100), bar('August', 50)]))
  const [none, quarter, all, half] = drawn.map(({ height }) => height)
  t.equal(none, 0)
  t.equal(half, (all ?? 0) / 2)
  t.equal(quarter, (all ?? 0) / 4)
  t.same(new Set(drawn.map(({ y, height }) => Math.round(y + height))).size, 1)
  for (const [index, { x, y, width }] of drawn.entries()) {
    t.ok(x >= 0 && y >= 0 && x + width <= 320)
    t.ok(index === 0 || x > (drawn[index - 1]?.x ?? 0) + (drawn[index - 1]?.width ?? 0), 'none covers another')
  }
})

t.test('a figure that is not told is neither nothing nor a bar', async t => {
  const [untold, told] = rects(draw([bar('Mai', null), bar('Juni', 100)]))
  t.match(untold, { name: 'chart__untold' })
  t.ok((untold?.height ?? 0) > 0)
  t.match(told, { name: 'chart__bar' })
})

t.test('the scale begins at 0 and ends at a round number; the first and the last bar are named', async t => {
  const scaleOf = (...values: number[]): string[] => texts(draw(values.map(value => bar('x', value)))).slice(0, 2)
  t.same(scaleOf(0), ['5', '0'])
  t.same(scaleOf(7), ['8', '0'])
  t.same(scaleOf(11), ['12', '0'])
  t.same(scaleOf(100), ['100', '0'])
  t.same(scaleOf(101), ['120', '0'])
  t.same(scaleOf(2_001), ['2.500', '0'])
  t.same(scaleOf(1_000_001), ['1.200.000', '0'])
  t.same(texts(draw([bar('Mai', 1), bar('Juni', 2), bar('Juli', 3)])).slice(2), ['Mai', 'Juli'])
  t.same(texts(draw([bar('Mai', 1)])).slice(2), ['Mai', ''])
})

t.test('a chart is a picture with a name, escapes what it is given, and needs no style of its own', async t => {
  const svg = draw([bar('<b>', 1), bar('"&', 1)], 'Zahl der "Leser" & <mehr>')
  t.match(svg, '<svg class="chart" viewBox="0 0 320 160" role="img" ' +
    'aria-label="Zahl der &#34;Leser&#34; &amp; &lt;mehr&gt;">')
  t.notMatch(svg, /<b>|style=|<script/)
  t.match(draw([]), /<svg[^>]*>.*<\/svg>/s, 'without bars it is empty')
  t.throws(() => draw([bar('Mai', -1)]), RangeError)
})

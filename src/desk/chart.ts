import { escapeHtml } from '../platform/text/escape-html.js'

/** A bar of a chart; null stands for a figure that is not told. */
export interface Bar { label: string, value: number | null }

export interface BarChart {
  /** What the chart shows, in one sentence: it is read out in place of the picture. */
  title: string
  bars: readonly Bar[]
  /** How figures are written, such as by `toLocaleString`. */
  format: (value: number) => string
  /** The size of the drawing in its own units; the page says how large it is shown. */
  width?: number
  height?: number
}

/**
 * Room around the bars: for figures above and on the left, and for labels below; as the style sheet
 * has them on a telephone, where they are largest.
 */
const [ABOVE, BELOW, CHARACTER, LINE] = [10, 22, 8, 5]
/** The part of its place that a bar takes. */
const FILLED = 0.75
/** A figure that is not told is a low outline, so that it is not taken for nothing. */
const UNTOLD = 4

/**
 * Draws whole numbers from 0 up as bars, as SVG without styles of its own: `chart__bar`,
 * `chart__untold`, `chart__line` and `chart__text` are for the style sheet. It stands beside a
 * table with the same figures, which is its text alternative. Throws for a figure below 0.
 */
export function drawBars ({ title, bars, format, width = 320, height = 160 }: BarChart): string {
  const values = bars.flatMap(({ value }) => value ?? [])
  if (values.some(value => !(value >= 0))) throw new RangeError('a chart of bars has no figure below 0')
  const top = roundUp(Math.max(0, ...values))
  const [zero, full] = [format(0), format(top)]
  const left = Math.max(zero.length, full.length) * CHARACTER + LINE
  const floor = height - BELOW
  const heightOf = (value: number): number => value / top * (floor - ABOVE)
  const place = (width - left) / Math.max(1, bars.length)
  const drawn = bars.map(({ value }, index) => {
    const [name, tall] = value === null ? ['chart__untold', UNTOLD] : ['chart__bar', heightOf(value)]
    const x = left + (index + (1 - FILLED) / 2) * place
    return rect(name, { x, y: floor - tall, width: place * FILLED, height: tall })
  })
  const [first, last] = [bars[0]?.label ?? '', bars.length > 1 ? bars.at(-1)?.label ?? '' : '']
  return `<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(title)}">` + [
    line(left, width, ABOVE),
    line(left, width, floor),
    text({ x: left - LINE, y: ABOVE + LINE, anchor: 'end' }, full),
    text({ x: left - LINE, y: floor + LINE, anchor: 'end' }, zero),
    ...drawn,
    text({ x: left, y: height - LINE, anchor: 'start' }, first),
    text({ x: width, y: height - LINE, anchor: 'end' }, last)
  ].join('') + '</svg>'
}

/** What the first digits of the scale's end may be, so that it is easy to read. */
const ROUND = [10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100]

/** The next round number that is not below a value; at least 5. */
function roundUp (value: number): number {
  if (value <= 5) return 5
  const unit = 10 ** Math.floor(Math.log10(value)) / 10
  return ROUND.map(digits => digits * unit).find(round => round >= value && Number.isInteger(round)) ?? value
}

function rect (name: string, { x, y, width, height }: Record<'x' | 'y' | 'width' | 'height', number>): string {
  return `<rect class="${name}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"/>`
}

function line (from: number, to: number, y: number): string {
  return `<line class="chart__line" x1="${from}" x2="${to}" y1="${y}" y2="${y}"/>`
}

function text ({ x, y, anchor }: { x: number, y: number, anchor: 'start' | 'end' }, words: string): string {
  return `<text class="chart__text" x="${x}" y="${y}" text-anchor="${anchor}">${escapeHtml(words)}</text>`
}

function round (value: number): number {
  return Math.round(value * 100) / 100
}

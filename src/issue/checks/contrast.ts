import { contrastRatio } from '../../platform/mail/contrast.js'
import { memoSync } from '../../platform/memo.js'

/** A text that does not stand out enough, with its colours as #rrggbb. */
export interface LowContrast { text: string, color: string, background: string, ratio: number }

interface Style { tag: string, color: string, background: string, size: number, weight: number, hidden: boolean }

const VOID = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'col', 'wbr'])
const UNSEEN = new Set(['style', 'script', 'title', 'head'])
const NAMED: Readonly<Record<string, string>> = { white: '#ffffff', black: '#000000' }
/** In pixels: 18 point, or 14 point in bold, is large (WCAG 2.2, 1.4.3). */
const LARGE = 24
const LARGE_BOLD = 18.66

/**
 * Texts of a mail whose colour is too near to that of their background, as the styles on the tags
 * give them. It follows colours only: a picture as a background, or dark mode, is not looked at.
 */
export function lowContrasts (html: string): LowContrast[] {
  const open: Style[] = [
    { tag: '', color: '#000000', background: '#ffffff', size: 16, weight: 400, hidden: false }
  ]
  const found = new Map<string, LowContrast>()
  let end = 0
  while (end < html.length) {
    const style = open.at(-1)
    if (style === undefined) break
    const next = html.indexOf('<', end)
    const start = next === -1 ? html.length : next
    const text = html.slice(end, start)
    const low = style.hidden || !/\S/.test(text) ? null : judge(text, style)
    if (low !== null) found.set(low.color + low.background, found.get(low.color + low.background) ?? low)
    end = endOfTag(html, start)
    if (html[start + 1] === '/') {
      closeTag(open, html.slice(start + 2, end - 1).trim().toLowerCase())
    } else {
      const tag = readTag(html.slice(start, end))
      if (tag !== null) open.push(styleOf(tag, style))
    }
  }
  return [...found.values()]
}

/** Where a tag or a comment ends that begins at `start`. A quoted attribute may hold a ">". */
function endOfTag (html: string, start: number): number {
  if (html.startsWith('<!--', start)) {
    const end = html.indexOf('-->', start)
    return end === -1 ? html.length : end + 3
  }
  let end = html.indexOf('>', start)
  let quote = html.indexOf('"', start)
  while (quote !== -1 && quote < end) {
    const closing = html.indexOf('"', quote + 1)
    if (closing === -1) return html.length
    if (closing > end) end = html.indexOf('>', closing)
    quote = html.indexOf('"', closing + 1)
  }
  return end === -1 ? html.length : end + 1
}

interface Tag { name: string, own: ReturnType<typeof stylesOn> }

/** Null for comments and for elements without content. In a mail, tags repeat a thousand times. */
const readTag = memoSync((tag: string): Tag | null => {
  const [, name = '', attributes = ''] = /^<([a-z][a-z0-9]*)([\s\S]*?)\/?>$/i.exec(tag) ?? []
  if (name === '' || VOID.has(name.toLowerCase()) || tag.endsWith('/>')) return null
  return { name: name.toLowerCase(), own: stylesOn(attributes) }
}, { most: 2_000 })

function closeTag (open: Style[], tag: string): void {
  const index = open.findLastIndex(style => style.tag === tag)
  if (index > 0) open.length = index
}

function styleOf ({ name, own }: Tag, parent: Style): Style {
  const weight = own.weight ?? (BOLD.has(name) ? '700' : undefined)
  return {
    tag: name,
    color: own.color ?? parent.color,
    background: own.background ?? parent.background,
    size: own.size || parent.size,
    weight: weight === undefined ? parent.weight : Number(weight) || (weight.startsWith('bold') ? 700 : 400),
    hidden: parent.hidden || own.hidden || UNSEEN.has(name)
  }
}

const BOLD = new Set(['b', 'strong', 'h1', 'h2', 'h3'])

/** The styles among the attributes of a tag. */
function stylesOn (attributes: string) {
  const css = /\sstyle="([^"]*)"/i.exec(attributes)?.[1] ?? ''
  const property = (name: string): string | undefined =>
    new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]+)`, 'i').exec(css)?.[1]
  return {
    color: colourIn(property('color')),
    background: colourIn(property('background(?:-color)?') ?? /\sbgcolor="([^"]*)"/i.exec(attributes)?.[1]),
    size: Number.parseFloat(/^[\d.]+px/.exec(property('font-size') ?? '')?.[0] ?? ''),
    weight: property('font-weight'),
    hidden: /display:\s*none/i.test(css)
  }
}

/** The first colour of a value as #rrggbb; null if there is none. */
function colourIn (value = ''): string | null {
  const [hex] = /#[0-9a-f]{6}\b|#[0-9a-f]{3}\b/i.exec(value) ?? []
  if (hex !== undefined) return (hex.length === 4 ? hex.replace(/[^#]/g, '$&$&') : hex).toLowerCase()
  const rgb = /rgb\((\d+),\s*(\d+),\s*(\d+)\)/i.exec(value)
  if (rgb !== null) return `#${rgb.slice(1).map(part => Number(part).toString(16).padStart(2, '0')).join('')}`
  return NAMED[value.trim().toLowerCase()] ?? null
}

function judge (text: string, { color, background, size, weight }: Style): LowContrast | null {
  const ratio = contrastRatio(color, background)
  const isLarge = size >= LARGE || (size >= LARGE_BOLD && weight >= 700)
  return ratio >= (isLarge ? 3 : 4.5) ? null : { text, color, background, ratio }
}

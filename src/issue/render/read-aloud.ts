import { Parser } from 'htmlparser2'

/** One thing that a screen reader says, in its order. */
export type Spoken =
  | { kind: 'heading', level: number, text: string }
  | { kind: 'text' | 'item', text: string }
  | { kind: 'list', count: number }

/** Words for what a screen reader adds to a text. */
export interface SpokenWords { link: (text: string) => string, picture: (alt: string) => string }

const BLOCKS = new Set(['p', 'div', 'td', 'th', 'tr', 'table', 'li', 'ul', 'ol', 'blockquote', 'br', 'dt', 'dd'])
const HEADING = /^h([1-6])$/
/** Elements without an end. */
const VOID = new Set(['img', 'br', 'meta', 'link', 'hr', 'input', 'col'])

/**
 * A mail's HTML in the order in which it is read aloud. What is hidden from screen readers is left
 * out, and so are the tables that only lay the mail out.
 */
export function readAloud (html: string, words: SpokenWords): Spoken[] {
  const spoken: Spoken[] = []
  const lists: Array<Extract<Spoken, { kind: 'list' }>> = []
  let text = ''
  let link: string | null = null
  let hidden = 0
  let kind: { kind: 'heading', level: number } | { kind: 'text' | 'item' } = { kind: 'text' }

  const flush = (): void => {
    const said = text.replace(/\s+/g, ' ').trim()
    if (said !== '') spoken.push({ ...kind, text: said })
    text = ''
    if (kind.kind === 'item') kind = { kind: 'text' }
  }
  const say = (more: string): void => {
    if (link === null) text += more
    else link += more
  }
  const begin = (name: string): void => {
    const [, level] = HEADING.exec(name) ?? []
    if (BLOCKS.has(name) || level !== undefined) flush()
    if (level !== undefined) kind = { kind: 'heading', level: Number(level) }
    if (name === 'ul' || name === 'ol') {
      const list = { kind: 'list' as const, count: 0 }
      lists.push(list)
      spoken.push(list)
    }
    if (name === 'li') {
      const list = lists.at(-1)
      if (list !== undefined) list.count++
      kind = { kind: 'item' }
    }
  }
  const end = (name: string): void => {
    if (BLOCKS.has(name) || HEADING.test(name)) flush()
    if (HEADING.test(name)) kind = { kind: 'text' }
    if (name === 'ul' || name === 'ol') lists.pop()
  }

  const parser = new Parser({
    onopentag (name, attributes) {
      if (hidden > 0 || isHidden(name, attributes)) {
        if (!VOID.has(name)) hidden++
        return
      }
      begin(name)
      if (name === 'a' && attributes['href'] !== undefined) link = ''
      if (name === 'img' && (attributes['alt'] ?? '') !== '') say(` ${words.picture(attributes['alt'] ?? '')} `)
    },
    ontext (more) { if (hidden === 0) say(more) },
    onclosetag (name) {
      if (hidden > 0) {
        if (!VOID.has(name)) hidden--
        return
      }
      if (name === 'a' && link !== null) {
        const label = link.replace(/\s+/g, ' ').trim()
        link = null
        text += label === '' ? '' : ` ${words.link(label)} `
      }
      end(name)
    }
  }, { decodeEntities: true })
  parser.write(html)
  parser.end()
  flush()
  return spoken
}

function isHidden (name: string, attributes: Readonly<Record<string, string>>): boolean {
  return ['head', 'style', 'script', 'title'].includes(name) || attributes['aria-hidden'] === 'true' ||
    /display:\s*none/.test(attributes['style'] ?? '')
}

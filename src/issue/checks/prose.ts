import type { Token } from 'markdown-it'
import { memoSync } from '../../platform/memo.js'
import { inspectMarkdown } from '../content/markdown.js'

/** A heading within a text, at the level that its editor chose, and its line from 0. */
export interface ProseHeading { level: number, text: string, line: number }

/** A link within a text. `bare` is an address that stands without a text of its own. */
export interface ProseLink { text: string, href: string, bare: boolean }

/** A paragraph, heading or list item as readers read it. */
export interface ProsePart {
  kind: 'paragraph' | 'heading' | 'item'
  /** Without code, and without passages that are marked as another language. */
  text: string
  /** The line in the source, from 0. */
  line: number
  /** Whether all of it is bold. */
  isBold: boolean
}

/** A Markdown text taken apart. */
export interface Prose {
  headings: readonly ProseHeading[]
  links: readonly ProseLink[]
  parts: readonly ProsePart[]
}

/** Reads a Markdown text as its editor wrote it: with levels and links that rendering refuses. */
export const readProse = memoSync((source: string): Prose => {
  const headings: ProseHeading[] = []
  const links: ProseLink[] = []
  const parts: ProsePart[] = []
  let items = 0
  let heading: Token | null = null
  for (const token of inspectMarkdown(source)) {
    if (token.type === 'list_item_open') items++
    else if (token.type === 'list_item_close') items--
    else if (token.type === 'heading_open') heading = token
    else if (token.type === 'heading_close') heading = null
    if (token.type !== 'inline') continue
    const children = token.children ?? []
    const line = token.map?.[0] ?? 0
    const kind = heading !== null ? 'heading' : items > 0 ? 'item' : 'paragraph'
    if (heading !== null) headings.push({ level: levelOf(heading), text: textOf(children).trim(), line })
    links.push(...linksIn(children))
    parts.push({ kind, text: textOf(children), line, isBold: isAllBold(children) })
  }
  return { headings, links, parts }
}, { most: 3_000 })

/** "###" is level 3; a line below the text makes it level 1 or 2. */
function levelOf ({ markup }: Token): number {
  if (markup.startsWith('#')) return markup.length
  return markup === '=' ? 1 : 2
}

function textOf (children: readonly Token[]): string {
  let text = ''
  let foreign = 0
  for (const { type, content } of children) {
    if (type === 'language_open') foreign++
    else if (type === 'language_close') foreign--
    else if (foreign > 0) continue
    else if (type === 'softbreak' || type === 'hardbreak') text += '\n'
    else if (type === 'text') text += content
  }
  return text
}

function linksIn (children: readonly Token[]): ProseLink[] {
  return children.flatMap((token, index) => {
    if (token.type !== 'link_open') return []
    const inside = children.slice(index + 1)
    const end = inside.findIndex(({ type }) => type === 'link_close')
    const text = inside.slice(0, end).map(({ content }) => content).join('')
    return [{ text, href: String(token.attrGet('href') ?? ''), bare: token.markup !== '' }]
  })
}

function isAllBold (children: readonly Token[]): boolean {
  const bare = children.filter(({ type, content }) => type !== 'text' || content.trim() !== '')
  return bare.length > 2 && bare[0]?.type === 'strong_open' && bare.at(-1)?.type === 'strong_close' &&
    bare.filter(({ type }) => type === 'strong_open').length === 1
}

import { linkProblem } from '../content/link.js'
import type { Block, Inline, List, Mark, Paragraph } from './document.js'
import { textOf, styleOf, type HtmlNode } from './html-node.js'
import { judge, type Loss } from './judge-element.js'
import { paragraphsOf } from './lines.js'
import { nest, type FlatItem } from './nest.js'
import { findWordItems } from './word-lists.js'

export interface FromHtml {
  content: Block[]
  /** What was left out. */
  losses: Set<Loss>
  /** Rows of a table became paragraphs. */
  hadTable: boolean
  /** There is more, or it is nested deeper, than a text may be; the content is not all of it. */
  isTooLong: boolean
}

/** Where we are: which marks are on, and what cannot be within what we are in. */
interface Place {
  strong: boolean
  em: boolean
  link: string | null
  within: 'list' | 'quotation' | 'heading' | null
  isPreformatted: boolean
  depth: number
}

/** Blocks that are finished, and the line that is being written. */
interface Sheet { blocks: Block[], line: Inline[] }

const OUTSIDE: Place = { strong: false, em: false, link: null, within: null, isPreformatted: false, depth: 0 }
const MOST_CHARACTERS = 100_000
const MOST_ELEMENTS = 300_000
const MOST_CHILDREN = 20_000
const DEEPEST = 400

/**
 * Reads a text out of HTML that comes from Word, a website or a converted file. It takes headings,
 * lists, quotations, emphasis and links, and of everything else the text; nothing of the HTML
 * itself remains. Time and memory are bounded, whatever the HTML is.
 */
export function fromHtml (root: HtmlNode): FromHtml {
  const found: FromHtml = { content: [], losses: new Set(), hadTable: false, isTooLong: false }
  let characters = 0
  let elements = 0
  found.content = blocksOf(root, OUTSIDE)
  return found

  function blocksOf (parent: HtmlNode, place: Place): Block[] {
    const sheet: Sheet = { blocks: [], line: [] }
    walk(parent, place, sheet)
    endLine(sheet)
    return sheet.blocks
  }

  function walk (parent: HtmlNode, place: Place, sheet: Sheet): void {
    const children = childrenOf(parent)
    for (let index = 0; index < children.length && !found.isTooLong; index++) {
      const items = findWordItems(children, index)
      if (items === null) {
        read(children[index] as HtmlNode, { ...place, depth: place.depth + 1 }, sheet)
        continue
      }
      endLine(sheet)
      sheet.blocks.push(...nest(items.found.map(({ nodes, ...item }) => ({
        ...item,
        blocks: nodes.flatMap(node => inner(node, { ...place, within: 'list', depth: place.depth + 1 }))
      }))))
      index = items.end - 1
    }
  }

  /** A text with more parts than these is too long in any case; the rest is not even looked at. */
  function childrenOf (parent: HtmlNode): HtmlNode[] {
    const children: HtmlNode[] = []
    for (const child of parent.children()) {
      if (children.push(child) < MOST_CHILDREN) continue
      found.isTooLong = true
      return []
    }
    return children
  }

  function read (node: HtmlNode, place: Place, sheet: Sheet): void {
    if (++elements > MOST_ELEMENTS || place.depth > DEEPEST) found.isTooLong = true
    if (found.isTooLong) return
    const verdict = judge(node)
    switch (verdict.is) {
      case 'nothing':
        if (verdict.loss !== null) found.losses.add(verdict.loss)
        return
      case 'text': return write(node.text, place, sheet)
      case 'break':
        sheet.line.push({ type: 'hard_break' })
        return
      case 'inline': return walk(node, marked(node, place), sheet)
      case 'preformatted': return apart(node, { ...place, isPreformatted: true }, sheet)
      case 'block': return apart(node, marked(node, place), sheet)
      case 'heading': return heading(node, place, sheet)
      case 'quotation': return quotation(node, place, sheet)
      case 'list':
        endLine(sheet)
        sheet.blocks.push(...list(node, place))
        return
      case 'table':
        endLine(sheet)
        sheet.blocks.push(...rows(node, place))
    }
  }

  function write (raw: string, { strong, em, link, isPreformatted }: Place, { line }: Sheet): void {
    characters += raw.length
    if (characters > MOST_CHARACTERS) found.isTooLong = true
    if (found.isTooLong) return
    const marks: Mark[] = [
      ...(link === null ? [] : [{ type: 'link' as const, attrs: { href: link, title: null } }]),
      ...(strong ? [{ type: 'strong' as const }] : []),
      ...(em ? [{ type: 'em' as const }] : [])
    ]
    const parts = isPreformatted ? raw.split(/\r\n?|\n/) : [raw]
    for (const [index, part] of parts.entries()) {
      if (index > 0) line.push({ type: 'hard_break' })
      const text = part.replace(/[\s\p{Cc}\u200b\ufeff]+/gu, space => space === '\u00a0' ? space : ' ')
      if (text !== '') line.push({ type: 'text', text, marks })
    }
  }

  function apart (node: HtmlNode, place: Place, sheet: Sheet): void {
    endLine(sheet)
    walk(node, place, sheet)
    endLine(sheet)
  }

  function heading (node: HtmlNode, place: Place, sheet: Sheet): void {
    if (place.within !== null) return apart(node, place, sheet)
    endLine(sheet)
    for (const block of blocksOf(node, { ...place, strong: false, within: 'heading' })) {
      if (block.type !== 'paragraph') sheet.blocks.push(block)
      else sheet.blocks.push({ type: 'heading', content: (block.content ?? []).map(unbroken) })
    }
  }

  function quotation (node: HtmlNode, place: Place, sheet: Sheet): void {
    if (place.within !== null) return apart(node, place, sheet)
    endLine(sheet)
    const content = blocksOf(node, { ...place, within: 'quotation' }).filter(isParagraphOrList)
    const last = sheet.blocks.at(-1)
    // Word makes a quotation of each paragraph.
    if (node.name === 'p' && last?.type === 'blockquote') last.content.push(...content)
    else if (content.length > 0) sheet.blocks.push({ type: 'blockquote', content })
  }

  /** What lies in an item: the text of a block, without a block around it. */
  function inner (node: HtmlNode, place: Place): Array<Paragraph | List> {
    return blocksOf(node, marked(node, place)).filter(isParagraphOrList)
  }

  function list (node: HtmlNode, place: Place): List[] {
    const items: FlatItem[] = []
    const isOrdered = node.name === 'ol'
    for (const child of node.children()) {
      const isList = child.name === 'ul' || child.name === 'ol'
      // A list directly in a list belongs to the item before it.
      const blocks = isList ? list(child, place) : inItem(child, place)
      const last = items.at(-1)
      if (isList && last !== undefined) last.blocks.push(...blocks)
      else if (blocks.length > 0) items.push({ level: 1, isOrdered, start: startOf(node), blocks })
    }
    return nest(items)
  }

  function inItem (child: HtmlNode, place: Place): Array<Paragraph | List> {
    if (child.name === 'li') return inner(child, { ...place, within: 'list', depth: place.depth + 1 })
    const sheet: Sheet = { blocks: [], line: [] }
    read(child, { ...place, within: 'list', depth: place.depth + 1 }, sheet)
    endLine(sheet)
    return sheet.blocks.filter(isParagraphOrList)
  }

  /** Each row of a table as a paragraph; what lies in a table for its looks alone, as it is. */
  function rows (table: HtmlNode, place: Place): Block[] {
    return rowsOf(table).flatMap(row => {
      const cells = [...row.children()].filter(({ name }) => name === 'td' || name === 'th' || name === 'caption')
        .map(cell => blocksOf(cell, marked(cell, { ...place, depth: place.depth + 1 })))
        .filter(blocks => blocks.length > 0)
      const isData = cells.length > 1 && cells.every(blocks => blocks.every(({ type }) => type === 'paragraph'))
      if (!isData) return cells.flat()
      found.hadTable = true
      const lines = cells.map(blocks => blocks.flatMap((block, index): Inline[] => [
        ...(index > 0 ? [text(' ')] : []), ...(block.type === 'paragraph' ? block.content ?? [] : [])
      ]))
      return [{
        type: 'paragraph' as const,
        content: lines.flatMap((line, index) => index > 0 ? [text('; '), ...line] : line).map(unbroken)
      }]
    })
  }
}

const text = (text: string): Inline => ({ type: 'text', text })
const unbroken = (node: Inline): Inline => node.type === 'hard_break' ? text(' ') : node
const isParagraphOrList = (block: Block): block is Paragraph | List =>
  block.type !== 'heading' && block.type !== 'blockquote'

function endLine (sheet: Sheet): void {
  sheet.blocks.push(...paragraphsOf(sheet.line))
  sheet.line = []
}

function rowsOf (table: HtmlNode): HtmlNode[] {
  return [...table.children()].flatMap(child => {
    if (child.name === 'tr') return [child]
    return /^(?:tbody|thead|tfoot)$/.test(child.name) ? rowsOf(child) : []
  })
}

function startOf (list: HtmlNode): number {
  const start = Number(list.attribute('start'))
  return Number.isInteger(start) && start > 0 && start < 1e6 ? start : 1
}

/** What an element says of the text in it, by its name or its style. */
function marked (node: HtmlNode, place: Place): Place {
  const weight = styleOf(node, 'font-weight')
  const slope = styleOf(node, 'font-style')
  const isStrong = weight === '' ? /^(?:b|strong)$/.test(node.name) : /^(?:bold|bolder|[6-9]00)$/.test(weight)
  const isEm = slope === '' ? /^(?:i|em)$/.test(node.name) : /^(?:italic|oblique)/.test(slope)
  const href = node.name === 'a' ? node.attribute('href').trim() : ''
  return {
    ...place,
    strong: place.within !== 'heading' && (isStrong || (place.strong && weight === '')),
    em: isEm || (place.em && slope === ''),
    link: href !== '' && linkProblem(href) === null && /\S/.test(textOf(node)) ? href : place.link
  }
}

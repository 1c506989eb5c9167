import type { Token } from 'markdown-it'
import { markdownTokens } from '../content/markdown.js'

interface List { number: number | undefined }

/**
 * Markdown as plain text for the text part of a mail: lists keep their marks, links carry their
 * address in angle brackets, headings stand alone. Lines are not wrapped yet.
 */
export function markdownText (source: string): string {
  const blocks: string[] = []
  const lists: List[] = []
  let quotes = 0
  let lastQuotes = 0
  let mark = ''
  let afterItem = false

  const add = (text: string) => {
    const prefix = '> '.repeat(quotes) + '  '.repeat(Math.max(0, lists.length - 1))
    const first = prefix + mark
    const rest = prefix + ' '.repeat(mark.length)
    const lines = text.split('\n').map((line, index) => (index === 0 ? first : rest) + line)
    // The lines of one list stand close together; everything else is set apart by an empty line.
    const close = lists.length > 0 && afterItem
    const gap = '> '.repeat(Math.min(quotes, lastQuotes)).trimEnd()
    if (blocks.length > 0) blocks.push(close ? '\n' : `\n${gap}\n`)
    blocks.push(lines.join('\n'))
    mark = ''
    afterItem = lists.length > 0
    lastQuotes = quotes
  }

  for (const token of markdownTokens(source)) {
    if (token.type === 'bullet_list_open') lists.push({ number: undefined })
    else if (token.type === 'ordered_list_open') lists.push({ number: Number(token.attrGet('start') ?? 1) })
    else if (token.type === 'bullet_list_close' || token.type === 'ordered_list_close') {
      lists.pop()
      afterItem = lists.length > 0
    } else if (token.type === 'list_item_open') mark = nextMark(lists.at(-1))
    else if (token.type === 'blockquote_open') quotes++
    else if (token.type === 'blockquote_close') quotes--
    else if (token.type === 'inline') add(inlineText(token.children ?? []))
    else if (token.type === 'fence' || token.type === 'code_block') add(token.content.trimEnd())
    else if (token.type === 'hr') add('* * *')
  }
  return blocks.join('')
}

function nextMark (list: List | undefined): string {
  if (list?.number === undefined) return '- '
  return `${list.number++}. `
}

function inlineText (tokens: Token[]): string {
  let text = ''
  let href = ''
  let label = ''
  for (const token of tokens) {
    const piece = token.type === 'softbreak' ? ' ' : token.type === 'hardbreak' ? '\n' : token.content
    if (token.type === 'link_open') {
      href = String(token.attrGet('href') ?? '')
      label = ''
    } else if (token.type === 'link_close') {
      // A link whose text is its address needs no second address behind it.
      text += label === href || `mailto:${label}` === href || `tel:${label}` === href ? label : `${label} <${href}>`
      href = ''
    } else if (href !== '') label += piece
    else text += piece
  }
  return text
}

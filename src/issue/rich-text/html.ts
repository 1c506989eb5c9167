import type { Token } from 'markdown-it'
import { memoSync } from '../../platform/memo.js'
import { markdownHtml, markdownTokens } from '../content/markdown.js'

/*
 * What the desk's editor for formatted text can hold. Its twin in the browser is
 * desk/script/rich-text/schema.ts.
 */

/** Which tokens may stand directly in which. */
const MAY_HOLD: Readonly<Record<string, readonly string[]>> = {
  doc: ['paragraph', 'heading', 'bullet_list', 'ordered_list', 'blockquote'],
  bullet_list: ['list_item'],
  ordered_list: ['list_item'],
  list_item: ['paragraph', 'bullet_list', 'ordered_list'],
  blockquote: ['paragraph', 'bullet_list', 'ordered_list']
}

const IN_A_LINE = new Set(['text', 'softbreak', ...['strong', 'em', 'link', 'language']
  .flatMap(mark => [`${mark}_open`, `${mark}_close`])])

/**
 * A Markdown text as HTML that the desk's editor reads, by the parser of the mail. Null if it has
 * something that the editor cannot hold, such as code or a second level of headings: such a text
 * can only be changed as Markdown.
 */
export const richTextHtml = memoSync((source: string): string | null =>
  fits(markdownTokens(source)) ? markdownHtml(source) : null, { most: 3_000 })

function fits (tokens: readonly Token[]): boolean {
  const open = ['doc']
  return tokens.every((token, index) => {
    const parent = open.at(-1) ?? ''
    if (token.type === 'inline') return isLine(token.children ?? [], parent)
    const kind = token.type.replace(/_(?:open|close)$/, '')
    if (token.nesting === -1) return open.pop() === kind
    open.push(kind)
    const isFirstOfItem = tokens[index - 1]?.type === 'list_item_open'
    return token.nesting === 1 && MAY_HOLD[parent]?.includes(kind) === true &&
      !(kind === 'heading' && token.tag !== 'h3') && !(isFirstOfItem && kind !== 'paragraph') &&
      !isEmpty(tokens, index)
  })
}

/**
 * A line that one can see, without links in links, which the parser makes and HTML does not know. A
 * passage in another language holds links and not the other way round.
 */
function isLine (tokens: readonly Token[], parent: string): boolean {
  let links = 0
  return tokens.some(({ content }) => /[^ \t\u2028\u2029]/.test(content)) && tokens.every(({ type, nesting }) => {
    if (links > 0 && (type === 'link_open' || type === 'language_open')) return false
    if (type.startsWith('link_')) links += nesting
    return IN_A_LINE.has(type) || (type === 'hardbreak' && parent === 'paragraph')
  })
}

/** An item or a quotation without anything in it. */
function isEmpty (tokens: readonly Token[], index: number): boolean {
  return tokens[index + 1]?.nesting === -1
}

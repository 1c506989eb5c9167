import type { HtmlNode } from '../../../issue/rich-text/html-node.js'

/*
 * HTML from the clipboard, parsed where nothing of it is loaded or run. Its styles must be read,
 * since Word says by them what is a list. But the policy of the page refuses each style that the
 * browser parses, and complains. So the attribute gets another name before it is parsed.
 */

const RENAMED = 'data-foreign-style'

export function parseForeignHtml (html: string): HtmlNode {
  const harmless = withoutStyleSheets(html)
    .replace(/<[a-z][^>]*>/gi, tag => tag.replace(/(["'\s/])style(?=\s*=)/gi, `$1${RENAMED}`))
  return wrap(new DOMParser().parseFromString(harmless, 'text/html'))
}

/** Without style elements. The text of one that is not closed reaches to the end. */
function withoutStyleSheets (html: string): string {
  const parts: string[] = []
  const begin = /<style\b/gi
  const end = /<\/style\b[^>]*>/gi
  let from = 0
  for (let found = begin.exec(html); found !== null; found = begin.exec(html)) {
    parts.push(html.slice(from, found.index))
    end.lastIndex = found.index
    if (end.exec(html) === null) return parts.join('')
    from = begin.lastIndex = end.lastIndex
  }
  return parts.join('') + html.slice(from)
}

function wrap (node: Node): HtmlNode {
  return {
    name: node.nodeName.toLowerCase(),
    text: node.nodeType === Node.TEXT_NODE ? node.nodeValue ?? '' : '',
    attribute: name => node instanceof Element ? node.getAttribute(name === 'style' ? RENAMED : name) ?? '' : '',
    * children () { for (const child of node.childNodes) yield wrap(child) }
  }
}

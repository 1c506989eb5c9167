import { parseDocument } from 'htmlparser2'
import type { HtmlNode } from './html-node.js'

type Parsed = ReturnType<typeof parseDocument>['children'][number]

/** Parses HTML on the server. */
export function parseHtml (html: string): HtmlNode {
  return wrap(parseDocument(html))
}

function wrap (node: ReturnType<typeof parseDocument> | Parsed): HtmlNode {
  const isElement = 'attribs' in node
  return {
    name: isElement ? node.name : node.type === 'text' ? '#text' : `#${node.type}`,
    text: node.type === 'text' ? node.data : '',
    attribute: name => isElement ? node.attribs[name] ?? '' : '',
    children: () => 'children' in node ? node.children.map(wrap) : []
  }
}

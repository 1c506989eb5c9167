import { DOMParser as DocumentParser, type Node } from 'prosemirror-model'
import { schema } from './schema.js'

/** HTML that the server has made of a Markdown text, as a document. */
export function documentFrom (html: ParentNode & globalThis.Node): Node {
  return DocumentParser.fromSchema(schema).parse(html)
}

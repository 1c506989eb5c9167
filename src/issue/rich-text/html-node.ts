/** HTML from outside as the walk over it sees it. The browser has parsed it, or the server. */
export interface HtmlNode {
  /** The name of an element in lower case, `#text`, or anything else for what is passed over. */
  readonly name: string
  /** The text of a text node. */
  readonly text: string
  /** The value of an attribute; empty if it is absent. */
  readonly attribute: (this: void, name: string) => string
  readonly children: (this: void) => Iterable<HtmlNode>
}

/** A property of the style attribute, in lower case; empty if it is absent. */
export function styleOf (node: HtmlNode, property: string): string {
  const style = node.attribute('style')
  if (style === '') return ''
  for (const declaration of style.toLowerCase().split(';')) {
    const colon = declaration.indexOf(':')
    if (declaration.slice(0, colon).trim() === property) return declaration.slice(colon + 1).trim()
  }
  return ''
}

export function hasClass (node: HtmlNode, pattern: RegExp): boolean {
  return node.attribute('class').split(/\s+/).some(name => pattern.test(name))
}

/** All text within a node. */
export function textOf (node: HtmlNode): string {
  return node.name === '#text' ? node.text : [...node.children()].map(textOf).join('')
}

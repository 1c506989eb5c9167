import { hasClass, styleOf, textOf, type HtmlNode } from './html-node.js'
import type { FlatItem } from './nest.js'

export type WordItem = Omit<FlatItem, 'blocks'> & { nodes: HtmlNode[] }

/*
 * Word writes a list as paragraphs that say how deep they lie (`mso-list: l0 level2 lfo1`), with
 * their sign in an element that is to be ignored. Word on the web makes a list of each item.
 */

const BULLET = /^\s*[\u00b7\u2022\u2023\u25aa\u25cf\u25e6\u25cb\u2043\uf0a7\uf0b7]\s+/
const NUMBER = /^\s*\(?(\d{1,4}|[a-z]|[ivxlc]{1,6})[.)]/i

/**
 * The items of a list of Word that begins at `start` among siblings, and where it ends; null if
 * none begins there.
 */
export function findWordItems (
  siblings: readonly HtmlNode[], start: number
): { found: WordItem[], end: number } | null {
  const found: WordItem[] = []
  let end = start
  for (let index = start; index < siblings.length; index++) {
    const node = siblings[index] as HtmlNode
    const items = itemsAt(node)
    const last = found.at(-1)
    if (items.length > 0) found.push(...items)
    else if (last !== undefined && isContinuation(node)) last.nodes.push(node)
    else if (isBlank(node) && found.length > 0) continue
    else break
    end = index + 1
  }
  return found.length === 0 ? null : { found, end }
}

function itemsAt (node: HtmlNode): WordItem[] {
  if (node.name === 'p' || node.name === 'div') {
    const [, level] = /\blevel(\d)/.exec(styleOf(node, 'mso-list')) ?? []
    if (level !== undefined) return [{ level: Number(level), ...signOf(node), nodes: [node] }]
  }
  if (node.name === 'p' && BULLET.test(textOf(node))) {
    return [{ level: 1, isOrdered: false, start: 1, nodes: [withoutBullet(node)] }]
  }
  return onTheWeb(node)
}

function signOf (node: HtmlNode): { isOrdered: boolean, start: number } {
  const sign = findSign(node)
  const [, number] = NUMBER.exec(sign === null ? '' : textOf(sign)) ?? []
  return { isOrdered: number !== undefined, start: /^\d+$/.test(number ?? '') ? Number(number) : 1 }
}

function findSign (node: HtmlNode): HtmlNode | null {
  if (styleOf(node, 'mso-list') === 'ignore') return node
  for (const child of node.children()) {
    const found = findSign(child)
    if (found !== null) return found
  }
  return null
}

/** A paragraph of an item beside its first. */
function isContinuation (node: HtmlNode): boolean {
  return node.name === 'p' && hasClass(node, /^MsoListParagraph|^MsoListContinue/) && /\S/.test(textOf(node))
}

function isBlank (node: HtmlNode): boolean {
  return node.name === '#text' ? node.text.trim() === '' : node.name.startsWith('#')
}

function onTheWeb (wrapper: HtmlNode): WordItem[] {
  if (wrapper.name !== 'div' || !hasClass(wrapper, /^ListContainerWrapper$/)) return []
  return [...wrapper.children()].flatMap(list => [...list.children()]
    .filter(({ name }) => name === 'li')
    .map(item => ({
      level: Number(item.attribute('data-aria-level')) || 1,
      isOrdered: list.name === 'ol',
      start: Number(list.attribute('start')) || 1,
      nodes: [item]
    })))
}

/** The same without the bullet that someone has typed at its beginning. */
function withoutBullet (node: HtmlNode): HtmlNode {
  let isFound = false
  return copy(node)

  function copy ({ name, text, attribute, children }: HtmlNode): HtmlNode {
    const isBullet = name === '#text' && !isFound && text.trim() !== ''
    isFound ||= isBullet
    const copies = [...children()].map(copy)
    return { name, text: isBullet ? text.replace(/^\s*\S/, '') : text, attribute, children: () => copies }
  }
}

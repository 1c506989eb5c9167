import type { Inline, Paragraph } from './document.js'

/** A line of text as paragraphs: two line breaks in a row end one. Empty ones are left out. */
export function paragraphsOf (line: readonly Inline[]): Paragraph[] {
  const parts: Inline[][] = [[]]
  let breaks = 0
  for (const node of line) {
    const isSpace = node.type === 'text' && /^[ ]*$/.test(node.text)
    if (node.type === 'hard_break') breaks++
    if (node.type === 'hard_break' || (isSpace && breaks > 0)) continue
    if (breaks > 1) parts.push([])
    else if (breaks === 1) parts.at(-1)?.push({ type: 'hard_break' })
    breaks = 0
    parts.at(-1)?.push(node)
  }
  return parts.map(trimmed).filter(isVisible).map(content => ({ type: 'paragraph', content }))
}

/** Without spaces at the edges and beside each other. */
function trimmed (line: readonly Inline[]): Inline[] {
  const nodes: Inline[] = []
  for (const node of line) {
    const before = nodes.at(-1)
    const isAfterSpace = before === undefined || before.type === 'hard_break' || /\s$/.test(before.text)
    const text = node.type === 'text' && isAfterSpace ? node.text.trimStart() : node.type === 'text' ? node.text : ''
    if (node.type === 'hard_break') nodes.push(node)
    else if (text !== '') nodes.push({ ...node, text })
  }
  const last = nodes.pop()
  if (last === undefined) return []
  if (last.type === 'hard_break') return trimmed(nodes)
  const text = last.text.trimEnd()
  return text === '' ? trimmed(nodes) : [...nodes, { ...last, text }]
}

function isVisible (line: readonly Inline[]): boolean {
  return line.some(node => node.type === 'text' && /[^\s\u00ad]/.test(node.text))
}

import { cellsOf, isSame, type Cell } from './cells.js'
import { delimit, type Piece } from './delimiters.js'
import type { Inline } from './document.js'

type Around = NonNullable<Cell['link']>
type Emphasis = 'strong' | 'em'

/** All that a passage or a link has, a cell with marks, or a stretch without them. */
interface Atom { cells: Cell[], around: Around | null, strong: boolean, em: boolean }

/** The content of a paragraph or heading as Markdown, before what its line starts may mean. */
export function inlineMarkdown (content: readonly Inline[]): string {
  const pieces: Piece[] = []
  write(atomsOf(cellsOf(content)), { strong: false, em: false }, null)
  return delimit(pieces)

  /** Writes atoms within the marks that are `open`, of which the innermost has the sign `outer`. */
  function write (atoms: readonly Atom[], open: Record<Emphasis, boolean>, outer: '*' | '_' | null): void {
    for (let index = 0; index < atoms.length;) {
      const [mark, end] = longest(atoms, index, open)
      if (mark === null) {
        writeAtom(atoms[index++] as Atom, open, outer)
        continue
      }
      const sign = signFor(outer, pieces.at(-1))
      const delimiter = mark === 'strong' ? `${sign}${sign}` : sign
      pieces.push({ kind: 'open', text: delimiter })
      write(atoms.slice(index, end), { ...open, [mark]: true }, sign)
      pieces.push({ kind: 'close', text: delimiter })
      index = end
    }
  }

  function writeAtom ({ cells, around }: Atom, open: Record<Emphasis, boolean>, outer: '*' | '_' | null): void {
    if (around === null) {
      for (const { text } of cells) pieces.push({ kind: 'text', text })
    } else if (isPlainLink(around, cells)) {
      pieces.push({ kind: 'bracket', text: `<${cells.map(({ text }) => text).join('')}>` })
    } else {
      pieces.push({ kind: 'bracket', text: '[' })
      write(atomsOf(cells.map(cell => ({ ...cell, [around.type]: null }))), open, outer)
      pieces.push({ kind: 'bracket', text: `]${behind(around)}` })
    }
  }
}

/** Links stand within passages. */
function atomsOf (cells: readonly Cell[]): Atom[] {
  const atoms: Atom[] = []
  for (const cell of cells) {
    const around = cell.language ?? cell.link
    const last = atoms.at(-1)
    const isPlain = around === null && !cell.strong && !cell.em
    if (last !== undefined && isPlain && last.around === null && !last.strong && !last.em) {
      last.cells.push(cell)
    } else if (last !== undefined && around !== null && isSame(last.around, around)) {
      last.cells.push(cell)
      last.strong &&= cell.strong
      last.em &&= cell.em
    } else atoms.push({ cells: [cell], around, strong: cell.strong, em: cell.em })
  }
  return atoms
}

/** The mark that begins here and reaches farthest, and where it ends. */
function longest (atoms: readonly Atom[], start: number, open: Record<Emphasis, boolean>): [Emphasis | null, number] {
  const reach = (mark: Emphasis): number => {
    let end = start
    while (!open[mark] && atoms[end]?.[mark] === true) end++
    // White space stays outside. It can be at the end here if another mark ends within this one.
    while (end > start && isSpace(atoms[end - 1] as Atom)) end--
    return end
  }
  const [strong, em] = isSpace(atoms[start] as Atom) ? [start, start] : [reach('strong'), reach('em')]
  if (strong === start && em === start) return [null, start]
  return strong >= em ? ['strong', strong] : ['em', em]
}

function isSpace ({ cells, around }: Atom): boolean {
  return around === null && cells.every(({ text }) => /^\s/.test(text))
}

/** Stars, but for a mark within another or right after one: equal signs would run together. */
function signFor (outer: '*' | '_' | null, last: Piece | undefined): '*' | '_' {
  const taken = outer ?? (last?.kind === 'close' ? last.text.charAt(0) : null)
  return taken === '*' ? '_' : '*'
}

/** Whether the parser shows this address as it is, so that it need not be written twice. */
function isPlainLink ({ type, attrs }: Around, cells: readonly Cell[]): boolean {
  if (type === 'language' || attrs.title !== null || /xn--/i.test(attrs.href)) return false
  return cells.map(({ text }) => text).join('') === attrs.href &&
    /^(?:https?:\/\/|mailto:)[\w./?=#+,;:@~!$'()-]+$/.test(attrs.href)
}

/** What stands behind the brackets. */
function behind ({ type, attrs }: Around): string {
  if (type === 'language') return `{lang=${attrs.lang}}`
  const { href, title } = attrs
  return `(${target(href)}${title === null ? '' : ` "${quoted(title)}"`})`
}

/** Brackets that do not match would end the address too early. */
function target (href: string): string {
  return href.replace(isBalanced(href) ? /\\|&(?=[#\w]+;)/g : /[()\\]|&(?=[#\w]+;)/g, char => `\\${char}`)
}

function isBalanced (href: string): boolean {
  let depth = 0
  for (const char of href) {
    if (char === '(') depth++
    if (char === ')') depth--
    if (depth < 0 || depth > 20) return false
  }
  return depth === 0
}

function quoted (title: string): string {
  return title.replace(/\s+/g, ' ').replace(/["\\]|&(?=[#\w]+;)/g, char => `\\${char}`)
}

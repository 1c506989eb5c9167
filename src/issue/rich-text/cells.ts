import type { Inline, Mark } from './document.js'

type Around = Extract<Mark, { attrs: object }>

/** A word, the white space between two words, or a line break (`\n`), with what marks it. */
export interface Cell {
  readonly text: string
  readonly strong: boolean
  readonly em: boolean
  readonly link: Around | null
  readonly language: Around | null
}

/**
 * The content of a paragraph or heading as Markdown can say it: white space stands outside of the
 * marks at whose edge it is, since Markdown has no mark that begins or ends with it.
 */
export function cellsOf (content: readonly Inline[]): Cell[] {
  const cells = content.flatMap(({ marks = [], ...node }) => {
    const text = node.type === 'text' ? node.text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ') : '\n'
    const find = (type: Around['type']): Around | null =>
      marks.find((mark): mark is Around => mark.type === type) ?? null
    const own = {
      strong: marks.some(({ type }) => type === 'strong'),
      em: marks.some(({ type }) => type === 'em'),
      link: find('link'),
      language: find('language')
    }
    return text.split(/(\n| +|[^\S\n ]+)/).filter(part => part !== '').map(part => ({ text: part, ...own }))
  })
  return trim(cells.map((cell, index) => isSpace(cell) ? between(cells, index) : cell))
}

/** Whether two marks are around the same. */
export function isSame (one: Mark | null, other: Mark | null): boolean {
  return one === other || (one !== null && other !== null && JSON.stringify(one) === JSON.stringify(other))
}

const isSpace = ({ text }: Cell): boolean => /^\s/.test(text)
const isBlank = (cell: Cell | undefined): boolean => cell === undefined || /^[ \n]+$/.test(cell.text)

/** White space is marked as the words on both sides of it are. */
function between (cells: readonly Cell[], index: number): Cell {
  const own = cells[index] as Cell
  const before = nearestWord(cells, index, -1)
  const after = nearestWord(cells, index, 1)
  const within = (kind: 'link' | 'language'): Around | null => {
    const mark = own[kind]
    return isSame(mark, before?.[kind] ?? null) && isSame(mark, after?.[kind] ?? null) ? mark : null
  }
  return {
    text: own.text.replace(/ +/g, ' '),
    strong: before?.strong === true && after?.strong === true,
    em: before?.em === true && after?.em === true,
    link: within('link'),
    language: within('language')
  }
}

function nearestWord (cells: readonly Cell[], from: number, step: 1 | -1): Cell | undefined {
  let index = from
  for (let cell = cells[index]; cell !== undefined && isSpace(cell); cell = cells[index]) index += step
  return cells[index]
}

/** Without spaces and line breaks at the end, and spaces beside others, where nobody sees them. */
function trim (cells: readonly Cell[]): Cell[] {
  const last = cells.findLastIndex(cell => !isBlank(cell))
  return cells.slice(0, last + 1)
    .filter(({ text }, index, { [index - 1]: before }) => text !== ' ' || !isBlank(before))
    .filter(({ text }, index, { [index + 1]: after }) => text !== ' ' || after?.text !== '\n')
}

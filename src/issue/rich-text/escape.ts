/*
 * What plain text must be written as, so that Markdown does not take it for something else. No more
 * is escaped than must be: people read this in the text mode.
 */

export interface Surroundings {
  /** Within the brackets of a link every bracket counts. */
  readonly isInBrackets: boolean
  /** Brackets follow, of which `!` would make a picture. */
  readonly isBeforeBrackets: boolean
}

/** Whether a character, which stands at the end of `before`, has a meaning where it stands. */
type Meaning = (before: string, after: string, surroundings: Surroundings) => boolean

const ENTITY = /^(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z][a-z\d]{1,31});/i

const MEANINGS: Readonly<Record<string, Meaning>> = {
  // The last letter may have to be written by its number, which begins with punctuation.
  '\\': (_, after) => /^(?:.?$|[\n!-/:-@[-`{-~])/u.test(after),
  '`': () => true,
  '*': (before, after) => !(before.endsWith(' ') && after.startsWith(' ')),
  // Within a word it means nothing, but a mark may begin or end beside the word.
  _: (before, after) => !/[\p{L}\p{N}]{2}$/u.test(before) || !/^[\p{L}\p{N}]{2}/u.test(after),
  '[': (_, __, { isInBrackets }) => isInBrackets,
  ']': (_, after, { isInBrackets, isBeforeBrackets }) =>
    isInBrackets || /^[([:{]/.test(after) || (after === '' && isBeforeBrackets),
  '!': (_, after, { isBeforeBrackets }) => after === '' && isBeforeBrackets,
  '<': (_, after) => !after.startsWith(' '),
  '&': (_, after) => ENTITY.test(after),
  ':': isAddress
}

/** Addresses that the parser makes links of, without being asked. */
function isAddress (before: string, after: string): boolean {
  return (/https?$/i.test(before) && after.startsWith('//')) || (/mailto$/i.test(before) && /^\S/.test(after))
}

/** Escapes what has a meaning anywhere in a line. A line break is a backslash before the break. */
export function escapeText (text: string, surroundings: Surroundings): string {
  return text.replace(/[\\`*_[\]!<&:\n]/g, (char, index: number) => {
    if (char === '\n') return '\\\n'
    const hasMeaning = MEANINGS[char]?.(text.slice(Math.max(0, index - 8), index), text.slice(index + 1, index + 40),
      surroundings)
    return hasMeaning === true ? `\\${char}` : char
  })
}

const AT_LINE_START: ReadonlyArray<readonly [RegExp, string]> = [
  // Headings, lists, quotations, numbers, code, rules, and the underline that makes a heading.
  [/^(?=#{1,6}(?: |$))/, '\\'],
  [/^(?=[-+](?: |$))/, '\\'],
  [/^(?=>)/, '\\'],
  [/^(\d{1,9})(?=[.)](?: |$))/, '$1\\'],
  [/^(?=~~~)/, '\\'],
  [/^(?=-(?: *-){2,} *$)/, '\\'],
  [/^(?=(?:=+|-+) *$)/, '\\']
]

/** Escapes what has a meaning at the beginning of a line alone, in each line of a paragraph. */
export function escapeLineStarts (paragraph: string): string {
  return escapeEdges(paragraph).split('\n').map(line => {
    const found = AT_LINE_START.find(([pattern]) => pattern.test(line))
    return found === undefined ? line : line.replace(...found)
  }).join('\n')
}

/** In a heading only the number signs at its end have a meaning: they are taken for decoration. */
export function escapeHeading (line: string): string {
  return escapeEdges(line).replace(/(?<=^| )(?=#+$)/, '\\')
}

/** Other white space than spaces is kept at the edges, where the parser would cut it off. */
function escapeEdges (text: string): string {
  return text.replace(/^\s|\s$/g, space => entity(space))
}

/** A character by its number. */
export function entity (char: string): string {
  return char === '\u00a0' ? '&nbsp;' : `&#x${(char.codePointAt(0) ?? 0).toString(16)};`
}

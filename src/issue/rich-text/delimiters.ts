import { entity, escapeText } from './escape.js'

/**
 * A part of a line: text, the sign that opens or closes a mark, or a bracket, with what follows it,
 * around a link or a passage.
 */
export interface Piece {
  kind: 'text' | 'open' | 'close' | 'bracket'
  text: string
}

const SPACE = /^\s$/
const PUNCTUATION = /^[!-/:-@[-`{-~\p{P}]$/u
const LETTER = /^[\p{L}\p{N}]$/u

/**
 * Puts a line together so that every sign opens or closes its mark. Markdown has rules for what may
 * stand beside a sign (CommonMark 6.2). Where the text breaks them, as in `**Frist:**morgen`, the
 * letter beside it is written by its number, which begins and ends with punctuation.
 */
export function delimit (given: readonly Piece[]): string {
  const pieces = escaped(merged(given))
  // What is written by its number changes what stands beside the sign on its other side.
  while (pieces.some((piece, index) => isRepaired(piece, pieces[index - 1], pieces[index + 1])));
  return pieces.map(({ text }) => text).join('')
}

/** Makes sure that a sign opens or closes its mark. True if something had to be changed. */
function isRepaired (piece: Piece, before: Piece | undefined, after: Piece | undefined): boolean {
  if (piece.kind === 'open' && before?.kind === 'text' && !opens(piece, last(before), first(after))) {
    before.text = before.text.slice(0, -last(before).length) + entity(last(before))
    return true
  }
  if (piece.kind === 'close' && after?.kind === 'text' && !closes(piece, last(before), first(after))) {
    after.text = entity(first(after)) + after.text.slice(first(after).length)
    return true
  }
  return false
}

/**
 * True only if it is certain. What some parsers count as punctuation and others do not, such as
 * symbols, is neither letter nor punctuation here.
 */
function opens ({ text }: Piece, before: string, after: string): boolean {
  const isApart = SPACE.test(before) || PUNCTUATION.test(before)
  return isApart || (text.startsWith('*') && LETTER.test(after))
}

function closes ({ text }: Piece, before: string, after: string): boolean {
  const isApart = SPACE.test(after) || PUNCTUATION.test(after)
  return isApart || (text.startsWith('*') && LETTER.test(before))
}

const first = (piece: Piece | undefined): string => [...piece?.text ?? ''][0] ?? ''
const last = (piece: Piece | undefined): string => [...piece?.text ?? ''].at(-1) ?? ''

/** Neighbouring texts as one, so that characters know their neighbours. */
function merged (pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = []
  for (const piece of pieces) {
    const before = whole.at(-1)
    if (piece.kind === 'text' && before?.kind === 'text') before.text += piece.text
    else whole.push({ ...piece })
  }
  return whole
}

function escaped (pieces: readonly Piece[]): Piece[] {
  let depth = 0
  return pieces.map((piece, index) => {
    if (piece.kind === 'bracket' && piece.text === '[') depth++
    if (piece.kind === 'bracket' && piece.text.startsWith(']')) depth--
    if (piece.kind !== 'text') return { ...piece }
    const isBeforeBrackets = pieces[index + 1]?.kind === 'bracket'
    return { ...piece, text: escapeText(piece.text, { isInBrackets: depth > 0, isBeforeBrackets }) }
  })
}

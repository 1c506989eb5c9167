import { FileFault } from './file-fault.js'

/** More different wordings or sources than this are something else. */
const MOST = 1_000

export type TextKind = 'wording' | 'source'

/** A text that lines of a file share. Each kind is numbered from 1. */
export interface NumberedText { kind: TextKind, number: number, text: string }

export interface Numbering {
  /** The number of a text. Throws a FileFault if there are too many. */
  numberOf: (kind: TextKind, text: string) => number
  /** The texts that have got a number since the last call. */
  takeNew: () => NumberedText[]
}

/** Numbers the texts that lines of a file share. `known` are those that have a number already. */
export function createNumbering (known: readonly NumberedText[]): Numbering {
  const of = (kind: TextKind): Map<string, number> =>
    new Map(known.filter(each => each.kind === kind).map(({ number, text }) => [text, number]))
  const numbers: Readonly<Record<TextKind, Map<string, number>>> = { wording: of('wording'), source: of('source') }
  let fresh: NumberedText[] = []
  return {
    numberOf (kind, text) {
      const before = numbers[kind].get(text)
      if (before !== undefined) return before
      if (numbers[kind].size === MOST) throw new FileFault('texts')
      const number = numbers[kind].size + 1
      numbers[kind].set(text, number)
      fresh.push({ kind, number, text })
      return number
    },
    takeNew () {
      const texts = fresh
      fresh = []
      return texts
    }
  }
}

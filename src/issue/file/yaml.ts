import {
  Composer, isMap, isNode, isScalar, isSeq, Lexer, LineCounter, Parser, type CST, type Document
} from 'yaml'
import type { FieldError } from '../content/field-errors.js'

/**
 * How often the aliases of one file may be followed; a few hundred bytes could otherwise unfold to
 * gigabytes.
 */
const MAX_ALIASES = 50
/** Lists and keys within one another; an issue has fewer than ten. */
const MAX_DEPTH = 50
/** Keys of one block, or entries of one list; no list of an issue may have more than 40. */
const MAX_ENTRIES = 200
/**
 * Names, values, marks and line breaks; an issue of 40 blocks with 30 files each has a third of
 * them.
 */
const MAX_LEXEMES = 100_000

const TOO_DEEP = 'Die Angaben sind zu tief verschachtelt. Prüfen Sie Klammern und Einrückung.'
const TOO_MANY = 'Bis hierher stehen mehr Angaben untereinander, als eine Ausgabe haben kann.'
const SECOND_DOCUMENT = 'Hier endet die Ausgabe, und alles danach ginge verloren. ' +
  'Löschen Sie die Zeile mit „---“ oder „...“; für einen Trennstrich im Text rücken Sie sie ein.'
const UNKNOWN_CAUSE = 'Die Datei ist an dieser Stelle kein gültiges YAML. ' +
  'Prüfen Sie Einrückung, Doppelpunkte und Anführungszeichen.'

const CAUSES: Readonly<Record<string, string>> = {
  BAD_INDENT: 'Die Einrückung stimmt nicht. Was zusammengehört, muss gleich weit eingerückt sein.',
  TAB_AS_INDENT: 'Die Zeile ist mit einem Tabulator eingerückt. Verwenden Sie Leerzeichen.',
  DUPLICATE_KEY: 'Diese Angabe steht hier zum zweiten Mal.',
  MISSING_CHAR: 'Hier fehlt ein Zeichen, ' +
    'zum Beispiel ein schließendes Anführungszeichen, ein Komma oder ein Doppelpunkt.',
  BLOCK_AS_IMPLICIT_KEY: 'Hier steht ein Doppelpunkt im Text. Setzen Sie den ganzen Text in Anführungszeichen.',
  MULTILINE_IMPLICIT_KEY: 'Hier fehlt ein Doppelpunkt, oder ein Text geht über mehrere Zeilen. ' +
    'Beginnen Sie längere Texte mit „|“.',
  BAD_SCALAR_START: 'Mit diesem Zeichen darf ein Text nicht beginnen. Setzen Sie ihn in Anführungszeichen.',
  TAG_RESOLVE_FAILED: 'Eigene Datentypen mit „!“ sind nicht erlaubt. Setzen Sie den Text in Anführungszeichen.',
  BAD_ALIAS: 'Ein Text beginnt mit „*“ oder „&“. Setzen Sie ihn in Anführungszeichen.',
  BAD_DQ_ESCAPE: 'Nach einem „\\“ steht ein Zeichen, das dort nicht erlaubt ist. ' +
    'Verwenden Sie einfache Anführungszeichen.'
}

export type ReadYaml =
  /** `lineOf`: on which line something stands, or the next that it stands in. */
  | { ok: true, data: unknown, lineOf: (path: readonly PropertyKey[]) => number }
  | { ok: false, errors: FieldError[] }

/** The data in a YAML or JSON text, or German errors with line and column. */
export function readYaml (text: string): ReadYaml {
  const lines = new LineCounter()
  const at = (offset: number, message: string): FieldError => {
    const { line, col } = lines.linePos(offset)
    return { where: `Zeile ${line}, Spalte ${col}`, message }
  }
  const syntax = readSyntax(text, lines)
  if (!Array.isArray(syntax)) return { ok: false, errors: [at(syntax.offset, syntax.message)] }
  const [document, second] = new Composer({ version: '1.2', schema: 'core', resolveKnownTags: false, merge: false })
    .compose(syntax, true, text.length)
  if (document === undefined) throw new Error('the YAML parser made no document')
  const problems = [...document.errors, ...document.warnings]
    .map(({ pos, code }) => at(pos[0], CAUSES[code] ?? UNKNOWN_CAUSE))
  // Everything after it would be left out without a word.
  if (second !== undefined) problems.push(at(second.range[0], SECOND_DOCUMENT))
  if (problems.length > 0) return { ok: false, errors: problems }
  try {
    const data: unknown = document.toJS({ maxAliasCount: MAX_ALIASES })
    return { ok: true, data, lineOf: path => lines.linePos(offsetOf(document, path)).line }
  } catch {
    const message = 'Die Verweise mit „*“ in dieser Datei lassen sich nicht auflösen. Schreiben Sie den Text aus.'
    return { ok: false, errors: [{ where: 'Datei', message }] }
  }
}

/** Where something begins: a name, or an entry of a list. */
function offsetOf (document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const [key, parent] = [path[length - 1], document.getIn(path.slice(0, length - 1), true)]
    const pair = isMap(parent) ? parent.items.find(item => isScalar(item.key) && item.key.value === key) : undefined
    const node = pair?.key ?? (isSeq(parent) ? parent.items[Number(key)] : undefined)
    if (isNode(node) && node.range != null) return node.range[0]
  }
  return 0
}

/**
 * The syntax of a text, or the place where it exceeds what an issue can have. The composer, which
 * comes next, works by recursion and compares each key with all keys before it: deep nesting would
 * exhaust its stack, and a long list would take it minutes.
 */
function readSyntax (text: string, lines: LineCounter): CST.Token[] | { offset: number, message: string } {
  const parser = new Parser(lines.addNewLine)
  lines.addNewLine(0)
  const tokens: CST.Token[] = []
  let count = 0
  for (const lexeme of new Lexer().lex(text)) {
    const { offset } = parser
    for (const token of parser.next(lexeme)) tokens.push(token)
    if (parser.stack.length > MAX_DEPTH) return { offset, message: TOO_DEEP }
    const top = parser.stack.at(-1)
    const entries = top !== undefined && 'items' in top ? top.items.length : 0
    if (entries > MAX_ENTRIES || ++count > MAX_LEXEMES) return { offset, message: TOO_MANY }
  }
  return [...tokens, ...parser.end()]
}

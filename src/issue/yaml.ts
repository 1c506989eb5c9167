import { parseDocument, type YAMLError } from 'yaml'
import type { FieldError } from './errors.js'

/** How often the aliases of one file may be followed; a few hundred bytes could otherwise unfold to gigabytes. */
const MAX_ALIASES = 50
const MAX_DEPTH = 50

const CAUSES: Readonly<Record<string, string>> = {
  BAD_INDENT: 'Die Einrückung stimmt nicht. Was zusammengehört, muss gleich weit eingerückt sein.',
  TAB_AS_INDENT: 'Die Zeile ist mit einem Tabulator eingerückt. Verwenden Sie Leerzeichen.',
  DUPLICATE_KEY: 'Diese Angabe steht hier zum zweiten Mal.',
  MISSING_CHAR: 'Hier fehlt ein Zeichen, zum Beispiel ein schließendes Anführungszeichen, ein Komma oder ein Doppelpunkt.',
  BLOCK_AS_IMPLICIT_KEY: 'Hier steht ein Doppelpunkt im Text. Setzen Sie den ganzen Text in Anführungszeichen.',
  MULTILINE_IMPLICIT_KEY: 'Hier fehlt ein Doppelpunkt, oder ein Text geht über mehrere Zeilen. Beginnen Sie längere Texte mit „|“.',
  BAD_SCALAR_START: 'Mit diesem Zeichen darf ein Text nicht beginnen. Setzen Sie ihn in Anführungszeichen.',
  TAG_RESOLVE_FAILED: 'Eigene Datentypen mit „!“ sind nicht erlaubt. Setzen Sie den Text in Anführungszeichen.',
  BAD_ALIAS: 'Ein Text beginnt mit „*“ oder „&“. Setzen Sie ihn in Anführungszeichen.',
  BAD_DQ_ESCAPE: 'Nach einem „\\“ steht ein Zeichen, das dort nicht erlaubt ist. Verwenden Sie einfache Anführungszeichen.'
}

/** The data in a YAML or JSON text, or German errors with line and column. */
export function readYaml (text: string): { ok: true, data: unknown } | { ok: false, errors: FieldError[] } {
  if (isTooDeep(text)) return { ok: false, errors: [{ where: 'Datei', message: 'Die Angaben sind zu tief ineinander geschachtelt. Prüfen Sie Klammern und Einrückung.' }] }
  const document = parseDocument(text, { version: '1.2', schema: 'core', resolveKnownTags: false, merge: false, logLevel: 'silent' })
  const problems = [...document.errors, ...document.warnings]
  if (problems.length > 0) return { ok: false, errors: problems.map(describe) }
  try {
    return { ok: true, data: document.toJS({ maxAliasCount: MAX_ALIASES }) as unknown }
  } catch {
    return { ok: false, errors: [{ where: 'Datei', message: 'Die Verweise mit „*“ in dieser Datei lassen sich nicht auflösen. Schreiben Sie den Text aus.' }] }
  }
}

/** The parser works by recursion: far deeper than any issue, it would exhaust the stack and take the program with it. */
function isTooDeep (text: string): boolean {
  let brackets = 0
  for (const character of text) {
    if ('[{'.includes(character)) brackets++
    else if (']}'.includes(character)) brackets--
    if (brackets > MAX_DEPTH) return true
  }
  return new RegExp(`^(?: {${MAX_DEPTH * 8}}|\\s*(?:[-?:] +){${MAX_DEPTH}})`, 'm').test(text)
}

function describe (problem: YAMLError): FieldError {
  const at = problem.linePos?.[0]
  return {
    where: at === undefined ? 'Datei' : `Zeile ${at.line}, Spalte ${at.col}`,
    message: CAUSES[problem.code] ?? 'Die Datei ist an dieser Stelle kein gültiges YAML. Prüfen Sie Einrückung, Doppelpunkte und Anführungszeichen.'
  }
}

/**
 * Why a file as a whole cannot be read. `not_utf8`, `is_utf8`, `other_mark`: it is written in
 * another encoding than was said, by a person or by its byte order mark. `texts`: it names more
 * wordings or sources of consent than could be true.
 */
export type FileFaultCode =
  | 'empty' | 'workbook' | 'not_utf8' | 'is_utf8' | 'other_mark' | 'nul' | 'long_line' | 'open_quote' | 'many_columns'
  | 'changed' | 'too_large' | 'no_column' | 'texts' | 'broken_off' | 'lost' | 'other_keys'

/** A file cannot be taken over. Its message is for operators, and holds nothing of the file. */
export class FileFault extends Error {
  constructor (readonly code: FileFaultCode, readonly line: number | null = null) {
    super(line === null ? MESSAGES[code] : `line ${line}: ${MESSAGES[code]}`)
  }
}

/** A record of a table of faults has one of these codes, or one that a newer program wrote. */
export function isFileFault (code: string): code is FileFaultCode {
  return Object.hasOwn(MESSAGES, code)
}

const MESSAGES: Readonly<Record<FileFaultCode, string>> = {
  empty: 'the file holds no line',
  not_utf8: 'the file is not UTF-8, although that was said; it is probably windows-1252',
  is_utf8: 'the file is UTF-8, although another encoding was said',
  other_mark: 'the byte order mark of the file says another encoding',
  workbook: 'the file is a workbook (.xlsx, .xls or .ods); save the table as CSV first',
  nul: 'the file holds NUL bytes: it is damaged, is not a text, or is UTF-16, which has to be said then',
  long_line: 'the line is longer than 64 KB',
  open_quote: 'a quotation mark begins here and never ends',
  many_columns: 'the line has more than 100 columns',
  changed: 'the file was changed while it was read; nothing was taken over from it',
  too_large: 'the file is too large',
  no_column: 'no column holds mail addresses; say which one it is',
  texts: 'the columns of wording and source hold more than 1,000 different texts',
  broken_off: 'the file did not arrive as a whole',
  lost: 'the database has lost what waited, after a crash; read the file again',
  other_keys: 'the keys were changed since the file was read; read the file again'
}

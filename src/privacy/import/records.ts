import { parse, type CsvError, type Info, type Parser } from 'csv-parse'
import { FileFault } from './file-fault.js'

export const DELIMITERS = [',', ';', '\t'] as const
export type Delimiter = typeof DELIMITERS[number]

/** A line of a file, or several that quotation marks hold together, and the number of the first. */
export interface FileRecord { line: number, cells: string[] }

/** What a spreadsheet writes before the first line of a table, to say what is between columns. */
const SAYS_DELIMITER = /^"?sep=([,;\t|])?"?$/i

/** The delimiter that the first line of a text names; null if it names none. */
export function saidDelimiter (text: string): Delimiter | null {
  const [first = ''] = text.split(/\r\n|\n|\r/, 1)
  const said = SAYS_DELIMITER.exec(first)?.[1]
  return DELIMITERS.find(each => each === said) ?? null
}

const MOST_BYTES = 64 * 1024
const MOST_COLUMNS = 100

export interface RecordReader {
  /** Takes a portion of the text, and returns the records that are whole. */
  feed: (text: string) => FileRecord[]
  /** The text ends here: returns the rest. */
  end: () => Promise<FileRecord[]>
}

/**
 * Cuts a text that comes in portions into records (RFC 4180, with any ends of lines). Blank lines
 * are left out, and a first line that only names the delimiter. Throws a FileFault for a line that
 * is too long or has too many columns, and for a quotation mark that never ends; it keeps no more
 * of the text than such a line may have.
 */
export function createRecordReader (delimiter: Delimiter): RecordReader {
  const parser: Parser = parse({
    delimiter,
    info: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MOST_BYTES
  })
  // It is thrown below.
  parser.on('error', () => {})
  let [lines, surplus] = [0, 0]

  function take (): FileRecord[] {
    const records: FileRecord[] = []
    for (let read = next(parser); read !== null; read = next(parser)) {
      const line = lines + 1
      // The parser counts a line break of two characters twice within quotation marks.
      if (read.info.lines - surplus > line) surplus += read.record.join('').split('\r\n').length - 1
      lines = read.info.lines - surplus
      if (read.record.length > MOST_COLUMNS) throw new FileFault('many_columns', line)
      if (line === 1 && SAYS_DELIMITER.test(read.record.join(delimiter))) continue
      if (read.record.some(cell => cell.trim() !== '')) records.push({ line, cells: read.record })
    }
    if (parser.errored !== null) throw toFault(parser.errored as CsvError, lines + 1)
    return records
  }

  return {
    feed (text) {
      parser.write(text)
      return take()
    },
    async end () {
      await new Promise<void>(resolve => parser.end(() => resolve()))
      return take()
    }
  }
}

function next (parser: Parser): { record: string[], info: Info } | null {
  return parser.read() as { record: string[], info: Info } | null
}

function toFault (error: CsvError, line: number): Error {
  const { code } = error
  if (code === 'CSV_QUOTE_NOT_CLOSED') return new FileFault('open_quote', line)
  if (code !== 'CSV_MAX_RECORD_SIZE') return error
  // A quotation mark that never ends makes one record of many lines.
  return new FileFault(Number(error['lines']) > line ? 'open_quote' : 'long_line', line)
}

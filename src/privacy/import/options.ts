import { z } from 'zod'
import { ENCODINGS, findEncoding, createDecoder } from './encoding.js'
import { FileFault } from './file-fault.js'
import { guessColumns, guessDelimiter, guessHeader, type Columns } from './columns.js'
import { createRecordReader, DELIMITERS } from './records.js'
import type { Survey } from './survey.js'

const place = z.int().min(0).max(99).nullable()
const column = place.default(null)

/** How a file is read, as far as a person has said so; null is found out. */
export const importOptions = z.object({
  encoding: z.enum(ENCODINGS).nullable().default(null),
  delimiter: z.enum(DELIMITERS).nullable().default(null),
  header: z.boolean().nullable().default(null),
  columns: z.object({ email: column, time: column, wording: column, source: column }).prefault({})
})

export type ImportOptions = z.infer<typeof importOptions>

/** How a file is read, as it is stored. */
export const readingSchema = z.object({
  encoding: z.enum(ENCODINGS),
  delimiter: z.enum(DELIMITERS),
  header: z.boolean(),
  columns: z.object({ email: place, time: place, wording: place, source: place })
})

export type Reading = z.infer<typeof readingSchema>

/** A reading, and the first records of the file. */
export interface Preview { reading: Reading, records: string[][] }

const SHOWN = 20

/**
 * Finds out what nobody has said, and reads the first lines. Throws a FileFault for a file that
 * cannot be read so.
 */
export async function previewFile (survey: Survey, options: ImportOptions): Promise<Preview> {
  const encoding = findEncoding(survey, options.encoding)
  const text = createDecoder(encoding)(survey.head)
  const delimiter = options.delimiter ?? guessDelimiter(text)
  const isWhole = survey.bytes <= survey.head.length
  const reader = createRecordReader(delimiter)
  const read = reader.feed(text)
  if (isWhole) read.push(...await reader.end())
  const records = read.slice(0, SHOWN).map(({ cells }) => cells)
  const [first] = records
  if (first === undefined) throw isWhole ? new FileFault('empty') : new FileFault('long_line', 1)
  const header = options.header ?? guessHeader(first)
  const guessed = guessColumns(records, header)
  const { columns: said } = options
  const columns = said.email === null ? { ...guessed, ...chosen(said) } : said
  return { reading: { encoding, delimiter, header, columns }, records }
}

function chosen (columns: Columns): Partial<Columns> {
  return Object.fromEntries(Object.entries(columns).filter(([, place]) => place !== null))
}

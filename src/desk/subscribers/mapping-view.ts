import { parseAddress } from '../../platform/mail/address.js'
import { FIELDS, type Columns } from '../../privacy/import/columns.js'
import { ENCODINGS } from '../../privacy/import/encoding.js'
import type { Preview } from '../../privacy/import/options.js'
import { DELIMITERS } from '../../privacy/import/records.js'
import { maskAddress } from '../../subscription/help-desk.js'
import { de } from '../../texts/de.js'
import type { MappingView } from './import-pages.js'

const texts = de.import
const SHOWN = 3
const LONGEST_NAME = 40

/** The form in which somebody says how a file is read. */
export function mappingView ({ reading, records }: Preview, asks: boolean): MappingView {
  const { encoding, delimiter, header, columns } = reading
  const width = Math.max(...records.map(record => record.length))
  const names = Array.from({ length: width }, (_, place) => columnName(header ? records[0] ?? [] : [], place))
  const rows = records.slice(header ? 1 : 0)
  return {
    encodings: ENCODINGS.map(value => ({ value, name: texts.encodings[value], isChosen: value === encoding })),
    delimiters: DELIMITERS.map((value, place) =>
      ({ value: String(place), name: texts.delimiters[value], isChosen: value === delimiter })),
    header,
    fields: FIELDS.map(field => ({ field, name: texts.fields[field], columns: choices(names, columns, field) })),
    columns: names.map((name, place) => ({ name, values: firstValues(rows, place) })),
    asks
  }
}

function firstValues (rows: ReadonlyArray<readonly string[]>, place: number): string[] {
  return rows.map(cells => cells[place] ?? '').filter(cell => cell.trim() !== '').slice(0, SHOWN).map(maskCell)
}

function choices (names: readonly string[], columns: Columns, field: keyof Columns) {
  const none = { value: '', name: texts.none, isChosen: columns[field] === null }
  return [none, ...names.map((name, place) => ({ value: String(place), name, isChosen: columns[field] === place }))]
}

/** A name that is an address is none: the file then has no header. */
function columnName (header: readonly string[], place: number): string {
  const name = (header[place] ?? '').trim().slice(0, LONGEST_NAME)
  return name === '' || name.includes('@') ? texts.column(place + 1) : texts.named(place + 1, name)
}

const LONGEST_CELL = 24

/** Enough to tell a column: `m…r@b…l.example`, `Xxxx`, `00.00.0000`. */
function maskCell (cell: string): string {
  const parsed = parseAddress(cell)
  if (parsed.ok) return maskAddress(parsed.value.address)
  const masked = cell.trim().slice(0, LONGEST_CELL)
    .replace(/\p{Lu}/gu, 'X').replace(/[\p{L}\p{M}]/gu, letter => letter === 'X' ? 'X' : 'x').replace(/\p{N}/gu, '0')
  return cell.trim().length > LONGEST_CELL ? `${masked}…` : masked
}

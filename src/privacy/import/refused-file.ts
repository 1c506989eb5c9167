import { stringify } from 'csv-stringify/sync'
import type { ImportDeps } from './deps.js'
import { findRefusals, type IFindRefusalsResult } from './import.queries.js'
import type { Reading } from './options.js'
import { readRecords } from './read-file.js'

export type Refusal = Pick<IFindRefusalsResult, 'kind' | 'fault'>

export interface RefusedFileOrder {
  id: number
  reading: Reading
  /** The bytes of the file, once more. */
  bytes: AsyncIterable<Buffer>
  /** What the last column is called, and what it says. */
  reason: { title: string, of: (refusal: Refusal) => string }
}

const AT_ONCE = 5_000

/**
 * The lines of a file that are not taken over, with the same columns and the reason: UTF-8 with a
 * byte order mark, as spreadsheets want it, and with no cell that they would compute. It is made as
 * it is read: no copy of it is kept anywhere.
 */
export async function * refusedFile (
  { pool }: Pick<ImportDeps, 'pool'>, order: RefusedFileOrder
): AsyncGenerator<string> {
  const { id, reading, bytes, reason } = order
  const next = createRefusals({ pool }, id)
  const write = (rows: string[][]): string => stringify(rows, { delimiter: reading.delimiter, escape_formulas: true })
  yield '\ufeff'
  let isHeader = reading.header
  // The header is a record like the others here.
  for await (const records of readRecords({ ...reading, header: false }, bytes)) {
    const rows: string[][] = []
    for (const { line, cells } of records) {
      if (isHeader) {
        rows.push([...cells, reason.title])
        isHeader = false
        continue
      }
      const refusal = await next(line)
      if (refusal !== null) rows.push([...cells.map(withoutNul), reason.of(refusal)])
    }
    if (rows.length > 0) yield write(rows)
  }
}

/** Looks lines up that are asked for in their order. */
function createRefusals ({ pool }: Pick<ImportDeps, 'pool'>, id: number): (line: number) => Promise<Refusal | null> {
  let waiting: IFindRefusalsResult[] = []
  let [after, more] = [0, true]
  return async line => {
    if (waiting.length === 0 && more) {
      waiting = await findRefusals.run({ import: id, after, limit: AT_ONCE }, pool)
      more = waiting.length === AT_ONCE
      after = waiting.at(-1)?.line ?? after
      waiting.reverse()
    }
    return waiting.at(-1)?.line === line ? waiting.pop() ?? null : null
  }
}

const withoutNul = (cell: string): string => cell.replaceAll('\0', '\ufffd')

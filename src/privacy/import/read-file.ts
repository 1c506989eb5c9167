import type { Hmac } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import { readMovedKeys } from '../../subscription/move/moved-keys.js'
import type { ImportDeps } from './deps.js'
import { createDecoder } from './encoding.js'
import { FileFault } from './file-fault.js'
import { findTexts } from './import.queries.js'
import { judgeLine, type LineRules } from './lines.js'
import { createNumbering, type NumberedText } from './numbering.js'
import type { Reading } from './options.js'
import { createRecordReader, type FileRecord } from './records.js'
import { sealLine, stageLines, type SealedLines } from './stage-lines.js'
import { createMark } from './survey.js'

export interface ReadOrder {
  id: number
  reading: Reading
  asks: boolean
  /** The bytes of the file, in portions. */
  bytes: AsyncIterable<Buffer>
  /** Of the file that was looked at first. */
  mark: Buffer
  /** Up to here it was read before. */
  after: number
  stopping?: AbortSignal
  /** Told the line up to which the file is read. */
  onProgress?: (line: number) => void
}

/** `stopped`: the program is asked to end, or somebody has stopped the import. */
export type ReadResult = 'read' | 'stopped'

/** Some 100 ms of work for each side. */
const AT_ONCE = 5_000
/** Each takes some milliseconds. */
const BYTES_AT_ONCE = 64 * 1024

/** The records of a file, in portions, without its header. */
export async function * readRecords (
  { delimiter, encoding, header }: Reading, bytes: AsyncIterable<Buffer>
): AsyncGenerator<FileRecord[]> {
  const decode = createDecoder(encoding)
  const reader = createRecordReader(delimiter)
  let skip = header
  const withoutHeader = (records: FileRecord[]): FileRecord[] => {
    if (!skip || records.length === 0) return records
    skip = false
    return records.slice(1)
  }
  for await (const portion of bytes) {
    for (let start = 0; start < portion.length; start += BYTES_AT_ONCE) {
      yield withoutHeader(reader.feed(decode(portion.subarray(start, start + BYTES_AT_ONCE))))
    }
  }
  yield withoutHeader(reader.feed(decode()))
  yield withoutHeader(await reader.end())
}

/**
 * Reads a file line by line: each address is judged, sealed and put aside, in constant memory,
 * while nobody is added. It can be stopped at any time and goes on after the last portion that was
 * stored. Throws a FileFault if the file cannot be read, or is not the one that was looked at.
 */
export async function readFile (deps: ImportDeps, order: ReadOrder): Promise<ReadResult> {
  const { id, reading, asks, mark, stopping, onProgress = () => {} } = order
  if (reading.columns.email === null) throw new FileFault('no_column')
  const { publicDomainsOnly, clock } = deps
  const rules: LineRules = { columns: reading.columns, consent: !asks, publicDomainsOnly, now: clock.now() }
  const numbering = createNumbering(await findTexts.run({ import: id }, deps.pool) as NumberedText[])
  const sealing = { keys: deps.keys, moved: await readMovedKeys({ db: deps.pool, keys: deps.keys }) }
  const hash = createMark(deps.keys)
  const store = createStore(deps, { id, after: order.after, takeTexts: numbering.takeNew })
  let lines: SealedLines = { rows: [], refused: [] }
  for await (const records of readRecords(reading, hashed(order.bytes, hash))) {
    for (const record of records) {
      if (record.line <= order.after) continue
      const judged = judgeLine(rules, record)
      if (judged.ok) lines.rows.push(sealLine(sealing, numbering, judged))
      else lines.refused.push(judged)
      if (lines.rows.length + lines.refused.length < AT_ONCE) continue
      const goesOn = await (stopping?.aborted === true ? store.stop() : store.take(record.line, lines))
      if (!goesOn) return 'stopped'
      lines = { rows: [], refused: [] }
      onProgress(record.line)
    }
    await breathe()
  }
  if (!hash.digest().equals(mark)) throw new FileFault('changed')
  const last = Math.max(0, ...[...lines.rows, ...lines.refused].map(({ line }) => line))
  if (last > 0 && !await store.take(last, lines)) return 'stopped'
  return await store.end() ? 'read' : 'stopped'
}

async function * hashed (bytes: AsyncIterable<Buffer>, hash: Hmac): AsyncGenerator<Buffer> {
  for await (const portion of bytes) {
    hash.update(portion)
    yield portion
  }
}

interface StoreOptions { id: number, after: number, takeTexts: () => NumberedText[] }

/** Stores one portion while the next is read. */
function createStore (deps: ImportDeps, { id, after, takeTexts }: StoreOptions) {
  let before = after
  let storing: Promise<boolean> = Promise.resolve(true)
  return {
    /** False if a portion could not be stored. */
    async take (line: number, lines: SealedLines): Promise<boolean> {
      if (!await storing) return false
      const portion = { id, before, line, texts: takeTexts() }
      before = line
      storing = stageLines(deps, portion, lines)
      // It is awaited later.
      storing.catch(() => {})
      return true
    },
    /** What is being stored is stored, and then no more. */
    async stop (): Promise<boolean> {
      await storing
      return false
    },
    end: async (): Promise<boolean> => await storing
  }
}

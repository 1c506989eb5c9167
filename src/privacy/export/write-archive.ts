import { createHash } from 'node:crypto'
import type { ArchiveRecord, Counts } from './format.js'

/** Handed on together; less costs time, and more memory. */
const AT_ONCE = 64 * 1024

/**
 * Records as the lines of an archive. The last line says how many there were of each kind, and the
 * SHA-256 of all lines before it: what is cut is noticed, wherever it is cut.
 */
export async function * writeArchive (
  records: AsyncIterable<ArchiveRecord>, counts: Counts = {}
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  let lines: string[] = []
  let length = 0
  const take = (): Buffer => {
    const bytes = Buffer.from(lines.join(''))
    lines = []
    length = 0
    hash.update(bytes)
    return bytes
  }
  for await (const record of records) {
    counts[record.kind] = (counts[record.kind] ?? 0) + 1
    const line = `${JSON.stringify(record)}\n`
    lines.push(line)
    length += line.length
    if (length >= AT_ONCE) yield take()
  }
  yield take()
  const end: ArchiveRecord = { kind: 'end', records: counts, sha256: hash.digest('hex') }
  yield Buffer.from(`${JSON.stringify(end)}\n`)
}

import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { decrypt, type Opener } from './age.js'
import { ArchiveFault } from './archive-fault.js'
import { readRecord, type ArchiveRecord, type Counts, type RecordOf } from './format.js'

/** A file that can be read as often as needed. */
export interface ArchiveFile { opener: Opener, open: () => Readable }

/** What a whole archive says of itself. */
export interface ArchiveFacts {
  header: RecordOf<'archive'>
  records: Counts
  /** Of its lines: another file has another one. */
  sha256: string
}

/** A picture of the largest size takes half of it. */
const LONGEST_LINE = 64 * 1024 * 1024
const HEAD_BYTES = 200

/**
 * The records of an archive in their order, each with its line; the last one is its end. Throws an
 * ArchiveFault at the first thing that is not as it was written: a caller that has read them all
 * has read the whole archive.
 */
export async function * readArchive (
  { opener, open }: ArchiveFile
): AsyncGenerator<{ record: ArchiveRecord, line: number }> {
  const head = await readHead(open())
  const hash = createHash('sha256')
  const counts: Counts = {}
  let line = 0
  let isOver = false
  for await (const bytes of linesOf(decrypt(opener, head, open()))) {
    line++
    if (isOver) throw new ArchiveFault('garbage', line)
    const read = readRecord(bytes.toString())
    if (line === 1 && !(read.ok && read.record.kind === 'archive')) {
      throw new ArchiveFault(read.ok || read.fault !== 'newer' ? 'not_archive' : 'newer')
    }
    if (!read.ok) throw new ArchiveFault(read.fault, line)
    const { record } = read
    if (record.kind === 'archive' && line > 1) throw new ArchiveFault('garbage', line)
    if (record.kind === 'end') {
      isOver = true
      if (record.sha256 !== hash.digest('hex') || !isSame(record.records, counts)) throw new ArchiveFault('counts')
    } else {
      hash.update(bytes).update('\n')
      counts[record.kind] = (counts[record.kind] ?? 0) + 1
    }
    yield { record, line }
  }
  if (line === 0) throw new ArchiveFault('not_archive')
  if (!isOver) throw new ArchiveFault('cut')
}

function isSame (said: Counts, counted: Counts): boolean {
  const kinds = new Set([...Object.keys(said), ...Object.keys(counted)])
  return [...kinds].every(kind => said[kind] === counted[kind])
}

/** The first bytes of a file, in which it says how it is encrypted. */
export async function readHead (bytes: Readable): Promise<Buffer> {
  let head = Buffer.alloc(0)
  for await (const portion of bytes as AsyncIterable<Buffer>) {
    head = Buffer.concat([head, portion])
    if (head.length >= HEAD_BYTES) break
  }
  return head.subarray(0, HEAD_BYTES)
}

const LF = 0x0a

/** Lines without their end. What stands after the last one is a line, too: one that was cut. */
async function * linesOf (bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = []
  let length = 0
  for await (const portion of bytes) {
    const chunk = Buffer.from(portion.buffer, portion.byteOffset, portion.byteLength)
    let start = 0
    for (let at = chunk.indexOf(LF); at !== -1; at = chunk.indexOf(LF, start)) {
      parts.push(chunk.subarray(start, at))
      yield Buffer.concat(parts)
      parts = []
      length = 0
      start = at + 1
    }
    if (start === chunk.length) continue
    parts.push(chunk.subarray(start))
    length += chunk.length - start
    if (length > LONGEST_LINE) throw new ArchiveFault('garbage')
  }
  if (length > 0) throw new ArchiveFault('cut')
}

import { MOST_BYTES } from './arrived.js'

/** One mail of a file: its first bytes, and how large it is. */
export interface FiledMail { raw: Buffer, size: number }

const LF = 0x0a
const SEPARATOR = Buffer.from('From ')
const QUOTED = /^>+From /

/**
 * The mails of a file: one, or those of an mbox (RFC 4155), which begins with a line `From `. The
 * file may be of any size: no more of a mail is kept than is read.
 */
export async function * readMails (chunks: AsyncIterable<Buffer>): AsyncGenerator<FiledMail> {
  let isMbox: boolean | null = null
  let mail = createMail()
  for await (const line of lines(chunks)) {
    const begins = line.subarray(0, SEPARATOR.length).equals(SEPARATOR)
    isMbox ??= begins
    if (!isMbox) {
      mail.add(line)
    } else if (begins) {
      if (mail.size() > 0) yield mail.end()
      mail = createMail()
    } else {
      mail.add(unquote(line))
    }
  }
  if (mail.size() > 0) yield mail.end()
}

/** In an mbox, a line that began with `From ` begins with one `>` more. */
function unquote (line: Buffer): Buffer {
  return line[0] === 0x3e && QUOTED.test(line.toString('latin1', 0, 200)) ? line.subarray(1) : line
}

interface GrowingMail { add: (line: Buffer) => void, size: () => number, end: () => FiledMail }

function createMail (): GrowingMail {
  const kept: Buffer[] = []
  let size = 0
  return {
    add (line) {
      if (size < MOST_BYTES) kept.push(line)
      size += line.length
    },
    size: () => size,
    end: () => ({ raw: Buffer.concat(kept).subarray(0, MOST_BYTES), size })
  }
}

/** Lines with their ends. A line longer than is read of a mail comes in pieces. */
async function * lines (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    let bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    for (let end = bytes.indexOf(LF); end !== -1; end = bytes.indexOf(LF)) {
      yield bytes.subarray(0, end + 1)
      bytes = bytes.subarray(end + 1)
    }
    if (bytes.length > MOST_BYTES) {
      yield bytes
      bytes = Buffer.alloc(0)
    }
    rest = bytes
  }
  if (rest.length > 0) yield rest
}

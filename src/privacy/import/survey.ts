import { isAscii, isUtf8 } from 'node:buffer'
import { createHmac, type Hmac } from 'node:crypto'
import type { Keyring } from '../../platform/crypto/keyring.js'
import type { Found } from './encoding.js'

/** What a first look at all bytes of a file has found. */
export interface Survey extends Found {
  bytes: number
  /** Line feeds or carriage returns: about as many lines as there are. */
  lines: number
  /** A keyed hash of all bytes. */
  mark: Buffer
  /** The first bytes, to guess delimiter and columns from. */
  head: Buffer
}

export const HEAD_BYTES = 64 * 1024
const [LF, CR] = [0x0a, 0x0d]

/** Looks at the bytes of a file as they come, in constant memory. */
export function createSurvey (keys: Keyring): { feed: (bytes: Buffer) => void, end: () => Survey } {
  const mark = createMark(keys)
  const head: Buffer[] = []
  const utf8 = createUtf8Check()
  let [bytes, lineFeeds, returns, headBytes, hasNul, onlyAscii] = [0, 0, 0, 0, false, true]

  return {
    feed (chunk) {
      mark.update(chunk)
      bytes += chunk.length
      if (headBytes < HEAD_BYTES) {
        const part = chunk.subarray(0, HEAD_BYTES - headBytes)
        head.push(Buffer.from(part))
        headBytes += part.length
      }
      utf8.feed(chunk, Math.max(lineFeeds, returns))
      lineFeeds += count(chunk, LF)
      returns += count(chunk, CR)
      hasNul ||= chunk.includes(0)
      onlyAscii &&= isAscii(chunk)
    },
    end () {
      const first = Buffer.concat(head)
      const lines = Math.max(lineFeeds, returns)
      return { bytes, lines, mark: mark.digest(), head: first, hasNul, isAscii: onlyAscii, notUtf8: utf8.end() }
    }
  }
}

/** The mark of a file: it tells two files apart, and nothing without the key. */
export function createMark (keys: Keyring): Hmac {
  return createHmac('sha256', keys.require('import', keys.primary))
}

function count (chunk: Buffer, byte: number): number {
  let found = 0
  for (let at = chunk.indexOf(byte); at !== -1; at = chunk.indexOf(byte, at + 1)) found++
  return found
}

/** Whether bytes that come in portions are UTF-8, and if not, in which line that is seen. */
function createUtf8Check () {
  let rest: Buffer = Buffer.alloc(0)
  let fault: number | null = null
  return {
    feed (chunk: Buffer, linesBefore: number): void {
      if (fault !== null) return
      const whole = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      const end = wholeCharacters(whole)
      if (!isUtf8(whole.subarray(0, end))) fault = linesBefore + 1 + firstFault(whole)
      rest = Buffer.from(whole.subarray(end))
    },
    end: (): number | null => fault ?? (rest.length > 0 ? 1 : null)
  }
}

/** How many bytes are left when a character at the end that is not whole is left out. */
function wholeCharacters (bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number
    if (byte < 0x80) return bytes.length
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    if (length > back) return bytes.length - back
    if (length > 1) return bytes.length
  }
  return bytes.length
}

/** How many lines of a portion that is not UTF-8 come before the first fault. */
function firstFault (bytes: Buffer): number {
  let [valid, invalid] = [0, bytes.length]
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1
    if (isUtf8(bytes.subarray(0, wholeCharacters(bytes.subarray(0, middle))))) valid = middle
    else invalid = middle
  }
  const before = bytes.subarray(0, valid)
  return Math.max(count(before, LF), count(before, CR))
}

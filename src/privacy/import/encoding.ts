import { FileFault } from './file-fault.js'

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type Encoding = typeof ENCODINGS[number]

/** What the bytes of a file say about its encoding. */
export interface Found {
  head: Buffer
  hasNul: boolean
  isAscii: boolean
  /** The line in which something stands that is not UTF-8; null if all of it is. */
  notUtf8: number | null
}

const MARKS: ReadonlyArray<[Encoding, Buffer]> = [
  ['utf-8', Buffer.of(0xef, 0xbb, 0xbf)], ['utf-16le', Buffer.of(0xff, 0xfe)], ['utf-16be', Buffer.of(0xfe, 0xff)]
]

/** How .xlsx and .ods begin, which are ZIP archives, and .xls. No text does. */
const WORKBOOKS: readonly Buffer[] = [Buffer.from('PK\x03\x04'), Buffer.from('d0cf11e0a1b11ae1', 'hex')]

/**
 * The encoding of a file: as its byte order mark says, or as it was said, if the bytes agree;
 * otherwise UTF-8 if they can be that, and Windows-1252 if not. Throws a FileFault if what is said
 * cannot be true: names would be spoilt without anybody noticing.
 */
export function findEncoding (found: Found, said: Encoding | null): Encoding {
  const startsWith = (mark: Buffer): boolean => found.head.subarray(0, mark.length).equals(mark)
  if (WORKBOOKS.some(startsWith)) throw new FileFault('workbook')
  const marked = MARKS.find(([, mark]) => startsWith(mark))?.[0]
  if (marked !== undefined && said !== null && said !== marked) throw new FileFault('other_mark')
  const encoding = marked ?? said ?? guess(found)
  if (encoding.startsWith('utf-16')) return encoding
  if (found.hasNul) throw new FileFault('nul')
  if (encoding === 'utf-8' && found.notUtf8 !== null) throw new FileFault('not_utf8', found.notUtf8)
  if (encoding === 'windows-1252' && found.notUtf8 === null && !found.isAscii) throw new FileFault('is_utf8')
  return encoding
}

function guess ({ head, hasNul, notUtf8 }: Found): Encoding {
  if (hasNul) {
    // A letter of our alphabet has a zero as its other byte.
    const [even, odd] = [0, 1].map(from => head.filter((byte, index) => index % 2 === from && byte === 0).length)
    const pairs = head.length / 2
    if ((odd as number) > pairs / 2 && even === 0) return 'utf-16le'
    if ((even as number) > pairs / 2 && odd === 0) return 'utf-16be'
  }
  return notUtf8 === null ? 'utf-8' : 'windows-1252'
}

/** Decodes bytes that come in portions, without the byte order mark. The last call has none. */
export function createDecoder (encoding: Encoding): (bytes?: Buffer) => string {
  if (encoding === 'windows-1252') return bytes => bytes === undefined ? '' : decodeWindows(bytes)
  const decoder = new TextDecoder(encoding)
  return bytes => bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true })
}

/** What differs from Latin-1, from 0x80 to 0x9f (Encoding Standard, index windows-1252). */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

// TextDecoder reads it as Latin-1 in some versions of Node.
function decodeWindows (bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\x80-\x9f]/g, character => WINDOWS.charAt(character.charCodeAt(0) - 0x80))
}

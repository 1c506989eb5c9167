import PostalMime, { decodeWords, type Attachment, type Email } from 'postal-mime'
import { htmlText } from './html-text.js'
import { fieldOf, linesOf, readFields, toFields, type Fields } from './fields.js'

/** A part of a mail that is not its text, such as a returned message. */
export interface Part {
  /** In lower case, without parameters. */
  type: string
  text: string
}

/** A mail as far as a report is read from it. */
export interface Mail {
  fields: Fields
  subject: string
  /** What its text parts say, without the messages that it carries. */
  text: string
  /** Whether the text still holds the parts, because they could not be told apart. */
  hasParts: boolean
  parts: readonly Part[]
}

/**
 * A message that is carried along stays a part as it is: its text is not the text of the mail, and
 * reading it takes no recursion.
 */
const OPTIONS = { forceRfc822Attachments: true, maxNestingDepth: 100, maxHeadersSize: 262_144 } as const
const MOST_PARTS = 200
/** The parser works line by line, and boundaries cost it most: no report has as many of either. */
const MOST_LINES = 8_000
const MOST_BOUNDARIES = 500
/** It reads addresses and parameters in a time that grows with the square of their length. */
const MOST_HEADER_LINES = 1_000
const LONGEST_FIELD = 4_096
const LONGEST_HEADER = 65_536
/** In characters; a report that says more says it at the beginning. */
const LONGEST_TEXT = 65_536
const READ_AS_TEXT = /^(?:text|message)\/|^application\/octet-stream$/

/** Reads a mail by its MIME structure; by its lines, if that is nested or broken beyond reading or
 * leads to nothing. */
export async function readMail (raw: Uint8Array): Promise<Mail> {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  const read = bytes.subarray(0, places(bytes, '\n', MOST_LINES).at(MOST_LINES - 1))
  if (places(read, '\n--', MOST_BOUNDARIES).length === MOST_BOUNDARIES) return readByLines(read)
  try {
    const mail = toMail(await PostalMime.parse(withShortHeader(withFolds(read)), OPTIONS))
    return mail.text === '' && mail.parts.length === 0 ? readByLines(read) : mail
  } catch {
    return readByLines(read)
  }
}

const UNFOLDED = /(\ncontent-type:[^\n]*;[ \t]*\r?\n)(?=boundary=)/gi

/** Some programs begin the line of a boundary without the space that RFC 5322, 2.2.3 asks for. */
function withFolds (bytes: Buffer): Buffer {
  const text = bytes.toString('latin1')
  const folded = text.replace(UNFOLDED, '$1 ')
  return folded === text ? bytes : Buffer.from(folded, 'latin1')
}

/** The header with its fields cut, and what follows it as it is. */
function withShortHeader (bytes: Buffer): Buffer {
  const end = endOfHeader(bytes)
  const fields: string[] = []
  for (const line of bytes.toString('latin1', 0, end).split('\n', MOST_HEADER_LINES)) {
    if (/^[ \t]/.test(line) && fields.length > 0) fields.push(`${fields.pop() ?? ''}\n${line}`.slice(0, LONGEST_FIELD))
    else fields.push(line.slice(0, LONGEST_FIELD))
  }
  return Buffer.concat([Buffer.from(fields.join('\n').slice(0, LONGEST_HEADER), 'latin1'), bytes.subarray(end)])
}

/** Where the first empty line begins, with the end of the line before it. */
function endOfHeader (bytes: Buffer): number {
  const ends = ['\n\n', '\n\r\n'].map(end => bytes.indexOf(end)).filter(at => at >= 0)
  return ends.length === 0 ? bytes.length : Math.min(...ends)
}

function toMail ({ headers, subject = '', text, html = '', attachments }: Email): Mail {
  return {
    fields: toFields(headers.map(({ key, value }) => [key, value])),
    subject,
    text: (text ?? htmlText(html)).slice(0, LONGEST_TEXT),
    hasParts: false,
    parts: attachments.slice(0, MOST_PARTS).map(toPart)
  }
}

function toPart ({ mimeType, content }: Attachment): Part {
  const type = mimeType.toLowerCase()
  if (typeof content === 'string' || !READ_AS_TEXT.test(type)) return { type, text: '' }
  return { type, text: decode(content instanceof Uint8Array ? content : new Uint8Array(content)) }
}

/** Where a text stands in the bytes, up to a number of times. */
function places (bytes: Buffer, text: string, most: number): number[] {
  const found: number[] = []
  let at = bytes.indexOf(text)
  while (at >= 0 && found.length < most) {
    found.push(at)
    at = bytes.indexOf(text, at + text.length)
  }
  return found
}

/** The header ends at the first empty line; all that follows is text. */
function readByLines (raw: Uint8Array): Mail {
  const lines = linesOf(decode(raw))
  const end = lines.indexOf('')
  const fields = readFields(end < 0 ? lines : lines.slice(0, end))
  return {
    fields,
    subject: decodeWords(fieldOf(fields, 'subject') ?? ''),
    text: end < 0 ? '' : lines.slice(end + 1).join('\n').slice(0, LONGEST_TEXT),
    hasParts: true,
    parts: []
  }
}

/** UTF-8; what is not, is read as Latin-1, in which every byte is a character. */
function decode (bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  }
}

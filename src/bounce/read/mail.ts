import PostalMime, { decodeWords, type Attachment, type Email } from 'postal-mime'
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
  parts: readonly Part[]
}

/**
 * A message that is carried along stays a part as it is: its text is not the text of the mail, and
 * reading it takes no recursion.
 */
const OPTIONS = { forceRfc822Attachments: true, maxNestingDepth: 100, maxHeadersSize: 262_144 } as const
const MOST_PARTS = 200
const READ_AS_TEXT = /^(?:text|message)\/|^application\/octet-stream$/

/** Reads a mail by its MIME structure; by its lines, if that is nested or broken beyond reading. */
export async function readMail (raw: Uint8Array): Promise<Mail> {
  try {
    return toMail(await PostalMime.parse(raw, OPTIONS))
  } catch {
    return readByLines(raw)
  }
}

function toMail ({ headers, subject = '', text = '', attachments }: Email): Mail {
  return {
    fields: toFields(headers.map(({ key, value }) => [key, value])),
    subject,
    text,
    parts: attachments.slice(0, MOST_PARTS).map(toPart)
  }
}

function toPart ({ mimeType, content }: Attachment): Part {
  const type = mimeType.toLowerCase()
  if (typeof content === 'string' || !READ_AS_TEXT.test(type)) return { type, text: '' }
  return { type, text: decode(content instanceof Uint8Array ? content : new Uint8Array(content)) }
}

/** The header ends at the first empty line; all that follows is text. */
function readByLines (raw: Uint8Array): Mail {
  const lines = linesOf(decode(raw))
  const end = lines.indexOf('')
  const fields = readFields(end < 0 ? lines : lines.slice(0, end))
  return {
    fields,
    subject: decodeWords(fieldOf(fields, 'subject') ?? ''),
    text: end < 0 ? '' : lines.slice(end + 1).join('\n'),
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

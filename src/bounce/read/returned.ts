import { fieldOf, linesOf, readFields, valuesOf, type Fields } from './fields.js'
import type { Part } from './mail.js'
import type { ReturnedMail } from './report.js'

const RETURNED = /^(?:message\/(?:rfc822|global|rfc822-headers|global-headers|partial)|text\/rfc822(?:-headers)?)$/
const SENDERS = ['return-path', 'x-envelope-from', 'envelope-from', 'x-return-path', 'errors-to']
const MOST = 100
const LINK = /https?:\/\/[^\s<>"']{10,2000}/gi
const MAILTO = /mailto:[^\s<>"']{3,2000}/gi
/** Bounded (RFC 5321, 4.5.3.1): without, a long text would take the square of its length. */
const ADDRESS = /[^\s<>,;:"']{1,64}@[^\s<>,;:"']{1,255}/
const LONGEST_FIELD = 4_096
/** Long enough for a token of ours. */
const LONG_WORD = /[\w-]{40,}/

/** The messages and headers that a mail carries, and the tail of its text, as texts. */
export function returnedTexts (parts: readonly Part[], tail: string): string[] {
  return [...parts.filter(({ type }) => RETURNED.test(type)).map(({ text }) => text), tail].filter(text => text !== '')
}

/** Reads what the returned message says of itself. */
export function readReturned (texts: readonly string[], envelopeId: string | null): ReturnedMail {
  const headers = texts.map(headerOf)
  const messageIds = headers.flatMap(fields => valuesOf(fields, ['message-id', 'resent-message-id']))
  const senders = headers.flatMap(fields => valuesOf(fields, SENDERS))
  return {
    messageIds: first([...messageIds, ...envelopeId === null ? [] : [fromXtext(envelopeId)]].map(id => id.trim())),
    senders: first(senders.map(bare)),
    links: first(texts.flatMap(findLinks))
  }
}

/** To whom the returned message was sent, if it names one. */
export function sentTo (texts: readonly string[]): string | null {
  for (const text of texts) {
    const found = ADDRESS.exec((fieldOf(headerOf(text), 'to') ?? '').slice(0, LONGEST_FIELD))?.[0]
    if (found !== undefined) return found
  }
  return null
}

/** The header stands at the beginning, or after a line that announces it. */
function headerOf (text: string): Fields {
  const lines = linesOf(text.slice(0, 65_536)).map(line => line.replace(/^> ?/, ''))
  const start = lines.findIndex(line => /^[A-Za-z][\w-]*:\s/.test(line))
  if (start < 0) return new Map()
  const end = lines.indexOf('', start)
  return readFields(lines.slice(start, end < 0 ? lines.length : end))
}

function findLinks (text: string): string[] {
  const plain = unfold(text)
  const found = [...plain.matchAll(LINK), ...plain.matchAll(MAILTO)].map(([link]) => link)
  return found.filter(link => LONG_WORD.test(link))
}

/** Header fields are folded, and the lines of quoted-printable text end in `=` (RFC 2045, 6.7). */
function unfold (text: string): string {
  return text.replace(/=\r?\n/g, '').replace(/=3D/gi, '=').replace(/\r?\n[ \t]+(?=<?(?:https?|mailto):)/gi, ' ')
}

/** RFC 3461, 4. */
function fromXtext (text: string): string {
  return text.replace(/\+([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
}

function bare (address: string): string {
  return address.replace(/^.*<|>.*$/g, '').trim()
}

function first (values: readonly string[]): string[] {
  return [...new Set(values)].filter(value => value !== '').slice(0, MOST)
}

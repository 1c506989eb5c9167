import { decodeWords } from 'postal-mime'
import {
  MARKS_DIRECTION, TURNS_DIRECTION, UNSAFE_IN_LINE, UNSAFE_IN_TEXT
} from '../../platform/mail/unsafe-characters.js'
import { fieldOf, type Fields } from './fields.js'
import { readMail } from './mail.js'

/** Longer ones are cut, in characters. */
const LONGEST_LINE = 500
const LONGEST_TEXT = 20_000

/** A mail as a person reads it: words alone. Nothing in it is proven. */
export interface ShownMail {
  /** Fields as the mail writes them; empty if they are missing. */
  from: string
  to: string
  date: string
  subject: string
  text: string
  /** Whether there is more text than is shown. */
  isCut: boolean
  /** Of parts that are not text, such as pictures and returned messages. */
  attachments: number
}

/** Reads a mail for somebody to look at. Never throws. */
export async function readShownMail (raw: Uint8Array): Promise<ShownMail> {
  const { fields, subject, text, parts } = await readMail(raw)
  const lines = text.replace(/\r\n?/g, '\n').replace(everyOf(UNSAFE_IN_TEXT), '').replace(everyOf(TURNS_DIRECTION), '')
  return {
    from: oneLine(fields, 'from'),
    to: oneLine(fields, 'to'),
    date: oneLine(fields, 'date'),
    subject: inOneLine(subject),
    text: lines.slice(0, LONGEST_TEXT).trim(),
    isCut: lines.trimEnd().length > LONGEST_TEXT,
    attachments: parts.length
  }
}

function oneLine (fields: Fields, name: string): string {
  return inOneLine(decodeWords((fieldOf(fields, name) ?? '').slice(0, 8_192)))
}

/** Without what could pass for another address than the one that is written there. */
export function inOneLine (text: string): string {
  return text.replace(/\s+/g, ' ').replace(everyOf(UNSAFE_IN_LINE), '').replace(everyOf(MARKS_DIRECTION), '')
    .slice(0, LONGEST_LINE).trim()
}

function everyOf ({ source, flags }: RegExp): RegExp {
  return new RegExp(source, `${flags}g`)
}

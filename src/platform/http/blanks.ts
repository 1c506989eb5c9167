import { escapeHtml } from '../text/escape-html.js'

/** Characters for private use (Unicode, 23.5): no text of ours holds them. */
const [BEGIN, END] = ['\ue000', '\ue001']
const BLANK = new RegExp(`${BEGIN}(\\w+)${END}`)

/** What a template is filled with where a text shall be put in later. */
export function blank (name: string): string {
  return BEGIN + name + END
}

/**
 * Splits a rendered page at its blanks. The function that is returned puts texts in, escaped for
 * HTML. A text that looks like a blank stays a text.
 */
export function splitAtBlanks (html: string): (texts: Readonly<Record<string, unknown>>) => string {
  // Every other piece is the name of a blank.
  const pieces = html.split(BLANK)
  return texts => pieces.map((piece, index) => index % 2 === 0 ? piece : escapeHtml(String(texts[piece]))).join('')
}

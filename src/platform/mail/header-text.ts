import { UNSAFE_IN_HEADER } from './unsafe-characters.js'

/**
 * Printable ASCII in words that fit on a line, with nothing that a mail reader would decode (RFC
 * 2047).
 */
const LITERAL = /^(?!.*=\?)(?!.*[^ ]{64})[ -~]*$/

/**
 * Encoded characters in one word: with the 12 around them, it fits on a line of 76 after any field
 * name.
 */
const WORD_LENGTH = 52

/**
 * The longest quoted string that fits after `Reply-To:`, so that no line must be folded inside it.
 */
const QUOTED_LENGTH = 64

/**
 * Text of an unstructured header field such as Subject, so that a reader sees exactly what was
 * typed: unchanged if it is plain ASCII, otherwise all of it in encoded words.
 */
export function headerText (text: string): string {
  return LITERAL.test(text) && !/^ | $| {2}/.test(text) ? text : encodedWords(text)
}

/**
 * A name before an address or a list's id (RFC 5322, `phrase`), white space collapsed: a quoted
 * string, or encoded words for all of it if it is not ASCII, looks encoded or needs more than a
 * line. Encoding only some words would leave commas in the others unquoted. Throws on control
 * characters.
 */
export function phrase (name: string): string {
  if (UNSAFE_IN_HEADER.test(name)) throw new Error('a name in a header holds a control character')
  const text = name.replace(/\s+/g, ' ').trim()
  if (text === '') return ''
  const quoted = `"${text.replace(/["\\]/g, '\\$&')}"`
  return LITERAL.test(text) && quoted.length <= QUOTED_LENGTH ? quoted : encodedWords(text)
}

/** Q-encoded words (RFC 2047, 4.2 and 5(3)), cut between code points. */
function encodedWords (text: string): string {
  const words = ['']
  for (const character of text) {
    const encoded = encodeCharacter(character)
    if ((words.at(-1) as string).length + encoded.length > WORD_LENGTH) words.push('')
    words[words.length - 1] += encoded
  }
  return words.map(word => `=?UTF-8?Q?${word}?=`).join(' ')
}

function encodeCharacter (character: string): string {
  if (character === ' ') return '_'
  if (/^[A-Za-z0-9!*+/-]$/.test(character)) return character
  return [...Buffer.from(character)].map(byte => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
}

import type { FastifyInstance } from 'fastify'

/** The fields of a posted form: a field that was sent more than once holds all its values. */
type Form = Record<string, string | string[]>

const utf8 = new TextDecoder('utf-8', { fatal: true })
const windows1252 = new TextDecoder('windows-1252')

/**
 * Reads `application/x-www-form-urlencoded`. Values are UTF-8; one that is not is read as
 * Windows-1252, which is what older websites send for Latin-1 (Encoding Standard, 4.2): `m%FCller`
 * is "müller" either way.
 */
function parseForm (body: Buffer): Form {
  const form: Form = Object.create(null)
  for (const pair of body.toString('latin1').split('&')) {
    if (pair === '') continue
    const [name, value] = [
      pair.split('=', 1)[0] as string, pair.slice(pair.indexOf('=') + 1 || pair.length)
    ].map(decode) as [string, string]
    const earlier = form[name]
    // Copying the values before each one would take minutes for a form of one name.
    if (Array.isArray(earlier)) earlier.push(value)
    else form[name] = earlier === undefined ? value : [earlier, value]
  }
  return form
}

/** Has a plugin read forms, and nothing else. */
export function readForms (app: FastifyInstance): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'buffer' }, async (
    _: unknown,
    body: Buffer
  ) => parseForm(body))
}

/**
 * `text` holds one byte per character. A % that no two hexadecimal digits follow is an ordinary
 * character.
 */
function decode (text: string): string {
  const bytes = Buffer.from(text.replaceAll('+', ' ').replace(/%([\da-f]{2})/gi, (
    _,
    hex: string
  ) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1')
  try {
    return utf8.decode(bytes)
  } catch {
    return windows1252.decode(bytes)
  }
}

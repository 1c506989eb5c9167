import { TOKEN_PLACEHOLDER } from './token-placeholder.js'

const LINE_LENGTH = 76

/**
 * Encodes text as quoted-printable (RFC 2045, 6.7): lines of at most 76 characters, ended by CRLF.
 * Three promises beyond the RFC let a mail be signed and sent unchanged:
 * - The token placeholder stays in one piece.
 * - No line begins with a dot, so SMTP has nothing to escape (RFC 5321, 4.5.2).
 * - White space neither repeats nor ends a line, so the result is its own relaxed canonical form
 *   (RFC 6376, 3.4.4).
 */
export function encodeQuotedPrintable (text: string): string {
  return text.split(/\r\n|\r|\n/).map(encodeLine).join('\r\n')
}

function encodeLine (line: string): string {
  const units = line.split(TOKEN_PLACEHOLDER)
    .flatMap((part, index) => [...(index === 0 ? [] : [TOKEN_PLACEHOLDER]), ...part])
  const lines = ['']
  units.forEach((unit, index) => {
    let encoded = encodeUnit(unit, units[index - 1], index === units.length - 1)
    // Keep one column for the "=" of a soft line break.
    if ((lines.at(-1) as string).length + encoded.length > LINE_LENGTH - 1) {
      lines.push('')
      if (unit === ' ') encoded = '=20'
    }
    if (lines.at(-1) === '' && encoded === '.') encoded = '=2E'
    lines[lines.length - 1] += encoded
  })
  return lines.join('=\r\n')
}

function encodeUnit (unit: string, before: string | undefined, last: boolean): string {
  if (unit === TOKEN_PLACEHOLDER) return unit
  if (unit === ' ') return last || before === ' ' || before === undefined ? '=20' : ' '
  if (/^[!-<>-~]$/.test(unit)) return unit
  return [...Buffer.from(unit)].map(byte => '=' + byte.toString(16).toUpperCase().padStart(2, '0')).join('')
}

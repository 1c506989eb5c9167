import { formatField, type CompiledMail } from './compile.js'
import { signMail } from './dkim.js'
import type { DkimKey } from './dkim-key.js'

/** What differs from reader to reader. */
export interface Stamp {
  /** Address of the reader, as it stands in `To`. */
  to: string
  /** Without angle brackets. The same whenever the same mail is sent to the same reader again. */
  messageId: string
  /** The reader's own link token. */
  token: string
}

/**
 * One reader's copy as it goes over the wire: lines end in CRLF, the last one too, and none begins
 * with a dot, so SMTP has nothing to escape. All copies share their long pieces: read, never write.
 * The size is in bytes.
 */
export interface StampedMail { pieces: readonly Buffer[], size: number }

/** Makes one reader's copy of a mail, signed with each key. */
export async function stampMail (mail: CompiledMail, { to, messageId, token }: Stamp, keys: readonly DkimKey[]): Promise<StampedMail> {
  const tokenBytes = Buffer.from(token)
  const own = { to: `<${to}>`, messageId: `<${messageId}>`, token }
  const signatures = keys.length === 0 ? '' : await signMail(mail.signedFields, { ...own, bodyHash: hashBody(mail, tokenBytes) }, keys)
  const header = Buffer.from(`${signatures}${mail.header.join(token)}${formatField('To', own.to)}\r\n${formatField('Message-ID', own.messageId)}\r\n\r\n`)
  const pieces: Buffer[] = [header]
  mail.body.forEach((piece, index) => index === 0 ? pieces.push(piece) : pieces.push(tokenBytes, piece))
  return { pieces, size: pieces.reduce((sum, { length }) => sum + length, 0) }
}

function hashBody ({ body, bodyHash }: CompiledMail, token: Buffer): string {
  const hash = bodyHash.copy()
  for (let piece = 1; piece < body.length; piece++) hash.update(token).update(body[piece] as Buffer)
  return hash.digest('base64')
}

import { formatField, type CompiledMail } from './compile.js'
import { signMail } from './dkim.js'
import type { DkimKey } from './dkim-key.js'

/** What differs from recipient to recipient. */
export interface Stamp {
  /** The address in `To`. */
  to: string
  /** Without angle brackets. The same if the same mail is sent to the same recipient again. */
  messageId: string
  /** The recipient's own link token. */
  token: string
}

/**
 * One recipient's copy as it is sent: all lines end in CRLF, and none begins with a dot, so SMTP
 * has nothing to escape. All copies share their long pieces: never change them. The size is in
 * bytes.
 */
export interface StampedMail { pieces: readonly Buffer[], size: number }

/** Makes one recipient's copy of a mail, signed with each key. */
export async function stampMail (mail: CompiledMail, stamp: Stamp, keys: readonly DkimKey[]): Promise<StampedMail> {
  const { token } = stamp
  const tokenBytes = Buffer.from(token)
  const own = { to: `<${stamp.to}>`, messageId: `<${stamp.messageId}>`, token }
  const signatures = keys.length === 0
    ? ''
    : await signMail(mail.signedFields, { ...own, bodyHash: hashBody(mail, tokenBytes) }, keys)
  const ownFields = `${formatField('To', own.to)}\r\n${formatField('Message-ID', own.messageId)}\r\n`
  const pieces: Buffer[] = [Buffer.from(`${signatures}${mail.header.join(token)}${ownFields}\r\n`)]
  mail.body.forEach((piece, index) => index === 0 ? pieces.push(piece) : pieces.push(tokenBytes, piece))
  return { pieces, size: pieces.reduce((sum, { length }) => sum + length, 0) }
}

function hashBody ({ body, bodyHash }: CompiledMail, token: Buffer): string {
  const hash = bodyHash.copy()
  for (let piece = 1; piece < body.length; piece++) hash.update(token).update(body[piece] as Buffer)
  return hash.digest('base64')
}

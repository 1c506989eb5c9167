import { formatField, type CompiledMail } from './compile.js'
import { signMail } from './dkim.js'
import type { DkimKey } from './dkim-key.js'
import { TOKEN_SLOT } from './slot.js'

/** What differs from reader to reader. */
export interface Stamp {
  /** Address of the reader, as it stands in `To`. */
  to: string
  /** Without angle brackets. The same whenever the same mail is sent to the same reader again. */
  messageId: string
  /** The reader's own link token. */
  token: string
}

/** Makes one reader's copy of a mail, signed if there is a key: the bytes to hand to the relay. */
export async function stampMail (mail: CompiledMail, { to, messageId, token }: Stamp, key: DkimKey | null): Promise<Buffer> {
  const fields = [
    ...mail.fields.map(([name, value]) => [name, value.replaceAll(TOKEN_SLOT, token)] as const),
    ['To', `<${to}>`] as const,
    ['Message-ID', `<${messageId}>`] as const
  ]
  const tokenBytes = Buffer.from(token)
  const signature = key === null ? [] : [await signMail(mail, fields, tokenBytes, key)]
  const header = [...signature, ...fields.map(([name, value]) => formatField(name, value)), '', ''].join('\r\n')
  const pieces = mail.body.flatMap((piece, index) => index === 0 ? [piece] : [tokenBytes, piece])
  return Buffer.concat([Buffer.from(header), ...pieces])
}

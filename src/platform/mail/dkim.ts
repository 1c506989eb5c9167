import { createHash, sign, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import type { DkimKey } from './dkim-key.js'
import { TOKEN_PLACEHOLDER } from './token-placeholder.js'

type Sign = (algorithm: string | null, data: Buffer, key: KeyObject) => Promise<Buffer>
const signAsync = promisify(sign) as unknown as Sign

/**
 * Signed if present, followed by `To` and `Message-ID`. RFC 8058, 4 asks for both List-Unsubscribe
 * fields; RFC 6376, 5.4.1 recommends the rest.
 */
const SIGNED = ['From', 'Reply-To', 'Subject', 'Date', 'MIME-Version', 'Content-Type', 'Auto-Submitted',
  'List-Id', 'List-Unsubscribe', 'List-Unsubscribe-Post', 'Feedback-ID']

/** The header fields that all copies of a mail share, prepared for the signatures. */
export interface SignedFields {
  /** Value of the tag `h=`, folded. */
  names: string
  /** The fields in canonical form, split at each token placeholder. */
  canonical: readonly string[]
}

/** Prepares the shared fields once, so that a copy only joins strings. */
export function prepareFields (fields: ReadonlyArray<readonly [name: string, value: string]>): SignedFields {
  const values = new Map(fields)
  const signed = SIGNED.filter(name => values.has(name))
  return {
    // Each is named once more than it occurs: a field that is added breaks the signature (RFC 6376,
    // 5.4).
    names: [...signed, 'To', 'Message-ID', ...SIGNED, 'To', 'Message-ID'].join(':\r\n  ').toLowerCase(),
    canonical: signed.map(name => `${canonicalField(name, values.get(name) ?? '')}\r\n`)
      .join('').split(TOKEN_PLACEHOLDER)
  }
}

/**
 * What differs from copy to copy: values of header fields, and the SHA-256 of the body in base64.
 */
export interface RecipientFields { to: string, messageId: string, token: string, bodyHash: string }

/**
 * Signs one recipient's copy (RFC 6376, relaxed/relaxed) with each key, RSA before Ed25519 (RFC
 * 8463), and returns the DKIM-Signature fields, folded, each with its CRLF. The body is hashed as
 * it is: `compileMail` wrote it in canonical form.
 */
export async function signMail (
  { names, canonical }: SignedFields, { to, messageId, token, bodyHash }: RecipientFields, keys: readonly DkimKey[]
): Promise<string> {
  const header = `${canonical.join(token)}${canonicalField('To', to)}\r\n${canonicalField('Message-ID', messageId)}\r\n`
  const fields = await Promise.all([...keys].sort(rsaFirst).map(async ({ domain, selector, privateKey }) => {
    const algorithm = privateKey.asymmetricKeyType === 'rsa' ? 'rsa-sha256' : 'ed25519-sha256'
    const unsigned = `v=1; a=${algorithm}; c=relaxed/relaxed; d=${domain}; s=${selector};\r\n` +
      ` h=${names};\r\n bh=${bodyHash};\r\n b=`
    const data = Buffer.from(`${header}${canonicalField('DKIM-Signature', unsigned)}`)
    const signature = algorithm === 'rsa-sha256'
      ? await signAsync('sha256', data, privateKey)
      : await signAsync(null, createHash('sha256').update(data).digest(), privateKey)
    return `DKIM-Signature: ${unsigned}${fold(signature.toString('base64'))}\r\n`
  }))
  return fields.join('')
}

function rsaFirst (one: DkimKey, other: DkimKey): number {
  return Number(one.privateKey.asymmetricKeyType !== 'rsa') - Number(other.privateKey.asymmetricKeyType !== 'rsa')
}

/**
 * RFC 6376, 3.4.2: lower-case name, lines unfolded, runs of white space reduced to one space,
 * trimmed.
 */
function canonicalField (name: string, value: string): string {
  return `${name.toLowerCase()}:${value.replace(/\r\n/g, '').replace(/[ \t]+/g, ' ').trim()}`
}

function fold (base64: string): string {
  const lines: string[] = []
  for (let at = 0; at < base64.length; at += 72) lines.push(base64.slice(at, at + 72))
  return lines.join('\r\n  ')
}

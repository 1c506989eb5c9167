import { createHash, sign, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import type { DkimKey } from './dkim-key.js'
import { TOKEN_PLACEHOLDER } from './token-placeholder.js'

const signAsync = promisify(sign) as unknown as (algorithm: string | null, data: Buffer, key: KeyObject) => Promise<Buffer>

/**
 * Signed where present, `To` and `Message-ID` after them. RFC 8058 asks for both List-Unsubscribe
 * fields; RFC 6376, 5.4.1 recommends the rest.
 */
const SIGNED = ['From', 'Reply-To', 'Subject', 'Date', 'MIME-Version', 'Content-Type', 'Auto-Submitted',
  'List-Id', 'List-Unsubscribe', 'List-Unsubscribe-Post', 'Feedback-ID']

/** What signatures need of the header fields that all copies of a mail share. */
export interface SignedFields {
  /** Value of the tag h=, folded. */
  names: string
  /** The fields in canonical form, cut at each token slot. */
  canonical: readonly string[]
}

/** Prepares the shared fields once, so that a copy costs no more than putting strings together. */
export function prepareFields (fields: ReadonlyArray<readonly [name: string, value: string]>): SignedFields {
  const values = new Map(fields)
  const signed = SIGNED.filter(name => values.has(name))
  return {
    // Each is named once more than it occurs, so that nobody can add one to a mail and keep the signature.
    names: [...signed, 'To', 'Message-ID', ...SIGNED, 'To', 'Message-ID'].join(':\r\n  ').toLowerCase(),
    canonical: signed.map(name => `${canonicalField(name, values.get(name) as string)}\r\n`).join('').split(TOKEN_PLACEHOLDER)
  }
}

/** What differs from copy to copy: values of the header fields, and the SHA-256 of the body in base64. */
export interface OwnParts { to: string, messageId: string, token: string, bodyHash: string }

/**
 * Signs one reader's copy (RFC 6376, relaxed/relaxed) with each key, RSA before Ed25519 (RFC 8463), and
 * returns the DKIM-Signature fields, folded, each with its CRLF. The body needs no canonical form
 * made of it: `compileMail` wrote it in that form.
 */
export async function signMail ({ names, canonical }: SignedFields, { to, messageId, token, bodyHash }: OwnParts, keys: readonly DkimKey[]): Promise<string> {
  const header = `${canonical.join(token)}${canonicalField('To', to)}\r\n${canonicalField('Message-ID', messageId)}\r\n`
  const fields = await Promise.all([...keys].sort(rsaFirst).map(async ({ domain, selector, privateKey }) => {
    const rsa = privateKey.asymmetricKeyType === 'rsa'
    const unsigned = `v=1; a=${rsa ? 'rsa' : 'ed25519'}-sha256; c=relaxed/relaxed; d=${domain}; s=${selector};\r\n h=${names};\r\n bh=${bodyHash};\r\n b=`
    const data = Buffer.from(`${header}${canonicalField('DKIM-Signature', unsigned)}`)
    const signature = rsa ? await signAsync('sha256', data, privateKey) : await signAsync(null, createHash('sha256').update(data).digest(), privateKey)
    return `DKIM-Signature: ${unsigned}${fold(signature.toString('base64'))}\r\n`
  }))
  return fields.join('')
}

function rsaFirst (one: DkimKey, other: DkimKey): number {
  return Number(one.privateKey.asymmetricKeyType !== 'rsa') - Number(other.privateKey.asymmetricKeyType !== 'rsa')
}

/** RFC 6376, 3.4.2: name in lower case, folding undone, white space runs made one space and trimmed. */
function canonicalField (name: string, value: string): string {
  return `${name.toLowerCase()}:${value.replace(/\r\n/g, '').replace(/[ \t]+/g, ' ').trim()}`
}

function fold (base64: string): string {
  const lines: string[] = []
  for (let at = 0; at < base64.length; at += 72) lines.push(base64.slice(at, at + 72))
  return lines.join('\r\n  ')
}

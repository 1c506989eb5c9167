import { sign } from 'node:crypto'
import { promisify } from 'node:util'
import type { CompiledMail } from './compile.js'
import type { DkimKey } from './dkim-key.js'

const signAsync = promisify(sign) as unknown as (algorithm: string, data: Buffer, key: DkimKey['privateKey']) => Promise<Buffer>

/**
 * Signed where present. RFC 8058 asks for both List-Unsubscribe fields; RFC 6376, 5.4.1 recommends
 * the rest. `From` is named once more than it occurs, so that a second one breaks the signature.
 */
const SIGNED = ['From', 'Reply-To', 'Subject', 'Date', 'To', 'Message-ID', 'MIME-Version', 'Content-Type', 'Auto-Submitted',
  'List-Id', 'List-Unsubscribe', 'List-Unsubscribe-Post', 'Feedback-ID']

/**
 * Signs one reader's copy (RFC 6376, rsa-sha256, relaxed/relaxed) and returns the DKIM-Signature
 * field, folded. The body needs no canonical form made of it: `compileMail` wrote it in that form.
 */
export async function signMail (mail: CompiledMail, fields: ReadonlyArray<readonly [string, string]>, token: Buffer, key: DkimKey): Promise<string> {
  const bodyHash = mail.bodyHash.copy()
  for (const piece of mail.body.slice(1)) bodyHash.update(token).update(piece)

  const values = new Map(fields)
  const signed = SIGNED.filter(name => values.has(name))
  const unsigned = `v=1; a=rsa-sha256; c=relaxed/relaxed; d=${key.domain}; s=${key.selector};\r\n` +
    ` h=${[...signed, 'From'].join(':\r\n  ').toLowerCase()};\r\n bh=${bodyHash.digest('base64')};\r\n b=`
  const canonical = [...signed.map(name => [name, values.get(name) as string] as const), ['DKIM-Signature', unsigned] as const]
    .map(([name, value]) => canonicalField(name, value)).join('\r\n')
  const signature = await signAsync('sha256', Buffer.from(canonical), key.privateKey)
  return `DKIM-Signature: ${unsigned}${signature.toString('base64').replace(/.{72}(?=.)/g, '$&\r\n  ')}`
}

/** RFC 6376, 3.4.2: name in lower case, folding undone, white space runs made one space and trimmed. */
function canonicalField (name: string, value: string): string {
  return `${name.toLowerCase()}:${value.replace(/\r\n/g, '').replace(/[ \t]+/g, ' ').trim()}`
}

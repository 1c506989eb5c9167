import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { authenticate } from 'mailauth'
import type { DkimKey } from '../../src/platform/mail/dkim-key.js'

/** A key of 2048 bits, made once for all tests of a process. */
export const dkimKey: DkimKey = {
  domain: 'hessen.example',
  selector: 'test',
  privateKey: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
}

export interface DkimVerdict { result: string, comment: string | undefined, signedFields: string[] }

/** What a receiver makes of the signature, with the public key from a resolver of ours instead of the DNS. */
export async function verifyDkim (message: Buffer, key: DkimKey = dkimKey): Promise<DkimVerdict> {
  const record = createPublicKey(key.privateKey).export({ type: 'spki', format: 'der' }).toString('base64')
  const { dkim } = await authenticate(message, {
    disableArc: true,
    disableDmarc: true,
    disableBimi: true,
    resolver: async (name: string, type: string) => {
      if (type === 'TXT' && name === `${key.selector}._domainkey.${key.domain}`) return [[`v=DKIM1; k=rsa; p=${record}`]]
      throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
    }
  })
  const [first] = dkim.results
  return {
    result: first?.status.result ?? 'none',
    comment: first?.status.comment,
    signedFields: (/\bh=([^;]+);/.exec(message.toString('latin1'))?.[1] ?? '').split(':').map(name => name.trim())
  }
}

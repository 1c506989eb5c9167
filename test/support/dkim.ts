import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { DkimKey } from '../../src/platform/mail/dkim-key.js'

/** A key of 2048 bits. */
export function makeRsaKey (): KeyObject {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
}

/** The key of the test run (`TEST_DKIM_KEY`), or of a file that is run alone. */
export const dkimKey: DkimKey = {
  domain: 'hessen.example',
  selector: 'test',
  privateKey: process.env['TEST_DKIM_KEY'] === undefined
    ? makeRsaKey()
    : createPrivateKey(process.env['TEST_DKIM_KEY'])
}

/** A second key, as RFC 8463 has it. */
export const ed25519Key: DkimKey = {
  domain: 'hessen.example',
  selector: 'test-ed25519',
  privateKey: generateKeyPairSync('ed25519').privateKey
}

export interface DkimVerdict { result: string, comment: string | undefined, signedFields: string[] }

/**
 * What a receiver makes of the signature, with the public key from a resolver of ours instead of
 * the DNS.
 */
export async function verifyDkim (message: Buffer, key: DkimKey = dkimKey): Promise<DkimVerdict> {
  const [first] = await verify(message, [key])
  return {
    result: first?.status.result ?? 'none',
    comment: first?.status.comment,
    signedFields: (/\bh=([^;]+);/.exec(message.toString('latin1'))?.[1] ?? '').split(':').map(name => name.trim())
  }
}

/** What a receiver makes of each signature, from the top. */
export async function verifyEach (
  message: Buffer, keys: readonly DkimKey[]
): Promise<Array<{ selector: string | undefined, result: string }>> {
  return (await verify(message, keys)).map(({ selector, status: { result } }) => ({ selector, result }))
}

async function verify (message: Buffer, keys: readonly DkimKey[]) {
  const records = new Map(keys.map(({ domain, selector, privateKey }) => (
    [`${selector}._domainkey.${domain}`, publicRecord(privateKey)]
  )))
  // It takes 150 ms to load, and most files never verify.
  const { authenticate } = await import('mailauth')
  const { dkim } = await authenticate(message, {
    disableArc: true,
    disableDmarc: true,
    disableBimi: true,
    resolver: async (name: string, type: string) => {
      const record = records.get(name)
      if (type === 'TXT' && record !== undefined) return [[record]]
      throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
    }
  })
  return dkim.results
}

/** An Ed25519 key is published as its bare 32 bytes (RFC 8463, 3.2), which end the usual form. */
function publicRecord (key: KeyObject): string {
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' })
  const rsa = key.asymmetricKeyType === 'rsa'
  return `v=DKIM1; k=${rsa ? 'rsa' : 'ed25519'}; p=${(rsa ? spki : spki.subarray(-32)).toString('base64')}`
}

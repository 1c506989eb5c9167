import { createPrivateKey, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'

const MINIMUM_RSA_BITS = 2048

/** What mails are signed with, and where receivers find the public half. */
export interface DkimKey { domain: string, selector: string, privateKey: KeyObject }

/**
 * Reads an RSA or Ed25519 private key (PEM). A KeyObject is kept because a PEM string would be parsed
 * again for every signature. Throws one line for a short RSA key: RFC 8301 asks for 2048 bits.
 */
export function readDkimKey (file: string): KeyObject {
  const key = createPrivateKey(readFileSync(file))
  if (key.asymmetricKeyType === 'ed25519') return key
  const bits = key.asymmetricKeyDetails?.modulusLength
  if (key.asymmetricKeyType !== 'rsa' || bits === undefined) throw new Error('holds neither an RSA nor an Ed25519 key')
  if (bits < MINIMUM_RSA_BITS) throw new Error(`holds an RSA key of ${bits} bits; mailbox providers ask for ${MINIMUM_RSA_BITS} or more`)
  return key
}

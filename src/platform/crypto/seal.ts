import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { KeyPurpose, Keyring } from './keyring.js'
import { uuidToBytes } from './uuid.js'

const NONCE_BYTES = 12
const TAG_BYTES = 16
/**
 * Addresses are filled up to a multiple of this, so that a seal's length tells little about them.
 */
const BLOCK_BYTES = 32

/**
 * Seals an address for one subscriber. The subscriber's id is bound in: a seal moved to another row
 * does not open.
 */
export function sealAddress (keys: Keyring, id: string, address: string): Buffer {
  return sealText(keys, { purpose: 'seal', id }, address)
}

/** What a text is sealed for: it opens for nothing else. */
interface Binding { purpose: KeyPurpose, id: string }

/**
 * Seals a text without null characters: key version (1 byte), nonce (12), AES-256-GCM (NIST SP
 * 800-38D) text and tag (16).
 */
export function sealText (keys: Keyring, { purpose, id }: Binding, text: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keys.require(purpose, keys.primary), nonce)
  cipher.setAAD(uuidToBytes(id))
  const plain = Buffer.from(text)
  const padded = Buffer.alloc(Math.ceil(plain.length / BLOCK_BYTES) * BLOCK_BYTES)
  plain.copy(padded)
  const sealed = Buffer.concat([cipher.update(padded), cipher.final()])
  return Buffer.concat([Buffer.of(keys.primary), nonce, sealed, cipher.getAuthTag()])
}

/**
 * Opens a seal. Throws a MissingKey if its key is not on the ring, another Error if it was changed
 * or made for another id.
 */
export function openAddress (keys: Keyring, id: string, sealed: Uint8Array): string {
  return openText(keys, { purpose: 'seal', id }, sealed)
}

/** The same for a text. */
export function openText (keys: Keyring, { purpose, id }: Binding, sealed: Uint8Array): string {
  const key = keys.require(purpose, sealed[0] ?? 0)
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(uuidToBytes(id))
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES))
  const text = decipher.update(sealed.subarray(1 + NONCE_BYTES, sealed.length - TAG_BYTES))
  decipher.final()
  const end = text.indexOf(0)
  return text.toString('utf8', 0, end === -1 ? text.length : end)
}

/**
 * The keyed fingerprints (HMAC-SHA-256, 32 bytes) under which an address may be stored: one for
 * each key on the ring, the primary's first.
 */
export function fingerprints (keys: Keyring, canonicalAddress: string): [Buffer, ...Buffer[]] {
  const fingerprint = (version: number): Buffer =>
    createHmac('sha256', keys.require('index', version)).update(canonicalAddress).digest()
  const [primary, ...others] = keys.versions
  return [fingerprint(primary), ...others.map(fingerprint)]
}

/**
 * The fingerprint under which requests for mail to a mailbox are counted. It is made with the
 * oldest key, so that all processes agree while a newer one is being introduced, and matches no
 * fingerprint of an address.
 */
export function mailboxFingerprint (keys: Keyring, mailbox: string): Buffer {
  return createHmac('sha256', keys.oldest('limit')).update(mailbox).digest()
}

/**
 * A keyed hash (HMAC-SHA-256, 32 bytes) by which something is known again that is not stored. It is
 * made with the oldest key, as `mailboxFingerprint` is.
 */
export function keyedHash (keys: Keyring, purpose: KeyPurpose, text: string): Buffer {
  return createHmac('sha256', keys.oldest(purpose)).update(text).digest()
}

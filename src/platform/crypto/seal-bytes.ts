import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { KeyPurpose, Keyring } from './keyring.js'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** What bytes are sealed for: they open for nothing else. */
interface Binding { purpose: KeyPurpose, name: string }

/** Seals bytes as `sealText` seals a text, but without filling them up: a length may be seen. */
export function sealBytes (keys: Keyring, { purpose, name }: Binding, bytes: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keys.require(purpose, keys.primary), nonce)
  cipher.setAAD(Buffer.from(name))
  return Buffer.concat([Buffer.of(keys.primary), nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

/**
 * Opens sealed bytes. Throws a MissingKey if their key is not on the ring, another Error if they
 * were changed or sealed for something else.
 */
export function openBytes (keys: Keyring, { purpose, name }: Binding, sealed: Buffer): Buffer {
  const key = keys.require(purpose, sealed[0] ?? 0)
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(name))
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES))
  const bytes = decipher.update(sealed.subarray(1 + NONCE_BYTES, sealed.length - TAG_BYTES))
  return Buffer.concat([bytes, decipher.final()])
}

import { createHmac, timingSafeEqual } from 'node:crypto'
import type { KeyPurpose, Keyring } from './keyring.js'
import { uuidFromBytes, uuidToBytes } from './uuid.js'

/**
 * What links and envelope senders carry, in bytes:
 *
 *     key version 1 | kind 1 | subscriber id 16 | number 4 | HMAC-SHA-256, first 16 bytes
 */
export interface SignedContent { id: string, number: number }

const CONTENT_BYTES = 22
const MAC_BYTES = 16
export const SIGNED_BYTES = CONTENT_BYTES + MAC_BYTES

const NO_KEY = Buffer.alloc(32)

/** Signs with the primary key. */
export function signBytes (keys: Keyring, purpose: KeyPurpose, kind: number, { id, number }: SignedContent): Buffer {
  const bytes = Buffer.alloc(SIGNED_BYTES)
  bytes[0] = keys.primary
  bytes[1] = kind
  uuidToBytes(id).copy(bytes, 2)
  bytes.writeUInt32BE(number, 18)
  mac(keys, purpose, bytes).copy(bytes, CONTENT_BYTES)
  return bytes
}

/**
 * What signed bytes say, or null if they were not signed here as this kind. Whatever is wrong with
 * them, the same work is done, so that the time of an answer tells a forger nothing.
 */
export function readSignedBytes (
  keys: Keyring, purpose: KeyPurpose, kind: number, bytes: Buffer
): SignedContent | null {
  const genuine = timingSafeEqual(mac(keys, purpose, bytes), bytes.subarray(CONTENT_BYTES))
  const known = keys.find(purpose, bytes[0] ?? 0) !== null
  if (!genuine || !known || bytes[1] !== kind) return null
  return { id: uuidFromBytes(bytes.subarray(2, 18)), number: bytes.readUInt32BE(18) }
}

function mac (keys: Keyring, purpose: KeyPurpose, bytes: Buffer): Buffer {
  const key = keys.find(purpose, bytes[0] ?? 0) ?? NO_KEY
  return createHmac('sha256', key).update(bytes.subarray(0, CONTENT_BYTES)).digest().subarray(0, MAC_BYTES)
}

import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Keyring } from './keyring.js'
import { uuidFromBytes, uuidToBytes } from './uuid.js'

/**
 * Tokens in links are computed, not stored, so that a link works for as long as its key is kept:
 *
 *     key version 1 | purpose 1 | subscriber id 16 | number 4 | HMAC-SHA-256, first 16 bytes
 *
 * in base64url. `number` is what the purpose makes of it: an expiry in seconds since 1970, or an
 * issue's number.
 */
const PURPOSES = { confirm: 1, unsubscribe: 2 } as const
export type TokenPurpose = keyof typeof PURPOSES

export interface TokenContent { id: string, number: number }

const SIGNED_BYTES = 22
const MAC_BYTES = 16
const TOKEN_BYTES = SIGNED_BYTES + MAC_BYTES

/** Characters in every token. */
export const TOKEN_LENGTH = Math.ceil(TOKEN_BYTES * 4 / 3)

/** Makes a link token: `TOKEN_LENGTH` characters of A-Z, a-z, 0-9, `-` and `_`. */
export function makeToken (keys: Keyring, purpose: TokenPurpose, { id, number }: TokenContent): string {
  const bytes = Buffer.alloc(TOKEN_BYTES)
  bytes[0] = keys.primary
  bytes[1] = PURPOSES[purpose]
  uuidToBytes(id).copy(bytes, 2)
  bytes.writeUInt32BE(number, 18)
  mac(keys, bytes).copy(bytes, SIGNED_BYTES)
  return bytes.toString('base64url')
}

/**
 * What a token says, or null if it was not made here for this purpose. Whatever is wrong with it,
 * the same work is done, so that the time of an answer tells a forger nothing.
 */
export function readToken (keys: Keyring, purpose: TokenPurpose, token: string): TokenContent | null {
  const bytes = Buffer.alloc(TOKEN_BYTES)
  bytes.write(token.slice(0, TOKEN_LENGTH), 'base64url')
  const genuine = timingSafeEqual(mac(keys, bytes), bytes.subarray(SIGNED_BYTES))
  // Base64 leaves spare bits in the last character: only the one spelling we make is accepted.
  const canonical = bytes.toString('base64url') === token
  const known = keys.key('links', bytes[0] as number) !== undefined
  if (!genuine || !canonical || !known || bytes[1] !== PURPOSES[purpose]) return null
  return { id: uuidFromBytes(bytes.subarray(2, 18)), number: bytes.readUInt32BE(18) }
}

const NO_KEY = Buffer.alloc(32)

function mac (keys: Keyring, bytes: Buffer): Buffer {
  const key = keys.key('links', bytes[0] as number) ?? NO_KEY
  return createHmac('sha256', key).update(bytes.subarray(0, SIGNED_BYTES)).digest().subarray(0, MAC_BYTES)
}

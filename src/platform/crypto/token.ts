import type { Keyring } from './keyring.js'
import { readSignedBytes, signBytes, SIGNED_BYTES, type SignedContent } from './signed-bytes.js'

/**
 * Tokens in links are computed, not stored, so that a link works for as long as its key is kept.
 * The number is what the purpose makes of it: an expiry in seconds since 1970, or an issue's number.
 */
const PURPOSES = { confirm: 1, unsubscribe: 2 } as const
export type TokenPurpose = keyof typeof PURPOSES

export type TokenContent = SignedContent

/** Characters in every token: base64url without padding. */
export const TOKEN_LENGTH = Math.ceil(SIGNED_BYTES * 4 / 3)

/** Makes a link token: `TOKEN_LENGTH` characters of A-Z, a-z, 0-9, `-` and `_`. */
export function makeToken (keys: Keyring, purpose: TokenPurpose, content: TokenContent): string {
  return signBytes(keys, 'links', PURPOSES[purpose], content).toString('base64url')
}

/** What a token says, or null if it was not made here for this purpose. */
export function readToken (keys: Keyring, purpose: TokenPurpose, token: string): TokenContent | null {
  const bytes = Buffer.alloc(SIGNED_BYTES)
  bytes.write(token.slice(0, TOKEN_LENGTH), 'base64url')
  const content = readSignedBytes(keys, 'links', PURPOSES[purpose], bytes)
  // Base64 leaves spare bits in the last character: only the one spelling we make is accepted.
  return bytes.toString('base64url') === token ? content : null
}

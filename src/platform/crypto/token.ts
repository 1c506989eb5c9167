import type { Keyring } from './keyring.js'
import { readSignedBytes, signBytes, SIGNED_BYTES, type SignedContent } from './signed-bytes.js'

/** Characters in every token: base64url without padding. */
export const TOKEN_LENGTH = Math.ceil(SIGNED_BYTES * 4 / 3)

/**
 * Makes the token of a link: `TOKEN_LENGTH` characters of A-Z, a-z, 0-9, `-` and `_`. Tokens are
 * computed, not stored, so that a link works for as long as its key is kept. `kind` tells the
 * tokens of one purpose from those of another.
 */
export function makeToken (keys: Keyring, kind: number, content: SignedContent): string {
  return signBytes(keys, 'links', kind, content).toString('base64url')
}

/** What a token says, or null if it was not made here as this kind. */
export function readToken (keys: Keyring, kind: number, token: string): SignedContent | null {
  const bytes = Buffer.alloc(SIGNED_BYTES)
  bytes.write(token.slice(0, TOKEN_LENGTH), 'base64url')
  const content = readSignedBytes(keys, 'links', kind, bytes)
  // Base64 leaves spare bits in the last character: only the one spelling that we make is accepted.
  return bytes.toString('base64url') === token ? content : null
}

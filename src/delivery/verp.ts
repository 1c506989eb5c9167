import type { Keyring } from '../platform/crypto/keyring.js'
import { signBytes } from '../platform/crypto/signed-bytes.js'

const PREFIX = 'b-'
const KIND = 1
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'

/** Whose copy of which issue came back. */
export interface VerpTag { id: string, issue: number }

/**
 * The envelope sender of one reader's copy of an issue (variable envelope return path): a bounce
 * that comes back to it names reader and issue, and nobody else can make one. The local part has
 * 63 characters and no upper case, because relays may fold it; RFC 5321 allows 64.
 */
export function verpSender (keys: Keyring, domain: string, { id, issue }: VerpTag): string {
  return `${PREFIX}${base32(signBytes(keys, 'verp', KIND, { id, number: issue }))}@${domain}`
}

/** RFC 4648, 6, in lower case and without padding. */
function base32 (bytes: Buffer): string {
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = value << 8 | byte
    for (bits += 8; bits >= 5; bits -= 5) text += ALPHABET[value >>> (bits - 5) & 31] as string
    value &= (1 << bits) - 1
  }
  return bits === 0 ? text : text + (ALPHABET[value << (5 - bits) & 31] as string)
}

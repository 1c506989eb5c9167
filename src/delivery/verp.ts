import type { Keyring } from '../platform/crypto/keyring.js'
import { readSignedBytes, signBytes, SIGNED_BYTES } from '../platform/crypto/signed-bytes.js'

const PREFIX = 'b-'
const KIND = 1
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'
const TAG_LENGTH = Math.ceil(SIGNED_BYTES * 8 / 5)
const TAG = new RegExp(`(?<![a-z0-9])${PREFIX}([a-z2-7]{${TAG_LENGTH}})(?![a-z0-9])`, 'i')
const NO_TAG = 'a'.repeat(TAG_LENGTH)

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

/**
 * What the first tag in a text says, such as an address or a Return-Path; null if there is none
 * that was made here. Case does not matter. Whatever is wrong, the same work is done.
 */
export function readVerpTag (keys: Keyring, text: string): VerpTag | null {
  const tag = TAG.exec(text)?.[1]?.toLowerCase() ?? NO_TAG
  const bytes = fromBase32(tag)
  const content = readSignedBytes(keys, 'verp', KIND, bytes)
  // The last character has a spare bit: only the one spelling that we make is accepted.
  return content === null || base32(bytes) !== tag ? null : { id: content.id, issue: content.number }
}

function fromBase32 (text: string): Buffer {
  const bytes = Buffer.alloc(SIGNED_BYTES)
  let [bits, value, length] = [0, 0, 0]
  for (const character of text) {
    value = (value << 5 | ALPHABET.indexOf(character)) & 0xfff
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes[length++] = value >>> bits & 0xff
  }
  return bytes
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

import type { Keyring } from '../platform/crypto/keyring.js'
import { mailboxFingerprint } from '../platform/crypto/seal.js'
import { mailboxOf } from '../platform/mail/address.js'

/** Under which fingerprints a mailbox's requests for mail are counted, by what they ask for. */
export interface Mailbox { signUp: Buffer, ownData: Buffer }

/**
 * Sign-ups and requests for one's own data are counted apart: a stranger who uses up the one keeps
 * nobody from the other. No mailbox has a space before its first quotation mark, so that the two
 * never meet.
 */
export function mailboxOfReader (keys: Keyring, canonical: string): Mailbox {
  const mailbox = mailboxOf(canonical)
  return { signUp: mailboxFingerprint(keys, mailbox), ownData: mailboxFingerprint(keys, `own-data ${mailbox}`) }
}

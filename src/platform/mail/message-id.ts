import { createHmac } from 'node:crypto'
import type { Keyring } from '../crypto/keyring.js'

/**
 * A Message-ID (RFC 5322, 3.6.4) without angle brackets, computed from the mail and its recipient:
 * a mail that must be sent again has the same one, and a stranger learns nothing from it.
 */
export function messageId (keys: Keyring, mail: string, recipientId: string, domain: string): string {
  // The oldest key, so that a rotation while mails go out changes no id.
  const key = keys.oldest('messages')
  const tag = createHmac('sha256', key).update(`${mail} ${recipientId}`).digest('hex').slice(0, 32)
  return `${mail}.${tag}@${domain}`
}

import { createHmac } from 'node:crypto'
import type { Keyring } from '../crypto/keyring.js'

/**
 * A Message-ID (RFC 5322, 3.6.4) without angle brackets, computed from what the mail is and who it is for: a mail
 * that has to be sent again carries the same one, and it tells a stranger nothing.
 */
export function messageId (keys: Keyring, mail: string, subscriberId: string, domain: string): string {
  // The oldest key, so that a rotation in the middle of an issue changes no id.
  const key = keys.key('messages', Math.min(...keys.versions)) as Buffer
  const tag = createHmac('sha256', key).update(`${mail} ${subscriberId}`).digest('hex').slice(0, 32)
  return `${mail}.${tag}@${domain}`
}

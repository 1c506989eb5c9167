import { isIP } from 'node:net'

/** A label of a name (RFC 1123), and the underscore that container networks use in theirs. */
const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/i

/** Whether a text is an IP address or a name that could have one. It is not looked up. */
export function isHost (text: string): boolean {
  if (isIP(text) !== 0) return true
  const labels = text.replace(/\.$/, '').split('.')
  // A last label of digits would make it an IPv4 address, and it is not a valid one.
  return text.length <= 253 && labels.every(label => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '')
}

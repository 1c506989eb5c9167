import { readServerUrl, type ServerTarget } from '../server-url.js'

/** One relay, and how the connection to it is protected. */
export type RelayTarget = ServerTarget

/** Reads SMTP_URL. Throws an Error of one line, without the password. */
export function readRelayUrl (text: string): RelayTarget {
  const { target, path } = readServerUrl(text, {
    scheme: 'smtp',
    ports: { starttls: 587, implicit: 465 },
    example: 'smtps://user:password@host:465'
  })
  if (path !== '') throw new Error('ends after host and port; write / and # in a password as %2F and %23')
  return target
}

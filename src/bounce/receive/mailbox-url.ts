import { decodePart, readServerUrl, type ServerTarget } from '../../platform/server-url.js'

/** A mailbox that reports come to. */
export interface MailboxTarget {
  server: ServerTarget & { auth: { user: string, pass: string } }
  /** The folder, from the top; the server knows what stands between its names. */
  folder: readonly string[]
}

const EXAMPLE = 'imaps://user:password@host/INBOX'

/**
 * Reads MAIL_BOUNCE_IMAP, with the same rules for TLS as SMTP_URL. Without a folder it is the
 * INBOX. Throws an Error of one line, without the password.
 */
export function readMailboxUrl (text: string): MailboxTarget {
  const { target, path } = readServerUrl(text, {
    scheme: 'imap',
    ports: { starttls: 143, implicit: 993 },
    example: EXAMPLE
  })
  const { auth } = target
  if (auth === null) throw new Error(`must name a user and a password, as in ${EXAMPLE}`)
  if (/\p{Cc}/u.test(auth.user + auth.pass)) throw new Error('has a control character in its user or password')
  const folder = path === '' ? ['INBOX'] : path.split('/').map(decodePart)
  if (folder.some(name => name === '' || /\p{Cc}/u.test(name))) {
    throw new Error(`must name one folder, as in ${EXAMPLE}; write / in a folder's own name as %2F`)
  }
  return { server: { ...target, auth }, folder }
}

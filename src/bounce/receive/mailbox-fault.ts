import type { ImapFlowError } from 'imapflow'
import { RELAY_FAULTS } from '../../platform/smtp/relay-fault.js'
import { FAULTS_BY_CODE } from '../../platform/smtp/session-error.js'

/**
 * Why a mailbox cannot be read, in words that continue a sentence about "the mailbox". The keys are
 * stable; those of a relay mean the same here.
 */
export const MAILBOX_FAULTS = {
  ...RELAY_FAULTS,
  'tls-missing': 'it does not speak TLS from the start (imap:// asks for STARTTLS)',
  'login-refused': 'it refuses the user or the password',
  'not-now': 'it cannot be used for the time being',
  'folder-missing': 'it has no such folder',
  'not-deletable': 'what was read cannot be deleted',
  'not-imap': 'it does not speak IMAP'
} as const

export type MailboxFault = keyof typeof MAILBOX_FAULTS

/** The words of a fault that was noted, perhaps by another version. */
export function wordsOf (fault: string): string {
  if (fault === 'place-taken') return 'something else listens at its place'
  return fault in MAILBOX_FAULTS ? MAILBOX_FAULTS[fault as MailboxFault] : fault
}

/** Thrown for what imapflow does not regard as an error. */
export class MailboxError extends Error {
  constructor (readonly fault: MailboxFault) {
    super(`the mailbox cannot be read: ${MAILBOX_FAULTS[fault]}`)
  }
}

const BY_IMAP_CODE: Readonly<Record<string, MailboxFault>> = {
  CONNECT_TIMEOUT: 'timed-out',
  GREETING_TIMEOUT: 'timed-out',
  UPGRADE_TIMEOUT: 'timed-out',
  ETIMEOUT: 'timed-out',
  ETHROTTLE: 'not-now',
  NoConnection: 'connection-closed',
  EConnectionClosed: 'connection-closed',
  StateLogout: 'connection-closed',
  ClosedAfterConnectText: 'connection-closed',
  ClosedAfterConnectTLS: 'connection-closed',
  NoMailboxSelected: 'connection-closed',
  InvalidResponse: 'not-imap',
  MissingTag: 'not-imap',
  LineTooLarge: 'not-imap',
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'unknown-host'
}

/** Codes of RFC 5530 that say "later", also about a login. */
const LATER = /^(?:UNAVAILABLE|LIMIT|INUSE|SERVERBUG|OVERQUOTA)$/

/** Why a session with a mailbox failed. The words of its server are left out: they may quote. */
export function mailboxFault (error: unknown): MailboxFault {
  if (error instanceof MailboxError) return error.fault
  if (!(error instanceof Error)) return 'unreachable'
  const { code = '', authenticationFailed, serverResponseCode = '', mailboxMissing, tlsFailed, responseStatus } =
    error as ImapFlowError
  if (LATER.test(serverResponseCode)) return 'not-now'
  if (authenticationFailed === true) return 'login-refused'
  if (mailboxMissing === true || serverResponseCode === 'NONEXISTENT') return 'folder-missing'
  const known = FAULTS_BY_CODE[code] ?? BY_IMAP_CODE[code]
  if (known !== undefined) return known
  if (/CERT|CRL/.test(code)) return 'certificate-refused'
  if (tlsFailed === true && code === '') return 'starttls-missing'
  if (tlsFailed === true || /SSL|TLS|^EPROTO$/.test(code)) return 'tls-failed'
  if (code.startsWith('ParserError')) return 'not-imap'
  return responseStatus === undefined ? 'unreachable' : 'not-now'
}

/** Whether it lasts until somebody acts. */
export function needsAction (fault: MailboxFault): boolean {
  return /^(?:certificate|tls|starttls|login|folder)-|^not-deletable$/.test(fault)
}

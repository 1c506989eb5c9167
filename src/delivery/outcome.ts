import { RelayError } from '../platform/mail/relay-connection.js'

/** What is recorded of a recipient; each is final. */
export type Outcome = 'sent' | 'failed' | 'skipped'

/**
 * What the relay's answer means for the mail. `failed`: this mailbox will never take it.
 * `deferred`: not now. `halted`: the fault is on our side of the mailbox, and the next recipient would meet it too.
 */
export type Verdict = { kind: 'failed', status: string } | { kind: 'deferred', status: string } | { kind: 'halted' }

/** Judges a refused mail by where it was stopped and by the reply's codes (RFC 5321, 4.2.1; RFC 3463). */
export function judge (error: RelayError): Verdict {
  const { stage, reply, status } = error
  const aboutMailbox = (stage === 'recipient' || stage === 'message') && reply !== null && reply !== 421
  // X.7.X is policy and authentication: what is wrong there is wrong with the sender.
  if (!aboutMailbox || status?.startsWith('5.7.') === true) return { kind: 'halted' }
  return { kind: reply >= 500 ? 'failed' : 'deferred', status: status ?? String(reply) }
}

import type { RelayError } from '../platform/mail/relay-error.js'
import type { PauseReason } from './pause-reason.js'

/** What is recorded of a recipient; each is final. */
export type Outcome = 'sent' | 'failed' | 'skipped'

/**
 * What a refusal means. `failed`: this mailbox will never take the mail. `deferred`: not now.
 * `paused`: the fault is the sender's, and the next recipient would meet it too; a status is there if this recipient was
 * named, who then is tried later than the others. `unreachable`: there is no relay to ask.
 */
export type Verdict =
  | { kind: 'failed', status: string, hard: boolean }
  | { kind: 'deferred', status: string }
  | { kind: 'paused', reason: PauseReason, status: string | null }
  | { kind: 'unreachable' }

interface Rule {
  applies: (error: RelayError) => boolean
  verdict: (status: string, attempt: number) => Verdict
  source: string
}

const isPermanent = ({ reply }: RelayError): boolean => reply !== null && reply >= 500 && reply < 600
const hasStatus = (pattern: RegExp) => ({ status }: RelayError): boolean => status !== null && pattern.test(status)
const policy = hasStatus(/^5\.7\./)
const badSender = hasStatus(/^5\.1\.[78]$/)
const tooLarge = hasStatus(/^5\.3\.4$/)
const badMailbox = hasStatus(/^5\.1\./)

/** Whoever resumes has decided: the same mailbox does not stop everyone again. */
const pauseOnce = (reason: PauseReason, status: string, attempt: number): Verdict =>
  attempt === 0 ? { kind: 'paused', reason, status } : { kind: 'failed', status, hard: false }

/** The first rule that applies decides. */
const RULES: readonly Rule[] = [
  {
    applies: ({ stage }) => stage === 'connection',
    verdict: () => ({ kind: 'unreachable' }),
    source: 'RFC 5321, 4.5.4.1: a host that cannot be reached is tried again later'
  },
  {
    applies: error => error.stage === 'login' && isPermanent(error),
    verdict: () => ({ kind: 'paused', reason: 'login-refused', status: null }),
    source: 'RFC 4954, 6: 535 means that the credentials are wrong'
  },
  {
    applies: tooLarge,
    verdict: (status, attempt) => pauseOnce('too-large', status, attempt),
    source: 'RFC 3463, 3.4: X.3.4 is a message that is too big for the system, whoever it is for'
  },
  {
    applies: error => error.stage === 'sender' && isPermanent(error),
    verdict: () => ({ kind: 'paused', reason: 'sender-refused', status: null }),
    source: 'RFC 5321, 3.3: a refused MAIL FROM says nothing of the recipient'
  },
  {
    applies: ({ stage }) => stage === 'login' || stage === 'sender',
    verdict: () => ({ kind: 'unreachable' }),
    source: 'RFC 5321, 4.2.1: a transient refusal before the recipient is named concerns the relay'
  },
  {
    applies: ({ reply }) => reply === null || reply === 421,
    verdict: () => ({ kind: 'deferred', status: '4.4.2' }),
    source: 'RFC 5321, 3.8 and RFC 3463, 3.5: the connection was lost with this mail under way'
  },
  {
    applies: badSender,
    verdict: (status, attempt) => pauseOnce('sender-refused', status, attempt),
    source: 'RFC 3463, 3.2: X.1.7 and X.1.8 speak of the sender\'s address'
  },
  {
    applies: policy,
    verdict: (status, attempt) => pauseOnce('policy', status, attempt),
    source: 'RFC 3463, 3.8: X.7.X is policy, authentication or reputation, such as 550 5.7.515'
  },
  {
    applies: badMailbox,
    verdict: status => ({ kind: 'failed', status, hard: true }),
    source: 'RFC 3463, 3.2: 5.1.X is a mailbox or domain that does not exist'
  },
  {
    applies: isPermanent,
    verdict: status => ({ kind: 'failed', status, hard: false }),
    source: 'RFC 5321, 4.2.1: 5yz is not to be repeated'
  },
  {
    applies: () => true,
    verdict: status => ({ kind: 'deferred', status }),
    source: 'RFC 5321, 4.2.1: 4yz may be repeated'
  }
]

/**
 * Judges a refused mail by where it was stopped and by the reply's codes. `attempt` is how often
 * the recipient was deferred before.
 */
export function judge (error: RelayError, attempt: number): Verdict {
  const rule = RULES.find(({ applies }) => applies(error)) as Rule
  return rule.verdict(error.status ?? String(error.reply ?? ''), attempt)
}

import type { RelayError } from './relay-error.js'

/** Faults of ours, which do not depend on the recipient. */
export type SenderFault = 'login-refused' | 'sender-refused' | 'policy' | 'too-large'

/**
 * What a refusal means.
 * - `failed`: this mailbox will never take the mail. `hard`: it does not exist. `suspicion`: what
 *   is wrong with us if many mailboxes say so.
 * - `deferred`: try again later.
 * - `sender-at-fault`: the fault is ours, and every recipient would hit it.
 * - `unreachable`: the relay cannot be used at the moment.
 */
export type Verdict =
  | { kind: 'failed', status: string, hard: boolean, suspicion: SenderFault | null }
  | { kind: 'deferred', status: string }
  | { kind: 'sender-at-fault', fault: SenderFault }
  | { kind: 'unreachable' }

interface Judgement { verdict: (status: string) => Verdict, source: string }
interface Rule extends Judgement { applies: (error: RelayError) => boolean }

const isPermanent = ({ reply }: RelayError): boolean => reply !== null && reply >= 500 && reply < 600
const hasStatus = (pattern: RegExp) => ({ status }: RelayError): boolean => status !== null && pattern.test(status)
const policy = hasStatus(/^5\.7\./)
const badSender = hasStatus(/^5\.1\.[78]$/)
const tooLarge = hasStatus(/^5\.3\.4$/)
const badMailbox = hasStatus(/^5\.1\./)

const suspect = (suspicion: SenderFault) => (status: string): Verdict =>
  ({ kind: 'failed', status, hard: false, suspicion })
const senderAtFault = (fault: SenderFault) => (): Verdict => ({ kind: 'sender-at-fault', fault })

/** The first rule that applies decides. */
const RULES: readonly Rule[] = [
  {
    applies: ({ stage }) => stage === 'connection',
    verdict: () => ({ kind: 'unreachable' }),
    source: 'RFC 5321, 4.5.4.1: a host that cannot be reached is tried again later'
  },
  {
    applies: error => error.stage === 'login' && isPermanent(error),
    verdict: senderAtFault('login-refused'),
    source: 'RFC 4954, 6: 535 means that the credentials are wrong'
  },
  {
    applies: error => error.stage === 'sender' && tooLarge(error),
    verdict: senderAtFault('too-large'),
    source: 'RFC 1870, 6.1: a size that is refused before the recipient is named is too big for the relay'
  },
  {
    applies: error => error.stage === 'sender' && isPermanent(error),
    verdict: senderAtFault('sender-refused'),
    source: 'RFC 5321, 3.3: a refused MAIL FROM says nothing about the recipient'
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
    applies: tooLarge,
    verdict: suspect('too-large'),
    source: 'RFC 3463, 3.4: X.3.4 is a message that is too big for the system, which may be that of one recipient'
  },
  {
    applies: badSender,
    verdict: suspect('sender-refused'),
    source: 'RFC 3463, 3.2: X.1.7 and X.1.8 are about the sender\'s address'
  },
  {
    applies: policy,
    verdict: suspect('policy'),
    source: 'RFC 3463, 3.8: X.7.X is policy, authentication or reputation, such as 550 5.7.515'
  },
  {
    applies: badMailbox,
    verdict: status => ({ kind: 'failed', status, hard: true, suspicion: null }),
    source: 'RFC 3463, 3.2: 5.1.X is a mailbox or domain that does not exist'
  },
  {
    applies: isPermanent,
    verdict: status => ({ kind: 'failed', status, hard: false, suspicion: null }),
    source: 'RFC 5321, 4.2.1: 5yz is not to be repeated'
  }
]

/** What applies if no rule does. */
const OTHERWISE: Judgement = {
  verdict: status => ({ kind: 'deferred', status }),
  source: 'RFC 5321, 4.2.1: 4yz may be repeated'
}

/**
 * Judges a refused mail by the step that refused it and by the codes of the reply. All our mails
 * are judged here.
 */
export function judge (error: RelayError): Verdict {
  const { verdict } = RULES.find(({ applies }) => applies(error)) ?? OTHERWISE
  return verdict(error.status ?? String(error.reply ?? ''))
}

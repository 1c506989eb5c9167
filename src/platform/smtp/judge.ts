import type { RefusalFault, RefusalKind } from './refusal/refusal.js'
import type { RelayError } from './relay-error.js'

/** Faults of ours, which do not depend on the recipient. */
export type SenderFault = 'login-refused' | RefusalFault

/**
 * What a refusal means.
 * - `failed`: this mailbox will never take the mail. `refusal`: why, by the table of refusals.
 *   `hard`: it does not exist. `suspicion`: what is wrong with us if many mailboxes say so.
 * - `deferred`: try again later.
 * - `sender-at-fault`: the fault is ours, and every recipient would hit it.
 * - `unreachable`: the relay cannot be used at the moment.
 */
export type Verdict =
  | { kind: 'failed', status: string, hard: boolean, suspicion: SenderFault | null, refusal: RefusalKind }
  | { kind: 'deferred', status: string }
  | { kind: 'sender-at-fault', fault: SenderFault }
  | { kind: 'unreachable' }

interface Rule { applies: (error: RelayError) => boolean, verdict: (error: RelayError) => Verdict, source: string }

const isPermanent = ({ reply }: RelayError): boolean => reply !== null && reply >= 500 && reply < 600
const statusOf = ({ status, reply }: RelayError): string => status ?? String(reply ?? '')
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
    applies: error => error.stage === 'sender' && error.status === '5.3.4',
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
    applies: isPermanent,
    verdict: byTable,
    source: 'RFC 5321, 4.2.1: 5yz is not to be repeated; why, the table of refusals knows'
  }
]

/** What applies if no rule does. */
const OTHERWISE: Rule = {
  applies: () => true,
  verdict: error => ({ kind: 'deferred', status: statusOf(error) }),
  source: 'RFC 5321, 4.2.1: 4yz may be repeated, whatever its words'
}

/** The mailbox has failed; for what, the same table says that judges bounces. */
function byTable (error: RelayError): Verdict {
  const { kind, fault } = error.judged
  return { kind: 'failed', status: statusOf(error), hard: kind === 'hard', suspicion: fault, refusal: kind }
}

/**
 * Judges a refused mail by the step that refused it and by what was made of the reply. All our
 * mails are judged here.
 */
export function judge (error: RelayError): Verdict {
  return (RULES.find(({ applies }) => applies(error)) ?? OTHERWISE).verdict(error)
}

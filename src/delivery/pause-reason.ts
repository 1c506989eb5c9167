import type { IPauseDeliveryParams } from './delivery.queries.js'

/** Why a delivery is paused. */
export type PauseReason = IPauseDeliveryParams['reason']

/** What an operator is told. */
export const PAUSE_REASONS: Readonly<Record<PauseReason, string>> = {
  manual: 'somebody paused it',
  'login-refused': 'the relay refuses our login',
  'sender-refused': 'the relay refuses our sender address',
  policy: 'many mailboxes refuse our mails for a policy of theirs, for example because a signature is missing',
  'too-large': 'the mail is too large for the relay: shorten the issue',
  'key-missing': 'a key is missing, so that some addresses cannot be read',
  'bounce-rate': 'more than 1 % of the mailboxes do not exist, which harms our reputation with mailbox providers'
}

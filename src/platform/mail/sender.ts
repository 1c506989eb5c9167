import type { DkimKey } from './dkim-key.js'
import type { Mailbox } from './mailbox.js'

/** Whom mails come from, and what they are signed with. */
export interface Sender {
  from: Mailbox
  replyTo: Mailbox | undefined
  /** Empty where nothing is set: then mails are not signed. */
  dkim: readonly DkimKey[]
  /**
   * Domain of the envelope senders of issues, one for each mail; without it all bounces go to
   * `from`.
   */
  bounceDomain: string | undefined
  /** Where mails of readers who want to leave are read; undefined where none are. */
  unsubscribeAddress: string | undefined
}

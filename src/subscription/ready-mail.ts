import type { StampedMail } from '../platform/mail/stamp.js'
import type { MailMakerDeps } from './compiled-mails.js'
import type { MailSubject } from './job-names.js'
import type { Pool } from 'pg'

/** A mail that may leave now. */
export interface ReadyMail {
  to: string
  message: StampedMail
  /** How long its link is valid; null for one that is made for as long again at the next try. */
  secondsLeft: number | null
  /** Notes that the relay has taken it. */
  taken: () => Promise<void>
}

/** Makes the mail about something to a subscriber; null if there is nothing to say any more. */
export type ReadyMails = Readonly<Record<MailSubject, (subscriberId: string) => Promise<ReadyMail | null>>>

export interface ReadyMailDeps extends MailMakerDeps {
  pool: Pool
  /** Whether it is to be provable later that a reader agreed. */
  consentProof: boolean
}

import type { RefusalKind } from '../../platform/smtp/refusal/refusal.js'

export type { RefusalKind }

/** What a mail is that comes back. */
export type ReportKind = RefusalKind | 'complaint' | 'auto-reply' | 'unsubscribe'

/** One recipient that a report names. */
export interface ReportedRecipient {
  kind: RefusalKind | 'complaint' | 'unsubscribe'
  /** As the report writes it; null if it names none. */
  address: string | null
  /** Enhanced status code (RFC 3463), or null. */
  status: string | null
  /** The reply of the mail server, on one line; null if there is none. */
  reply: string | null
  /** The name of the row of the table that decided. */
  rule: string
}

/** What the mail that came back says of itself: strings that may hold a tag or a token of ours. */
export interface ReturnedMail {
  messageIds: readonly string[]
  /** Return-Path and MAIL FROM. */
  senders: readonly string[]
  /** Links, of its header and its text, and the subjects of mailto: links. */
  links: readonly string[]
}

/** A mail that came back, as it was read. Nothing in it is proven. */
export interface Report {
  /** Of the whole mail: the worst of its recipients. */
  kind: ReportKind
  /**
   * Whether its form or the null sender shows that a program wrote it. What a person writes may
   * quote or carry the mail of another, also a report.
   */
  byProgram: boolean
  /** Whether no field and no sender shows that a program wrote it, whatever its words say. */
  byPerson: boolean
  /** Whether it has a sender and asks to leave, wherever it says so: somebody may mean it. */
  mayAskToLeave: boolean
  recipients: readonly ReportedRecipient[]
  /** Where it was sent to: To, Delivered-To, X-Original-To and the like. */
  addressedTo: readonly string[]
  returned: ReturnedMail
  /** Who wrote it (From); null if that cannot be read. */
  from: string | null
  subject: string
  /** Its own Message-ID, or null. */
  messageId: string | null
}

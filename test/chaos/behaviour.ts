/**
 * How the sink treats its clients. The rates are probabilities for each mail; what is left out does
 * not happen.
 */
export interface Behaviour {
  /**
   * Closes the connection at any of the places from RCPT to the mail's last line, or in good order
   * after the reply.
   */
  close?: number
  /** Takes the mail and drops the connection instead of replying. */
  drop?: number
  /** Falls silent in the middle of DATA. */
  hang?: number
  /**
   * How long it stays silent before it closes the connection; left out, until the client gives up.
   */
  hangMs?: number
  /** Answers 421 to RCPT and closes, or 451 to RCPT or to the mail. */
  busy?: number
  /** Answers 421 instead of a greeting to every new connection. */
  closedForVisitors?: boolean
  /** Waits before each reply to a mail, at most this long. */
  slowMs?: number
}

/**
 * So often at most a recipient's mail is the one that meets a fault. The product gives up after its
 * schedule of retries; below that, every mail has to arrive.
 */
export const MOST_FAULTS_FOR_ONE = 3

export const CLOSES = ['close-recipient', 'close-data', 'close-body', 'close-message', 'close-after'] as const
export const REFUSALS = ['busy-closing', 'busy-recipient', 'busy-message'] as const

export type MailFault = typeof CLOSES[number] | typeof REFUSALS[number] | 'drop' | 'hang'

/** A mail that the sink decided to take, at the moment it did so. */
export interface Accepted {
  to: string
  messageId: string
  /** Milliseconds since 1970, with fractions. */
  at: number
  /** Whether it then wrote its reply. */
  replied: boolean
}

export interface SinkReport {
  accepted: Accepted[]
  /** How often each fault was dealt out. */
  faults: Partial<Record<MailFault, number>>
  /** Sessions that were open at once, at most. */
  mostSessions: number
}

/** How much of a mail is kept: reports begin with what they report. */
export const MOST_BYTES = 256 * 1024

/** A mail that came back, as a door hands it over. */
export interface Arrived {
  /** The first `MOST_BYTES` of it. */
  raw: Buffer
  /** Of the whole mail, in bytes. */
  size: number
  /** Recipients of its envelope; empty where the door knows none. */
  to: readonly string[]
  /** Sender of its envelope, '' for `<>`; null where the door does not know it. */
  from: string | null
  door: 'listener' | 'mailbox' | 'file'
}

/**
 * Takes a mail in. Resolves when its effect is in the database. Rejects if it cannot be now: then
 * the door asks for it again later, by a 451 or by leaving it in its mailbox. The same mail may
 * come twice.
 */
export type TakeIn = (mail: Arrived) => Promise<void>

/** Thrown by TakeIn: there are too many mails at the moment. */
export class TooMany extends Error {
  constructor () {
    super('too many mails come in at the moment')
  }
}

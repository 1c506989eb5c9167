/** The most that is read of a mail, in bytes: what a report says stands at its beginning. */
export const MOST_BYTES = 256 * 1024

/** A mail that came back, as a door hands it over. */
export interface Arrived {
  /** Its first `MOST_BYTES`. */
  raw: Buffer
  /** How large the whole mail is, in bytes. */
  size: number
  /** Its envelope recipients; empty where the door knows none. */
  to: readonly string[]
  /** Its envelope sender, empty for `<>`; null where the door knows none. */
  from: string | null
  door: 'listener' | 'mailbox' | 'file'
}

/**
 * Takes a mail in. Resolves when its effect is in the database; rejects if it cannot be now: then
 * the door keeps it, or asks to be sent it later.
 */
export type TakeIn = (mail: Arrived) => Promise<void>

/** Thrown by `TakeIn` if too many mails come in that prove nothing. */
export class TooMany extends Error {}

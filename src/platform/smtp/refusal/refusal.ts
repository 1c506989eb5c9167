/**
 * What a refusal means for the mailbox that it is about.
 * - `hard`: it does not exist, or not any more, and will not come back.
 * - `full`: it exists and takes nothing until its owner tidies up.
 * - `soft`: it did not take this mail, for a reason that may pass.
 * - `policy`: the mail, the sender or the server was refused; the fault is ours.
 * - `delayed`: nothing is decided yet; the mail server still tries.
 * - `unknown`: no rule knows it; counted as `soft`.
 */
export type RefusalKind = 'hard' | 'soft' | 'full' | 'policy' | 'delayed' | 'unknown'

/** What a mail server said, as far as it is known. */
export interface Refusal {
  /** Reply code (RFC 5321, 4.2), or null. */
  code: number | null
  /** Enhanced status code (RFC 3463), or null. */
  status: string | null
  /** The words of the reply; empty if there are none. */
  text: string
}

/** What the table says of a refusal, and the name of the row that decided. */
export interface Judgement { kind: RefusalKind, rule: string }

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

/** What is wrong with us, if a refusal is about us. */
export type RefusalFault = 'policy' | 'sender-refused' | 'too-large'

/** What a mail server said, as far as it is known. */
export interface Refusal {
  /** Reply code (RFC 5321, 4.2), or null. */
  code: number | null
  /** Enhanced status code (RFC 3463), or null. */
  status: string | null
  /** The words of the reply; empty if there are none. */
  text: string
}

/** What the table says of a refusal. */
export interface Judgement {
  kind: RefusalKind
  /** The name of the row that decided. */
  rule: string
  /** Of the kind `policy`; null for the others. */
  fault: RefusalFault | null
}

/** One row of the table. Its name is shown to operators and does not change. */
export interface Row {
  rule: string
  kind: RefusalKind
  /** Of the kind `policy`: `policy`, unless the row says something finer. */
  fault?: RefusalFault
  /** The section of an RFC, or the public documentation of who speaks so. */
  source: string
}

/** A row that a code leads to. */
export interface CodeRow extends Row {
  /** What the code is, whole. */
  code: RegExp
  /** Words of these kinds are believed, not this code. */
  yieldsTo: readonly RefusalKind[] | 'all'
}

/** A row that words lead to, in a text that `plainWords` has made plain. */
export interface WordRow extends Row { words: RegExp }

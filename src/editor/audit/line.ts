import { createHash } from 'node:crypto'

/** Who did what. `details` is JSON as it is stored, and never holds an address. */
export interface AuditEntry {
  /** The id of an account, `COMMAND_LINE` or `MAILER`. */
  actor: string
  /** What was done, such as `account.disabled`. */
  action: string
  details: string
}

/** A line of the audit, with its place in the chain. */
export interface AuditLine extends AuditEntry {
  /** From 1, without a gap. */
  number: number
  at: Date
  hashBefore: Buffer
  hash: Buffer
}

/** The actor of what was done at the command line, by somebody with the operators' rights. */
export const COMMAND_LINE = 'command line'

/** The actor of what a rule does when its time has come. */
export const MAILER = 'mailer'

/**
 * The SHA-256 of a line: of the hash before it in hexadecimal, its number, its time in ISO 8601,
 * its actor, its action and its details, each ended by a line feed. An export is enough to
 * compute it.
 */
export function hashLine ({ hashBefore, number, at, actor, action, details }: Omit<AuditLine, 'hash'>): Buffer {
  const fields = `${hashBefore.toString('hex')}\n${number}\n${at.toISOString()}\n${actor}\n${action}\n${details}\n`
  return createHash('sha256').update(fields).digest()
}

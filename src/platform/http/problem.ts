/** What people read when something cannot be done: what happened, and what they can do now. German, "Sie". */
export interface ProblemText { heading: string, message: string, hint?: string }

/**
 * A failure that its cause can do something about. Features throw it; the web answers it as a German page for people and as a
 * problem document (RFC 9457) for programs. Anything else that is thrown is our own fault and
 * answered as 500, without its message.
 */
export class Problem extends Error {
  constructor (
    /** Stable name for programs, in lower-case with hyphens. */
    readonly code: string,
    /** HTTP status. */
    readonly status: number,
    readonly text: ProblemText,
    /** When to try again, if waiting helps. */
    readonly retryAfterSeconds?: number
  ) {
    super(code)
  }
}

/** What people read when something cannot be done: what happened, and what they can do now. */
export interface ProblemText { heading: string, message: string, hint?: string }

/**
 * A failure that the caller can fix. Rooms throw it; each zone of the web answers it in its own
 * form. Anything else that is thrown is our own fault, and answered as 500 without its message.
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

export const PROBLEM_TYPE = 'application/problem+json'

/** A problem as a document for programs (RFC 9457). */
export function problemDocument ({ code, status, text }: Problem): string {
  return JSON.stringify({
    type: `urn:integrationsbrief:problem:${code}`,
    title: text.heading,
    status,
    detail: [text.message, text.hint].filter(Boolean).join(' ')
  })
}

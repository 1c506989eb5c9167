const MINUTE_MS = 60_000
/** The least time between two mails to one mailbox that sign-ups cause. */
const PAUSE_MS = 15 * MINUTE_MS
const MAILS_A_DAY = 3
/** How far the clocks of two web processes may be apart. */
const CLOCK_SKEW_MS = MINUTE_MS

export const DAY_MS = 24 * 60 * MINUTE_MS

/**
 * The requests of the last day. One that lies in the future is from a clock that was wrong, and
 * would never end.
 */
export function recentRequests (askedAt: readonly Date[], now: Date): Date[] {
  return askedAt.filter(at => now.getTime() - at.getTime() < DAY_MS && !isAhead(at, now))
}

/** Which limit keeps a mailbox from getting one more mail now. */
export type MailLimit = 'day' | 'pause'

/** The limit that one more mail would exceed, after the recent requests; null for none. */
export function exceededLimit (recent: readonly Date[], now: Date): MailLimit | null {
  if (recent.length >= MAILS_A_DAY) return 'day'
  return recent.every(at => now.getTime() - at.getTime() >= PAUSE_MS) ? null : 'pause'
}

/** When a request that is remembered must have been made by a wrong clock. */
export function latestPossible (now: Date): Date {
  return new Date(now.getTime() + CLOCK_SKEW_MS)
}

function isAhead (at: Date, now: Date): boolean {
  return at > latestPossible(now)
}

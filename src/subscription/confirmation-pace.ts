import { randomInt } from 'node:crypto'
import type { Pool } from 'pg'
import type { Log } from '../platform/log/log.js'
import { SUBSCRIPTION_MAIL } from './job-names.js'
import { peekPace, recoverPace, recoverWaiting } from './subscription.queries.js'

/**
 * Mails that answer sign-ups leave one after the other, at a common rate of all processes, on two
 * lanes that have half of it each: `first` for the first sign-ups of a network, `further` for those
 * that follow within the window. So a flood from some networks makes itself wait, and hardly anyone
 * else.
 */
export type Lane = 'first' | 'further'

const LANES = 2
/** As many as an office or a household may need at once. */
const FIRST_OF_A_NETWORK = 3

export function laneOf (ordinalInNetwork: number): Lane {
  return ordinalInNetwork <= FIRST_OF_A_NETWORK ? 'first' : 'further'
}

/** How long a mail keeps its lane from the next, in seconds. */
export function secondsEach (mailsPerMinute: number): number {
  return LANES * 60 / mailsPerMinute
}

/** How many seconds a mail would wait now. */
export async function peekWait ({ pool }: { pool: Pool }, lane: Lane): Promise<number> {
  return (await peekPace.maybeOne({ lane }, pool))?.startsIn ?? 0
}

const MINUTE_SECONDS = 60
const HOUR_SECONDS = 3600
const BLUR_MS = 30_000

/**
 * The wait that a page tells its reader, in whole minutes or hours; null for up to a minute. It is
 * blurred by half a minute: exact, it would show whether a sign-up a moment ago has caused a mail.
 */
export function announcedWait (seconds: number, blurMs = randomInt(BLUR_MS)): number | null {
  const blurred = seconds + blurMs / 1000
  if (blurred <= MINUTE_SECONDS) return null
  const unit = blurred > 2 * HOUR_SECONDS ? HOUR_SECONDS : MINUTE_SECONDS
  return Math.ceil(blurred / unit) * unit
}

const SLACK_SECONDS = 60
/** Each takes a fraction of a millisecond. */
const MOVED_AT_ONCE = 5_000

interface RecoverDeps { pool: Pool, log: Log, mailsPerMinute: number }

/**
 * Brings back what a database clock that was ahead put off: lanes taken until then, and mails that
 * wait for them. The longest possible wait is that of all waiting mails one by one.
 */
export async function recoverWaits ({ pool, log, mailsPerMinute }: RecoverDeps): Promise<void> {
  const bounds = { job: SUBSCRIPTION_MAIL, each: secondsEach(mailsPerMinute), slackSeconds: SLACK_SECONDS }
  const lanes = await recoverPace.run(bounds, pool)
  const { count: mails } = await recoverWaiting.one({ ...bounds, limit: MOVED_AT_ONCE }, pool)
  if (lanes.length === 0 && mails === 0) return
  log.warn({ event: 'confirmations_recovered', mails },
    'the database clock was ahead: confirmation mails that would have waited too long were brought forward')
}

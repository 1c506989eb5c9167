import { setTimeout as delay } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { Log } from '../platform/log/log.js'
import { reservePace } from './delivery.queries.js'

/**
 * Resolves when the next mail may leave; at once if there is no limit. Rejects when `stopping` is
 * aborted.
 */
export type RateLimiter = (stopping: AbortSignal) => Promise<void>

/** Length of the time slice that a mailer reserves at once. */
const SPAN_SECONDS = 0.5
/**
 * A mailer reserves one slice ahead, of at most a second: only a wrong clock can be further ahead
 * than this.
 */
const MOST_AHEAD_SECONDS = 60

export interface RateLimiterDeps { pool: Pool, log: Log, rate: number | undefined }

/**
 * One rate limit for all mailers on a database: each reserves short slices of a common timeline and
 * spreads its mails evenly over them. `rate` is mails per second. A timeline that a wrong clock has
 * moved into the future begins again now.
 */
export function createRateLimiter ({ pool, log, rate }: RateLimiterDeps): RateLimiter {
  if (rate === undefined) return async () => {}
  const each = 1 / rate
  const mails = Math.max(1, Math.round(rate * SPAN_SECONDS))
  let left = 0
  let next = 0
  let reserving: Promise<void> | undefined

  async function reserve (): Promise<void> {
    const asked = performance.now() / 1000
    const [row] = await reservePace.run({ seconds: mails * each, mostSeconds: MOST_AHEAD_SECONDS }, pool)
    if (row?.corrected === true) {
      log.warn({ event: 'clock_was_wrong', pace: 1 },
        'the next mail was to leave in the far future, as after a clock that was wrong: it leaves now')
    }
    next = Math.max(asked, (asked + performance.now() / 1000) / 2 + (row?.startsIn ?? 0))
    left = mails
  }

  return async stopping => {
    while (left === 0) {
      reserving ??= reserve().finally(() => { reserving = undefined })
      await reserving
    }
    left--
    const at = next
    next += each
    const wait = (at - performance.now() / 1000) * 1000
    if (wait > 0) await delay(wait, undefined, { signal: stopping })
  }
}

import type { Pool } from 'pg'
import type { Clock } from '../clock.js'

/** What erases what is over needs. It ends after the portion in hand when `stopping` is aborted. */
export interface EraseDeps { pool: Pool, clock: Clock, stopping?: AbortSignal }

/** What has been kept for this many seconds is over. */
export interface KeptFor { keptSeconds: number }

/** Rows a transaction: each takes some milliseconds, however many there are in all. */
const AT_ONCE = 500

/**
 * Repeats `act` until it finds less than a whole portion. Returns the total. It can be stopped and
 * run again at any time.
 */
export async function inPortions (
  { stopping }: Pick<EraseDeps, 'stopping'>, act: (limit: number) => Promise<{ count: number }>
): Promise<number> {
  let total = 0
  let more = true
  while (more && stopping?.aborted !== true) {
    const { count } = await act(AT_ONCE)
    total += count
    more = count >= AT_ONCE
  }
  return total
}

/** The time before which something is over. */
export function endedBefore ({ clock }: Pick<EraseDeps, 'clock'>, { keptSeconds }: KeptFor): Date {
  return new Date(clock.now().getTime() - keptSeconds * 1_000)
}

/** When something is over that began at a time; null for nothing. */
export function endOf (at: Date | null, { keptSeconds }: KeptFor): Date | null {
  return at === null ? null : new Date(at.getTime() + keptSeconds * 1_000)
}

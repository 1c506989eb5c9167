import { setTimeout as delay } from 'node:timers/promises'

/** Several times what the slowest path takes. */
const ANSWER_EVERY_MS = 100

/**
 * Waits until a whole multiple of 100 ms has passed since `start` (of `performance.now()`), so that
 * the time of an answer tells nothing of whether an address is known.
 */
export async function evenOut (start: number): Promise<void> {
  await delay(ANSWER_EVERY_MS - (performance.now() - start) % ANSWER_EVERY_MS)
}

import type { Pool } from 'pg'
import type { Log } from '../log/log.js'
import { correctTimes } from './jobs.queries.js'

/** So far may a time lie in the future without any clock having been wrong. */
export const SLACK_SECONDS = 5

/**
 * Corrects times in the future that only a wrong clock can have written: signs of life and locks
 * become as old as now, a waiting job keeps the wait it was given, counted from now, and the
 * timetable goes on. Without that, all of it would rest until the time has come.
 */
export async function correctFutureTimes ({ pool, log }: { pool: Pool, log: Log }): Promise<void> {
  const [corrected] = await correctTimes.run({ slackSeconds: SLACK_SECONDS }, pool)
  if (corrected === undefined || Object.values(corrected).every(count => count === 0)) return
  log.warn(
    { event: 'clock_was_wrong', ...corrected },
    'corrected times in the future, as a clock that was wrong leaves them')
}

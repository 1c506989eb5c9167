import type { Log } from '../log/log.js'

export interface Repeating { stop: () => Promise<void> }

/**
 * Does something again and again, never twice at once, until it is stopped. After a failure, which
 * is logged, it goes on. The queue's timetable follows the clock of the day, which may be wrong;
 * this timer does not.
 */
export function repeat (
  { log, everyMs }: { log: Log, everyMs: number },
  name: string,
  act: () => Promise<void>
): Repeating {
  let running: Promise<void> | null = null
  const timer = setInterval(() => {
    running ??= act()
      .catch((error: unknown) => {
        log.warn({ event: 'timer_failed', err: error, task: name }, 'failed, and is tried again')
      })
      .finally(() => { running = null })
  }, everyMs).unref()
  return {
    async stop () {
      clearInterval(timer)
      await running
    }
  }
}

import { setTimeout as delay } from 'node:timers/promises'
import type { Runner } from 'graphile-worker'
import type { Log } from '../log/log.js'

const RESTART_AFTER_MS = 1_000

export interface Supervisor {
  /** Resolves when the first runner runs. Rejects if it cannot start. */
  begin: () => Promise<void>
  /** Ends the runner, so that a new one takes its place. */
  restart: () => void
  /** Ends the runner for good, when its jobs in flight have ended. */
  stop: () => Promise<void>
}

/**
 * Keeps one runner of the queue going: one that ends, because its database has gone away, is
 * followed by another.
 */
export function createSupervisor (
  { log, stopping }: { log: Log, stopping: AbortSignal },
  start: () => Promise<Runner>
): Supervisor {
  let runner: Runner | undefined
  let supervised = Promise.resolve()

  /** Tries until a runner has started. Null if it is stopped meanwhile. */
  async function startAgain (): Promise<Runner | null> {
    for (;;) {
      await delay(RESTART_AFTER_MS, undefined, { signal: stopping }).catch(() => {})
      if (stopping.aborted) return null
      try {
        return await start()
      } catch (error) {
        log.error({ event: 'queue_start_failed', err: error }, 'queue cannot start')
      }
    }
  }

  async function supervise (first: Runner): Promise<void> {
    for (let current: Runner | null = first; current !== null; current = await startAgain()) {
      runner = current
      // A runner that was started while we were asked to stop has not heard of it.
      if (stopping.aborted) await current.stop().catch(() => {})
      await current.promise.catch(error => { log.error({ event: 'queue_stopped', err: error }, 'queue stopped') })
      runner = undefined
    }
  }

  return {
    async begin () {
      supervised = supervise(await start())
    },
    restart: () => { runner?.stop().catch(() => {}) },
    async stop () {
      await runner?.stop().catch(error => {
        log.warn({ event: 'queue_stopped_uncleanly', err: error }, 'queue stopped uncleanly')
      })
      await supervised
    }
  }
}

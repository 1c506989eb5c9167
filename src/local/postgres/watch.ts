import { setTimeout as delay } from 'node:timers/promises'
import type { Log } from '../../platform/log/log.js'

const LOOK_EVERY_MS = 1_000
const RETRY_MS = 5_000

export interface WatchDeps {
  log: Pick<Log, 'error' | 'info'>
  lives: () => Promise<boolean>
  /** Starts the server again unless another program has done so; says whether it was us. */
  restart: (signal: AbortSignal) => Promise<boolean>
}

/**
 * Watches a server that is not our child process, and starts it again when it dies. The result ends
 * the watch, and aborts a start that is under way.
 */
export function watchServer ({ log, lives, restart }: WatchDeps): () => Promise<void> {
  const over = new AbortController()
  const pause = async (ms: number): Promise<void> => {
    await delay(ms, undefined, { signal: over.signal, ref: false }).catch(() => {})
  }

  async function bringBack (): Promise<void> {
    log.error({ event: 'embedded_server_gone' }, 'PostgreSQL has ended unasked, and is started again')
    while (!over.signal.aborted) {
      try {
        if (await restart(over.signal)) log.info({ event: 'embedded_server_restarted' }, 'PostgreSQL is running again')
        return
      } catch (error) {
        if (over.signal.aborted) return
        log.error({ event: 'embedded_server_restart_failed', err: error }, 'PostgreSQL cannot be started again')
        await pause(RETRY_MS)
      }
    }
  }

  const watched = (async () => {
    while (!over.signal.aborted) {
      await pause(LOOK_EVERY_MS)
      if (!over.signal.aborted && !await lives()) await bringBack()
    }
  })()
  return async () => {
    over.abort()
    await watched
  }
}

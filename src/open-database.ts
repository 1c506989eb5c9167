import { join } from 'node:path'
import type { Config } from './config.js'
import { startEmbeddedPostgres } from './local/postgres/embedded-postgres.js'
import type { CleanupStack } from './platform/cleanup-stack.js'
import type { Log } from './platform/log/log.js'

export interface OpenDatabase { url: string, /** True if no other program uses it. */ exclusive: boolean }

/**
 * The database of the settings, or the embedded one, started or joined. Rejects when `ending` is
 * aborted meanwhile.
 */
export async function openDatabase (
  config: Config,
  log: Log,
  cleanup: CleanupStack,
  ending?: AbortSignal
): Promise<OpenDatabase> {
  if (config.database.url !== undefined) return { url: config.database.url, exclusive: false }
  const dir = join(config.local.dataDir, 'postgres')
  const embedded = await startEmbeddedPostgres({ dir, log, ...(ending === undefined ? {} : { signal: ending }) })
  cleanup.add(embedded.stop)
  return { url: embedded.url, exclusive: embedded.exclusive }
}

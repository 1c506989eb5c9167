import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { createPool } from '../../src/platform/database/pool.js'
import { startEmbeddedPostgres } from '../../src/local/postgres/embedded-postgres.js'
import { migrate } from '../../src/platform/database/migrate.js'

/**
 * For data that nobody needs tomorrow: nothing waits for the disk. A database that is just being
 * vacuumed could not be dropped by its owner.
 */
export const FORGETFUL = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: 200
}

const log = pino({ level: 'silent' })

/** A temporary PostgreSQL. The database that `url` names is migrated, and is there to be cloned. */
export async function startTestServer (): Promise<{ url: string, stop: () => Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'integrationsbrief-test-'))
  const removeFolder = async () => await rm(dir, { recursive: true, force: true })
  try {
    // As root, the server is another user, who must get in.
    await chmod(dir, 0o755)
    const postgres = await startEmbeddedPostgres({
      dir: join(dir, 'postgres'), log, settings: FORGETFUL, watched: false
    })
    const stop = async () => {
      await postgres.stop()
      await removeFolder()
    }
    const pool = createPool({ url: postgres.url, max: 3, name: 'template', log })
    try {
      await migrate({ pool, log })
    } catch (error) {
      await stop()
      throw error
    } finally {
      await pool.end()
    }
    return { url: postgres.url, stop }
  } catch (error) {
    await removeFolder()
    throw error
  }
}

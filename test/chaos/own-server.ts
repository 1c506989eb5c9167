import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import { createPool } from '../../src/platform/database/pool.js'
import { startEmbeddedPostgres } from '../../src/local/postgres/embedded-postgres.js'
import { findBinaries } from '../../src/local/postgres/binaries.js'
import { clusterFolder, clusterOwner } from '../../src/local/postgres/cluster.js'
import { chooseLauncher } from '../../src/local/postgres/launcher.js'
import { migrate } from '../../src/platform/database/migrate.js'
import { dataFolder } from '../support/cli.js'
import { startStandby, type Standby } from './standby.js'
import type { Test } from '../support/test.js'

/**
 * What is committed survives the server, as in earnest, but not the machine: nothing is forced to
 * the disk, which a test cannot pull the plug of. A database that is just being vacuumed could not
 * be dropped.
 */
const SURVIVES_THE_SERVER = { fsync: 'off', full_page_writes: 'off', autovacuum: 'off', max_connections: 200 }

const CONNECTIONS = 10

export interface OwnServer {
  url: string
  pool: pg.Pool
  /** Kills all processes of the server (`-m immediate`) and starts it again at the same port. */
  restart: () => Promise<void>
  /** Kills them for good. */
  kill: () => Promise<void>
  /** Makes a standby that follows the server from now on, asynchronously. */
  addStandby: () => Promise<Standby>
}

/** A PostgreSQL server for one round, with a migrated database. */
export async function ownServer (t: Test): Promise<OwnServer> {
  const log = pino({ level: 'silent' })
  const dir = join(await dataFolder(t), 'postgres')
  const { url, stop } = await startEmbeddedPostgres({ dir, log, settings: SURVIVES_THE_SERVER, watched: false })
  t.after(stop)
  const binaries = await findBinaries(join(dir, 'lib'))
  const launcher = await chooseLauncher(binaries, dir, await clusterOwner(dir))
  const pool = createPool({ url, max: CONNECTIONS, name: 'chaos', log })
  t.after(async () => { if (!pool.ended) await pool.end() })
  await migrate({ pool, log })
  const cluster = clusterFolder(dir)
  const control = async (...args: string[]): Promise<void> => await launcher.run(binaries.pgCtl, args)
  return {
    url,
    pool,
    restart: async () => {
      const serverLog = join(cluster, 'restarted.log')
      await control('restart', '-D', cluster, '-m', 'immediate', '-w', '-t', '30', '-l', serverLog)
    },
    kill: async () => await control('stop', '-D', cluster, '-m', 'immediate', '-w', '-t', '30'),
    addStandby: async () =>
      await startStandby(t, { url, cluster, launcher, control, settings: SURVIVES_THE_SERVER, log })
  }
}

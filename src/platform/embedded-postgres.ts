import { mkdir, realpath } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { BaseLogger } from 'pino'
import { findBinaries } from './embedded/binaries.js'
import { addUser, countUsers, withLock } from './embedded/claim.js'
import { clusterOwner, makeCluster } from './embedded/cluster.js'
import { chooseLauncher } from './embedded/launcher.js'
import { findRunning, startServer, stopServer, type ServerSettings } from './embedded/server.js'

export interface EmbeddedPostgres {
  url: string
  /** Whether the server was already running: another program uses it, or an earlier one was killed. */
  adopted: boolean
  /** Whether no other living program used the server when we came. */
  alone: boolean
  /** Says that we no longer need the server. The last program to say so stops it. */
  stop: () => Promise<void>
}

export interface EmbeddedOptions {
  /** The folder of our own that holds data, password and log. It is made if there is none. */
  dir: string
  log: Pick<BaseLogger, 'info'>
  /** Server settings over those of PostgreSQL. `fsync: 'off'` also makes the data faster, and is for tests alone. */
  settings?: ServerSettings
}

/**
 * Starts PostgreSQL from the npm package, on a free port of 127.0.0.1, with its data in a folder of
 * ours; or joins the server that serves this folder already. Any number of programs may share it.
 * A server that outlived its program, or died with it, is taken over or started again without loss.
 * Throws an Error of one line that names a way out.
 */
export async function startEmbeddedPostgres ({ dir, log, settings = {} }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const folder = await makeFolder(dir)
  const binaries = await findBinaries(join(folder, 'lib'))
  const launcher = await chooseLauncher(binaries, folder, await clusterOwner(folder))
  return await withLock(folder, async () => {
    const running = await findRunning(folder)
    if (running === null && await clusterOwner(folder) === null) {
      log.info({ folder }, 'making a new database')
      await makeCluster(folder, binaries, launcher, settings['fsync'] !== 'off')
    }
    const url = running ?? await startServer(folder, binaries, launcher, settings)
    const alone = await countUsers(folder) === 0
    const leave = await addUser(folder)
    log.info({ folder, adopted: running !== null }, 'PostgreSQL is running')
    return {
      url,
      adopted: running !== null,
      alone,
      stop: async () => await withLock(folder, async () => {
        await leave()
        if (await countUsers(folder) === 0) await stopServer(folder, binaries, launcher)
      })
    }
  })
}

/** The URL of the server that a running program has started in this folder, or null if there is none. */
export async function connectToEmbedded (dir: string): Promise<string | null> {
  const folder = await realpath(dir).catch(() => null)
  return folder === null ? null : await findRunning(folder)
}

/** Makes the folder and returns its one true name, as the server will know it. */
async function makeFolder (dir: string): Promise<string> {
  try {
    // The server may run as another user, who must get through; the data itself is closed to others.
    await mkdir(resolve(dir), { recursive: true, mode: 0o755 })
    const folder = await realpath(dir)
    await clusterOwner(folder)
    return folder
  } catch (error) {
    throw new Error(`cannot use ${resolve(dir)} (${(error as NodeJS.ErrnoException).code ?? String(error)}): set DATA_DIR to a folder of your own, or set DATABASE_URL`)
  }
}

import { mkdir, realpath } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Log } from '../../platform/log/log.js'
import { findBinaries } from './binaries.js'
import { addClient, countClients, withLock } from './usage.js'
import { clusterOwner, makeCluster } from './cluster.js'
import { chooseLauncher } from './launcher.js'
import { findRunning, livesServer, startServer, stopServer, type ServerSettings } from './process.js'
import { watchServer } from './watch.js'
import { codeOf } from '../../platform/errors.js'

export interface EmbeddedPostgres {
  url: string
  /**
   * Whether the server was already running: another program uses it, or an earlier one was killed.
   */
  joinedRunningServer: boolean
  /** Whether no other living program used the server when we came. */
  exclusive: boolean
  /** Says that we no longer need the server. The last program to say so stops it. */
  stop: () => Promise<void>
}

export interface EmbeddedOptions {
  /** The folder that holds data, password and log. It is made if there is none. */
  dir: string
  log: Pick<Log, 'error' | 'info'>
  /**
   * Server settings over those of PostgreSQL. `fsync: 'off'` also makes the data faster, and is for
   * tests alone.
   */
  settings?: ServerSettings
  /** Whether a server that dies is started again; false for a test that ends it on purpose. */
  watched?: boolean
  /** Breaks the start off. Nothing is left of it then. */
  signal?: AbortSignal
}

/**
 * Starts PostgreSQL from the npm package, on a free port of 127.0.0.1, with its data in a folder of
 * ours; or joins the server that serves this folder already. Any number of programs may share it.
 * A server that outlived its program, or died with it, is taken over or started again without loss;
 * one that dies while it is used is started again at the same port, by one of its programs.
 * Throws an Error of one line that names a way out.
 */
export async function startEmbeddedPostgres (options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { dir, log, watched = true, signal } = options
  const folder = await makeFolder(dir)
  const server = await describeServer(folder, options)
  return await withLock(folder, async () => {
    const running = await findRunning(folder, signal)
    const url = running ?? await startFirst(server, options)
    const exclusive = await countClients(folder) === 0
    const leave = await addClient(folder).catch(async (error: unknown) => {
      await server.stopUnused()
      throw error
    })
    log.info({ folder, joined: running !== null }, 'PostgreSQL is running')
    const endWatch = watched ? watch(server, log, url) : async () => {}
    return {
      url,
      joinedRunningServer: running !== null,
      exclusive,
      stop: async () => {
        await endWatch()
        await withLock(folder, async () => {
          await leave()
          await server.stopUnused()
        })
      }
    }
  }, signal)
}

/** The server of a folder, whether it runs or not. Call its functions while holding the lock. */
interface Server {
  folder: string
  make: (sync: boolean, signal?: AbortSignal) => Promise<void>
  start: (settings: ServerSettings, signal?: AbortSignal) => Promise<string>
  /** Stops it unless another program uses it. */
  stopUnused: () => Promise<void>
}

async function describeServer (folder: string, { settings = {} }: EmbeddedOptions): Promise<Server> {
  const binaries = await findBinaries(join(folder, 'lib'))
  const launcher = await chooseLauncher(binaries, folder, await clusterOwner(folder))
  return {
    folder,
    make: async (sync, signal) => await makeCluster({ binaries, launcher }, { dir: folder, sync }, signal),
    start: async (own, signal) => await startServer({ binaries, launcher }, folder, { ...settings, ...own }, signal),
    stopUnused: async () => {
      if (await countClients(folder) === 0) await stopServer({ binaries, launcher }, folder)
    }
  }
}

/** Starts the server, with a new database if there is none yet. */
async function startFirst (server: Server, { log, settings = {}, signal }: EmbeddedOptions): Promise<string> {
  if (await clusterOwner(server.folder) === null) {
    log.info({ folder: server.folder }, 'making a new database')
    await server.make(settings['fsync'] !== 'off', signal)
  }
  return await server.start({}, signal)
}

/** Starts the server again when it dies, at the same port, since other programs know its URL. */
function watch ({ folder, start }: Server, log: EmbeddedOptions['log'], url: string): () => Promise<void> {
  return watchServer({
    log,
    lives: async () => await livesServer(folder),
    restart: async signal => await withLock(folder, async () => {
      if (await findRunning(folder, signal) !== null) return false
      await start({ port: new URL(url).port }, signal)
      return true
    }, signal)
  })
}

/**
 * The URL of the server that a running program has started in this folder, or null if there is
 * none.
 */
export async function connectToEmbedded (dir: string): Promise<string | null> {
  const folder = await realpath(dir).catch(() => null)
  return folder === null ? null : await findRunning(folder)
}

/** Makes the folder and returns its one true name, as the server will know it. */
async function makeFolder (dir: string): Promise<string> {
  try {
    // The server may run as another user, who must get through; the data itself is closed to
    // others.
    await mkdir(resolve(dir), { recursive: true, mode: 0o755 })
    const folder = await realpath(dir)
    await clusterOwner(folder)
    return folder
  } catch (error) {
    throw new Error(`cannot use ${resolve(dir)} (${codeOf(error) ?? String(error)}): set ` +
      'DATA_DIR to a folder of your own, or set DATABASE_URL')
  }
}

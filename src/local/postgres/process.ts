import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { open, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { clusterFolder, neutralisePidFile, openServer, readPidFile, type PidFile, type Programs } from './cluster.js'
import { processCommand, processStamp } from './process-stamp.js'
import { messageOf } from '../../platform/errors.js'
import { freePort } from '../../platform/free-port.js'

const POLL_MS = 25
/** Recovery after a crash may have to read through a long log. */
const START_MS = 120_000
const ATTEMPTS = 20
const RETRY_MS = 500
const REFUSALS = 100
const LOG_BYTES = 10_000_000
/** A server that did not become ready has this long to end in good order. */
const GIVE_UP_MS = 3_000

/** Server settings by name, over those of PostgreSQL. The port is a free one if none is named. */
export type ServerSettings = Readonly<Record<string, string | number>>

/**
 * The URL of the server of this folder if there is one: used by another program, left behind by
 * one that was killed, or just being started. Throws an Error if it does not let us in, and when
 * `signal` is aborted.
 */
export async function findRunning (dir: string, signal?: AbortSignal): Promise<string | null> {
  return await awaitReady(dir, async pidFile => pidFile !== null && await isServer(dir, pidFile.pid), signal)
}

/** Whether the server of this folder lives, ready or not. */
export async function livesServer (dir: string): Promise<boolean> {
  const pidFile = await readPidFile(dir)
  return pidFile !== null && await isServer(dir, pidFile.pid)
}

/**
 * Starts the server on 127.0.0.1 and returns its URL. Throws an Error with the end of its log, and
 * when `signal` is aborted; then no server is left.
 */
export async function startServer (
  programs: Programs, dir: string, settings: ServerSettings, signal?: AbortSignal
): Promise<string> {
  const pidFile = await readPidFile(dir)
  if (pidFile !== null && !await isServer(dir, pidFile.pid)) await neutralisePidFile(dir)
  const log = join(dir, 'postgres.log')
  await shorten(log)
  for (let attempt = 1; ; attempt++) {
    const start = (await stat(log).catch(() => ({ size: 0 }))).size
    const url = await launch(programs, { dir, log }, { port: await freePort(), ...settings }, signal)
    if (url !== null) return url
    const said = (await readFile(log)).subarray(start).toString()
    // Both faults pass: the processes of a server that was killed need a moment to notice, and
    // another program may have been given the same free port.
    const passing = /pre-existing shared memory block|could not bind|could not create any TCP/.test(said)
    if (!passing || attempt === ATTEMPTS) {
      throw new Error(`PostgreSQL does not start: ${lastFault(said)} (all of it in ${log})`)
    }
    await delay(RETRY_MS, undefined, signal && { signal })
  }
}

/** Ends the server: open transactions are rolled back, everything committed is on the disk. */
export async function stopServer ({ binaries: { pgCtl }, launcher }: Programs, dir: string): Promise<void> {
  const stop = async (mode: string): Promise<void> =>
    await launcher.run(pgCtl, ['stop', '-D', clusterFolder(dir), '-m', mode, '-w', '-t', '8'])
  try {
    await stop('fast')
  } catch (error) {
    const pidFile = await readPidFile(dir)
    if (pidFile === null || !await isServer(dir, pidFile.pid)) return
    await stop('immediate').catch(() => { throw error })
  }
}

const OUR_SETTINGS: ServerSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC'
}

/** Starts the server and returns its URL, or null if it ends before it is ready. */
async function launch (
  { binaries: { postgres }, launcher }: Programs,
  { dir, log }: { dir: string, log: string },
  settings: ServerSettings,
  signal?: AbortSignal
): Promise<string | null> {
  signal?.throwIfAborted()
  const all = Object.entries({ ...OUR_SETTINGS, ...settings })
  const options = all.flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const output = await open(log, 'a', 0o600)
  const child = launcher.launch(postgres, ['-D', clusterFolder(dir), ...options], output.fd)
  let ended = false
  child.once('exit', () => { ended = true })
  child.once('error', () => { ended = true })
  await output.close()
  let url: string | null = null
  try {
    url = await awaitReady(dir, async () => !ended, signal)
  } finally {
    if (url === null && !ended) await giveUp(child)
  }
  return url
}

/** Ends a server that did not become ready: in good order, or else at once, as after a crash. */
async function giveUp (server: ChildProcess): Promise<void> {
  const exit = once(server, 'exit')
  server.kill('SIGINT')
  const ended = await Promise.race([exit, delay(GIVE_UP_MS, null)])
  if (ended !== null) return
  server.kill('SIGQUIT')
  await exit
}

/**
 * Waits until the server lets us in, and returns its URL. Returns null as soon as `stillPossible`
 * returns false.
 */
async function awaitReady (
  dir: string,
  stillPossible: (pidFile: PidFile | null) => Promise<boolean>,
  signal?: AbortSignal
): Promise<string | null> {
  let refusals = 0
  const deadline = performance.now() + START_MS
  while (performance.now() < deadline) {
    signal?.throwIfAborted()
    const pidFile = await readPidFile(dir)
    if (!await stillPossible(pidFile)) return null
    try {
      // The file may still be that of the previous server.
      if (pidFile?.ready === true && await isServer(dir, pidFile.pid)) return await openServer(dir, pidFile.port)
    } catch (error) {
      // The server may have begun to stop since it wrote that it is ready.
      if (++refusals === REFUSALS) {
        throw new Error(`PostgreSQL in ${dir} runs but cannot be used: ${messageOf(error)}`)
      }
    }
    await delay(POLL_MS)
  }
  return null
}

async function isServer (dir: string, pid: number): Promise<boolean> {
  return await processStamp(pid) !== null && (await processCommand(pid)).includes(`-D ${clusterFolder(dir)} `)
}

async function shorten (log: string): Promise<void> {
  const { size } = await stat(log).catch(() => ({ size: 0 }))
  if (size > LOG_BYTES) await rename(log, `${log}.old`)
}

function lastFault (said: string): string {
  const lines = said.trim().split('\n')
  const fault = lines.findLast(line => /FATAL|PANIC|ERROR/.test(line)) ?? lines.at(-1) ?? ''
  return fault.replace(/^.*?(?=FATAL|PANIC|ERROR)/, '')
}

import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { processStamp } from './process-stamp.js'
import { hasCode } from '../../platform/errors.js'

const RETRY_MS = 50
const TIMEOUT_MS = 90_000
/**
 * Notes of the programs that use the server. During an upgrade old and new ones must see each
 * other: keep the name.
 */
const CLIENTS_FOLDER = 'users'

/**
 * Runs `act` while no other program does so for the same folder. A lock whose program has died is
 * taken over. Throws an Error of one line if another program keeps it for 90 s, and when `signal`
 * is aborted.
 */
export async function withLock<T> (dir: string, act: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  const lock = join(dir, 'lock')
  const own = `${lock}.${randomUUID()}`
  await writeFile(own, await describeSelf(), { mode: 0o600 })
  try {
    // A link is made whole or fails because the name is taken: nobody sees half a lock.
    const deadline = performance.now() + TIMEOUT_MS
    while (!await tryLink(own, lock)) {
      signal?.throwIfAborted()
      if (await removeStale(lock)) continue
      if (performance.now() > deadline) throw new Error(`another program holds ${lock}: ${await readOwner(lock)}`)
      await delay(RETRY_MS)
    }
    try {
      return await act()
    } finally {
      await rm(lock, { force: true })
    }
  } finally {
    await rm(own, { force: true })
  }
}

/**
 * Notes that this program uses the server. Call it while holding the lock; the result takes the
 * note back.
 */
export async function addClient (dir: string): Promise<() => Promise<void>> {
  const folder = join(dir, CLIENTS_FOLDER)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const note = join(folder, randomUUID())
  await writeFile(note, await describeSelf(), { mode: 0o600 })
  return async () => await rm(note, { force: true })
}

/**
 * How many programs use the server; the notes of dead ones are removed. Call it while holding the
 * lock.
 */
export async function countClients (dir: string): Promise<number> {
  const folder = join(dir, CLIENTS_FOLDER)
  let clients = 0
  for (const name of await readdir(folder).catch(() => [])) {
    const note = join(folder, name)
    if (await isAlive(await readOwner(note))) clients++
    else await rm(note, { force: true })
  }
  return clients
}

async function tryLink (own: string, lock: string): Promise<boolean> {
  try {
    await link(own, lock)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

/**
 * Removes the lock of a dead program. Puts it back if another program was faster and the lock is
 * its own by now.
 */
async function removeStale (lock: string): Promise<boolean> {
  const owner = await readOwner(lock)
  if (owner === null) return true
  if (await isAlive(owner)) return false
  const aside = `${lock}.${randomUUID()}`
  await rename(lock, aside).catch(() => {})
  if (await isAlive(await readOwner(aside))) await tryLink(aside, lock)
  await rm(aside, { force: true })
  return true
}

async function describeSelf (): Promise<string> {
  return `process ${process.pid} ${await processStamp(process.pid)}`
}

async function readOwner (file: string): Promise<string | null> {
  return await readFile(file, 'utf8').catch(() => null)
}

async function isAlive (owner: string | null): Promise<boolean> {
  const [, pid, stamp] = /^process (\d+) (.+)$/.exec(owner ?? '') ?? []
  return pid !== undefined && await processStamp(Number(pid)) === stamp
}

import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { processStamp } from './process-stamp.js'
import { hasCode } from '../../platform/errors.js'

const RETRY_MS = 50
const PATIENCE_MS = 90_000

/**
 * Runs `act` while no other program does so for the same folder. A lock whose program has died is
 * taken over. Throws an Error of one line if another program keeps it for a minute and a half. Waiting ends when
 * `signal` is aborted.
 */
export async function withLock<T> (dir: string, act: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  const lock = join(dir, 'lock')
  const own = `${lock}.${randomUUID()}`
  await writeFile(own, await describeSelf(), { mode: 0o600 })
  try {
    // A link either is made whole or fails because the name is taken: no half-written lock is ever seen.
    for (const start = performance.now(); !await tryLink(own, lock);) {
      signal?.throwIfAborted()
      if (await removeStale(lock)) continue
      if (performance.now() - start > PATIENCE_MS) throw new Error(`another program holds ${lock}: ${await readOwner(lock)}`)
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

/** Notes that this program uses the server. Call it while holding the lock; the result takes the note back. */
export async function addClient (dir: string): Promise<() => Promise<void>> {
  const folder = join(dir, 'users')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const note = join(folder, randomUUID())
  await writeFile(note, await describeSelf(), { mode: 0o600 })
  return async () => await rm(note, { force: true })
}

/** How many programs use the server; the notes of dead ones are removed. Call it while holding the lock. */
export async function countClients (dir: string): Promise<number> {
  const folder = join(dir, 'users')
  let users = 0
  for (const name of await readdir(folder).catch(() => [])) {
    const note = join(folder, name)
    if (await isAlive(await readOwner(note))) users++
    else await rm(note, { force: true })
  }
  return users
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

/** Takes away a dead program's lock; puts it back if meanwhile another had done so and it is a live one's. */
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

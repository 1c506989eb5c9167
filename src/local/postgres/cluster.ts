import { randomBytes } from 'node:crypto'
import { chown, mkdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { Binaries } from './binaries.js'
import type { Launcher, Owner } from './launcher.js'
import { hasCode } from '../../platform/errors.js'

/** The role that the service works as, with no more rights than it needs, and its database. */
const NAME = 'integrationsbrief'
/** The role that makes that role and that database, and is not used again. */
const SUPERUSER = 'postgres'
/** Their passwords. Folders that were made by the first version have one file, for both. */
const PASSWORD_FILE = 'password'
const SUPERUSER_PASSWORD_FILE = 'superuser-password'
const CONNECT_MS = 3_000

/** Where the data of PostgreSQL lies in our folder. */
export function clusterFolder (dir: string): string {
  return join(dir, 'cluster')
}

/** Who owns the data, or null if there is none yet. */
export async function clusterOwner (dir: string): Promise<Owner | null> {
  try {
    const { uid, gid } = await stat(clusterFolder(dir))
    return { uid, gid }
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}

/** PostgreSQL's programs, and what starts them as the right user. */
export interface Programs { binaries: Binaries, launcher: Launcher }

/** Where a cluster is made; without `sync`, the system may write it to the disk later. */
export interface NewCluster { dir: string, sync: boolean }

/**
 * Makes an empty cluster: UTF-8, sorted by code point, random passwords. It gets its name only
 * when it is whole, so that a start that was killed is simply done again. When `signal` is
 * aborted, nothing is left of it.
 */
export async function makeCluster (
  { binaries: { initdb }, launcher }: Programs, { dir, sync }: NewCluster, signal?: AbortSignal
): Promise<void> {
  const unfinished = `${clusterFolder(dir)}.new`
  const passwordFile = `${unfinished}.password`
  const superuserPassword = randomPassword()
  await rm(unfinished, { recursive: true, force: true })
  await rm(passwordFile, { force: true })
  try {
    await mkdir(unfinished, { mode: 0o700 })
    await writeFile(passwordFile, superuserPassword, { mode: 0o600 })
    for (const path of [unfinished, passwordFile]) await give(path, launcher.owner)
    await launcher.run(initdb, [
      `--pgdata=${unfinished}`, `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256',
      '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions',
      ...(sync ? [] : ['--no-sync'])
    ], signal)
    await writeNew(join(dir, SUPERUSER_PASSWORD_FILE), superuserPassword)
    await writeNew(join(dir, PASSWORD_FILE), randomPassword())
    await rename(unfinished, clusterFolder(dir))
  } finally {
    await rm(passwordFile, { force: true })
    await rm(unfinished, { recursive: true, force: true })
  }
}

function randomPassword (): string {
  return randomBytes(24).toString('base64url')
}

async function writeNew (file: string, text: string): Promise<void> {
  await rm(file, { force: true })
  await writeFile(file, text, { mode: 0o600 })
}

/** What a server has written about itself in postmaster.pid. */
export interface PidFile { pid: number, port: number, ready: boolean }

/**
 * Reads the file of the server that runs or was killed; null if the last one has ended in good
 * order.
 */
export async function readPidFile (dir: string): Promise<PidFile | null> {
  const text = await readFile(join(clusterFolder(dir), 'postmaster.pid'), 'utf8').catch(() => null)
  if (text === null) return null
  const lines = text.split('\n').map(line => line.trim())
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7] === 'ready' }
}

/**
 * Replaces the pid in the file of a dead server. PostgreSQL would mistake the process that has this
 * pid now for a running server; in a container it can even be the dead server, if no parent reaps
 * it. The rest of the file stays: by it, PostgreSQL finds processes of the old server that still
 * run.
 */
export async function neutralisePidFile (dir: string): Promise<void> {
  const file = join(clusterFolder(dir), 'postmaster.pid')
  // No system gives a process such a high pid.
  await writeFile(file, (await readFile(file, 'utf8')).replace(/^\d+/, '2000000000'))
}

/**
 * The URL of our database on the server at `port`. Throws if it does not let us in or serves
 * another folder.
 */
export async function openServer (dir: string, port: number): Promise<string> {
  const url = await serverUrl(dir, port, SUPERUSER, 'postgres')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ folder: string }>('select current_setting(\'data_directory\') as folder')
    if (rows[0] === undefined || await realpath(rows[0].folder) !== await realpath(clusterFolder(dir))) {
      throw new Error(`port ${port} is another server's`)
    }
    await ensureDatabase(client, await readPassword(dir, PASSWORD_FILE))
    return await serverUrl(dir, port, NAME, NAME)
  } finally {
    await client.end().catch(() => {})
  }
}

async function ensureDatabase (client: pg.Client, password: string): Promise<void> {
  const { rowCount: roles } = await client.query('select from pg_roles where rolname = $1', [NAME])
  if (roles === 0) await client.query(`create role ${NAME} login createdb password ${client.escapeLiteral(password)}`)
  const { rowCount: databases } = await client.query('select from pg_database where datname = $1', [NAME])
  if (databases === 0) await client.query(`create database ${NAME} owner ${NAME}`)
}

async function serverUrl (dir: string, port: number, user: string, database: string): Promise<string> {
  const password = await readPassword(dir, user === SUPERUSER ? SUPERUSER_PASSWORD_FILE : PASSWORD_FILE)
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`
}

async function readPassword (dir: string, file: string): Promise<string> {
  const text = await readFile(join(dir, file), 'utf8').catch((error: unknown) => {
    if (!hasCode(error, 'ENOENT') || file === PASSWORD_FILE) throw error
    return readFile(join(dir, PASSWORD_FILE), 'utf8')
  })
  return text.trim()
}

/** Hands a file to the user that the server runs as. */
async function give (path: string, owner: Owner | null): Promise<void> {
  if (owner !== null) await chown(path, owner.uid, owner.gid)
}

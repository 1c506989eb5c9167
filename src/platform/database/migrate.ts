import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import type { Log } from '../log/log.js'
import type { Queryable } from './pool.js'
import { packagePath } from '../package-path.js'
import { messageOf } from '../errors.js'

/** Any number that nothing else in the database locks by. */
const LOCK = 7_300_412
const FILE_NAME = /^\d{3}_\w+\.sql$/
const MIGRATIONS = packagePath('sql', 'migrations')

interface Migration { name: string, sha256: string, sql: string }
type Applied = Pick<Migration, 'name' | 'sha256'>

export interface MigrateOptions {
  pool: pg.Pool
  log: Pick<Log, 'info'>
  /** Where the files `NNN_what.sql` are; by default those of the package. */
  folder?: string
  /** Breaks off, also where another program is waited for. */
  signal?: AbortSignal
}

/**
 * Brings the schema up to date: first that of the job queue, then our files in their order, each in
 * a transaction. Programs that start at once wait for one another. Returns the names of the files
 * it has applied. Throws an Error of one line if the database is newer than this program, or if a
 * file was changed after it had been applied.
 */
export async function migrate ({ pool, log, folder = MIGRATIONS, signal }: MigrateOptions): Promise<string[]> {
  const files = await readMigrations(folder)
  // A connection of its own: its lock may take longer than a pool lets a statement run.
  const client = new pg.Client({ ...pool.options, statement_timeout: 0, application_name: 'integrationsbrief migrate' })
  client.on('error', () => {})
  await client.connect()
  const breakOff = (): void => { client.end().catch(() => {}) }
  signal?.addEventListener('abort', breakOff)
  try {
    signal?.throwIfAborted()
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query('create table if not exists migration ' +
      '(name text primary key, sha256 text not null, applied_at timestamptz not null default now())')
    const pending = findPending(files, await readApplied(client))
    await runMigrations({ pgPool: pool })
    for (const migration of pending) {
      await apply(client, migration)
      log.info({ event: 'schema_changed', migration: migration.name }, 'schema changed')
    }
    return pending.map(({ name }) => name)
  } finally {
    signal?.removeEventListener('abort', breakOff)
    // Ends the session, and with it the lock.
    await client.end()
  }
}

/** Throws an Error of one line unless the schema is exactly the one that this program knows. */
export async function checkSchema ({ pool, folder = MIGRATIONS }: { pool: Queryable, folder?: string }): Promise<void> {
  const { rows: [row] } = await pool.query({ text: 'select to_regclass(\'migration\') is not null as exists' })
  const pending = findPending(await readMigrations(folder), row.exists === true ? await readApplied(pool) : [])
  if (pending.length === 0) return
  const names = pending.map(({ name }) => name).join(', ')
  throw new Error(`the database lacks ${names}: run integrationsbrief migrate`)
}

async function readMigrations (folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.sql')).sort()
  const numbers = names.map(name => name.slice(0, 3))
  const odd = names.find((name, index) => !FILE_NAME.test(name) || numbers.indexOf(name.slice(0, 3)) !== index)
  if (odd !== undefined) {
    throw new Error(`${join(folder, odd)}: a migration is named NNN_what.sql, each with a number of its own`)
  }
  return await Promise.all(names.map(async name => {
    const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  }))
}

async function readApplied (db: Queryable): Promise<Applied[]> {
  const { rows } = await db.query({ text: 'select name, sha256 from migration order by name' })
  return rows
}

/**
 * What of `files` is still to be applied. Throws if what was applied is not the beginning of it.
 */
function findPending (files: readonly Migration[], applied: readonly Applied[]): Migration[] {
  for (const [index, { name, sha256 }] of applied.entries()) {
    const file = files.find(file => file.name === name)
    if (file === undefined) {
      throw new Error(`the database is newer than this program (it has ${name}): install the newer version`)
    }
    if (file.sha256 !== sha256) {
      throw new Error(`${name} was changed after it had been applied: undo the change, and add a new migration`)
    }
    if (files[index] !== file) {
      throw new Error(`${files[index]?.name} comes before ${name}, which is applied already: give it a higher number`)
    }
  }
  return files.slice(applied.length)
}

async function apply (client: pg.Client, { name, sha256, sql }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into migration (name, sha256) values ($1, $2)', [name, sha256])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`${name}: ${messageOf(error)}`, { cause: error })
  }
}

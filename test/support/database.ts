import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { pino } from 'pino'
import { createPool } from '../../src/platform/database/pool.js'
import { hasCode } from '../../src/platform/errors.js'
import { startTestServer } from './test-server.js'
import type { Test } from './test.js'

export interface TestDatabase {
  url: string
  pool: pg.Pool
}

const CONNECTIONS = 10

/**
 * A migrated (or an empty) database of its own for a test file or a test, gone when `t` ends. It is
 * cloned on the server of the test run (`TEST_DATABASE_URL`); a file that is run by itself starts
 * one.
 */
export async function testDatabase (t: Test, { migrated = true } = {}): Promise<TestDatabase> {
  const template = process.env['TEST_DATABASE_URL'] ?? await startOwnServer(t)
  const name = `test_${randomBytes(8).toString('hex')}`
  const from = migrated ? nameIn(template) : 'template0'
  // Copied as files, which takes a fifth of the time where nothing waits for the disk.
  await onServer(template, `create database ${name} template ${from} strategy file_copy`)
  t.after(async () => await onServer(template, `drop database ${name} with (force)`))
  return open(t, inDatabase(template, name))
}

/**
 * A backup of a database as it is at this moment: another database with all that is in it. Whoever
 * is connected to the first one is cut off, and connects again.
 */
export async function backUp (t: Test, { url }: Pick<TestDatabase, 'url'>): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`
  for (let tries = 0; ; tries++) {
    try {
      await onServer(url, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${nameIn(url)}'`)
      await onServer(url, `create database ${name} template ${nameIn(url)}`)
      break
    } catch (error) {
      // Somebody was faster.
      if (!hasCode(error, '55006') || tries === 20) throw error
    }
  }
  t.after(async () => await onServer(url, `drop database ${name} with (force)`))
  return open(t, inDatabase(url, name))
}

function open (t: Test, url: string): TestDatabase {
  const pool = createPool({ url, max: CONNECTIONS, name: 'test', log: pino({ level: 'silent' }) })
  t.after(async () => await pool.end())
  return { url, pool }
}

async function startOwnServer (t: Test): Promise<string> {
  const server = await startTestServer()
  t.after(server.stop)
  return server.url
}

/** The template itself must stay free of connections to be cloned. */
async function onServer (template: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inDatabase(template, 'postgres') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function inDatabase (url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href
}

function nameIn (url: string): string {
  return new URL(url).pathname.slice(1)
}

import pg from 'pg'
import type { Log } from '../log/log.js'
import { codeOf } from '../errors.js'

const CONNECT_MS = 5_000
const STATEMENT_MS = 30_000
const FORGOTTEN_TRANSACTION_MS = 60_000
/** A server that is gone without a word is noticed some ten seconds after this. */
const KEEP_ALIVE_MS = 10_000

interface Statement { name?: string, text: string, values?: any[] }

/** What a query can be run on: a pool, or a client within a transaction. */
export interface Queryable {
  // Rows are typed by the query that made them.
  query: (statement: Statement) => Promise<{ rows: any[], rowCount: number | null }>
}

export interface PoolOptions {
  url: string
  /** Connections at most. */
  max: number
  /** How the server's list of connections shows us. */
  name: string
  log: Pick<Log, 'warn'>
  /** How long it may take to open a connection, and to run a statement. */
  connectMs?: number
  statementMs?: number
}

/**
 * What every pool of ours asks of its connections: unless it says otherwise, 5 s at most to open
 * one, 30 s to run a statement.
 */
export function poolOptions (
  { url, max, name, connectMs = CONNECT_MS, statementMs = STATEMENT_MS }: Omit<PoolOptions, 'log'>
): pg.PoolConfig {
  return {
    connectionString: url,
    max,
    application_name: name,
    connectionTimeoutMillis: connectMs,
    statement_timeout: statementMs,
    idle_in_transaction_session_timeout: FORGOTTEN_TRANSACTION_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS
  }
}

/**
 * Logs lost connections, so that the pool can replace them. Without a listener, each would crash
 * the process.
 */
export function logLostConnections (pool: pg.Pool, log: PoolOptions['log']): void {
  // The pool emits errors of idle connections only; a connection in use fails its query instead.
  pool.on('error', error => {
    log.warn({ event: 'database_connection_lost', code: codeOf(error) ?? undefined }, 'database connection lost')
  })
  pool.on('connect', client => client.on('error', () => {}))
}

/** Opens no connection before the first query. */
export function createPool ({ log, ...options }: PoolOptions): pg.Pool {
  const pool = new pg.Pool(poolOptions(options))
  logLostConnections(pool, log)
  return pool
}

/** Runs `act` in one transaction: committed when it returns, rolled back when it throws. */
export async function inTransaction<T> (pool: pg.Pool, act: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken = false
  try {
    await client.query('begin')
    const result = await act(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => { broken = true })
    throw error
  } finally {
    client.release(broken)
  }
}

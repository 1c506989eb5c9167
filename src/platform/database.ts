import pg from 'pg'
import type { BaseLogger } from 'pino'

const CONNECT_MS = 5_000
const STATEMENT_MS = 30_000
const FORGOTTEN_TRANSACTION_MS = 60_000

/** What a query can be run on: a pool, or a client within a transaction. */
export interface Queryable {
  // Rows are typed by the query that made them.
  query: (text: string, values?: any[]) => Promise<{ rows: any[], rowCount: number | null }>
}

export interface PoolOptions {
  url: string
  /** Connections at most. */
  max: number
  /** How the server's list of connections shows us. */
  name: string
  log: Pick<BaseLogger, 'warn'>
}

/**
 * A pool of connections. One that is cut is logged and replaced; it never ends the program. A
 * connection takes 5 s at most to open and a statement 30 s to run.
 */
export function createPool ({ url, max, name, log }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: name,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    idle_in_transaction_session_timeout: FORGOTTEN_TRANSACTION_MS,
    keepAlive: true
  })
  // Node.js ends the program at an error that nobody listens to. The pool speaks for idle
  // connections only; one in use tells its user by a failed query, and says so here too.
  const note = (error: Error) => log.warn({ code: (error as pg.DatabaseError).code }, 'database connection lost')
  pool.on('error', note)
  pool.on('connect', client => client.on('error', () => {}))
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

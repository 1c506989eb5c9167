import type { Pool, PoolClient } from 'pg'

/** The database as it was at one moment, whatever others change meanwhile. */
export interface Snapshot { db: PoolClient, close: () => Promise<void> }

/** Somebody may download slowly; who is gone for longer is not waited for. */
const IDLE_MS = 10 * 60_000

/**
 * Opens a snapshot, which holds a connection until it is closed. Nothing can be written on it.
 */
export async function openSnapshot (pool: Pool): Promise<Snapshot> {
  const db = await pool.connect()
  let isOpen = true
  const close = async (): Promise<void> => {
    if (!isOpen) return
    isOpen = false
    await db.query('rollback').then(() => db.release(), () => db.release(true))
  }
  try {
    await db.query('begin transaction isolation level repeatable read read only')
    await db.query(`set local idle_in_transaction_session_timeout = ${IDLE_MS}`)
    return { db, close }
  } catch (error) {
    await close()
    throw error
  }
}

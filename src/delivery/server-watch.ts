import type { Pool } from 'pg'
import { readServer } from './delivery.queries.js'

/**
 * Returns a function that acts if the database server is another one than at the last call, or was
 * restarted: it may be a standby that lacks the last commits, or a backup. If that fails, the next
 * call acts again.
 */
export function createServerWatch (
  { pool }: { pool: Pool }, act: () => Promise<unknown>
): () => Promise<void> {
  let last: string | null = null
  return async () => {
    const { server } = await readServer.one(undefined, pool)
    if (last !== null && last !== server) await act()
    last = server
  }
}

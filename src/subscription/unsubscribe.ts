import type { Pool } from 'pg'
import type { Log } from '../platform/log.js'
import { erase } from './subscription.queries.js'

/** Erases a reader at once, from every table. For one who is erased already, it does nothing. */
export async function unsubscribe ({ pool, log }: { pool: Pool, log: Log }, id: string): Promise<void> {
  const erased = await erase.run({ id }, pool)
  if (erased.length > 0) log.info('a reader left and was erased')
}

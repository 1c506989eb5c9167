import type { Pool } from 'pg'
import type { Log } from '../platform/log/log.js'
import { erase, findState } from './subscription.queries.js'

/**
 * Erases a subscriber at once, from every table. Returns false, and does nothing, if the id is not
 * known any more.
 */
export async function unsubscribe ({ pool, log }: { pool: Pool, log: Log }, id: string): Promise<boolean> {
  const erased = await erase.run({ id }, pool)
  if (erased.length > 0) log.info({ event: 'subscriber_erased' }, 'a reader left and was erased')
  return erased.length > 0
}

/** Whether there is a subscriber, pending or active, under this id. */
export async function isSubscribed ({ pool }: { pool: Pool }, id: string): Promise<boolean> {
  return (await findState.run({ id }, pool)).length > 0
}

import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import type { Log } from '../platform/log/log.js'
import { dayOf } from '../platform/text/dates.js'
import type { WriteJournal } from '../platform/write-journal.js'
import type { UnsubscribeLink } from './links.js'
import { erase, findState } from './subscription.queries.js'

interface UnsubscribeDeps { pool: Pool, clock: Clock, log: Log, writeJournal: WriteJournal }

/**
 * Erases the subscriber of a link at once, from every table, and counts the departure of an active
 * one. When it returns, the journal knows it, so that no backup brings the reader back. Returns
 * false, and does nothing, if the id is not known any more.
 */
export async function unsubscribe (
  { pool, clock, log, writeJournal }: UnsubscribeDeps, { id, issue }: UnsubscribeLink
): Promise<boolean> {
  const erased = await erase.run({ id, issue, day: dayOf(clock.now()) }, pool)
  if (erased.length === 0) return false
  await writeJournal()
  log.info({ event: 'subscriber_erased' }, 'a reader left and was erased')
  return true
}

/** Whether there is a subscriber, pending or active, under this id. */
export async function isSubscribed ({ pool }: { pool: Pool }, id: string): Promise<boolean> {
  return (await findState.run({ id }, pool)).length > 0
}

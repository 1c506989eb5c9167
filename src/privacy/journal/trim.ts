import type { Pool } from 'pg'
import { forgetRestoredBefore } from '../../delivery/restored.js'
import type { Clock } from '../../platform/clock.js'
import type { Log } from '../../platform/log/log.js'
import { dayAfter, dayOf } from '../../platform/text/dates.js'
import type { Journal } from './journal.js'
import { knowJournals, noteHeldToday, refuseOlderCopies } from './known.js'

const DAY_MS = 86_400_000

export interface TrimDeps {
  pool: Pool
  clock: Clock
  log: Log
  journal: Journal
  /** How long backups are kept. */
  retentionSeconds: number
}

/**
 * Erases entries that no backup can need any more, and what came of them. Throws a `JournalFault`
 * if the journal is missing, or an older copy of itself: people hear of it before a restore does.
 */
export async function trimJournal (
  { pool, clock, log, journal: { stores }, retentionSeconds }: TrimDeps
): Promise<void> {
  // Only journals that this database is used with: another one may need its entries longer.
  await refuseOlderCopies({ pool, log }, stores)
  await knowJournals({ pool, clock, log }, stores)
  await noteHeldToday({ pool, clock }, stores)
  const days = Math.ceil(retentionSeconds * 1000 / DAY_MS)
  const before = dayAfter(dayOf(clock.now()), -days)
  for (const store of stores) await store.trim(before)
  await forgetRestoredBefore({ pool }, new Date(clock.now().getTime() - days * DAY_MS))
}

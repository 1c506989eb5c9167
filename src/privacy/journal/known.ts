import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import type { Log } from '../../platform/log/log.js'
import { dayOf } from '../../platform/text/dates.js'
import { knowJournal, listKnownJournals, noteHeld } from './journal.queries.js'
import { JournalFault, type Mark, type Store } from './store.js'

const WHAT_TO_DO = 'Set JOURNAL and JOURNAL_URL as they were, or bring it back; ' +
  'if it is lost for good, "integrationsbrief privacy replay --accept-loss" begins another one'

export interface KnownDeps { pool: Pool, clock: Clock, log: Log }

/**
 * Makes sure that at least one of the journals is one that this database was used with, unless it
 * never was with any. Others are begun, or taken over, with a warning: one of two may be lost.
 * Throws a `JournalFault` if all that the database knows are missing.
 */
export async function knowJournals (
  { pool, clock, log }: KnownDeps, stores: readonly Store[]
): Promise<Mark[]> {
  const known = new Set((await listKnownJournals.run(undefined, pool)).map(({ id }) => id))
  const found = await Promise.all(stores.map(async store => ({ store, mark: await store.readMark() })))
  if (known.size > 0 && !found.some(({ mark }) => mark !== null && known.has(mark.id))) {
    const [first] = found
    const fault = first?.mark === null ? 'is missing' : 'is not the one that this database was used with'
    const names = found.map(({ store }) => store.name).join(' and ')
    throw new JournalFault(`the journal at ${names} ${fault}. ${WHAT_TO_DO}`)
  }
  const marks: Mark[] = []
  for (const { store, mark } of found) {
    const begun = mark ?? await store.begin()
    marks.push(begun)
    if (known.has(begun.id)) continue
    await knowJournal.run({ id: begun.id, now: clock.now(), day: dayOf(clock.now()) }, pool)
    if (known.size === 0) continue
    log.warn({ event: 'journal_begun', journal: store.name },
      'one of the journals is another one than before: if you have not just set it, the one before is lost')
  }
  return marks
}

/**
 * Throws a `JournalFault` if the database was last held against a journal before what the journal
 * still has: then nobody knows who left in between.
 */
export async function refuseTooOld ({ pool }: { pool: Pool }, marks: readonly Mark[]): Promise<void> {
  const known = new Map((await listKnownJournals.run(undefined, pool)).map(({ id, heldOn }) => [id, heldOn]))
  for (const { id, trimmedBefore } of marks) {
    const heldOn = known.get(id)
    if (trimmedBefore === null || heldOn === undefined || heldOn >= trimmedBefore) continue
    throw new JournalFault(`this database is of ${heldOn}, and the journal has nothing of the days before ` +
      `${trimmedBefore} any more: nobody knows who left in between. Restore a younger backup; if there is none, ` +
      '"integrationsbrief privacy replay --accept-loss" goes on all the same')
  }
}

/**
 * What is backed up from today on is of today, as far as the journals are concerned, and knows how
 * far they reach.
 */
export async function noteHeldToday (
  { pool, clock }: { pool: Pool, clock: Clock }, stores: readonly Store[]
): Promise<void> {
  const found = await Promise.all(stores.map(async store => ({ mark: await store.readMark(), store })))
  const ids: string[] = []
  const reaches: number[] = []
  for (const { mark, store } of found) {
    if (mark === null) continue
    ids.push(mark.id)
    reaches.push(await store.reach())
  }
  await noteHeld.run({ ids, reaches, day: dayOf(clock.now()) }, pool)
}

/**
 * Throws a `JournalFault` if the journals that the database knows reach less far than they did:
 * somebody has put an older copy there, or a part is lost. One of two that is whole is enough, with
 * a warning. A journal is whole only if it had entries when it was last looked at: one that was
 * begun a moment ago knows nothing of those who left before.
 */
export async function refuseOlderCopies (
  { pool, log }: Pick<KnownDeps, 'pool' | 'log'>, stores: readonly Store[]
): Promise<void> {
  const known = new Map((await listKnownJournals.run(undefined, pool)).map(({ id, reached }) => [id, reached]))
  const short: Store[] = []
  let isOneWhole = false
  for (const store of stores) {
    const reached = known.get((await store.readMark())?.id ?? '') ?? 0
    if (reached === 0) continue
    if (await store.reach() < reached) short.push(store)
    else isOneWhole = true
  }
  if (short.length > 0 && !isOneWhole) {
    const names = short.map(({ name }) => name).join(' and ')
    throw new JournalFault(`the journal at ${names} has fewer entries than it had: it is an older copy of itself, ` +
      'or a part of it is lost, so that somebody who left may come back. Bring back the one that was there; ' +
      'if it is lost for good, "integrationsbrief privacy replay --accept-loss" goes on with this one')
  }
  for (const { name } of short) {
    log.warn({ event: 'journal_shorter', journal: name },
      'one of the journals has fewer entries than it had: the other one is whole, and is enough')
  }
}

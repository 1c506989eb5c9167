import {
  addRestoredBatch, beginRestored, settleRestored, standings, type DeliveryName, type RestoredDeps
} from '../../delivery/restored.js'
import { eraseAgain } from '../../subscription/erase-again.js'
import { readLine, type Entry } from './entry.js'
import type { Journal } from './journal.js'
import { forgetJournals, holdReplay, releaseReplay } from './journal.queries.js'
import { knowJournals, noteHeldToday, refuseOlderCopies, refuseTooOld } from './known.js'
import { JournalFault } from './store.js'

export interface ReplayDeps extends RestoredDeps { journal: Journal }

export interface ReplayOptions {
  /** Goes on with what is left of the journal, or after a backup that is too old. */
  acceptLoss?: boolean
  /** Whether a delivery that the journal knows further is paused. */
  pauses?: boolean
}

/** What was found when the database was held against the journal. */
export interface Replayed {
  /** Who had left and was there again. */
  erased: number
  /** Deliveries that the journal knew further, and that wait for a person now. */
  paused: number
  /** Mails that were sent, failed or skipped, and that the database did not know of. */
  settled: number
  /** Deliveries that the database does not know at all: if they are planned, they wait, too. */
  unknown: number
}

/**
 * Holds the database against the journal, before any mail leaves: erases who had left, and settles
 * who is settled. It can be broken off and run again at any time. Throws a `JournalFault` if the
 * journal is missing or cannot be read.
 */
export async function replay (deps: ReplayDeps, options: ReplayOptions = {}): Promise<Replayed> {
  const { pool } = deps
  const lock = await pool.connect()
  try {
    await holdReplay.run(undefined, lock)
    return await replayAlone(deps, options)
  } finally {
    await releaseReplay.run(undefined, lock).then(() => lock.release(), () => lock.release(true))
  }
}

async function replayAlone (
  deps: ReplayDeps, { acceptLoss = false, pauses = true }: ReplayOptions
): Promise<Replayed> {
  const { pool, log, journal: { stores } } = deps
  if (acceptLoss) await acceptLosses(deps)
  else await refuseOlderCopies(deps, stores)
  const marks = await knowJournals(deps, stores)
  if (!acceptLoss) await refuseTooOld({ pool }, marks)
  const found = await readWhatWasErased(deps)
  const { news, ...deliveries } = await settleDeliveries(deps, found, pauses)
  const replayed = { erased: found.erased, ...deliveries }
  await noteHeldToday(deps, stores)
  const fields = { event: 'journal_replayed', ...replayed } as const
  if (found.erased > 0 || news) log.warn(fields, 'the database knew less than the journal, as after a restore')
  else log.info(fields, 'the database knows all that the journal knows')
  return replayed
}

/** Begins where nothing is, and puts aside what cannot be read. */
async function acceptLosses ({ pool, journal: { stores } }: ReplayDeps): Promise<void> {
  await forgetJournals.run(undefined, pool)
  for (const store of stores) if (await store.readMark() !== null) await store.setAside(line => readLine(line) === null)
}

interface Found {
  erased: number
  /** Deliveries that the journal names, and how they ended. */
  named: Map<string, { name: DeliveryName, endedAs: 'sent' | 'cancelled' | null }>
}

const IDS_AT_ONCE = 5_000

/** Erases whom the journal calls erased, and gathers the deliveries that it names. */
async function readWhatWasErased (deps: ReplayDeps): Promise<Found> {
  const found: Found = { erased: 0, named: new Map() }
  let gone: string[] = []
  const eraseThem = async (): Promise<void> => {
    found.erased += await eraseAgain(deps, gone)
    gone = []
  }
  for await (const entry of entries(deps.journal)) {
    if (entry.kind === 'erased') {
      gone.push(...entry.ids)
      if (gone.length >= IDS_AT_ONCE) await eraseThem()
      continue
    }
    const key = keyOf(entry.delivery)
    const known = found.named.get(key) ?? { name: entry.delivery, endedAs: null }
    found.named.set(key, entry.kind === 'ended' ? { ...known, endedAs: entry.as } : known)
  }
  if (gone.length > 0) await eraseThem()
  await deps.journal.write()
  return found
}

/** `news`: something that the database did not know at the last replay either. */
interface SettledDeliveries extends Omit<Replayed, 'erased'> { news: boolean }

/**
 * Settles deliveries that are not finished here as far as the journal knows them, and keeps what it
 * knows of those that are not here at all.
 */
async function settleDeliveries (deps: ReplayDeps, { named }: Found, pauses: boolean): Promise<SettledDeliveries> {
  const here = await standings(deps, [...named.values()].map(({ name }) => name))
  const open = new Map([...named.values()].flatMap(({ name, endedAs }, place) => {
    const standing = here[place] ?? null
    if (standing?.finished === true) return []
    return [[keyOf(name), { name, endedAs, delivery: standing?.id ?? null }] as const]
  }))
  const result = { paused: 0, settled: 0, unknown: 0, news: false }
  if (open.size === 0) return result
  for (const { name, endedAs, delivery } of open.values()) {
    const isNew = await beginRestored(deps, name, endedAs)
    if (isNew && delivery === null) result.news = true
  }
  for await (const entry of entries(deps.journal)) {
    if (entry.kind === 'settled' && open.has(keyOf(entry.delivery))) await addRestoredBatch(deps, entry.delivery, entry)
  }
  for (const { delivery } of open.values()) {
    if (delivery === null) {
      result.unknown++
      continue
    }
    const { settled, isPaused } = await settleRestored(deps, delivery, { pauses })
    result.settled += settled
    if (settled > 0) result.news = true
    if (isPaused) result.paused++
  }
  return result
}

function keyOf ({ issue, language, round, mail }: DeliveryName): string {
  return `${issue} ${language} ${round} ${mail}`
}

/** All entries of all stores. Throws a `JournalFault` at the first line that is not one. */
export async function * entries ({ stores }: Pick<Journal, 'stores'>): AsyncIterable<Entry> {
  for (const store of stores) {
    for await (const { text, where } of store.read()) {
      const entry = readLine(text)
      if (entry === null) {
        throw new JournalFault(`${store.name}: ${where} is damaged, so that somebody who left may come back. ` +
          'Restore the journal from its own backup; if there is none, ' +
          '"integrationsbrief privacy replay --accept-loss" goes on without what cannot be read')
      }
      yield entry
    }
  }
}

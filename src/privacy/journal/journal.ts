import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import { messageOf } from '../../platform/errors.js'
import { groupCommit } from '../../platform/group-commit.js'
import type { Log } from '../../platform/log/log.js'
import { dayOf } from '../../platform/text/dates.js'
import type { WriteJournal } from '../../platform/write-journal.js'
import { writeLine } from './entry.js'
import { knowJournals } from './known.js'
import { entriesOf, takePortion, type Row } from './outbox.js'
import type { Store } from './store.js'

/** Nobody who leaves waits longer for the journal. */
const PATIENCE_MS = 5_000
/** So long after a failure nobody waits for it at all. */
const RETRY_AFTER_MS = 5_000
/** A journal that stays away is an error again so often. */
const TELL_EVERY_MS = 60_000

export interface JournalDeps { pool: Pool, clock: Clock, log: Log, stores: readonly Store[] }

/** What is outside of the database, so that a restored backup brings nobody back. */
export interface Journal {
  write: WriteJournal
  stores: readonly Store[]
  /** Writes what can be written, and lets go of the files. */
  close: () => Promise<void>
}

/**
 * The journal of this process. What the triggers of the database have put into its outbox is
 * written to every store and synced; then it leaves the outbox. Many who ask at once share one
 * write.
 */
export function createJournal (deps: JournalDeps): Journal {
  const { log, stores } = deps
  const outbox = createOutboxWriter(deps)
  let failedAt: number | null = null
  let toldAt = -Infinity
  let closed = false
  let retry: NodeJS.Timeout | undefined

  function failed (error: unknown): void {
    failedAt = performance.now()
    if (!closed) retry = setTimeout(() => { void tryToWrite() }, RETRY_AFTER_MS).unref()
    // That the database is away is said elsewhere.
    if (!(error instanceof StoreFailure) || failedAt - toldAt < TELL_EVERY_MS) return
    toldAt = failedAt
    log.error({ event: 'journal_unwritable', reason: messageOf(error) },
      'the journal cannot be written: the database keeps what belongs there, and it is tried again')
  }

  function succeeded (): void {
    if (toldAt !== -Infinity) log.info({ event: 'journal_writable' }, 'the journal has everything again')
    failedAt = null
    toldAt = -Infinity
  }

  async function tryToWrite (): Promise<void> {
    clearTimeout(retry)
    await outbox().then(succeeded, failed)
  }

  return {
    stores,
    async write () {
      if (closed || (failedAt !== null && performance.now() - failedAt < RETRY_AFTER_MS)) return
      await withinPatience(tryToWrite())
    },
    async close () {
      if (failedAt === null) await withinPatience(tryToWrite())
      closed = true
      clearTimeout(retry)
      await Promise.all(stores.map(async store => await store.close().catch(() => {})))
    }
  }
}

async function withinPatience (writing: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  await Promise.race([writing, new Promise(resolve => { timer = setTimeout(resolve, PATIENCE_MS) })])
  clearTimeout(timer)
}

/** A store could not be written. */
class StoreFailure extends Error {}

/**
 * Returns a function that empties the outbox. It rejects with a `StoreFailure` if one of the stores
 * cannot be written, and with the database's error if that is away.
 */
function createOutboxWriter ({ pool, clock, log, stores }: JournalDeps): () => Promise<void> {
  /** Rows that every store has, and that are to leave the outbox with the next look into it. */
  let written: string[] = []
  /** Rows that a store has already, while another one is away. */
  const ahead = new Map(stores.map(store => [store, new Set<string>()]))
  let isKnown = false

  const write = groupCommit(async () => {
    for (let isLast = false; !isLast;) {
      const portion = await takePortion({ pool }, written)
      written = []
      isLast = portion.isLast
      if (portion.rows.length > 0) await writeRows(portion.rows)
    }
    // Those who wait are told now; the rows leave the outbox a moment later.
    if (written.length > 0) void write().catch(() => {})
  })

  async function writeRows (rows: readonly Row[]): Promise<void> {
    try {
      // Asked once: what takes its place later is noticed by the next start of a mailer.
      if (!isKnown) await knowJournals({ pool, clock, log }, stores)
      isKnown = true
      await Promise.all([...ahead].map(async ([store, had]) => await appendMissing(store, had, rows)))
    } catch (error) {
      throw new StoreFailure(messageOf(error))
    }
    for (const had of ahead.values()) had.clear()
    written = rows.map(({ id }) => id)
  }

  async function appendMissing (store: Store, had: Set<string>, rows: readonly Row[]): Promise<void> {
    const missing = had.size === 0 ? rows : rows.filter(({ id }) => !had.has(id))
    if (missing.length === 0) return
    await store.append(entriesOf(missing).map(writeLine), dayOf(clock.now()))
    for (const { id } of missing) had.add(id)
  }

  return write
}

import type { Pool } from 'pg'
import type { Entry } from './entry.js'
import { takeOutbox, type ITakeOutboxResult } from './journal.queries.js'

/** More erasures than these are not written as one line. */
const IDS_A_LINE = 1_000
/** Some 10 KB each, where they are batches. */
const ROWS_AT_ONCE = 500

/** Something that is still to be written to the journal. */
export type Row = ITakeOutboxResult

/** Removes rows that are written, and reads those that come next. */
export async function takePortion (
  { pool }: { pool: Pool }, written: Iterable<string>
): Promise<{ rows: Row[], isLast: boolean }> {
  const rows = await takeOutbox.run({ written: [...written], limit: ROWS_AT_ONCE }, pool)
  return { rows, isLast: rows.length < ROWS_AT_ONCE }
}

/** The entries that rows stand for; many erasures are one. */
export function entriesOf (rows: readonly Row[]): Entry[] {
  const erased = rows.flatMap(({ kind, ids }) => kind === 'erased' ? ids ?? [] : [])
  const entries: Entry[] = []
  for (let from = 0; from < erased.length; from += IDS_A_LINE) {
    entries.push({ kind: 'erased', ids: erased.slice(from, from + IDS_A_LINE) })
  }
  entries.push(...rows.flatMap(row => row.kind === 'erased' ? [] : [deliveryEntry(row)]))
  return entries
}

function deliveryEntry (row: Row): Entry {
  const { kind, issueNumber, language, round, mail, endedAs } = row
  if (issueNumber === null || language === null || round === null || mail === null) {
    throw new Error(`row ${row.id} of journal_outbox names no delivery`)
  }
  const delivery = { issue: issueNumber, language, round, mail }
  if (kind === 'settled') return { kind, delivery, ...settledOf(row) }
  if (kind === 'ended') return { kind, delivery, as: endedAs === 'cancelled' ? 'cancelled' : 'sent' }
  return { kind: 'begun', delivery }
}

const LETTERS = [['sent', 's'], ['failed', 'f'], ['skipped', 'x']] as const

/** Those recipients of a batch who have an outcome. */
function settledOf (row: Row): { ids: string[], outcomes: string } {
  const settled = (row.ids ?? []).flatMap((id, position) => {
    const letter = LETTERS.find(([outcome]) => row[outcome]?.[position] === '1')?.[1]
    return letter === undefined ? [] : [{ id, letter }]
  })
  return { ids: settled.map(({ id }) => id), outcomes: settled.map(({ letter }) => letter).join('') }
}

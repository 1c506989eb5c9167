import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Pool } from 'pg'
import { systemClock } from '../../src/platform/clock.js'
import { createPool } from '../../src/platform/database/pool.js'
import type { WriteJournal } from '../../src/platform/write-journal.js'
import { openJournal } from '../../src/privacy/journal/open.js'
import { unsubscribe } from '../../src/subscription/unsubscribe.js'
import { log, onStage } from './stage.js'

const CONNECTIONS = 20
const ROUNDS = 5
const ISSUE = 1
/** What counting and the journal may each cost of the rate at which readers leave. */
const LEAST_RATIO = 0.5

type Leave = (pool: Pool, id: string, writeJournal: WriteJournal) => Promise<unknown>

const journalled: Leave = async (pool, id, writeJournal) =>
  await unsubscribe({ pool, clock: systemClock, log, writeJournal }, { id, issue: ISSUE })
const count: Leave = async (pool, id) => await journalled(pool, id, async () => {})
const erase: Leave = async (pool, id) => await pool.query({
  name: 'erase', text: 'delete from subscriber where id = subscriber_of($1)', values: [id]
})
const inSlot = async (pool: Pool, slot: string): Promise<unknown> => await pool.query(
  `create or replace function count_slot () returns smallint language sql volatile as
   $$ select (${slot})::smallint $$`)
const SLOTS = 'pg_backend_pid() % 16'

/** What is compared: how one leaves, and the slot in which it is counted. */
const WAYS: Readonly<Record<string, { leave: Leave, slot: string }>> = {
  'not counted': { leave: erase, slot: SLOTS },
  counted: { leave: count, slot: SLOTS },
  journalled: { leave: journalled, slot: SLOTS },
  'counted in one row': { leave: count, slot: '0' }
}

/**
 * Measures how many readers a second can leave at once, by turns: without counting, counted, as it
 * is with a journal in a folder that is synced before each answer, and as if a day had one row.
 * Returns whether counting and the journal leave enough of the rate.
 */
export async function departures (args: string[]): Promise<boolean> {
  const { values } = parseArgs({
    args,
    options: { departures: { type: 'string', default: '30000' }, json: { type: 'boolean', default: false } }
  })
  const recipients = Number(values.departures)
  const say = (text: string): void => { console.log(text) }
  return await onStage({ recipients, say }, async stage => {
    const url = stage.settings['DATABASE_URL'] as string
    const pool = createPool({ url, max: CONNECTIONS, name: 'departures', log })
    const places = { folder: join(stage.folder, 'journal'), url: undefined }
    const journal = openJournal({ pool, clock: systemClock, log }, places)
    const { rows } = await pool.query<{ id: string }>('select id from subscriber')
    const ids = rows.map(({ id }) => id)
    const each = Math.floor(ids.length / ROUNDS / Object.keys(WAYS).length)
    const rates: Record<string, number[]> = {}
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, { leave, slot }] of Object.entries(WAYS)) {
        await inSlot(pool, slot)
        await pool.query('truncate journal_outbox')
        const part = ids.splice(0, each)
        const start = performance.now()
        await Promise.all(Array.from({ length: CONNECTIONS }, async () => {
          for (let id = part.pop(); id !== undefined; id = part.pop()) await leave(pool, id, journal.write)
        }))
        const rate = each / (performance.now() - start) * 1000
        rates[name] = [...rates[name] ?? [], rate]
      }
    }
    await journal.close()
    await pool.end()
    const medians = Object.fromEntries(Object.entries(rates).map(([name, all]) => [name, Math.round(median(all))]))
    for (const [name, rate] of Object.entries(medians)) say(`${name}: ${rate} departures a second`)
    if (values.json) say(JSON.stringify(medians))
    const { counted = 0, journalled = 0, 'not counted': bare = 0 } = medians
    return counted >= LEAST_RATIO * bare && journalled >= LEAST_RATIO * counted
  })
}

function median (values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

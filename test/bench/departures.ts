import { parseArgs } from 'node:util'
import type { Pool } from 'pg'
import { systemClock } from '../../src/platform/clock.js'
import { createPool } from '../../src/platform/database/pool.js'
import { unsubscribe } from '../../src/subscription/unsubscribe.js'
import { log, onStage } from './stage.js'

const CONNECTIONS = 20
const ROUNDS = 5
const ISSUE = 1
/** What counting may cost of the rate at which readers leave. */
const LEAST_RATIO = 0.5

type Leave = (pool: Pool, id: string) => Promise<unknown>

const count: Leave = async (pool, id) => await unsubscribe({ pool, clock: systemClock, log }, { id, issue: ISSUE })
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
  'counted in one row': { leave: count, slot: '0' }
}

/**
 * Measures how many readers a second can leave at once, by turns: without counting, as it is, and
 * as if a day had one row. Returns whether counting leaves enough of the rate.
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
    const { rows } = await pool.query<{ id: string }>('select id from subscriber')
    const ids = rows.map(({ id }) => id)
    const each = Math.floor(ids.length / ROUNDS / Object.keys(WAYS).length)
    const rates: Record<string, number[]> = {}
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, { leave, slot }] of Object.entries(WAYS)) {
        await inSlot(pool, slot)
        const part = ids.splice(0, each)
        const start = performance.now()
        await Promise.all(Array.from({ length: CONNECTIONS }, async () => {
          for (let id = part.pop(); id !== undefined; id = part.pop()) await leave(pool, id)
        }))
        const rate = each / (performance.now() - start) * 1000
        rates[name] = [...rates[name] ?? [], rate]
      }
    }
    await pool.end()
    const medians = Object.fromEntries(Object.entries(rates).map(([name, all]) => [name, Math.round(median(all))]))
    for (const [name, rate] of Object.entries(medians)) say(`${name}: ${rate} departures a second`)
    if (values.json) say(JSON.stringify(medians))
    return (medians['counted'] ?? 0) >= LEAST_RATIO * (medians['not counted'] ?? 0)
  })
}

function median (values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg, { type Pool } from 'pg'
import t, { type Test } from 'tap'
import { createKeyring, newMasterKey } from '../../src/platform/crypto/keyring.js'
import { migrate } from '../../src/platform/database/migrate.js'
import { createPool } from '../../src/platform/database/pool.js'
import {
  readRewrites, rewriteTables, type Rewrite, type RewriteDeps
} from '../../src/privacy/rewrite/rewrite-tables.js'
import { unsubscribe } from '../../src/subscription/unsubscribe.js'
import { travelClock } from '../support/clock.js'
import { asSuperuser, folder, query, start } from '../support/embedded.js'
import { testLog } from '../support/log.js'
import { addReaders, someAddresses } from '../support/readers.js'

interface Server { pool: Pool, url: string, files: () => Promise<string[]> }

/** A server of its own, whose files can be read: what the files of its database hold. */
async function ownServer (t: Test): Promise<Server> {
  const dir = await folder(t)
  const { url, stop } = await start(dir)
  t.after(stop)
  const { log } = testLog(t)
  const pool = createPool({ url, max: 5, name: 'test', log })
  t.after(async () => await pool.end())
  await migrate({ pool, log })
  const superuser = asSuperuser(url, await readFile(join(dir, 'superuser-password'), 'utf8'))
  const [database] = await query(url, 'select oid::text as value from pg_database where datname = current_database()')
  const data = join(dir, 'cluster', 'base', String(database))
  return {
    pool,
    url,
    async files () {
      await query(superuser, 'checkpoint')
      return readdirSync(data).map(name => readFileSync(join(data, name), 'latin1'))
    }
  }
}

const keys = createKeyring([newMasterKey()])

/** Erases as readers do, and has PostgreSQL write its counters at once. */
async function erase (url: string, clock: RewriteDeps['clock'], ids: readonly string[]): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  const deps = { pool, clock, log: testLog(t).log, writeJournal: async () => {} }
  for (const id of ids) await unsubscribe(deps, { id, issue: 1 })
  await pool.query('select pg_stat_force_next_flush()')
  await pool.end()
}

t.test('erased rows', async t => {
  const { pool, url, files } = await ownServer(t)
  const { log, lines } = testLog(t)
  const clock = travelClock()
  const deps = { pool, clock, log }
  const ids = await addReaders({ pool, keys, clock }, someAddresses(3_000))
  await pool.query('analyze')
  const subscriber = async (): Promise<Rewrite | undefined> =>
    (await readRewrites(deps)).find(({ name }) => name === 'subscriber')
  const secretsOf = async (some: readonly string[]): Promise<string[]> => (await pool.query<{ secret: Buffer }>(
    `select address_sealed as secret from subscriber where id = any ($1)
     union all select address_index from subscriber where id = any ($1)`, [some]
  )).rows.map(({ secret }) => secret.toString('latin1'))

  await t.test('are in no file of the database after the night, and nobody else is missing', async t => {
    // Side by side, so that whole pages are left empty: a vacuum has no reason to write to them.
    const gone = ids.slice(1_000, 1_120)
    const erased = await secretsOf(gone)
    const left = await secretsOf(ids.slice(1_120, 1_180))
    await erase(url, clock, gone)
    const before = await files()
    t.ok(erased.some(secret => before.some(file => file.includes(secret))), 'erasing alone leaves them there')
    await pool.query('vacuum subscriber')
    const vacuumed = await files()
    t.ok(erased.some(secret => vacuumed.some(file => file.includes(secret))), 'and so does a plain vacuum, in part')
    t.match(await subscriber(), { isPending: true })
    t.ok(await rewriteTables(deps) > 0)
    const after = await files()
    t.same(erased.filter(secret => after.some(file => file.includes(secret))), [])
    t.same(left.filter(secret => !after.some(file => file.includes(secret))), [])
    t.match(await subscriber(), { isPending: false, rewrittenAt: clock.now(), fault: null })
    t.equal(await rewriteTables(deps), 0, 'what has not changed is not written again')
  })

  await t.test('leave no sample of addresses for the planner', async t => {
    const { rows } = await pool.query(
      'select attname from pg_stats where tablename = \'subscriber\' and attname like \'address%\'')
    t.same(rows, [])
  })

  await t.test('stay in the file while somebody uses the table, and it is said and tried again', async t => {
    const client = await pool.connect()
    await client.query('begin isolation level repeatable read')
    await client.query('select from subscriber')
    await erase(url, clock, [ids[1] as string])
    await rewriteTables(deps)
    t.match(await subscriber(), { isPending: true, fault: 'busy' })
    await client.query('commit; begin isolation level repeatable read; select from consent_text')
    await erase(url, clock, [ids[2] as string])
    await rewriteTables(deps)
    t.match(await subscriber(), { isPending: true, fault: 'in-use' })
    t.match(lines().join(''), /"event":"table_not_rewritten","table":"subscriber","reason":"busy"/)
    await client.query('commit')
    client.release()
    await rewriteTables(deps)
    t.match(await subscriber(), { isPending: false, fault: null })
  })

  await t.test('of a large table leave it once a week', async t => {
    await erase(url, clock, [ids[3] as string])
    t.equal(await rewriteTables({ ...deps, largeBytes: 0 }), 0)
    clock.travel({ days: 7 })
    await rewriteTables({ ...deps, largeBytes: 0 })
    t.match(await subscriber(), { isPending: false })
  })
})

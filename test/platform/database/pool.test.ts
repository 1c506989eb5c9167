import pg from 'pg'
import { pino } from 'pino'
import t from 'tap'
import { createPool, inTransaction } from '../../../src/platform/database/pool.js'
import { PreparedQuery } from '../../../src/platform/database/prepared-query.js'
import { testDatabase } from '../../support/database.js'

/** Cuts a connection as a restart of the server does. */
async function cut (url: string, pid: number): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('select pg_terminate_backend($1, 5000)', [pid])
  await client.end()
}

async function pidOf (db: pg.Pool | pg.PoolClient): Promise<number> {
  return (await db.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid as number
}

t.test('a transaction is kept when it returns, and undone when it throws', async t => {
  const { pool } = await testDatabase(t)
  await pool.query('create table entry (id integer)')
  t.equal(await inTransaction(pool, async client => (await client.query('insert into entry values (1)')).rowCount), 1)
  const act = inTransaction(pool, async client => {
    await client.query('insert into entry values (2)')
    throw new Error('changed my mind')
  })
  await t.rejects(act, { message: 'changed my mind' })
  t.same((await pool.query('select id from entry')).rows, [{ id: 1 }])
  t.equal(pool.idleCount, pool.totalCount)
})

t.test('a connection that is cut while idle is logged and replaced', async t => {
  const { url } = await testDatabase(t)
  const lines: string[] = []
  const pool = createPool({
    url,
    max: 1,
    name: 'test',
    log: pino({ level: 'warn' }, { write: line => { lines.push(line) } })
  })
  t.after(async () => await pool.end())
  const lost = new Promise(resolve => pool.once('error', resolve))
  await cut(url, await pidOf(pool))
  await lost
  t.same((await pool.query('select 1 as one')).rows, [{ one: 1 }])
  t.match(JSON.parse(lines[0] as string), { code: '57P01', msg: 'database connection lost' })
})

t.test('a connection that is cut in a transaction fails the transaction and nothing else', async t => {
  const { url, pool } = await testDatabase(t)
  await t.rejects(inTransaction(pool, async client => {
    await cut(url, await pidOf(client))
    await client.query('select 1')
  }))
  t.equal(pool.totalCount, 0)
  t.same((await pool.query('select 1 as one')).rows, [{ one: 1 }])
})

t.test('the server shows who is connected', async t => {
  const { pool } = await testDatabase(t)
  t.same((await pool.query('select current_setting(\'application_name\') as name')).rows, [{ name: 'test' }])
})

t.test('the server ends a statement after half a minute, and a transaction that was forgotten after one', async t => {
  const { pool } = await testDatabase(t)
  const { rows } = await pool.query(
    `select current_setting('statement_timeout') as statement,
            current_setting('idle_in_transaction_session_timeout') as idle`
  )
  t.same(rows, [{ statement: '30s', idle: '1min' }])
})

t.test('the columns of a prepared query have the names that its types promise', async t => {
  const { pool } = await testDatabase(t)
  const query = new PreparedQuery<undefined, { addressIndex: number, sent: number }>(
    { params: [], statement: 'select 1 as address_index, 2 as "sent!"' })
  t.same(await query.run(undefined, pool), [{ addressIndex: 1, sent: 2 }])
})

t.test('a prepared query gives each parameter its place, also one that stands in two', async t => {
  const { pool } = await testDatabase(t)
  const statement = 'select :last::text || :first::text || :last::text as told'
  const place = (sign: string, from = 0) => {
    const a = statement.indexOf(sign, from)
    return { a, b: a + sign.length - 1 }
  }
  const param = (name: string, locs: Array<{ a: number, b: number }>, type = 'scalar') =>
    ({ name, transform: { type }, locs })
  const first = param('first', [place(':first')])
  const query = new PreparedQuery<{ first: string, last: string }, { told: string }>({
    params: [first, param('last', [place(':last', 10), place(':last')])], statement
  })
  t.same(await query.one({ first: 'a', last: 'zz' }, pool), { told: 'zzazz' })
  t.throws(
    () => new PreparedQuery({ params: [param('first', [], 'array_spread')], statement }),
    { message: 'the parameter first must be a single value' }
  )
})

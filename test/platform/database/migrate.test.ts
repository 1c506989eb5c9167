import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import t, { type Test } from 'tap'
import { createPool } from '../../../src/platform/database/pool.js'
import { checkSchema, migrate } from '../../../src/platform/database/migrate.js'
import { testDatabase } from '../../support/database.js'

const log = pino({ level: 'silent' })
const FIRST = {
  '001_reader.sql': 'create table reader (\n  id integer\n);',
  '002_mail.sql': 'create table mail (id integer); insert into mail values (1);'
}

/** An empty database, and a way to write a folder of migrations and apply it. */
async function setUp (t: Test) {
  const { pool, url } = await testDatabase(t, { migrated: false })
  const folder = await mkdtemp(join(tmpdir(), 'integrationsbrief-migrate-'))
  t.after(async () => await rm(folder, { recursive: true }))
  const write = async (files: Record<string, string>) => {
    for (const [name, sql] of Object.entries(files)) await writeFile(join(folder, name), sql)
  }
  await write(FIRST)
  return {
    pool,
    url,
    folder,
    write,
    migrate: async () => await migrate({ pool, log, folder }),
    check: async () => await checkSchema({ pool, folder })
  }
}

t.test('migrations are applied once, in the order of their numbers', async t => {
  const { migrate, write, pool } = await setUp(t)
  t.same(await migrate(), ['001_reader.sql', '002_mail.sql'])
  t.same(await migrate(), [])
  await write({ '003_letter.sql': 'alter table mail rename to letter;' })
  t.same(await migrate(), ['003_letter.sql'])
  t.same((await pool.query('select * from letter')).rows, [{ id: 1 }])
})

t.test('a migration can count on the job queue', async t => {
  const { migrate, write, pool } = await setUp(t)
  await write({ '003_job.sql': 'create view enqueue as select (graphile_worker.add_job(\'greet\')).attempts;' })
  await migrate()
  t.same((await pool.query('select attempts from enqueue')).rows, [{ attempts: 0 }])
})

t.test('programs that start at once all succeed, and each migration is applied by one of them', async t => {
  const { url, folder } = await setUp(t)
  const results = await Promise.all([1, 2, 3, 4].map(async () => {
    const pool = createPool({ url, max: 2, name: 'start', log })
    return await migrate({ pool, log, folder }).finally(async () => await pool.end())
  }))
  t.same(results.flat(), Object.keys(FIRST))
})

t.test('a migration that fails is named, leaves nothing behind, and can be mended', async t => {
  const { migrate, write, pool } = await setUp(t)
  await write({ '003_both.sql': 'create table half (id integer); select * from nowhere;' })
  await t.rejects(migrate(), { message: '003_both.sql: relation "nowhere" does not exist' })
  t.equal((await pool.query('select to_regclass(\'half\') as half')).rows[0].half, null)
  await write({ '003_both.sql': 'create table half (id integer);' })
  t.same(await migrate(), ['003_both.sql'])
})

t.test('a migration that was changed after it had been applied is refused', async t => {
  const { migrate, write, check } = await setUp(t)
  await migrate()
  await write({ '001_reader.sql': FIRST['001_reader.sql'].replaceAll('\n', '\r\n') })
  await t.resolves(migrate(), 'line ends are those of the checkout')
  await write({ '001_reader.sql': 'create table reader (id text);' })
  const message = '001_reader.sql was changed after it had been applied: undo the change, and add a new migration'
  await t.rejects(migrate(), { message })
  await t.rejects(check(), { message })
})

t.test('a database newer than the program is refused, and is left as it is', async t => {
  const { migrate, write, check, folder, pool } = await setUp(t)
  await write({ '003_future.sql': 'create table future (id integer);' })
  await migrate()
  await rm(join(folder, '003_future.sql'))
  await write({ '004_past.sql': 'create table past (id integer);' })
  const message = 'the database is newer than this program (it has 003_future.sql): install the newer version'
  await t.rejects(migrate(), { message })
  await t.rejects(check(), { message })
  t.equal((await pool.query('select to_regclass(\'past\') as past')).rows[0].past, null)
})

t.test('an older or empty database is not served, and one that fits is', async t => {
  const { migrate, write, check } = await setUp(t)
  await t.rejects(check(), {
    message: 'the database lacks 001_reader.sql, 002_mail.sql: run integrationsbrief migrate'
  })
  await migrate()
  await t.resolves(check())
  await write({ '003_more.sql': 'select 1;' })
  await t.rejects(check(), { message: 'the database lacks 003_more.sql: run integrationsbrief migrate' })
})

t.test('migrations that cannot be put in order are refused', async t => {
  const { migrate, write, folder } = await setUp(t)
  await write({ '002_also.sql': 'select 1;' })
  await t.rejects(migrate(), {
    message: /002_mail\.sql: a migration is named NNN_what\.sql, each with a number of its own$/
  })
  await rm(join(folder, '002_also.sql'))
  await migrate()
  await write({ '000_late.sql': 'select 1;' })
  await t.rejects(migrate(), { message: /^000_late\.sql comes before 001_reader\.sql, which is applied already/ })
})

t.test('the schema of this program is what the tests run on', async t => {
  const { pool } = await testDatabase(t)
  await t.resolves(checkSchema({ pool }))
})

import type { Pool } from 'pg'
import t, { type Test } from 'tap'
import { appendAudit, readAudit, verifyAudit } from '../../../src/editor/audit/audit.js'
import { COMMAND_LINE, type AuditLine } from '../../../src/editor/audit/line.js'
import { inTransaction } from '../../../src/platform/database/pool.js'
import { travelClock } from '../../support/clock.js'
import { testDatabase } from '../../support/database.js'

const clock = travelClock()

async function append (pool: Pool, action: string): Promise<void> {
  await inTransaction(pool, async db =>
    await appendAudit({ db, clock }, { actor: COMMAND_LINE, action, details: { issue: 7 } }))
}

/** A database whose audit has three lines. */
async function threeLines (t: Test): Promise<Pool> {
  const { pool } = await testDatabase(t)
  for (const action of ['one', 'two', 'three']) await append(pool, action)
  return pool
}

/** Changes lines as somebody does who owns the database. */
async function tamper (pool: Pool, statement: string): Promise<void> {
  await pool.query('alter table audit disable trigger user')
  await pool.query(statement)
}

t.test('lines stand in order, each with the hash of the one before', async t => {
  const pool = await threeLines(t)
  const lines: AuditLine[] = []
  for await (const portion of readAudit(pool)) lines.push(...portion)
  t.same(lines.map(({ number, action }) => [number, action]), [[1, 'one'], [2, 'two'], [3, 'three']])
  t.same(lines.slice(1).map(line => line.hashBefore), lines.slice(0, 2).map(line => line.hash))
  t.match(await verifyAudit(pool), { ok: true, number: 3 })
})

t.test('many who append at once leave one chain without a gap, also where some roll back', async t => {
  const { pool } = await testDatabase(t)
  await Promise.allSettled(Array.from({ length: 60 }, async (_, index) => await inTransaction(pool, async db => {
    await appendAudit({ db, clock }, { actor: COMMAND_LINE, action: `a${index}`, details: {} })
    if (index % 3 === 0) throw new Error('refused')
  })))
  t.match(await verifyAudit(pool), { ok: true, number: 40 })
})

t.test('the database refuses to change, remove or empty lines', async t => {
  const pool = await threeLines(t)
  for (const statement of ['update audit set action = \'x\'', 'delete from audit', 'truncate audit']) {
    await t.rejects(pool.query(statement), { code: '42501' }, statement)
  }
  t.match(await verifyAudit(pool), { ok: true, number: 3 })
})

const TAMPERED = {
  'update audit set action = \'x\' where number = 2': { number: 2, fault: 'changed' },
  'update audit set actor = \'x\' where number = 1': { number: 1, fault: 'changed' },
  'update audit set at = at + interval \'1 ms\' where number = 2': { number: 2, fault: 'changed' },
  'update audit set details = \'{"issue": 7}\' where number = 3': { number: 3, fault: 'changed' },
  'update audit set hash = hash_before where number = 3': { number: 3, fault: 'changed' },
  'delete from audit where number = 1': { number: 1, fault: 'missing' },
  'delete from audit where number = 2': { number: 2, fault: 'missing' },
  'delete from audit where number = 3': { number: 3, fault: 'missing' },
  'update audit_head set number = 2, hash = (select hash from audit where number = 2)': { number: 3, fault: 'surplus' }
}
for (const [statement, found] of Object.entries(TAMPERED)) {
  t.test(`what somebody did with "${statement}" is found`, async t => {
    const pool = await threeLines(t)
    await tamper(pool, statement)
    t.match(await verifyAudit(pool), { ok: false, ...found })
  })
}

t.test('a chain that was written anew is found by a hash that was noted before', async t => {
  const pool = await threeLines(t)
  const { pool: other } = await testDatabase(t)
  for (const action of ['one', 'another two', 'three']) await append(other, action)
  const noted = await verifyAudit(pool) as { hash: Buffer }
  const known = { number: 3, hash: noted.hash.toString('hex') }
  await append(pool, 'four')
  t.match(await verifyAudit(pool, known), { ok: true, number: 4 })
  t.match(await verifyAudit(other, known), { ok: false, number: 3, fault: 'changed' })
  t.match(await verifyAudit(pool, { number: 9, hash: known.hash }), { ok: false, number: 5, fault: 'missing' })
})

t.test('a field that holds a line break is refused', async t => {
  const { pool } = await testDatabase(t)
  await t.rejects(append(pool, 'one\ntwo'))
  t.match(await verifyAudit(pool), { ok: true, number: 0 })
})

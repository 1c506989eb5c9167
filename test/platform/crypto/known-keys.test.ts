import t, { type Test } from 'tap'
import type { Pool } from 'pg'
import { createKeyring, newMasterKey, type MasterKey } from '../../../src/platform/crypto/keyring.js'
import { sealed } from '../../../src/sealed-rows.js'
import { checkKeys, forgetKey, inspectKeys } from '../../../src/platform/crypto/known-keys.js'
import { travelClock } from '../../support/clock.js'
import { testDatabase } from '../../support/database.js'
import { addReaders, damageSeals, someAddresses } from '../../support/readers.js'

const one = newMasterKey()
const two = newMasterKey([one])
const three = newMasterKey([two])
const wrong = (key: MasterKey): MasterKey => ({ ...newMasterKey(), version: key.version })

const clock = travelClock()

async function setUp (t: Test) {
  const { pool } = await testDatabase(t)
  return {
    pool,
    /** What a process does that starts with these keys, the primary first. */
    start: async (...ring: MasterKey[]) => await checkKeys({ pool, keys: createKeyring(ring), clock, sealed }),
    readers: async (count: number, ...ring: MasterKey[]) => await addReaders(
      { pool, keys: createKeyring(ring), clock },
      someAddresses(count)
    )
  }
}

const verdicts = async (pool: Pool, ...ring: MasterKey[]) =>
  Object.fromEntries((
    await inspectKeys({ pool, keys: createKeyring(ring), sealed })
  ).map(({ version, verdict }) => [version, verdict]))

t.test('a secret that differs from the recorded one is refused by its version, primary or not', async t => {
  const { start, pool } = await setUp(t)
  await start(two, one)
  await start(two, one)
  await t.rejects(start(wrong(two), one), { message: /^key version 2 has another secret .+$/ })
  await t.rejects(start(two, wrong(one)), { message: /^key version 1 has another secret .+$/ })
  await t.rejects(start(wrong(two), wrong(one)), { message: /^key version 1 has .+; key version 2 has .+$/ })
  t.same(await verdicts(pool, two, wrong(one)), { 1: 'wrong-secret', 2: 'ok' })
  await t.resolves(start(two, one), 'and nothing of that was recorded')
})

t.test('a key that was the primary is missed, one that was only made known is not', async t => {
  const { start, pool } = await setUp(t)
  await start(one)
  await start(one, two)
  await t.resolves(start(one), 'a process that has not heard of the new key yet')
  t.same(await verdicts(pool, one), { 1: 'ok', 2: 'unneeded' })
  await start(two, one)
  await t.rejects(start(one), { message: /^key version 2 is not in KEYS, but links .+ keys forget 2"$/ })
  await t.rejects(start(two), { message: /^key version 1 is not in KEYS, but links .+ keys forget 1"$/ })
  t.same(await verdicts(pool, two), { 1: 'missing', 2: 'ok' })
  await t.resolves(start(one, two), 'going back to the old primary loses nothing')
})

t.test('a key that seals addresses is missed, also where it is not on record', async t => {
  const { start, readers } = await setUp(t)
  await readers(2, two)
  await t.rejects(start(one), {
    message: 'key version 2 is not in KEYS, but addresses are sealed with it: put it back'
  })
  await t.resolves(start(one, two))
})

t.test('a database without records is believed, unless its addresses do not open', async t => {
  const { start, readers, pool } = await setUp(t)
  await readers(5, two)
  await t.rejects(start(wrong(two), one), { message: /^key version 2 has another secret .+$/ })
  await damageSeals({ pool }, 'id <> (select max(id::text)::uuid from subscriber)')
  await t.resolves(start(two, one), 'damaged seals are not held against the key')
  await t.rejects(start(two), { message: /^key version 1 is not in KEYS/ }, 'an older key was the primary before')
})

t.test('processes that start at once agree on the keys: of two secrets for one version one is taken', async t => {
  const { start } = await setUp(t)
  const rings = [[one], [one], [one, two], [wrong(one)], [wrong(one)], [one, wrong(two)]]
  const started = await Promise.allSettled(rings.map(async ring => await start(...ring)))
  const taken = rings.filter((_, index) => started[index]?.status === 'fulfilled')
  t.ok(taken.length >= 1)
  for (const version of [1, 2]) {
    t.ok(
      new Set(taken.flat().filter(key => key.version === version).map(({ secret }) => secret.toString('hex'))).size <= 1
    )
  }
  for (const result of started) {
    if (result.status === 'rejected') t.match((result.reason as Error).message, /has another secret/)
  }
})

t.test('a key that seals nothing can be forgotten and be absent, and its version is free again', async t => {
  const { start, readers, pool } = await setUp(t)
  await start(one)
  await readers(1, one)
  await start(two, one)
  t.equal(await forgetKey({ pool, sealed }, 1), 'sealing')
  await pool.query('delete from subscriber')
  t.equal(await forgetKey({ pool, sealed }, 1), 'forgotten')
  t.equal(await forgetKey({ pool, sealed }, 1), 'unknown')
  await start(two, one)
  await t.resolves(start(two), 'a process that still knew it does not make it needed again')
  t.equal(await forgetKey({ pool, sealed }, 1), 'forgotten')
  await t.resolves(start(two, wrong(one)))
})

t.test('what is on record reveals no key', async t => {
  const { start, pool } = await setUp(t)
  await start(three)
  const { rows: [row] } = await pool.query<{ value: Buffer }>('select check_value as value from master_key')
  const ring = createKeyring([three])
  t.equal(row?.value.length, 32)
  for (const purpose of ['seal', 'index', 'links', 'messages', 'verp', 'check'] as const) {
    t.notOk(row?.value.equals(ring.find(purpose, 3) as Buffer))
  }
  t.notOk(row?.value.equals(three.secret))
})

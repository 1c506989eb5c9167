import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { systemClock } from '../../src/platform/clock.js'
import {
  createKeyring, formatMasterKeys, newMasterKey, parseMasterKeys, type MasterKey
} from '../../src/platform/crypto/keyring.js'
import { checkKeys } from '../../src/platform/crypto/known-keys.js'
import { sealed } from '../../src/sealed-rows.js'
import { dataFolder, runProgram } from '../support/cli.js'
import { freePort } from '../../src/platform/free-port.js'
import { testDatabase } from '../support/database.js'
import { addReaders, someAddresses } from '../support/readers.js'
import { testRelay } from '../support/relay.js'

const one = newMasterKey()
const two = newMasterKey([one])
const wrongOne = { ...newMasterKey(), version: 1 }

async function setUp (t: Test) {
  const { url: DATABASE_URL, pool } = await testDatabase(t)
  const relay = await testRelay(t)
  const settings = {
    DATABASE_URL,
    SMTP_URL: `smtp://127.0.0.1:${relay.target.port}`,
    DATA_DIR: await dataFolder(t),
    PORT: String(await freePort()),
    LOG_LEVEL: 'silent'
  }
  return {
    pool,
    settings,
    /** What is on record when a process with these keys has started. */
    started: async (...ring: MasterKey[]) =>
      await checkKeys({ pool, keys: createKeyring(ring), clock: systemClock, sealed }),
    readers: async (count: number, key: MasterKey) => await addReaders(
      { pool, keys: createKeyring([key]), clock: systemClock },
      someAddresses(count)
    ),
    run: async (args: string[], ...ring: MasterKey[]) => await runProgram(t, args, {
      ...settings,
      ...ring.length === 0 ? {} : { KEYS: formatMasterKeys(ring) }
    })
  }
}

t.test('start, serve and work name a wrong or missing key in one line, and keys status tells both', async t => {
  const { started, readers, run } = await setUp(t)
  await started(one)
  await started(two, one)
  await readers(3, one)
  for (const [command, key, words] of [
    ['start', wrongOne, 'has another secret than'],
    ['serve', null, 'is not in KEYS, but addresses are sealed with it'],
    ['work', wrongOne, 'has another secret than']
  ] as const) {
    const refused = await run([command], two, ...key === null ? [] : [key])
    t.equal(refused.code, 1, command)
    t.match(refused.stderr, new RegExp(`^integrationsbrief: key version 1 ${words}[^\\n]+\\n$`))
  }
  const right = await run(['keys', 'status'], two, one)
  t.equal(right.code, 0)
  t.match(
    right.stdout,
    /^key 1: 3 addresses, first the primary on \d{4}-\d\d-\d\d, ok\nkey 2 \(primary\): 0 addresses, first .+, ok\n$/
  )
  const wrong = await run(['keys', 'status'], two, wrongOne)
  t.equal(wrong.code, 1)
  t.match(wrong.stdout, /^key 1: 3 addresses, .+WRONG SECRET.+$/m)
  const missing = await run(['keys', 'status'], two)
  t.equal(missing.code, 1)
  t.match(missing.stdout, /^key 1: 3 addresses, .+MISSING.+$/m)
  t.match(
    (await run(['keys', 'status'], two, one, newMasterKey([two]))).stdout,
    /^key 3: 0 addresses, not used with this database before$/m
  )
})

t.test('a key is given up after a question, if it seals nothing and is not the primary, and is not missed', async t => {
  const { started, readers, run, pool } = await setUp(t)
  await started(one)
  await started(two, one)
  await readers(1, one)
  const sealing = await run(['keys', 'forget', '1', '--yes'], two, one)
  t.equal(sealing.code, 1)
  t.match(sealing.stderr, 'key version 1 still seals addresses')
  await pool.query('delete from subscriber')
  for (const [args, words] of [
    [['2', '--yes'], 'is the primary'],
    [['7', '--yes'], 'there is no key version 7'],
    [['eins'], 'named by its version'],
    [['1'], '--yes']
  ] as const) {
    const refused = await run(['keys', 'forget', ...args], two, one)
    t.equal(refused.code, 1)
    t.match(refused.stderr, words)
  }
  t.equal((await run(['keys', 'status'], two)).code, 1, 'until now nothing was given up')
  const forgotten = await run(['keys', 'forget', '1', '--yes'], two, one)
  t.equal(forgotten.code, 0)
  t.equal(forgotten.stdout, `KEYS=${formatMasterKeys([two])}\n`)
  t.match(forgotten.stderr, 'Links in mails that were made with key version 1 stop working for good')
  t.equal((await run(['keys', 'status'], two)).code, 0)
})

t.test('a key that is lost with all that it sealed can be replaced under its version', async t => {
  const { started, run } = await setUp(t)
  await started(one)
  t.equal((await run(['keys', 'status'], wrongOne)).code, 1)
  t.match(
    (await run(['keys', 'forget', '1', '--yes'], wrongOne)).stdout,
    /^The key that was on record as version 1 is given up\./
  )
  t.match(
    (await run(['keys', 'status'], wrongOne)).stdout,
    'key 1 (primary): 0 addresses, not used with this database before'
  )
})

t.test('in the data folder a key that is given up leaves the file', async t => {
  const { run, settings } = await setUp(t)
  const file = join(settings.DATA_DIR, 'keys.json')
  for (const step of ['add', 'rotate']) t.equal((await run(['keys', step])).code, 0)
  t.ok(existsSync(file))
  t.equal(
    (await run(['keys', 'forget', '1', '--yes'])).code,
    0,
    'no process has recorded it, but it stands in the file'
  )
  t.same(
    parseMasterKeys((JSON.parse(readFileSync(file, 'utf8')) as { keys: string }).keys).map(({ version }) => version),
    [2]
  )
})

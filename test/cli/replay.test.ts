import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { systemClock } from '../../src/platform/clock.js'
import { createKeyring, newMasterKey } from '../../src/platform/crypto/keyring.js'
import { freePort } from '../../src/platform/free-port.js'
import { dataFolder, runProgram, startProgram } from '../support/cli.js'
import { backUp, testDatabase } from '../support/database.js'
import { addReaders, someAddresses } from '../support/readers.js'
import { until } from '../support/service.js'

t.test('privacy replay says what a restored backup had forgotten, in words and as JSON', async t => {
  const lost = await testDatabase(t)
  const parts = { pool: lost.pool, keys: createKeyring([newMasterKey()]), clock: systemClock }
  const ids = await addReaders(parts, someAddresses(3))
  const folder = await dataFolder(t)
  const settings = { DATABASE_URL: lost.url, DATA_DIR: folder }
  const first = await runProgram(t, ['privacy', 'replay'], settings)
  t.equal(first.stdout, 'The database knows all that the journal knows.\n')
  const backup = await backUp(t, lost)
  await lost.pool.query('delete from subscriber where id = any ($1)', [ids.slice(0, 2)])
  t.equal((await runProgram(t, ['privacy', 'replay'], settings)).code, 0)
  const restored = { ...settings, DATABASE_URL: backup.url }
  const said = await runProgram(t, ['privacy', 'replay'], restored)
  t.equal(said.stdout, 'Readers who had left and were there again, erased: 2\n')
  const again = await runProgram(t, ['privacy', 'replay', '--json'], restored)
  t.same(JSON.parse(again.stdout), { erased: 0, paused: 0, settled: 0, unknown: 0 })
  await rename(join(folder, 'journal'), join(folder, 'away'))
  const missing = await runProgram(t, ['privacy', 'replay'], restored)
  t.equal(missing.code, 1)
  t.match(missing.stderr, /is missing\. Set JOURNAL and JOURNAL_URL as they were/)
  t.equal((await runProgram(t, ['privacy', 'replay', '--accept-loss'], restored)).code, 0)
})

t.test('a web process that starts writes what one that was killed has left to the journal', async t => {
  const { pool, url } = await testDatabase(t)
  const parts = { pool, keys: createKeyring([newMasterKey()]), clock: systemClock }
  const ids = await addReaders(parts, someAddresses(1))
  await pool.query('delete from subscriber where id = any ($1)', [ids])
  const settings = { DATABASE_URL: url, DATA_DIR: await dataFolder(t), PORT: String(await freePort()) }
  const web = startProgram(t, ['serve'], { ...settings, SMTP_URL: 'smtp://127.0.0.1:9' })
  await until(async () => (await pool.query('select from journal_outbox')).rowCount === 0)
  t.equal((await web.end('SIGTERM')).code, 0)
})

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import t from 'tap'
import { createKeyring, formatMasterKeys, newMasterKey } from '../../src/platform/crypto/keyring.js'
import { dataFolder, PROGRAM, startCommand, type Ended } from '../support/cli.js'
import { testDatabase } from '../support/database.js'
import { travelClock } from '../support/clock.js'
import { addReaders, someAddresses } from '../support/readers.js'

const PASSPHRASE = 'sieben mal sieben Zwerge'
const READERS = 8_000
const folder = await dataFolder(t)
const archive = join(folder, 'move.age')

async function installation (name: string) {
  const { url, pool } = await testDatabase(t)
  const master = newMasterKey()
  const settings = { DATABASE_URL: url, KEYS: formatMasterKeys([master]), DATA_DIR: join(folder, name) }
  const start = (line: string, input = '', exec = 'exec ') =>
    startCommand(t, ['sh', '-c', `${exec}${PROGRAM.join(' ')} subscribers ${line}`], settings, undefined, input)
  return {
    pool,
    keys: createKeyring([master]),
    start,
    run: async (line: string, input = ''): Promise<Ended> => await start(line, input).ended,
    piped: async (line: string): Promise<Ended> => await start(line, '', '').ended,
    stored: async (): Promise<number> => (await pool.query('select from subscriber')).rowCount ?? 0
  }
}

const from = await installation('from')
const to = await installation('to')
await addReaders({ ...from, clock: travelClock() }, someAddresses(READERS))

t.test('an export says what it needs, and writes nothing before', async t => {
  const refused = async (line: string, words: RegExp, input = ''): Promise<void> => {
    const { code, stdout, stderr } = await from.run(`export ${line}`, input)
    t.same([code, stdout], [1, ''], line)
    t.match(stderr, words)
    t.equal(stderr.trim().split('\n').length, 1, 'in one line')
  }
  await refused('', /say why by --reason/)
  await refused('--reason für-eva@amt.example', /may not hold an address/)
  await refused('--reason Umzug', /too short/, 'kurz\n')
  await refused('--reason Umzug --recipient age1falsch', /not a public key of age/)
  await refused('--reason Umzug --csv --recipient age1falsch', /a table is not encrypted/)
  t.equal((await from.pool.query('select from audit')).rowCount, 0)
})

t.test('an archive is written, and told on standard error', async t => {
  const { code, stdout, stderr } = await from.run(`export --reason Umzug --json > ${archive}`, `${PASSPHRASE}\n`)
  t.equal(code, 0, stderr)
  t.equal(stdout, '')
  t.match(JSON.parse(stderr), { form: 'archive', subscribers: READERS, issues: 0, unreadable: 0 })
  t.notMatch((await readFile(archive)).toString('latin1'), 'beispiel.example')
})

t.test('a full disk and a reader who goes away are told, and do not end well', async t => {
  const full = await from.run('export --reason Umzug --csv > /dev/full')
  t.match(full.stderr, /it could not be written \(ENOSPC\); what was written is cut/)
  t.not(full.code, 0)
  const gone = await from.piped('export --reason Umzug --csv | head -c 100 > /dev/null')
  t.match(gone.stderr, /it could not be written \(EPIPE\)/)
})

t.test('a damaged archive and a wrong passphrase change nothing', async t => {
  const bytes = await readFile(archive)
  const cut = join(folder, 'cut.age')
  await writeFile(cut, bytes.subarray(0, bytes.length - 100_000))
  const damaged = await to.run(`import ${cut} --yes`, PASSPHRASE)
  t.same([damaged.code, damaged.stderr.trim()],
    [1, 'integrationsbrief: the archive cannot be taken over: it is cut or was changed since it was made'])
  const wrong = await to.run(`import ${archive} --yes`, 'sieben mal sieben Riesen')
  t.match(wrong.stderr, /the passphrase is not the one that it was encrypted with/)
  const dry = await to.run(`import ${archive} --dry-run --json`, PASSPHRASE)
  t.match(JSON.parse(dry.stdout), { records: { subscriber: READERS } })
  t.equal(await to.stored(), 0)
})

t.test('the same command goes on after a kill, and does nothing when all is there', async t => {
  const { process: child, ended } = to.start(`import ${archive} --yes`, PASSPHRASE)
  while (await to.stored() < 2_000) await delay(5)
  child.kill('SIGKILL')
  await ended
  const half = await to.stored()
  t.ok(half < READERS, `${half} were there`)
  const { rows: [left] } = await to.pool.query<{ id: string }>(
    'delete from subscriber where id = (select id from subscriber order by id limit 1) returning id')
  t.ok(left)
  const { code, stdout, stderr } = await to.run(`import ${archive} --yes --json`, PASSPHRASE)
  t.equal(code, 0, stderr)
  t.match(JSON.parse(stdout), { taken: { added: READERS - half, known: half - 1, gone: 1 } })
  t.equal(await to.stored(), READERS - 1, 'who has left meanwhile does not come back')
  const again = await to.run(`import ${archive} --yes`, PASSPHRASE)
  t.match(again.stdout, /It was taken over on .*; nothing is done\./)
  t.equal(await to.stored(), READERS - 1)
})

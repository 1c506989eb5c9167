import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { clusterFolder } from '../../src/local/postgres/cluster.js'
import { dataFolder, PROGRAM, runProgram, startCommand, startProgram } from '../support/cli.js'
import { freePort } from '../../src/platform/free-port.js'
import { testDatabase } from '../support/database.js'
import { testRelay } from '../support/relay.js'
import { until } from '../support/service.js'

const signUp = async (port: string, email: string): Promise<number> =>
  (await fetch(`http://127.0.0.1:${port}/abonnieren`, { method: 'POST', body: new URLSearchParams({ email }) })).status

t.test('start needs no setting: it makes database and keys, prints what to open, and ends on SIGTERM', async t => {
  const DATA_DIR = await dataFolder(t)
  const PORT = String(await freePort())
  const program = startProgram(t, ['start'], { DATA_DIR, PORT })
  await program.says('/postfach')
  t.ok(existsSync(join(DATA_DIR, 'keys.json')))
  t.equal(await signUp(PORT, 'anna@beispiel.example'), 200)
  await until(
    async () => (await (await fetch(`http://127.0.0.1:${PORT}/postfach`)).text()).includes('anna@beispiel.example')
  )
  const start = performance.now()
  const { code, stdout, stderr } = await program.end('SIGTERM')
  t.equal(code, 0)
  t.ok(performance.now() - start < 10_000)
  t.match(stdout, `http://localhost:${PORT}/abonnieren`)
  t.notMatch(stderr, 'anna@')
})

t.test('after kill -9 a second start on the same data goes on: the mail that waited is sent', async t => {
  const gone = await testRelay(t)
  await gone.stop()
  const settings = {
    DATA_DIR: await dataFolder(t),
    PORT: String(await freePort()),
    SMTP_URL: `smtp://127.0.0.1:${gone.target.port}`
  }
  const first = startProgram(t, ['start'], settings)
  await first.says('/einbetten')
  t.equal(await signUp(settings.PORT, 'anna@beispiel.example'), 200)
  await first.end('SIGKILL')
  const relay = await testRelay(t, {}, { port: gone.target.port })
  const second = startProgram(t, ['start'], settings)
  await second.says('/einbetten')
  await until(() => relay.taken.length === 1)
  t.equal(relay.taken[0]?.to, 'anna@beispiel.example')
  t.equal((await second.end('SIGTERM')).code, 0)
})

t.test('when the embedded server is killed, the service comes back by itself', async t => {
  const DATA_DIR = await dataFolder(t)
  const PORT = String(await freePort())
  const program = startProgram(t, ['start'], { DATA_DIR, PORT })
  await program.says('/postfach')
  const ready = async (): Promise<number> => (await fetch(`http://127.0.0.1:${PORT}/readyz`)).status
  let logged = ''
  program.process.stderr?.on('data', (text: string) => { logged += text })
  process.kill(
    Number(readFileSync(join(DATA_DIR, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]),
    'SIGKILL'
  )
  await until(() => logged.includes('"event":"embedded_server_restarted"'))
  await until(async () => await ready() === 200)
  t.equal(await signUp(PORT, 'anna@beispiel.example'), 200)
  await until(
    async () => (await (await fetch(`http://127.0.0.1:${PORT}/postfach`)).text()).includes('anna@beispiel.example')
  )
  t.equal((await program.end('SIGTERM')).code, 0)
})

t.test('two starts at once on an empty database both succeed', async t => {
  const { url: DATABASE_URL } = await testDatabase(t, { migrated: false })
  const relay = await testRelay(t)
  const settings = { DATABASE_URL, SMTP_URL: `smtp://127.0.0.1:${relay.target.port}`, DATA_DIR: await dataFolder(t) }
  const programs = await Promise.all(
    [1, 2].map(async () => startProgram(t, ['start'], { ...settings, PORT: String(await freePort()) }))
  )
  await Promise.all(programs.map(async program => await program.says('/abonnieren')))
  for (const program of programs) t.equal((await program.end('SIGTERM')).code, 0)
})

t.test('web and mailer run apart, any number of each, once the schema is there', async t => {
  const { url: DATABASE_URL, pool } = await testDatabase(t, { migrated: false })
  const relay = await testRelay(t)
  const settings = { DATABASE_URL, SMTP_URL: `smtp://127.0.0.1:${relay.target.port}`, DATA_DIR: await dataFolder(t) }
  const early = await runProgram(t, ['serve'], { ...settings, PORT: String(await freePort()) })
  t.equal(early.code, 1)
  t.match(early.stderr, /integrationsbrief migrate\n$/)
  t.equal((await runProgram(t, ['migrate'], settings)).code, 0)
  const ports = [String(await freePort()), String(await freePort())]
  const programs = [
    ...ports.map(PORT => startProgram(t, ['serve'], { ...settings, PORT })),
    ...[1, 2].map(() => startProgram(t, ['work'], settings))
  ]
  await Promise.all(
    programs.map(async (program, index) => await program.says(index < 2 ? '/abonnieren' : 'The mailer is running.'))
  )
  for (const [index, port] of ports.entries()) t.equal(await signUp(port, `leser${index}@beispiel.example`), 200)
  await until(() => relay.taken.length === 2)
  t.equal((await pool.query('select from subscriber')).rowCount, 2)
  for (const program of programs) t.equal((await program.end('SIGTERM')).code, 0)
})

t.test('a database that is newer than the program is left alone', async t => {
  const { url: DATABASE_URL, pool } = await testDatabase(t)
  await pool.query('insert into migration (name, sha256) values (\'999_future.sql\', \'x\')')
  for (const command of ['start', 'serve', 'work', 'migrate']) {
    const { code, stderr } = await runProgram(t, [command], {
      DATABASE_URL,
      SMTP_URL: 'smtp://127.0.0.1:1',
      DATA_DIR: await dataFolder(t),
      LOG_LEVEL: 'silent'
    })
    t.equal(code, 1, command)
    t.match(stderr, /^integrationsbrief: the database is newer than this program .+\n$/)
  }
})

t.test('what is wrong with the settings is one line, and the program ends with 1', async t => {
  const cases: Array<[settings: Record<string, string>, line: RegExp]> = [
    [{ MAIL_CONECTIONS: '3' }, /MAIL_CONECTIONS is not a setting/],
    [{ PORT: 'achtzig' }, /PORT must be/],
    [
      { NODE_ENV: 'production', DATABASE_URL: 'postgres://x.example/y', SMTP_URL: 'smtps://x.example' },
      /KEYS is not set/
    ],
    [{ SMTP_URL: 'smtp://relay:geheim@x.example:x' }, /SMTP_URL /],
    [
      { DATABASE_URL: 'postgres://x.example/y' },
      /SMTP_URL is not set: there is a mail catcher only beside the embedded database/
    ]
  ]
  for (const [settings, line] of cases) {
    const { code, stdout, stderr } = await runProgram(t, ['start'], settings)
    t.equal(code, 1)
    t.equal(stdout, '')
    t.match(stderr, line)
    t.equal(stderr.trimEnd().split('\n').length, 1)
    t.notMatch(stderr, 'geheim')
  }
})

const ON_LINUX = { skip: process.platform !== 'linux' && 'no /proc' }

t.test('too few files that may be open are said in one line', ON_LINUX, async t => {
  const { code, stderr } = await startCommand(
    t,
    ['sh', '-c', 'ulimit -n "$0" && exec "$@"', '128', ...PROGRAM, 'start'],
    {}
  ).ended
  t.equal(code, 1)
  t.match(stderr, /^integrationsbrief: only 128 files may be open at once[^\n]*ulimit -n[^\n]*\n$/)
  t.equal(
    (await startCommand(t, ['sh', '-c', 'ulimit -n "$0" && exec "$@"', '512', ...PROGRAM, '--help'], {}).ended).code,
    0
  )
})

t.test('a port that is taken is said in one line, and nothing is left running', async t => {
  const DATA_DIR = await dataFolder(t)
  const taken = await testRelay(t)
  const { code, stderr } = await runProgram(t, ['start'], {
    DATA_DIR,
    PORT: String(taken.target.port),
    LOG_LEVEL: 'silent'
  })
  t.equal(code, 1)
  t.match(stderr, /^integrationsbrief: .*EADDRINUSE.*\n$/)
  const cluster = clusterFolder(join(DATA_DIR, 'postgres'))
  t.ok(existsSync(join(cluster, 'PG_VERSION')), 'a database server was there')
  t.notOk(existsSync(join(cluster, 'postmaster.pid')), 'and has ended')
})

import { cp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pino } from 'pino'
import t from 'tap'
import { connectToEmbedded, startEmbeddedPostgres } from '../../../src/local/postgres/embedded-postgres.js'
import { findBinaries } from '../../../src/local/postgres/binaries.js'
import { makeCluster } from '../../../src/local/postgres/cluster.js'
import { chooseLauncher } from '../../../src/local/postgres/launcher.js'
import { startServer, stopServer } from '../../../src/local/postgres/process.js'
import { until } from '../../support/service.js'
import { FORGETFUL } from '../../support/test-server.js'
import { asSuperuser, folder, kill, query, serverPid, start, startProgram } from '../../support/embedded.js'

const AS_ROOT = { skip: process.getuid?.() !== 0 && 'not root' }

t.test('a second start continues where the first one ended', async t => {
  const dir = await folder(t)
  const first = await start(dir)
  t.equal(first.joinedRunningServer, false)
  await query(first.url, 'create table kept as select 7 as value')
  await first.stop()
  t.equal(await connectToEmbedded(dir), null)
  const second = await start(dir)
  t.after(second.stop)
  t.equal(second.joinedRunningServer, false)
  t.same(await query(second.url, 'select value from kept'), [7])
})

t.test('the program\'s user may not read files or run programs through the server', async t => {
  const { url, stop } = await start(await folder(t))
  t.after(stop)
  for (const statement of [
    'select pg_read_file(\'/etc/passwd\') as value',
    'copy (select 1) to program \'cat\'',
    'create role another superuser'
  ]) {
    await t.rejects(query(url, statement), { code: '42501' }, statement)
  }
})

t.test('the server takes connections from this machine alone, with the password alone', async t => {
  const dir = await folder(t)
  const { url, stop } = await start(dir)
  t.after(stop)
  const password = await readFile(join(dir, 'superuser-password'), 'utf8')
  t.same(
    await query(
      asSuperuser(url, password),
      'select current_setting(\'listen_addresses\') || current_setting(\'unix_socket_directories\') as value'
    ),
    ['127.0.0.1']
  )
  for (const file of ['password', 'superuser-password']) t.equal((await stat(join(dir, file))).mode & 0o777, 0o600)
  await t.rejects(
    query(Object.assign(new URL(url), { password: 'guessed' }).href, 'select 1 as value'),
    { code: '28P01' }
  )
})

t.test('the program\'s password does not open the server to the superuser', async t => {
  const { url, stop } = await start(await folder(t))
  t.after(stop)
  await t.rejects(query(asSuperuser(url, new URL(url).password), 'select 1 as value'), { code: '28P01' })
})

t.test('a folder of an earlier version, where both users had one password, is opened', async t => {
  const dir = await folder(t)
  const before = await start(dir)
  const [password, superuserPassword] = [
    new URL(before.url).password,
    await readFile(join(dir, 'superuser-password'), 'utf8')
  ]
  await query(asSuperuser(before.url, superuserPassword), `alter role postgres password '${password}'`)
  await before.stop()
  await rm(join(dir, 'superuser-password'))
  const next = await start(dir)
  t.after(next.stop)
  t.same(await query(next.url, 'select 1 as value'), [1])
})

t.test('umlauts sort and change case', async t => {
  const { url, stop } = await start(await folder(t))
  t.after(stop)
  t.same(await query(url, 'select lower(\'ÄÖÜ\') as value'), ['äöü'])
})

t.test('programs that start at once share one server, and the last to leave stops it', async t => {
  const dir = await folder(t)
  const [first, second, other] = await Promise.all([start(dir), start(dir), startProgram(dir)])
  t.same([second.url, other.url], [first.url, first.url])
  await first.stop()
  t.equal(await connectToEmbedded(dir), second.url)
  // A program that was killed cannot say that it has left.
  await kill(other.program)
  await second.stop()
  t.equal(await connectToEmbedded(dir), null)
})

t.test('the server of a program that was killed is taken over', async t => {
  const dir = await folder(t)
  const { program, url } = await startProgram(dir)
  await query(url, 'create table kept as select 7 as value')
  await kill(program)
  const next = await start(dir)
  t.equal(next.joinedRunningServer, true)
  t.equal(next.url, url)
  t.same(await query(next.url, 'select value from kept'), [7])
  await next.stop()
  t.equal(await connectToEmbedded(dir), null)
})

t.test('a server that is killed is started again at the same port, by one of the programs that use it', async t => {
  const dir = await folder(t)
  const lines: string[] = []
  const users = await Promise.all([1, 2, 3].map(async () => await startEmbeddedPostgres({
    dir,
    log: pino({ base: null, timestamp: false }, { write: line => { lines.push(line) } }),
    settings: { fsync: 'off', full_page_writes: 'off' }
  })))
  const [{ url }] = users as [typeof users[0]]
  await query(url, 'create table kept as select 7 as value')
  const before = await serverPid(dir)
  process.kill(before, 'SIGKILL')
  const restarted = (): string[] => lines.filter(line => line.includes('embedded_server_restarted'))
  await until(() => restarted().length > 0)
  t.not(await serverPid(dir), before)
  t.same(await query(url, 'select value from kept'), [7])
  t.match(lines.find(line => line.includes('embedded_server_gone')), '"level":50')
  for (const { stop } of users) await stop()
  t.equal(restarted().length, 1)
  t.equal(await connectToEmbedded(dir), null)
})

t.test('a server that is killed when its program ends is not started again', async t => {
  const dir = await folder(t)
  const { stop } = await start(dir)
  process.kill(await serverPid(dir), 'SIGKILL')
  await stop()
  t.equal(await connectToEmbedded(dir), null)
})

t.test('a server that was killed together with its program starts again', async t => {
  const dir = await folder(t)
  const { program, url } = await startProgram(dir)
  await query(url, 'create table kept as select 7 as value')
  process.kill(await serverPid(dir), 'SIGKILL')
  await kill(program)
  const next = await start(dir)
  t.after(next.stop)
  t.equal(next.joinedRunningServer, false)
  t.same(await query(next.url, 'select value from kept'), [7])
})

t.test('another process that has got the number of a killed server does not keep it from starting', async t => {
  const dir = await folder(t)
  const { program } = await startProgram(dir)
  const note = join(dir, 'cluster', 'postmaster.pid')
  process.kill(await serverPid(dir), 'SIGKILL')
  await kill(program)
  await writeFile(note, (await readFile(note, 'utf8')).replace(/^\d+/, String(process.pid)))
  await writeFile(join(dir, 'lock'), `process ${process.pid} at another time`)
  const next = await start(dir)
  t.equal(next.joinedRunningServer, false)
  await next.stop()
})

t.test('a start that was killed while it made the database is done again', async t => {
  const dir = await folder(t)
  const before = await start(dir)
  await before.stop()
  await rm(join(dir, 'password'))
  await rm(join(dir, 'cluster'), { recursive: true })
  await writeFile(join(dir, 'cluster.new'), 'half of it')
  const next = await start(dir)
  t.same(await query(next.url, 'select 1 as value'), [1])
  await next.stop()
})

t.test('as root the server is another user, and reaches its data below a closed folder', AS_ROOT, async t => {
  const dir = await folder(t)
  t.equal((await stat(dir)).mode & 0o777, 0o700)
  const { stop } = await start(dir)
  t.after(stop)
  const { uid } = await stat(join(dir, 'cluster'))
  t.not(uid, 0)
  t.match(await readFile(`/proc/${await serverPid(dir)}/status`, 'utf8'), new RegExp(`^Uid:\\t${uid}\\t${uid}\\t`, 'm'))
})

t.test('as root the server also runs from a checkout below a closed folder', AS_ROOT, async t => {
  const dir = await folder(t)
  const { postgres } = await findBinaries(join(dir, 'lib'))
  await cp(dirname(dirname(postgres)), join(dir, 'native'), { recursive: true, verbatimSymlinks: true })
  const [initdb, pgCtl, server] = ['initdb', 'pg_ctl', 'postgres'].map(name => (
    join(dir, 'native', 'bin', name)
  )) as [string, string, string]
  const binaries = { initdb, pgCtl, postgres: server }
  const launcher = await chooseLauncher(binaries, dir, null)
  await makeCluster({ binaries, launcher }, { dir, sync: false })
  t.same(await query(await startServer({ binaries, launcher }, dir, FORGETFUL), 'select 1 as value'), [1])
  t.match(
    await readFile(`/proc/${await serverPid(dir)}/status`, 'utf8'),
    /^CapEff:\t0{15}[24]$/m,
    'with the one capability for that'
  )
  await stopServer({ binaries, launcher }, dir)
  t.equal(await connectToEmbedded(dir), null)
})

t.test('the server is not told our settings', { skip: process.platform !== 'linux' && 'no /proc' }, async t => {
  const dir = await folder(t)
  const { program } = await startProgram(dir)
  t.notMatch(await readFile(`/proc/${await serverPid(dir)}/environ`, 'utf8'), /KEYS/)
  await kill(program)
  await (await start(dir)).stop()
})

t.test('a folder that cannot be used, and a server that cannot start, are told in one line', async t => {
  await t.rejects(start('/dev/null/data'), {
    message: /^cannot use \/dev\/null\/data \(ENOTDIR\): set DATA_DIR[^\n]*$/
  })
  const dir = await folder(t)
  const settings = { fsync: 'off', max_connections: 'many' }
  await t.rejects(startEmbeddedPostgres({ dir, log: pino({ level: 'silent' }), settings }),
    { message: /^PostgreSQL does not start: FATAL:[^\n]*max_connections[^\n]*$/ })
})

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { dataFolder, PROGRAM, startCommand, startProgram, type Running } from '../support/cli.js'
import { testDatabase } from '../support/database.js'
import { packagePath } from '../../src/platform/package-path.js'
import { freePort } from '../../src/platform/free-port.js'
import { until } from '../support/service.js'

const postgres = (DATA_DIR: string, ...path: string[]): string => join(DATA_DIR, 'postgres', ...path)

/**
 * Everything that a start puts down and that must not stay: locks, passwords on their way, half
 * clusters, users, servers.
 */
function leftovers (DATA_DIR: string): string[] {
  const files = existsSync(postgres(DATA_DIR)) ? readdirSync(postgres(DATA_DIR)) : []
  const users = existsSync(postgres(DATA_DIR, 'users')) ? readdirSync(postgres(DATA_DIR, 'users')) : []
  const programs = process.platform !== 'linux'
    ? []
    : readdirSync('/proc').filter(name => /^\d+$/.test(name) && command(name).includes(DATA_DIR))
  return [
    ...files.filter(name => /^lock|^cluster\.new/.test(name)),
    ...users.map(name => `users/${name}`),
    ...programs.map(pid => `process ${pid}`),
    ...existsSync(postgres(DATA_DIR, 'cluster', 'postmaster.pid')) ? ['postmaster.pid'] : []
  ]
}

function command (pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

interface Started { program: Running, stderr: () => string }

function start (t: Test, args: string[], settings: Record<string, string>): Started {
  const program = startProgram(t, args, settings)
  let stderr = ''
  program.process.stderr?.on('data', (text: string) => { stderr += text })
  return { program, stderr: () => stderr }
}

/** Moments of a start, in their order: a file that is there, or a line in the log. */
const MOMENTS: ReadonlyArray<string[] | string> = [
  'making a new database', ['cluster.new.password'], ['cluster.new', 'base', '5'], ['cluster', 'postmaster.pid'],
  'PostgreSQL is running', 'schema changed', 'mailer is running'
]

t.test('a signal at any moment of a start ends it with 0, and leaves nothing running or half done', async t => {
  const DATA_DIR = await dataFolder(t)
  const settings = { DATA_DIR, PORT: String(await freePort()) }
  for (const [index, moment] of MOMENTS.entries()) {
    const { program, stderr } = start(t, ['start'], settings)
    // What an earlier start has finished does not come again; then it is the moment when all is
    // started.
    const running = program.says('/einbetten').then(() => true)
    const reached = until(() => (
      typeof moment === 'string' ? stderr().includes(moment) : existsSync(postgres(DATA_DIR, ...moment))
    ))
    await Promise.race([running, reached])
    running.catch(() => {})
    const { code } = await program.end(index % 2 === 0 ? 'SIGTERM' : 'SIGINT')
    t.equal(code, 0, String(moment))
    t.same(leftovers(DATA_DIR), [], String(moment))
  }
  const { program } = start(t, ['start'], settings)
  await program.says('/einbetten')
  t.equal((await program.end('SIGTERM')).code, 0)
})

t.test('signals that come while the program ends change nothing', async t => {
  const DATA_DIR = await dataFolder(t)
  const { program, stderr } = start(t, ['start'], { DATA_DIR, PORT: '0' })
  await program.says('/einbetten')
  program.process.kill('SIGINT')
  await until(() => stderr().includes('"msg":"ending"'))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) program.process.kill(signal)
  t.equal((await program.ended).code, 0)
  t.same(leftovers(DATA_DIR), [])
})

t.test('a terminal that is closed ends the program in good order', async t => {
  const DATA_DIR = await dataFolder(t)
  const { program } = start(t, ['start'], { DATA_DIR, PORT: '0' })
  await program.says('/einbetten')
  program.process.stdout?.destroy()
  program.process.stderr?.destroy()
  t.equal((await program.end('SIGHUP')).code, 0)
  t.same(leftovers(DATA_DIR), [])
})

t.test('a command that is interrupted stops the server that it has started', async t => {
  const DATA_DIR = await dataFolder(t)
  for (const moment of ['cluster.new', 'cluster/postmaster.pid']) {
    const { program } = start(t, ['migrate'], { DATA_DIR })
    await until(() => existsSync(postgres(DATA_DIR, moment)))
    t.equal((await program.end('SIGINT')).code, 130)
    t.same(leftovers(DATA_DIR), [])
  }
})

const ISSUE = packagePath('templates', 'demo', 'ausgabe-1.yaml')

// Linux alone has a `script` that takes a command and hands its exit code on.
const atTerminal = process.platform === 'linux' ? {} : { skip: true }

t.test('Ctrl-C at a question ends the command with 130, and nothing is done', atTerminal, async t => {
  const { url: DATABASE_URL, pool } = await testDatabase(t)
  const settings = { DATABASE_URL, SMTP_URL: 'smtp://127.0.0.1:1', DATA_DIR: await dataFolder(t) }
  for (const [args, question] of [
    [['subscribers', 'find'], 'E-mail address: '],
    [['issue', 'send', ISSUE], 'Who has approved this issue? '],
    [['issue', 'send', ISSUE, '--approved-by', 'Eva'], '[y/N] ']
  ] as const) {
    const shell = [...PROGRAM, ...args].map(word => `'${word}'`).join(' ')
    const asked = startCommand(t, ['script', '-qec', shell, '/dev/null'], settings, undefined, null)
    await asked.says(question)
    asked.process.stdin?.write('\x03')
    const { code, stdout } = await asked.ended
    t.equal(code, 130, args.join(' '))
    t.notMatch(stdout, 'integrationsbrief:', 'it was no fault')
  }
  t.equal((await pool.query('select from issue')).rowCount, 0)
})

t.test('a demo that is interrupted takes its folder away', async t => {
  const TMPDIR = join(await dataFolder(t), 'tmp')
  await mkdir(TMPDIR, { mode: 0o755 })
  const { program } = start(t, ['demo'], { TMPDIR })
  await program.says('readers have signed up')
  t.equal((await program.end('SIGTERM')).code, 143)
  t.same(readdirSync(TMPDIR).filter(name => name.includes('-demo-')), [])
})

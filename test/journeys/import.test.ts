import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { formatMasterKeys, newMasterKey } from '../../src/platform/crypto/keyring.js'
import { dataFolder, runProgram, startProgram } from '../support/cli.js'
import { testDatabase } from '../support/database.js'
import { until } from '../support/service.js'

const { url, pool } = await testDatabase(t)
const folder = await dataFolder(t)
const settings = { DATABASE_URL: url, KEYS: formatMasterKeys([newMasterKey()]), DATA_DIR: folder }

const run = async (...args: string[]) => await runProgram(t, ['subscribers', ...args], settings)

/** Writes a file, and returns its path. */
async function list (name: string, content: string | Buffer): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, content)
  return file
}

const stored = async (): Promise<number> => (await pool.query('select from subscriber')).rowCount ?? 0

const SMALL = 'Name;E-Mail\nAnna Geheim;anna@beispiel.example\nBerta;falsch\nCarla;carla@beispiel.example\n'

t.test('a dry run says what would happen, changes nothing, and gives the refused lines back to one person', async t => {
  const file = await list('small.csv', SMALL)
  const to = join(folder, 'refused.csv')
  const { code, stdout, stderr } = await run('import', file, '--dry-run', '--json', '--refused', to)
  t.equal(code, 0, stderr)
  t.match(JSON.parse(stdout), {
    lines: 3,
    new: 2,
    known: 0,
    invalid: 1,
    double: 0,
    suppressed: 0,
    added: 0,
    refused: [{ kind: 'invalid', fault: 'no_at', count: 1, lines: [3] }]
  })
  t.notMatch(stdout + stderr, /anna@|Geheim/)
  t.equal(await readFile(to, 'utf8'), '\ufeffName;E-Mail;Reason\nBerta;falsch;invalid (no_at)\n')
  t.equal((await stat(to)).mode & 0o777, 0o600)
  t.equal(await stored(), 0)
  t.equal((await pool.query('select from import_row')).rowCount, 0)
  const again = await run('import', file, '--yes', '--refused', to)
  t.equal(again.code, 1)
  t.match(again.stderr, `${to} exists already: remove it, or name another file`)
  t.equal(await stored(), 0, 'nothing was begun')
})

t.test('a list is added, and taken back', async t => {
  const file = await list('small.csv', SMALL)
  const added = await run('import', file, '--yes', '--column', 'email=E-Mail')
  t.match(added.stdout, /3 lines, 2 new, 0 known, 1 invalid[^]*is done: 2 added/)
  t.equal(await stored(), 2)
  const again = await run('import', file, '--yes')
  t.match(again.stdout, /0 new, 2 known[^]*Nothing was added/)
  const id = /Import (\d+) is done/.exec(added.stdout)?.[1] ?? ''
  const asked = await run('undo', id)
  t.equal(asked.code, 1)
  t.match(asked.stderr, /nobody is there to be asked; --yes goes on/)
  t.equal(await stored(), 2, 'nothing was erased')
  t.match((await run('undo', id, '--yes')).stdout, `Import ${id} is undone: 2 addresses are erased.`)
  t.equal(await stored(), 0)
})

t.test('the same command goes on after a kill, without doubles', async t => {
  const file = await list('large.csv',
    'E-Mail\n' + Array.from({ length: 60_000 }, (_, index) => `a${index}@beispiel.example\n`).join(''))
  const first = startProgram(t, ['subscribers', 'import', file, '--yes'], settings)
  await until(async () =>
    ((await pool.query('select max(read_line) as line from subscriber_import')).rows[0]?.line ?? 0) > 10_000)
  await first.end('SIGKILL')
  t.equal(await stored(), 0)
  const second = await run('import', file, '--yes', '--json')
  t.equal(second.code, 0)
  t.match(second.stderr, /was interrupted and goes on/)
  t.match(JSON.parse(second.stdout), { new: 60_000, double: 0, added: 60_000, state: 'done' })
  t.equal(await stored(), 60_000)
})

t.test('who would become active waits for an approval at the desk', async t => {
  const file = await list('consent.csv',
    'E-Mail;Zeitpunkt;Wortlaut;Quelle\nnora@beispiel.example;2024-03-01;Ich möchte den Brief.;Messe\n')
  const { stdout } = await run('import', file, '--active', '--yes')
  t.match(stdout, /waits for somebody who approves it at the desk/)
  t.equal((await pool.query('select from subscriber where state = \'active\'')).rowCount, 0)
})

t.test('what cannot be read ends with one line that says what to do, and 1', async t => {
  const files: Array<[name: string, content: string | Buffer, args: string[], says: RegExp]> = [
    ['latin.csv', Buffer.from('E-Mail\nm\u00fc@beispiel.example\n', 'latin1'), ['--encoding', 'utf-8'],
      /line 2: the file is not UTF-8, although that was said/],
    ['empty.csv', '', [], /the file holds no line/],
    ['street.csv', 'Straße\nWeg 1\n', [], /no column holds mail addresses/],
    ['small.csv', SMALL, ['--column', 'email=Mail'], /the first line has no column "Mail"/]
  ]
  for (const [name, content, args, says] of files) {
    const { code, stderr } = await run('import', await list(name, content), '--yes', ...args)
    t.equal(code, 1)
    t.match(stderr, says)
  }
  t.match((await run('import', folder, '--yes')).stderr, /is not a file/)
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { folderStore } from '../../../src/privacy/journal/folder.js'
import type { Store } from '../../../src/privacy/journal/store.js'

async function folderFor (t: Test): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'integrationsbrief-test-'))
  t.after(async () => await rm(parent, { recursive: true, force: true }))
  return join(parent, 'journal')
}

function storeIn (t: Test, folder: string): Store {
  const store = folderStore(folder)
  t.after(store.close)
  return store
}

async function linesOf (store: Store): Promise<string[]> {
  const lines: string[] = []
  for await (const { text } of store.read()) lines.push(text)
  return lines
}

const fileIn = async (folder: string): Promise<string> =>
  join(folder, (await readdir(folder)).find(name => name.endsWith('.journal')) ?? 'none')

t.test('what was appended is read by every process, and by nobody but the owner of the folder', async t => {
  const folder = await folderFor(t)
  const [one, other] = [storeIn(t, folder), storeIn(t, folder)]
  const marks = await Promise.all([one.begin(), other.begin()])
  t.equal(marks[0]?.id, marks[1]?.id, 'two who begin it at once begin the same')
  await one.append(['a', 'b'], '2026-11-27')
  await other.append(['c'], '2026-11-27')
  await one.append(['d'], '2026-11-28')
  t.same((await linesOf(other)).sort(), ['a', 'b', 'c', 'd'])
  const names = await readdir(folder)
  t.equal(names.filter(name => name.endsWith('.journal')).length, 3, 'a file for each process and day')
  t.equal(names.length, 4, 'and the mark')
  for (const name of names) t.equal((await stat(join(folder, name))).mode & 0o777, 0o600, name)
  t.equal((await stat(folder)).mode & 0o777, 0o700)
})

t.test('days that no backup needs any more are erased, and the mark says so', async t => {
  const folder = await folderFor(t)
  const store = storeIn(t, folder)
  const { id } = await store.begin()
  await store.append(['old'], '2026-11-27')
  await store.append(['new'], '2026-11-28')
  await store.trim('2026-11-28')
  t.same(await linesOf(store), ['new'])
  t.same(await store.readMark(), { id, trimmedBefore: '2026-11-28' })
  await store.trim('2026-11-28')
  t.same(await linesOf(storeIn(t, folder)), ['new'])
})

t.test('how far it reaches counts whole lines, with those that were erased or put aside', async t => {
  const folder = await folderFor(t)
  const store = storeIn(t, folder)
  const other = storeIn(t, folder)
  t.equal((await store.begin().then(store.reach)), 0)
  await store.append(['a', 'b'], '2026-11-26')
  await other.append(['c'], '2026-11-26')
  await store.append(['d'], '2026-11-27')
  await store.append(['bad', 'e'], '2026-11-28')
  await appendFile(await fileIn(folder), 'half a li')
  t.equal(await store.reach(), 6)
  const left = (await readdir(folder)).filter(name => name.startsWith('2026-11-26'))
  const contents = await Promise.all(left.map(async name => await readFile(join(folder, name))))
  await store.trim('2026-11-27')
  t.equal(await store.reach(), 6)
  // As a crash leaves it that comes before they are erased.
  for (const [place, name] of left.entries()) await writeFile(join(folder, name), contents[place] ?? '')
  t.equal(await other.reach(), 6)
  await store.trim('2026-11-28')
  t.equal(await store.reach(), 6, 'nothing is counted twice')
  await store.setAside(line => line === 'bad')
  t.equal(await store.reach(), 6)
  await store.trim('2026-11-29')
  t.same(await linesOf(store), [])
  t.equal(await store.reach(), 6)
})

t.test('a mark of an earlier version is read', async t => {
  const folder = await folderFor(t)
  const store = storeIn(t, folder)
  const { id } = await store.begin()
  await store.append(['a'], '2026-11-28')
  await writeFile(join(folder, 'journal.json'), JSON.stringify({ version: 1, id, trimmedBefore: '2026-11-01' }))
  t.same(await store.readMark(), { id, trimmedBefore: '2026-11-01' })
  t.equal(await store.reach(), 1)
})

t.test('a line that a crash has cut off is left out; a damaged one is noticed, and can be put aside', async t => {
  const folder = await folderFor(t)
  const store = storeIn(t, folder)
  await store.begin()
  await store.append(['good', 'bad', 'fine'], '2026-11-28')
  await appendFile(await fileIn(folder), 'half a li')
  t.same(await linesOf(store), ['good', 'bad', 'fine'])
  await store.setAside(line => line === 'bad')
  t.same(await linesOf(store), ['good', 'fine'])
  t.match(await readFile(`${await fileIn(folder)}.damaged`, 'utf8'), /bad/, 'nothing is thrown away')
})

t.test('what a newer version wrote is refused, in the mark as in a file', async t => {
  const folder = await folderFor(t)
  const store = storeIn(t, folder)
  await store.begin()
  await writeFile(join(folder, '2026-11-28-1.journal'), 'integrationsbrief journal 2\nx\n')
  await t.rejects(linesOf(store), { message: /newer version/ })
  const mark = { version: 2, id: '3f2504e0-4f89-11d3-9a0c-0305e82c3301', trimmedBefore: null }
  await writeFile(join(folder, 'journal.json'), JSON.stringify(mark))
  await t.rejects(store.readMark(), { message: /newer version/ })
  await writeFile(join(folder, 'journal.json'), '{"version":')
  await t.rejects(store.readMark(), { message: /cannot be read/ })
})

t.test('a folder that is taken away while a process writes is noticed, and not made again', async t => {
  const folder = await folderFor(t)
  const store = storeIn(t, folder)
  await store.begin()
  await store.append(['a'], '2026-11-28')
  await rm(folder, { recursive: true })
  await t.rejects(store.append(['b'], '2026-11-28'), { message: /was removed/ })
  await t.rejects(store.append(['b'], '2026-11-28'), { code: 'ENOENT' })
  t.equal(await store.readMark(), null)
})

const FILLING = `
  import { folderStore } from ${JSON.stringify(new URL('../../../src/privacy/journal/folder.js', import.meta.url).href)}
  const store = folderStore(process.argv[1])
  let written = 0
  let failed = 0
  for (let count = 0; count < 8; count++) {
    await store.append([String(count).repeat(300)], '2026-11-28').then(() => written++, () => failed++)
  }
  console.log(JSON.stringify({ written, failed }))
`

t.test('a disk that is full leaves no half a line behind, and nothing that was reported is lost', {
  skip: process.platform === 'win32'
}, async t => {
  const folder = await folderFor(t)
  const store = storeIn(t, folder)
  await store.begin()
  // What the shell lets it write at most stands for the disk; without the signal, writing fails.
  // The runner of the tests would write files of its own there.
  const program = 'trap \'\' XFSZ; ulimit -f 2; exec env -i "$0" --input-type=module -e "$1" "$2"'
  const args = ['-c', program, process.execPath, FILLING, folder]
  const child = spawn('/bin/sh', args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => { said += text })
  await once(child, 'close')
  const { written, failed } = JSON.parse(said) as { written: number, failed: number }
  t.ok(written > 0 && failed > 0, said)
  const lines = await linesOf(store)
  t.equal(lines.length, written)
  t.ok(lines.every(line => /^(\d)\1{299}$/.test(line)))
  t.match(await readFile(await fileIn(folder), 'utf8'), /\n$/)
})

import t from 'tap'
import {
  beginAtCommandLine, endReading, failImport, startImport, undoImport
} from '../../../src/privacy/import/control.js'
import { FileFault } from '../../../src/privacy/import/file-fault.js'
import { readFile } from '../../../src/privacy/import/read-file.js'
import { runImport } from '../../../src/privacy/import/run.js'
import { workOffUndo } from '../../../src/privacy/import/undo.js'
import { confirm } from '../../../src/subscription/confirm.js'
import { figuresOf, found, importing, inPortions, orderOf, read, subscribers } from './importing.js'

const twelveThousand =
  `E-Mail\n${Array.from({ length: 12_000 }, (_, index) => `a${index}@beispiel.example\n`).join('')}`

t.test('reading goes on where it was interrupted, without doubles', async t => {
  const deps = await importing(t)
  const bytes = Buffer.from(twelveThousand)
  const { mark, ...order } = await orderOf(deps, bytes)
  const id = await beginAtCommandLine(deps, order, mark)
  const stopping = new AbortController()
  const common = { id, ...order, mark, bytes: inPortions(bytes, 64_000) }
  const interrupted = { stopping: stopping.signal, onProgress: () => stopping.abort() }
  t.equal(await readFile(deps, { ...common, after: 0, ...interrupted }), 'stopped')
  const after = (await found(deps, id)).readLine
  t.ok(after > 0 && after < 12_001, `interrupted after line ${after}`)
  t.equal(await readFile(deps, { ...common, bytes: inPortions(bytes), after }), 'read')
  t.same(figuresOf(await found(deps, id)), [12_000, 0, 0, 0, 0])
})

t.test('adding goes on where it was interrupted, and is taken back while it runs', async t => {
  const deps = await importing(t)
  const { id } = await read(deps, twelveThousand)
  await startImport(deps, id)
  const stopping = new AbortController()
  t.equal(await runImport(deps, id, { stopping: stopping.signal, onProgress: () => stopping.abort() }), 'stopped')
  t.match(await found(deps, id), { added: 5_000, looked: 5_000, state: 'running' })
  t.equal(await runImport(deps, id), 'done')
  t.match(await found(deps, id), { added: 12_000, state: 'done' })
  t.equal((await deps.pool.query('select from import_row')).rowCount, 0, 'what waited is erased')
  const { rows: [one] } = await deps.pool.query('select id from subscriber limit 1')
  await deps.pool.query('update subscriber set ask_after = null where id = $1', [one.id])
  const expiresAt = new Date(deps.clock.now().getTime() + 1_000)
  await confirm({ ...deps, consentProof: false }, { id: one.id, expiresAt })
  t.equal(await undoImport(deps, id), 'undoing')
  t.equal(await runImport(deps, id), 'stopped')
  t.ok(await workOffUndo(deps, id))
  t.match(await found(deps, id), { undone: 11_999, state: 'undone' })
  t.equal((await subscribers(deps)).length, 1, 'who has confirmed stays')
  const { rows: [counted] } = await deps.pool.query(
    'select sum(signed_up)::int as s, sum(confirmed)::int as c, sum(unconfirmed_erased)::int as u from day_count')
  t.same(counted, { s: 12_000, c: 1, u: 11_999 }, 'days count them')
})

t.test('an import can be undone for a week, and no longer', async t => {
  for (const [days, undone] of [[6, 'undoing'], [8, null]] as const) {
    const deps = await importing(t)
    const { id } = await read(deps, 'E-Mail\na@beispiel.example\n')
    await startImport(deps, id)
    t.equal(await runImport(deps, id), 'done')
    deps.clock.travel({ days })
    t.equal(await undoImport(deps, id), undone, `after ${days} days`)
  }
})

t.test('a file that is another one when it is read is noticed, and nothing of it is kept', async t => {
  const deps = await importing(t)
  const { mark, ...order } = await orderOf(deps, Buffer.from('E-Mail\na@beispiel.example\n'))
  const id = await beginAtCommandLine(deps, order, mark)
  const changed = inPortions(Buffer.from('E-Mail\na@beispiel.example\nb@beispiel.example\n'))
  const fault = await readFile(deps, { id, ...order, mark, after: 0, bytes: changed }).catch((error: unknown) => error)
  t.match(fault, { code: 'changed' })
  await failImport(deps, id, fault as FileFault)
  t.equal(await endReading(deps, id), false)
  t.match(await found(deps, id), { state: 'failed', fault: 'changed' })
  t.equal((await deps.pool.query('select from import_row')).rowCount, 0)
})

t.test('what the database lost in a crash is noticed, and told', async t => {
  const deps = await importing(t)
  const { id } = await read(deps, 'E-Mail\na@beispiel.example\n')
  await startImport(deps, id)
  await deps.pool.query('truncate import_row')
  await t.rejects(runImport(deps, id), { code: 'lost' })
})

t.test('on a full disk nothing is half stored, and it goes on when there is room again', async t => {
  const deps = await importing(t)
  await deps.pool.query(
    `create function disk_is_full () returns trigger language plpgsql as
     $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`)
  const fill = async (table: string): Promise<unknown> => await deps.pool.query(
    `create trigger full_disk before insert on ${table} for each statement execute function disk_is_full()`)
  const free = async (table: string): Promise<unknown> => await deps.pool.query(`drop trigger full_disk on ${table}`)
  const bytes = Buffer.from(twelveThousand)
  const { mark, ...order } = await orderOf(deps, bytes)
  const id = await beginAtCommandLine(deps, order, mark)
  await fill('import_row')
  await t.rejects(readFile(deps, { id, ...order, mark, after: 0, bytes: inPortions(bytes, 64_000) }), { code: '53100' })
  t.match(await found(deps, id), { readLine: 0, countNew: 0, state: 'reading' })
  await free('import_row')
  t.equal(await readFile(deps, { id, ...order, mark, after: 0, bytes: inPortions(bytes, 64_000) }), 'read')
  await endReading(deps, id)
  await startImport(deps, id)
  await fill('subscriber')
  await t.rejects(runImport(deps, id), { code: '53100' })
  t.match(await found(deps, id), { added: 0, looked: 0, state: 'running' })
  await free('subscriber')
  t.equal(await runImport(deps, id), 'done')
  t.match(await found(deps, id), { added: 12_000 })
})

t.test('keys that were changed since the file was read are noticed', async t => {
  const deps = await importing(t)
  const { id } = await read(deps, 'E-Mail\na@beispiel.example\n')
  await startImport(deps, id)
  const keys = { ...deps.keys, primary: 2 }
  await t.rejects(runImport({ ...deps, keys }, id), { code: 'other_keys' })
})

import t from 'tap'
import { fingerprints } from '../../../src/platform/crypto/seal.js'
import {
  beginAtCommandLine, endReading, failImport, startImport, undoImport
} from '../../../src/privacy/import/control.js'
import { FileFault } from '../../../src/privacy/import/file-fault.js'
import { readFile } from '../../../src/privacy/import/read-file.js'
import { readRefused } from '../../../src/privacy/import/report.js'
import { runImport } from '../../../src/privacy/import/run.js'
import { workOffUndo } from '../../../src/privacy/import/undo.js'
import { groupSignUps } from '../../../src/subscription/sign-up-groups.js'
import { confirm } from '../../../src/subscription/confirm.js'
import { addReaders } from '../../support/readers.js'
import {
  figuresOf, found, importing, inPortions, orderOf, read, refusedLines, subscribers, take, type Importing
} from './importing.js'

const twelveThousand =
  `E-Mail\n${Array.from({ length: 12_000 }, (_, index) => `a${index}@beispiel.example\n`).join('')}`

/** Suppresses an address for some days. */
async function suppress ({ pool, keys, clock }: Importing, address: string, days: number): Promise<void> {
  const now = clock.now()
  await pool.query('insert into suppression values ($1, 1, \'complaint\', $2, $3)',
    [fingerprints(keys, address)[0], now, new Date(now.getTime() + days * 86_400_000)])
}

t.test('lines are told apart: new, known, invalid, double, suppressed, each with its number', async t => {
  const deps = await importing(t)
  await addReaders(deps, ['max@beispiel.example'])
  await suppress(deps, 'nie@beispiel.example', 30)
  await suppress(deps, 'wieder@beispiel.example', -1)
  const content = [
    'E-Mail;Name', 'neu@beispiel.example;Neu', 'MAX@beispiel.example;Max', 'kein.at;X',
    '=HYPERLINK("http://x.example");Y',
    'neu@beispiel.example;Neu', 'nie@beispiel.example;Nie', 'wieder@beispiel.example;W', '=a@b.example;Z',
    ';leer'
  ].join('\n')
  const report = await read(deps, content)
  t.same(figuresOf(report), [2, 1, 4, 1, 1])
  const lines = (await readRefused({ db: deps.pool }, report.id)).map(({ kind, fault, lines }) => [kind, fault, lines])
  t.strictSame(new Set(lines.map(line => JSON.stringify(line))), new Set([
    ['known', null, [3]], ['invalid', 'formula', [5, 9]], ['invalid', 'empty', [10]], ['invalid', 'no_at', [4]],
    ['double', null, [6]], ['suppressed', null, [7]]
  ].map(line => JSON.stringify(line))))
  t.same(await subscribers(deps), ['max@beispiel.example active'], 'nobody is added before somebody says so')
})

t.test('ten spellings of one address are one', async t => {
  const deps = await importing(t)
  const spellings = [
    'jörg@müller.example', 'JÖRG@müller.example', 'jörg@xn--mller-kva.example', 'Jörg M <jörg@müller.example>',
    'mailto:jörg@müller.example', '„jörg@müller.example“', ' jörg@müller.example ', '<jörg@MÜLLER.example>',
    'jo\u0308rg@müller.example', 'jörg@müller.example,'
  ]
  const report = await take(deps, `E-Mail\n${spellings.map(each => `"${each.replaceAll('"', '""')}"`).join('\n')}\n`)
  t.same(figuresOf(report), [1, 0, 0, 9, 0])
  t.same(await subscribers(deps), ['jörg@xn--mller-kva.example pending'])
})

t.test('the refused lines come back with the same columns and a reason, safe to open', async t => {
  const deps = await importing(t)
  const content = 'E-Mail;Name\nneu@beispiel.example;Neu\nfalsch;"=1+2"\n' +
    'neu@beispiel.example;"Muster; Max"\n@SUM(A1);-x\n'
  const report = await read(deps, content)
  t.same(await refusedLines(deps, report, content), [
    'E-Mail;Name;Grund', 'falsch;\'=1+2;no_at', 'neu@beispiel.example;"Muster; Max";double',
    '\'@SUM(A1);\'-x;local_part'
  ])
})

t.test('no address, name or other column is stored in the clear, while an import waits or later', async t => {
  const deps = await importing(t)
  const { rows: tables } = await deps.pool.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables
     where schemaname in ('public', 'graphile_worker')`)
  const stored = async (): Promise<string> => {
    const texts = await Promise.all(tables.map(async ({ name }) => JSON.stringify(
      (await deps.pool.query(`select to_jsonb(t) from ${name} t`)).rows)))
    return `${tables.map(({ name }) => name).join()}\n${texts.join('\n')}`
  }
  await read(deps, 'E-Mail;Name\nmax.geheim@beispiel.example;Geheim\nfalsch-geheim;Geheim\n')
  const before = await stored()
  t.match(before, /import_row|address_sealed/)
  t.notMatch(before, /geheim/i)
  const hex = Buffer.from('geheim').toString('hex')
  t.notMatch(before, hex)
  await take(deps, 'E-Mail;Name\neva.geheim@beispiel.example;Geheim\n')
  t.notMatch(await stored(), /geheim/i)
  t.notMatch(await stored(), hex)
})

t.test('nobody who exists is changed, and who signs up meanwhile is known', async t => {
  const deps = await importing(t)
  await addReaders(deps, ['max@beispiel.example'])
  const snapshot = async () => (await deps.pool.query(
    'select * from subscriber where import_id is null order by id')).rows
  const { id } = await read(deps, 'E-Mail\nmax@beispiel.example\neva@beispiel.example\nneu@beispiel.example\n')
  const signUp = groupSignUps({ ...deps, mailsPerMinute: 600 })
  await signUp({ address: 'eva@beispiel.example', canonical: 'eva@beispiel.example' })
  const before = await snapshot()
  await startImport(deps, id)
  await runImport(deps, id)
  t.same(await snapshot(), before)
  t.match(await found(deps, id), { added: 1, state: 'done' })
})

t.test('who is suppressed after the file was read is not added', async t => {
  const deps = await importing(t)
  const { id } = await read(deps, 'E-Mail\nneu@beispiel.example\n')
  await suppress(deps, 'neu@beispiel.example', 30)
  await startImport(deps, id)
  await runImport(deps, id)
  t.same(await subscribers(deps), [])
})

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
  await confirm(deps, { id: one.id, expiresAt: new Date(deps.clock.now().getTime() + 1_000) })
  t.equal(await undoImport(deps, id), 'undoing')
  t.equal(await runImport(deps, id), 'stopped')
  t.ok(await workOffUndo(deps, id))
  t.match(await found(deps, id), { undone: 11_999, state: 'undone' })
  t.equal((await subscribers(deps)).length, 1, 'who has confirmed stays')
  const { rows: [counted] } = await deps.pool.query(
    'select sum(signed_up)::int as s, sum(confirmed)::int as c, sum(unconfirmed_erased)::int as u from day_count')
  t.same(counted, { s: 12_000, c: 1, u: 11_999 }, 'days count them')
  deps.clock.travel({ days: 8 })
  t.equal(await undoImport(deps, id), null)
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

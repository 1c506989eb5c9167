import t from 'tap'
import { fingerprints } from '../../../src/platform/crypto/seal.js'
import { startImport } from '../../../src/privacy/import/control.js'
import { eraseForgotten } from '../../../src/privacy/import/erase-forgotten.js'
import { readRefused } from '../../../src/privacy/import/report.js'
import { runImport } from '../../../src/privacy/import/run.js'
import { takeUpload } from '../../../src/privacy/import/upload.js'
import { groupSignUps } from '../../../src/subscription/sign-up-groups.js'
import { addReaders } from '../../support/readers.js'
import { until } from '../../support/service.js'
import {
  figuresOf, found, importing, inPortions, read, refusedLines, subscribers, take, type Importing
} from './importing.js'

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

t.test('an apostrophe that our own tables put before a cell is no part of the address', async t => {
  const deps = await importing(t)
  const rows = ["'+1@b.example", "'-x@b.example", "o'neil@b.example", "'q@b.example", '+1@b.example', "'=a@b.example"]
  const report = await take(deps, `E-Mail\n${rows.join('\n')}\n`)
  t.same(figuresOf(report), [4, 0, 1, 1, 0])
  t.same(await subscribers(deps), [
    "'q@b.example pending", '+1@b.example pending', '-x@b.example pending', "o'neil@b.example pending"
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

t.test('a sign-up that meets the same address of an import is taken, not refused', async t => {
  const deps = await importing(t)
  const { id } = await read(deps, 'E-Mail\neva@beispiel.example\n')
  await startImport(deps, id)
  // Holds the address as an import does that is about to commit.
  const client = await deps.pool.connect()
  await client.query('begin')
  const { rows: [row] } = await client.query('select id, address_index, address_sealed from import_row')
  await client.query(
    `insert into subscriber
       (id, address_index, address_sealed, state, consent_text_id, requested_at, import_id, ask_after)
     values ($1, $2, $3, 'pending', $4, now(), $5, now())`,
    [row.id, row.address_index, row.address_sealed, await deps.consentTextId(), id])
  const eva = { address: 'eva@beispiel.example', canonical: 'eva@beispiel.example' }
  const signUp = groupSignUps({ ...deps, mailsPerMinute: 600 })(eva)
  await until(async () => (await deps.pool.query(
    'select from pg_stat_activity where wait_event_type = \'Lock\' and datname = current_database()')).rowCount === 1)
  await client.query('commit')
  client.release()
  await signUp
  t.same(await subscribers(deps), ['eva@beispiel.example pending'])
  t.equal((await deps.pool.query('select from subscriber where import_id is null and ask_after is null')).rowCount, 1)
})

t.test('what imports have put aside is erased a week after they ended or were left alone', async t => {
  const deps = await importing(t)
  const left = await read(deps, 'E-Mail\na@beispiel.example\nfalsch\n')
  const done = await take(deps, 'E-Mail\nb@beispiel.example\nfalsch\n')
  const broken = await takeUpload({ ...deps }, inPortions(Buffer.from('E-Mail\n')))
  await deps.pool.query('update subscriber_import set state = \'uploading\' where id = $1', [broken])
  deps.clock.travel({ hours: 2 })
  await eraseForgotten(deps)
  t.match(await found(deps, broken), { state: 'failed', fault: 'broken_off' })
  t.equal((await deps.pool.query('select from import_refusal')).rowCount, 2)
  deps.clock.travel({ days: 7 })
  await eraseForgotten(deps)
  for (const table of ['import_row', 'import_refusal', 'import_text', 'import_chunk']) {
    t.equal((await deps.pool.query(`select from ${table}`)).rowCount, 0, table)
  }
  t.match(await found(deps, left.id), { state: 'undone' })
  t.match(await found(deps, done.id), { state: 'done', added: 1 })
  deps.clock.travel({ days: 366 })
  await eraseForgotten(deps)
  t.equal((await deps.pool.query('select from subscriber_import')).rowCount, 0)
})

import { appendFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { createJournal, type Journal } from '../../../src/privacy/journal/journal.js'
import { folderStore } from '../../../src/privacy/journal/folder.js'
import { replay } from '../../../src/privacy/journal/replay.js'
import { serverStore } from '../../../src/privacy/journal/server.js'
import type { Store } from '../../../src/privacy/journal/store.js'
import { trimJournal } from '../../../src/privacy/journal/trim.js'
import { faultMessage } from '../../../src/platform/fault-message.js'
import { unsubscribe } from '../../../src/subscription/unsubscribe.js'
import { cuttableProxy } from '../../support/cuttable-proxy.js'
import { testDatabase } from '../../support/database.js'
import { addReaders, someAddresses } from '../../support/readers.js'
import { until, type TestService } from '../../support/service.js'
import { events, restorable } from './restoring.js'

type Counted = 'subscriber' | 'journal_outbox'

const count = async ({ pool }: Pick<TestService, 'pool'>, table: Counted): Promise<number | null> =>
  (await pool.query(`select from ${table}`)).rowCount

const leave = async (service: TestService, id: string | undefined, journal = service.journal): Promise<boolean> =>
  await unsubscribe({ ...service, writeJournal: journal.write }, { id: id as string, issue: 1 })

function journalOf (t: Test, service: TestService, ...stores: Store[]): Journal {
  const journal = createJournal({ ...service, stores })
  t.after(journal.close)
  return journal
}

t.test('a journal that cannot be written keeps nobody from leaving, is an error, and is caught up with', async t => {
  const service = await restorable(t)
  const [anna, berta] = await addReaders(service, someAddresses(3))
  const restore = await service.backUp()
  // Where the folder should be, there is a file.
  await writeFile(service.folder, '')
  t.ok(await leave(service, anna))
  t.ok(await leave(service, berta))
  t.match(events(service, 'journal_unwritable'), [{ level: 'error', reason: /JOURNAL|ENOTDIR|EEXIST/ }])
  t.equal(await count(service, 'journal_outbox'), 2, 'the database keeps them')
  await rm(service.folder)
  await until(async () => await count(service, 'journal_outbox') === 0)
  t.equal(events(service, 'journal_writable').length, 1)
  const restored = await restore()
  await restored.work()
  t.equal(await count(restored, 'subscriber'), 1)
})

t.test('web and mailer on two machines share a second server, also when that is away for a while', async t => {
  const service = await restorable(t)
  const [anna, berta] = await addReaders(service, someAddresses(3))
  const { url } = await testDatabase(t, { migrated: false })
  const { hostname: host, port } = new URL(url)
  const line = await cuttableProxy(t, { host, port: Number(port) })
  const far = Object.assign(new URL(url), { port: String(line.port) }).href
  const store = (): Store => serverStore({ url: far, log: service.log, besides: null })
  const web = journalOf(t, service, store())
  t.ok(await leave(service, anna, web))
  t.equal(events(service, 'journal_unwritable').length, 0)
  const restore = await service.backUp()
  await line.cut()
  t.ok(await leave(service, berta, web), 'leaving works')
  t.match(events(service, 'journal_unwritable'), [{ level: 'error' }])
  t.equal(await count(service, 'journal_outbox'), 1)
  const gone = journalOf(t, service, serverStore({ url: far, log: service.log, besides: service.pool }))
  const fault = await replay({ ...service, journal: gone }).then(() => undefined, faultMessage)
  t.match(fault, /^JOURNAL_URL: /, 'a mailer that starts now says which of the two is away')
  await line.mend()
  await until(async () => await count(service, 'journal_outbox') === 0)
  const restored = await restore()
  t.equal(await count(restored, 'subscriber'), 2)
  const mailer = journalOf(t, restored, store())
  t.match(await replay({ ...restored, journal: mailer }), { erased: 1 })
  t.equal(await count(restored, 'subscriber'), 1)
})

t.test('with both, each has everything, once, and one of them is enough', async t => {
  const service = await restorable(t)
  const ids = await addReaders(service, someAddresses(3))
  const restore = await service.backUp()
  const { url, pool: second } = await testDatabase(t, { migrated: false })
  const { hostname: host, port } = new URL(url)
  const line = await cuttableProxy(t, { host, port: Number(port) })
  const far = Object.assign(new URL(url), { port: String(line.port) }).href
  const farStore = serverStore({ url: far, log: service.log, besides: null })
  const both = journalOf(t, service, folderStore(service.folder), farStore)
  await leave(service, ids[0], both)
  await line.cut()
  await leave(service, ids[1], both)
  await line.mend()
  await until(async () => await count(service, 'journal_outbox') === 0)
  const lines: string[] = []
  for await (const { text } of folderStore(service.folder).read()) lines.push(text)
  t.equal(lines.length, 2, 'what the folder has is not written to it again')
  const { rowCount } = await second.query('select from integrationsbrief_journal.entry')
  t.equal(rowCount, 2)
  await rm(service.folder, { recursive: true })
  const restored = await restore()
  const server = journalOf(t, restored, serverStore({ url, log: restored.log, besides: null }))
  t.match(await replay({ ...restored, journal: server }), { erased: 2 })
})

t.test('one of two that is lost is begun again, with a warning that names it', async t => {
  const service = await restorable(t)
  const { url } = await testDatabase(t, { migrated: false })
  const both = (): Journal =>
    journalOf(t, service, folderStore(service.folder), serverStore({ url, log: service.log, besides: null }))
  await replay({ ...service, journal: both() })
  await replay({ ...service, journal: both() })
  t.equal(events(service, 'journal_begun').length, 0, 'nothing is lost')
  await rm(service.folder, { recursive: true })
  await replay({ ...service, journal: both() })
  t.match(events(service, 'journal_begun'), [{ level: 'warn', journal: `JOURNAL (${service.folder})` }])
})

t.test('the server of the database itself is no place for a journal', async t => {
  const service = await restorable(t)
  const { url } = await testDatabase(t, { migrated: false })
  const journal = journalOf(t, service, serverStore({ url, log: service.log, besides: service.pool }))
  await t.rejects(replay({ ...service, journal }), { message: /on the server of DATABASE_URL/ })
})

t.test('a journal that is missing, or another one, keeps the mailer from starting and says what to do', async t => {
  const service = await restorable(t)
  const [anna] = await addReaders(service, someAddresses(2))
  await (await service.work()).stop()
  const restore = await service.backUp()
  await rename(service.folder, `${service.folder}.away`)
  const restored = await restore()
  await t.rejects(restored.work(), { message: /is missing\. Set JOURNAL .*--accept-loss/ })
  t.ok(await leave(restored, anna), 'leaving works')
  t.match(events(restored, 'journal_unwritable'), [{ reason: /is missing/ }])
  await mkdir(service.folder)
  await writeFile(join(service.folder, 'journal.json'),
    '{"version":1,"id":"3f2504e0-4f89-11d3-9a0c-0305e82c3301","trimmedBefore":null}')
  await t.rejects(restored.work(), { message: /is not the one that this database was used with/ })
  await rm(service.folder, { recursive: true })
  t.match(await replay(restored, { acceptLoss: true }), { erased: 0 })
  await restored.work()
})

t.test('a damaged line keeps the mailer from starting; a person may go on without it', async t => {
  const service = await restorable(t)
  const [anna, berta] = await addReaders(service, someAddresses(3))
  const restore = await service.backUp()
  await leave(service, anna)
  const name = (await readdir(service.folder)).find(name => name.endsWith('.journal')) as string
  await appendFile(join(service.folder, name), '1234 {"kind":"erased"}\n')
  const restored = await restore()
  await t.rejects(restored.work(), { message: new RegExp(`${name}, line 3 is damaged, .*--accept-loss`) })
  t.match(await replay(restored, { acceptLoss: true }), { erased: 1 })
  await restored.work()
  // A process that had the file open goes on in another one.
  await leave(service, berta)
  await until(async () => await count(service, 'journal_outbox') === 0)
  await restored.work()
  t.equal(await count(restored, 'subscriber'), 1)
})

t.test('entries are kept as long as backups are; an older backup is refused', async t => {
  const service = await restorable(t)
  const [anna, berta] = await addReaders(service, someAddresses(3))
  await (await service.work()).stop()
  const restore = await service.backUp()
  await leave(service, anna)
  service.clock.travel({ days: 60 })
  await leave(service, berta)
  const trim = async () => await trimJournal({ ...service, retentionSeconds: 90 * 86_400 })
  service.clock.travel({ days: 30 })
  await trim()
  const files = async () => (await readdir(service.folder)).filter(name => name.endsWith('.journal')).length
  t.equal(await files(), 2, 'of 90 days ago is kept')
  service.clock.travel({ days: 1 })
  await trim()
  t.equal(await files(), 1)
  const restored = await restore()
  restored.clock.travel({ days: 91 })
  await t.rejects(restored.work(), {
    message: /this database is of 2026-03-02, .* of the days before 2026-03-03 .*--accept-loss/
  })
  t.match(await replay(restored, { acceptLoss: true }), { erased: 1 })
  await restored.work()
})

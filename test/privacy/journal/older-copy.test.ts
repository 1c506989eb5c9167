import { cp, rm } from 'node:fs/promises'
import t, { type Test } from 'tap'
import { createJournal, type Journal } from '../../../src/privacy/journal/journal.js'
import { readErased } from '../../../src/privacy/journal/erased.js'
import { folderStore } from '../../../src/privacy/journal/folder.js'
import { replay } from '../../../src/privacy/journal/replay.js'
import { serverStore } from '../../../src/privacy/journal/server.js'
import type { Store } from '../../../src/privacy/journal/store.js'
import { trimJournal } from '../../../src/privacy/journal/trim.js'
import { unsubscribe } from '../../../src/subscription/unsubscribe.js'
import { testDatabase } from '../../support/database.js'
import { addReaders, someAddresses } from '../../support/readers.js'
import type { TestService } from '../../support/service.js'
import { events, restorable, type Restorable } from './restoring.js'

// A journal is replaced by an older copy of itself: the same id, and fewer entries.

const SHORTER = /has fewer entries than it had: .*older copy.* Bring back .*--accept-loss/

async function leave (service: TestService, id: string | undefined, journal = service.journal): Promise<void> {
  await unsubscribe({ ...service, writeJournal: journal.write }, { id: id as string, issue: 1 })
}

function journalOf (t: Test, service: TestService, ...stores: Store[]): Journal {
  const journal = createJournal({ ...service, stores })
  t.after(journal.close)
  return journal
}

async function swapFolder (from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true })
  await cp(from, to, { recursive: true })
}

interface Server { store: (service: TestService) => Store, shorten: () => Promise<void>, trimAll: () => Promise<void> }

/** A second server; `shorten` takes it back to its first entry, as a dump of that time would. */
async function secondServer (t: Test): Promise<Server> {
  const { url, pool } = await testDatabase(t, { migrated: false })
  return {
    store: ({ log }) => serverStore({ url, log, besides: null }),
    async shorten () {
      await pool.query('delete from integrationsbrief_journal.entry where number > 1')
      await pool.query("select setval('integrationsbrief_journal.entry_number_seq', 1)")
    },
    async trimAll () {
      await pool.query('delete from integrationsbrief_journal.entry')
    }
  }
}

/** One has left before the copy, another one after it; then it was noted how far it reaches. */
async function leftAroundCopy (service: Restorable, note: () => Promise<unknown>): Promise<string> {
  const copy = `${service.folder}.copy`
  const [anna, berta] = await addReaders(service, someAddresses(3))
  await leave(service, anna)
  await swapFolder(service.folder, copy)
  await leave(service, berta)
  await note()
  return copy
}

t.test('an older copy of the folder keeps the mailer from starting, and says what to do', async t => {
  const service = await restorable(t)
  const copy = await leftAroundCopy(service, async () => await (await service.work()).stop())
  await (await service.work()).stop()
  await swapFolder(service.folder, `${service.folder}.whole`)
  await swapFolder(copy, service.folder)
  await t.rejects(service.work(), { message: SHORTER })
  await t.rejects(readErased(service, service.journal), { message: SHORTER }, 'nothing is taken over by it either')
  const trim = trimJournal({ ...service, retentionSeconds: 90 * 86_400 })
  await t.rejects(trim, { message: SHORTER }, 'and the nightly trim tells of it')
  await swapFolder(`${service.folder}.whole`, service.folder)
  await (await service.work()).stop()
  await swapFolder(copy, service.folder)
  await replay(service, { acceptLoss: true })
  await (await service.work()).stop()
})

t.test('the nightly trim notes how far it reaches, and erasing old entries takes nothing from that', async t => {
  const service = await restorable(t)
  const trim = async () => await trimJournal({ ...service, retentionSeconds: 90 * 86_400 })
  const copy = await leftAroundCopy(service, trim)
  service.clock.travel({ days: 100 })
  await trim()
  await (await service.work()).stop()
  await swapFolder(copy, service.folder)
  await t.rejects(service.work(), { message: SHORTER })
})

t.test('a journal on a server is known by its sequence, also when all its entries are erased', async t => {
  const service = await restorable(t)
  const [anna, berta, clara] = await addReaders(service, someAddresses(4))
  const server = await secondServer(t)
  const journal = journalOf(t, service, server.store(service))
  const start = async () => await replay({ ...service, journal })
  await start()
  await leave(service, anna, journal)
  await leave(service, berta, journal)
  await start()
  await server.trimAll()
  await start()
  await leave(service, clara, journal)
  await start()
  await server.shorten()
  await t.rejects(start(), { message: SHORTER })
  await replay({ ...service, journal }, { acceptLoss: true })
  await start()
})

t.test('of two, the one that is whole is enough, with a warning that names the other one', async t => {
  const service = await restorable(t)
  const [anna, berta] = await addReaders(service, someAddresses(3))
  const server = await secondServer(t)
  const both = (): Journal => journalOf(t, service, folderStore(service.folder), server.store(service))
  const journal = both()
  await leave(service, anna, journal)
  await replay({ ...service, journal })
  const copy = `${service.folder}.copy`
  await swapFolder(service.folder, copy)
  const restore = await service.backUp()
  await leave(service, berta, journal)
  await replay({ ...service, journal })
  t.same(events(service, 'journal_shorter'), [])
  await swapFolder(copy, service.folder)
  await replay({ ...service, journal: both() })
  t.match(events(service, 'journal_shorter'), [{ level: 'warn', journal: `JOURNAL (${service.folder})` }])
  const restored = await restore()
  const here = journalOf(t, restored, folderStore(service.folder), server.store(restored))
  t.match(await replay({ ...restored, journal: here }), { erased: 1 }, 'the whole one knows who left')
  await swapFolder(copy, service.folder)
  await server.shorten()
  const message = /JOURNAL \(.*\) and JOURNAL_URL .* fewer entries/
  await t.rejects(replay({ ...service, journal: both() }), { message })
})

t.test('one that was begun a moment ago does not make up for an older copy', async t => {
  const service = await restorable(t)
  const copy = await leftAroundCopy(service, async () => await replay(service))
  await swapFolder(copy, service.folder)
  const server = await secondServer(t)
  const both = journalOf(t, service, folderStore(service.folder), server.store(service))
  await t.rejects(replay({ ...service, journal: both }), { message: SHORTER })
  await both.write()
  await t.rejects(replay({ ...service, journal: both }), { message: SHORTER })
})

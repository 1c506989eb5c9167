import t from 'tap'
import { planIssue } from '../../../src/delivery/plan.js'
import { readProgress } from '../../../src/delivery/progress.js'
import { resume, retryFailed } from '../../../src/delivery/control.js'
import { mergeInto } from '../../../src/subscription/merge.js'
import { inTransaction } from '../../../src/platform/database/pool.js'
import { unsubscribe } from '../../../src/subscription/unsubscribe.js'
import { addIssue, addReaders, someAddresses } from '../../support/readers.js'
import { until, type TestService } from '../../support/service.js'
import { events, restorable, type Restorable } from './restoring.js'

// A backup is restored: nobody who left comes back, and nothing is sent twice.

const subscribers = async ({ pool }: TestService): Promise<string[]> =>
  (await pool.query<{ id: string }>('select id from subscriber')).rows.map(({ id }) => id)

const recipients = ({ catcher }: TestService): string[] => catcher.mails().map(({ to }) => to)

t.test('readers who left after the backup are erased before any mail leaves, and count as departed', async t => {
  const service = await restorable(t)
  const [anna, berta, clara] = await addReaders(service, someAddresses(3))
  const restore = await service.backUp()
  await unsubscribe(service, { id: anna as string, issue: 1 })
  await unsubscribe(service, { id: berta as string, issue: 1 })
  const restored = await restore()
  t.equal((await subscribers(restored)).length, 3, 'the backup brings them back')
  const number = await addIssue(restored)
  await planIssue({ ...restored, batchSize: 10 }, number)
  await restored.work()
  t.same(await subscribers(restored), [clara])
  t.match(events(restored, 'journal_replayed'), [{ level: 'warn', erased: 2, paused: 0, settled: 0, unknown: 0 }])
  await until(async () => (await readProgress(restored, number)).state === 'sent')
  t.match(await readProgress(restored, number), { sent: 1, skipped: 2 })
  const { rows: [count] } = await restored.pool.query('select sum(departed)::int as departed from day_count')
  t.equal(count.departed, 2)
  await restored.work()
  t.match(events(restored, 'journal_replayed').at(-1), { level: 'info', erased: 0 }, 'once')
})

t.test('however somebody is erased, the journal knows it', async t => {
  const service = await restorable(t)
  const ids = await addReaders(service, someAddresses(5))
  const restore = await service.backUp()
  await service.pool.query('delete from subscriber where id = any ($1)', [ids.slice(0, 3)])
  await service.pool.query('truncate subscriber cascade')
  await service.writeJournal()
  const restored = await restore()
  await restored.work()
  t.same(await subscribers(restored), [])
})

t.test('a double that was merged comes back and is merged again; when its reader leaves, it goes, too', async t => {
  const service = await restorable(t)
  const [kept, double, other] = await addReaders(service, someAddresses(3))
  const restore = await service.backUp()
  await inTransaction(service.pool, async db => await mergeInto(db, [{ id: double as string, kept: kept as string }]))
  await service.writeJournal()
  const merged = await restore()
  await merged.work()
  t.equal((await subscribers(merged)).length, 3, 'its links must go on working')
  const again = await service.backUp()
  await unsubscribe(service, { id: double as string, issue: 1 })
  for (const restored of [merged, await again()]) {
    await restored.work()
    t.same(await subscribers(restored), [other])
  }
})

interface Sent { number: number, restored: TestService }

/** Backs up at 12 of 30 mails, goes on to the end, and restores. */
async function sentAndRestored (service: Restorable): Promise<Sent> {
  await addReaders(service, someAddresses(30))
  const number = await addIssue(service)
  await planIssue({ ...service, batchSize: 10 }, number)
  const first = await service.work()
  await until(() => service.catcher.mails().length >= 12)
  await first.stop()
  const restore = await service.backUp()
  const second = await service.work()
  await until(async () => (await readProgress(service, number)).state === 'sent')
  await second.stop()
  return { number, restored: await restore() }
}

t.test('an issue that was sent to its end after the backup ends at once, and nobody gets it twice', async t => {
  const service = await restorable(t)
  const { number, restored } = await sentAndRestored(service)
  t.equal(recipients(service).length, 30)
  t.not((await readProgress(restored, number)).state, 'sent')
  await restored.work()
  t.match(await readProgress(restored, number), { state: 'sent', planned: 30, sent: 30, failed: 0, skipped: 0 })
  t.same(recipients(restored), [])
})

t.test('an issue that went on after the backup waits for a person, then goes to the others', async t => {
  const service = await restorable(t, { MAIL_CONNECTIONS: '1' })
  await addReaders(service, someAddresses(40))
  const number = await addIssue(service)
  await planIssue({ ...service, batchSize: 10 }, number)
  const restore = await service.backUp()
  const mailer = await service.work()
  await until(() => service.catcher.mails().length >= 15)
  await mailer.stop()
  const got = recipients(service)
  const restored = await restore()
  await restored.work()
  t.match(await readProgress(restored, number), { state: 'paused', pauseReason: 'restored', sent: got.length })
  t.match(events(restored, 'issue_paused'), [{ level: 'error', issue: number, reason: 'restored' }])
  t.match(events(restored, 'journal_replayed'), [{ paused: 1, settled: got.length }])
  t.same(recipients(restored), [])
  // A person says so.
  t.match(await resume(restored, number), { reason: 'restored' })
  await until(async () => (await readProgress(restored, number)).state === 'sent')
  t.match(await readProgress(restored, number), { planned: 40, sent: 40, failed: 0, skipped: 0, mayHaveRepeated: 0 })
  t.same([...got, ...recipients(restored)].sort(), someAddresses(40).sort(), 'all of them, and nobody twice')
  await restored.work()
  const last = events(restored, 'journal_replayed').at(-1)
  t.match(last, { level: 'info', paused: 0, settled: 0 }, 'it is not paused again')
})

t.test('an issue that began after the backup waits when it is planned again', async t => {
  const service = await restorable(t, { MAIL_CONNECTIONS: '1' })
  const ids = await addReaders(service, someAddresses(30))
  const number = await addIssue(service)
  const restore = await service.backUp()
  await planIssue({ ...service, batchSize: 10 }, number)
  const mailer = await service.work()
  await until(() => service.catcher.mails().length >= 15)
  await mailer.stop()
  await unsubscribe(service, { id: ids[0] as string, issue: number })
  const got = recipients(service)
  const restored = await restore()
  await restored.work()
  t.match(events(restored, 'journal_replayed'), [{ level: 'warn', erased: 1, unknown: 1 }])
  t.equal(await planIssue({ ...restored, batchSize: 10 }, number), 29)
  t.match(await readProgress(restored, number), { state: 'paused', pauseReason: 'restored' })
  await resume(restored, number)
  await until(async () => (await readProgress(restored, number)).state === 'sent')
  const twice = recipients(restored).filter(address => got.includes(address))
  t.same(twice, [])
  const [, ...others] = someAddresses(30)
  const all = [...got, ...recipients(restored)]
  t.same(others.filter(address => !all.includes(address)), [])
})

t.test('an issue of which the journal knows the beginning alone waits as well', async t => {
  const service = await restorable(t)
  await addReaders(service, someAddresses(3))
  const number = await addIssue(service)
  const restore = await service.backUp()
  await planIssue({ ...service, batchSize: 10 }, number)
  await service.writeJournal()
  const restored = await restore()
  await restored.work()
  await planIssue({ ...restored, batchSize: 10 }, number)
  t.match(await readProgress(restored, number), { state: 'paused', pauseReason: 'restored', sent: 0 })
})

t.test('who failed before the restore counts as failed, and can be tried again', async t => {
  const service = await restorable(t)
  const [gone] = await addReaders(service, someAddresses(3))
  const number = await addIssue(service)
  await planIssue({ ...service, batchSize: 10 }, number)
  const restore = await service.backUp()
  const { id } = await readProgress(service, number)
  await service.pool.query(
    `update batch set failed = set_bit(failed, array_position(recipients, $1) - 1, 1), connections_in_use = 0,
       sent = set_bit(~no_bits(3), array_position(recipients, $1) - 1, 0)
     where delivery_id = $2`, [gone, id])
  await service.work()
  await until(async () => (await readProgress(service, number)).state === 'sent')
  const restored = await restore()
  await restored.work()
  t.match(await readProgress(restored, number), { state: 'sent', sent: 2, failed: 1 })
  t.equal(await retryFailed(restored, number), 1)
  await until(() => recipients(restored).length === 1)
})

t.test('a mailer that dies in the middle of an issue is no restore: the next one goes on unasked', async t => {
  const service = await restorable(t)
  await addReaders(service, someAddresses(20))
  const number = await addIssue(service)
  await planIssue({ ...service, batchSize: 10 }, number)
  // As a mailer leaves it that is killed: one batch is released, and not in the journal yet.
  await service.pool.query('update batch set sent = ~no_bits(10), connections_in_use = 5 where ordinal = 0')
  await service.pool.query('update batch set connections_in_use = 0 where ordinal = 0')
  await service.pool.query("update batch set sent = B'1000000000', connections_in_use = 5 where ordinal = 1")
  await service.work()
  await until(async () => (await readProgress(service, number)).state === 'sent')
  t.same(events(service, 'issue_paused'), [])
  t.equal(recipients(service).length, 9)
})

t.test('two mailers that start at once on a restored backup do the same as one', async t => {
  const service = await restorable(t)
  const { number, restored } = await sentAndRestored(service)
  const left = (await subscribers(service))[0] as string
  await unsubscribe(service, { id: left, issue: number })
  await Promise.all([restored.work(), restored.work(), restored.work()])
  t.match(await readProgress(restored, number), { state: 'sent', sent: 30 })
  t.equal((await subscribers(restored)).length, 29)
  t.same(recipients(restored), [])
  const erased = events(restored, 'journal_replayed').map(({ erased }) => erased)
  t.same(erased.sort(), [0, 0, 1])
})

t.test('an erasure whose process dies before the journal is written is not forgotten', async t => {
  const service = await restorable(t)
  const [anna] = await addReaders(service, someAddresses(2))
  const restore = await service.backUp()
  // Killed between the two.
  await unsubscribe({ ...service, writeJournal: async () => {} }, { id: anna as string, issue: 1 })
  const next = await service.work()
  await next.stop()
  t.equal((await service.pool.query('select from journal_outbox where kind = \'erased\'')).rowCount, 0)
  const restored = await restore()
  await restored.work()
  t.equal((await subscribers(restored)).length, 1)
})

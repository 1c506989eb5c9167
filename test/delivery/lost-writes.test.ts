import t, { type Test } from 'tap'
import { finish } from '../../src/delivery/finish.js'
import { defer } from '../../src/delivery/defer.js'
import { createBatch, type Batch } from '../../src/delivery/batch.js'
import { takeBatch } from '../../src/delivery/take-batch.js'
import { readFailures, readProgress, type Progress } from '../../src/delivery/progress.js'
import { createRecentOutcomes, type RecentOutcomes } from '../../src/delivery/recent-outcomes.js'
import { planIssue } from '../../src/delivery/plan.js'
import { lastDelivery } from '../support/deliveries.js'
import { addIssue, addReaders, someAddresses } from '../support/readers.js'
import { testService, until, type TestService } from '../support/service.js'

// What a failover to a standby that lacks the last commits leaves behind, and what the mailer makes
// of it. A real standby is promoted in test/chaos; here the rows are put back to what they were.

/** Of a batch, all but the one that is computed. */
const COLUMNS = [
  'delivery_id', 'ordinal', 'size', 'recipients', 'sent', 'failed', 'skipped', 'fence', 'attempt',
  'connections_in_use', 'held_by_job', 'settled_at_opening'
].join(', ')

interface Sending extends TestService {
  number: number
  recent: RecentOutcomes
  /** Opens the batch, as on a server that is then lost. */
  open: (ordinal?: number) => Promise<Batch>
  /** The rows of the batches as they are now; the result puts them back to that. */
  keepRows: () => Promise<() => Promise<void>>
  progress: () => Promise<Progress>
  losses: () => unknown[]
}

async function sending (t: Test, readers: number): Promise<Sending> {
  const service = await testService(t)
  await addReaders(service, someAddresses(readers))
  const number = await addIssue(service)
  await planIssue({ ...service, batchSize: 10 }, number)
  const delivery = await lastDelivery(service, number)
  const recent = createRecentOutcomes(service)
  const { pool } = service
  return Object.assign(service, {
    number,
    recent,
    open: async (ordinal = 0) => {
      const taking = await takeBatch({ ...service, connections: 2 }, { delivery, batch: ordinal }, '0')
      if (taking.kind !== 'taken') throw new Error('the batch is not free')
      return { ...createBatch(service, taking.row), server: 'the one before' }
    },
    keepRows: async () => {
      await pool.query(`drop table if exists kept; create table kept as select ${COLUMNS} from batch;
        create table if not exists kept_failure as select * from delivery_failure`)
      return async () => {
        await pool.query(`delete from batch; delete from delivery_failure;
          insert into batch (${COLUMNS}) select ${COLUMNS} from kept;
          insert into delivery_failure select * from kept_failure`)
      }
    },
    progress: async () => await readProgress({ pool }, number),
    losses: () => service.lines().map(line => JSON.parse(line) as { event?: string }).filter(({ event }) => (
      event === 'database_lost_writes'
    ))
  })
}

t.test('lost records are written again, failures with their status, and the issue is finished', async t => {
  const service = await sending(t, 5)
  const batch = await service.open()
  const lose = await service.keepRows()
  await batch.recorder.record([0, 1, 2], 'sent')
  await batch.recorder.record([3], 'failed', { status: '5.1.1', kind: 'hard' })
  await batch.recorder.record([4], 'skipped')
  service.recent.remember(batch)
  await lose()
  t.match(await service.progress(), { sent: 0, failed: 0, skipped: 0 })
  await service.recent.restoreLost()
  t.match(await service.progress(), { state: 'sent', sent: 3, failed: 1, skipped: 1, mayHaveRepeated: 0 })
  t.same(await readFailures(service, await service.progress()), [{ status: '5.1.1', count: 1 }])
  t.match(service.losses(), [{ level: 'error', restored: 5, repeated: 0, missing: 0 }])
  await service.recent.restoreLost()
  t.equal(service.losses().length, 1, 'it is said once')
})

t.test('a batch whose opening is lost, too, is fenced and then restored with all that the mailer knows', async t => {
  const service = await sending(t, 5)
  const lose = await service.keepRows()
  const batch = await service.open()
  await batch.recorder.record([0], 'sent')
  await lose()
  await t.rejects(batch.recorder.record([1], 'sent'), /another mailer/)
  service.recent.remember(batch)
  await service.recent.restoreLost()
  t.match(await service.progress(), { sent: 2, waiting: 3, mayHaveRepeated: 0 })
  t.same((await service.open()).recorder.unsettled(), [2, 3, 4])
})

t.test('two who open the same batch in two histories never have the same fence', async t => {
  const service = await sending(t, 5)
  const lose = await service.keepRows()
  const before = await service.open()
  await lose()
  const after = await service.open()
  await after.recorder.record([0], 'sent')
  await t.rejects(before.recorder.record([1], 'sent'), /another mailer/)
  t.equal((await service.progress()).sent, 1)
})

t.test('what the next owner records while lost records are looked up is counted as repeated', async t => {
  const service = await sending(t, 6)
  const { pool } = service
  const lose = await service.keepRows()
  const batch = await service.open()
  await batch.recorder.record([0, 1], 'sent')
  service.recent.remember(batch)
  await lose()
  await service.open()
  const other = await pool.connect()
  await other.query("begin; update batch set sent = B'110000'")
  const restored = service.recent.restoreLost()
  await until(async () => (await pool.query(
    "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
  )).rowCount === 1)
  await other.query('commit')
  other.release()
  await restored
  t.match(await service.progress(), { sent: 2, mayHaveRepeated: 2 })
})

t.test('the next owner of a batch is fenced off; its repeats are counted, and mails under way as possible', async t => {
  const service = await sending(t, 6)
  const lose = await service.keepRows()
  const batch = await service.open()
  await batch.recorder.record([0, 1, 2, 3], 'sent')
  service.recent.remember(batch)
  await lose()
  const other = await service.open()
  await other.recorder.record([0], 'sent')
  await service.recent.restoreLost()
  t.match(service.losses(), [{ restored: 3, repeated: 3 }])
  t.match(await service.progress(), { sent: 4, mayHaveRepeated: 3 })
  await t.rejects(other.recorder.record([1], 'sent'), /another mailer/)
  t.same((await service.open()).recorder.unsettled(), [4, 5])
  t.equal((await service.progress()).mayHaveRepeated, 3, 'and not counted again')
})

t.test('recipients are found again when it is lost that they were deferred into a batch of their own', async t => {
  const service = await sending(t, 5)
  const lose = await service.keepRows()
  const batch = await service.open()
  await batch.recorder.record([0, 1, 2], 'sent')
  await defer(service, batch, { positions: new Set([3, 4]), afterSeconds: 0 })
  service.recent.remember(batch)
  const deferred = await service.open(1)
  await deferred.recorder.record([0, 1], 'sent')
  service.recent.remember(deferred)
  await lose()
  await service.recent.restoreLost()
  t.match(await service.progress(), { state: 'sent', sent: 5, mayHaveRepeated: 0 })
})

t.test('if the plan itself is lost, those who got the mail are counted, for it will be planned again', async t => {
  const service = await sending(t, 5)
  const batch = await service.open()
  await batch.recorder.record([0, 1], 'sent')
  service.recent.remember(batch)
  await service.pool.query('delete from delivery')
  await service.pool.query('update issue set state = \'approved\', published_at = null')
  await service.recent.restoreLost()
  t.match(service.losses(), [{ restored: 0, missing: 2 }])
  t.equal((await service.progress()).mayHaveRepeated, 2)
})

t.test('a server that was started again and lacks nothing changes nothing and raises no alarm', async t => {
  const service = await sending(t, 15)
  const batch = await service.open()
  await batch.recorder.record([0, 1, 2], 'sent')
  await batch.release()
  service.recent.remember(batch)
  // Another mailer goes on with it, in good order.
  const next = await service.open()
  await next.recorder.record([3, 4], 'sent')
  await service.recent.restoreLost()
  t.same(service.losses(), [])
  t.match(await service.progress(), { sent: 5, mayHaveRepeated: 0 })
  await next.recorder.record([5], 'sent')
})

t.test('a finished issue stays as it is', async t => {
  const service = await sending(t, 2)
  const batch = await service.open()
  await batch.recorder.record([0, 1], 'sent')
  service.recent.remember(batch)
  await finish(service, await lastDelivery(service, service.number))
  await service.recent.restoreLost()
  t.same(service.losses(), [])
  t.match(await service.progress(), { state: 'sent', sent: 2, mayHaveRepeated: 0 })
})

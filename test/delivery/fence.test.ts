import t, { type Test } from 'tap'
import { createBatch, type Batch } from '../../src/delivery/batch.js'
import { takeBatch } from '../../src/delivery/take-batch.js'
import { readProgress } from '../../src/delivery/progress.js'
import { planIssue } from '../../src/delivery/plan.js'
import { recover } from '../../src/delivery/recover.js'
import { lastDelivery } from '../support/deliveries.js'
import { putOffJobs } from '../support/queue.js'
import { addIssue, addReaders, someAddresses } from '../support/readers.js'
import { testService } from '../support/service.js'

/**
 * An issue that is planned and that no mailer sends; `open` takes its first batch as a mailer does.
 */
async function planned (t: Test, readers: number) {
  const service = await testService(t)
  await addReaders(service, someAddresses(readers))
  const issue = await addIssue(service)
  await planIssue({ ...service, batchSize: 10 }, issue)
  const delivery = await lastDelivery(service, issue)
  return Object.assign(service, {
    issue,
    open: async (job: string): Promise<Batch> => {
      const taking = await takeBatch({ ...service, connections: 2 }, { delivery, batch: 0 }, job)
      if (taking.kind !== 'taken') throw new Error('the batch is not free')
      return createBatch(service, taking.row)
    },
    row: async () => (
      await service.pool.query(
        'select sent::text, failed::text, connections_in_use, held_by_job from batch where ordinal = 0'
      )
    ).rows[0],
    progress: async () => await readProgress(service, issue)
  })
}

t.test('the previous owner of a batch neither records in it nor releases it', async t => {
  const service = await planned(t, 4)
  const former = await service.open('1')
  await former.recorder.record([0], 'sent')
  const owner = await service.open('2')
  await owner.recorder.record([1], 'sent')
  const before = await service.row()
  t.match(before, { sent: '1100', failed: '0000', connections_in_use: 2, held_by_job: '2' })
  await t.rejects(former.recorder.record([2], 'failed', { status: '5.1.1', kind: 'hard' }), {
    message: 'another mailer has taken the batch over'
  })
  await t.rejects(former.recorder.verifyOwnership(), { message: 'another mailer has taken the batch over' })
  await former.release()
  t.same(await service.row(), before)
  t.equal((await service.pool.query('select from delivery_failure')).rowCount, 0)
  await owner.recorder.record([2], 'sent')
  await owner.release()
  t.match(await service.row(), { sent: '1110', connections_in_use: 0, held_by_job: null })
})

t.test('if a batch was not released, one mail a connection counts as repeated, and no more than are open', async t => {
  const service = await planned(t, 4)
  const first = await service.open('1')
  await first.release()
  const second = await service.open('2')
  t.equal((await service.progress()).mayHaveRepeated, 0, 'it was put down')
  await second.recorder.record([0], 'sent')
  const third = await service.open('3')
  t.equal((await service.progress()).mayHaveRepeated, 2, 'as many as it had connections')
  await third.recorder.record([1, 2], 'sent')
  await service.open('4')
  t.equal((await service.progress()).mayHaveRepeated, 3, 'one was left')
})

t.test('a batch whose job waits for later is not enqueued again', async t => {
  const service = await planned(t, 20)
  const { pool } = service
  const jobs = async () => (
    await pool.query('select id, run_at from graphile_worker.jobs where key like \'deliver_batch:%\' order by id')
  ).rows
  await pool.query('update batch set attempt = 1')
  await putOffJobs({ pool }, '50 s')
  const before = await jobs()
  t.equal(before.length, 2)
  await recover({ ...service, retryAfterSeconds: [60] })
  t.same(await jobs(), before)
})

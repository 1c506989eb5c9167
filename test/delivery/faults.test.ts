import t, { type Test } from 'tap'
import { readDeliveries, readFailures, readProgress, type Progress } from '../../src/delivery/progress.js'
import { planIssue } from '../../src/delivery/plan.js'
import { recover } from '../../src/delivery/recover.js'
import { cancel, pause, resume, retryFailed } from '../../src/delivery/control.js'
import { forgetJobs, hurryJobs, putOffJobs } from '../support/queue.js'
import { addIssue, addReaders, someAddresses } from '../support/readers.js'
import { testRelay, type Refusal, type RelayRules } from '../support/relay.js'
import { testService, until, type TestService } from '../support/service.js'

interface Sending extends TestService {
  number: number
  ids: string[]
  progress: () => Promise<Progress>
  taken: Array<{ from: string, to: string, message: Buffer }>
}

/** An issue on its way to some readers, over a relay that refuses as the rules say. */
async function sending (
  t: Test, readers: string[], rules: RelayRules, settings: Record<string, string> = {}
): Promise<Sending> {
  const service = await testService(t, settings)
  const relay = await testRelay(t, rules)
  const ids = await addReaders(service, readers)
  const number = await addIssue(service)
  await planIssue({ ...service, batchSize: service.config.delivery.batchSize }, number)
  await service.work(relay.target)
  return Object.assign(service, {
    number,
    ids,
    taken: relay.taken,
    progress: async () => await readProgress(service, number)
  })
}

const finished = async ({ progress }: Sending): Promise<boolean> => (await progress()).finishedAt !== null
const paused = async ({ progress }: Sending): Promise<boolean> => (await progress()).state === 'paused'

/** Lets the time pass that deferred mails wait. */

const only = (name: string, refusal: Refusal) => (address: string): Refusal =>
  address.startsWith(`${name}@`) ? refusal : null

t.test('a deferred mail comes again on the schedule, as a batch of its own, and holds up nobody', async t => {
  let tries = 0
  const service = await sending(t, someAddresses(25), {
    recipient: address => address.startsWith('leser3@') && ++tries <= 2 ? [451, '4.7.1 later'] : null
  })
  await until(async () => (await service.progress()).sent === 24)
  await until(async () => (await service.progress()).deferred === 1)
  for (const seconds of [60, 300]) {
    const later = async () => await service.pool.query(
      `select round(extract(epoch from run_at - created_at))::int as wait
       from graphile_worker.jobs where run_at > now() + interval '30 s'`
    )
    await until(async () => (await later()).rowCount === 1)
    const { rows: [job] } = await later()
    t.equal(job.wait, seconds)
    await hurryJobs(service)
  }
  await until(async () => await finished(service))
  t.match(await service.progress(), { planned: 25, sent: 25, failed: 0, mayHaveRepeated: 0 })
  t.equal(service.taken.length, 25)
})

t.test('a mail that is deferred to the end of the schedule has failed, with its last status', async t => {
  const service = await sending(
    t,
    someAddresses(3),
    { recipient: only('leser1', [452, '4.2.2 full, leser1@beispiel.example']) },
    { MAIL_RETRY_AFTER: 'PT1M,PT2M' }
  )
  await until(async () => { await hurryJobs(service); return await finished(service) })
  t.match(await service.progress(), { planned: 3, sent: 2, failed: 1 })
  t.same(await readFailures(service, await service.progress()), [{ status: '4.2.2', count: 1 }])
})

t.test('a whole batch that is deferred comes again wholly', async t => {
  let open = false
  const service = await sending(t, someAddresses(10), { recipient: () => open ? null : [451, '4.3.2 later'] })
  await until(async () => (await service.progress()).deferred === 10)
  open = true
  await hurryJobs(service)
  await until(async () => await finished(service))
  t.equal(new Set(service.taken.map(({ to }) => to)).size, 10)
})

t.test('a refused sender pauses the issue, says why, and uses nobody up', async t => {
  let allowed = false
  const service = await sending(t, someAddresses(25), { sender: () => allowed ? null : [550, '5.7.1 not you'] })
  await until(async () => await paused(service))
  t.match(await service.progress(), {
    pauseReason: 'sender-refused',
    sent: 0,
    failed: 0,
    skipped: 0,
    waiting: 25,
    deferred: 0
  })
  allowed = true
  t.match(await resume(service, service.number), { reason: 'sender-refused' })
  await until(async () => await finished(service))
  t.equal(service.taken.length, 25)
  t.ok(service.lines().some(line => line.includes('issue paused') && line.includes('"error"')))
})

t.test('a paused issue sends nothing, and goes on where it was', async t => {
  const service = await sending(t, someAddresses(60), {}, { MAIL_RATE: '200' })
  await until(() => service.taken.length >= 10)
  t.equal(await pause(service, service.number), true)
  t.equal(await pause(service, service.number), false, 'it is paused already')
  await until(async () => (await service.pool.query('select from graphile_worker.jobs')).rowCount === 0)
  const { sent } = await service.progress()
  t.equal(sent, service.taken.length)
  t.ok(sent < 60)
  t.match(await resume(service, service.number), { reason: 'manual', accepted: { hard: 0, refused: 0 } })
  t.equal(await resume(service, service.number), null)
  await until(async () => await finished(service))
  t.equal(service.taken.length, 60)
  t.equal(new Set(service.taken.map(({ to }) => to)).size, 60)
})

t.test('pausing and resuming at once, again and again, repeats nothing', async t => {
  const service = await sending(t, someAddresses(100), {}, { MAIL_RATE: '400', MAIL_BATCH_SIZE: '25' })
  for (const mails of [1, 10, 30, 31, 60, 90]) {
    await until(() => service.taken.length >= mails)
    await pause(service, service.number)
    await resume(service, service.number)
  }
  await until(async () => await finished(service))
  t.equal(service.taken.length, 100)
  t.match(await service.progress(), { sent: 100, mayHaveRepeated: 0 })
})

t.test('a cancelled issue skips whoever has not got it, and the counts add up', async t => {
  const service = await sending(
    t,
    someAddresses(60),
    { recipient: only('leser1', [451, '4.2.1 later']) },
    { MAIL_RATE: '200' }
  )
  await until(() => service.taken.length >= 10)
  t.equal(await cancel(service, service.number), true)
  t.equal(await cancel(service, service.number), false)
  await until(async () => await finished(service))
  const { state, sent, skipped, failed, planned } = await service.progress()
  t.equal(state, 'cancelled')
  t.equal(sent, service.taken.length)
  t.ok(skipped > 0)
  t.equal(planned, sent + failed + skipped)
  t.equal(await resume(service, service.number), null)
})

t.test('a paused issue can be cancelled, and is finished then', async t => {
  const service = await sending(t, someAddresses(30), { sender: () => [550, 'no'] })
  await until(async () => await paused(service))
  await cancel(service, service.number)
  await until(async () => await finished(service))
  t.match(await service.progress(), { state: 'cancelled', pauseReason: null, sent: 0, skipped: 30 })
})

t.test('failed mails are sent again on demand, to those who are still readers', async t => {
  let refuses = true
  const service = await sending(t, someAddresses(10), {
    recipient: address => refuses && /leser[123]@/.test(address) ? [554, '5.2.1 disabled'] : null
  })
  await until(async () => await finished(service))
  t.match(await service.progress(), { sent: 7, failed: 3 })
  await service.pool.query('delete from subscriber where id = $1', [service.ids[1]])
  refuses = false
  t.equal(await retryFailed(service, service.number), 2)
  await until(async () => await finished(service))
  t.match(await readDeliveries(service, service.number), [
    { round: 1, state: 'sent', planned: 10, sent: 7, failed: 3, skipped: 0 },
    { round: 2, state: 'sent', planned: 2, sent: 2, failed: 0, skipped: 0 }
  ], 'each delivery has its own counts')
  t.equal(service.taken.length, 9)
  t.equal(await retryFailed(service, service.number), 0)
})

t.test('each mail has its own unforgeable envelope sender, if a domain is set for bounces', async t => {
  const service = await sending(t, someAddresses(5), {}, { MAIL_BOUNCE_DOMAIN: 'bounce.hessen.example' })
  await until(async () => await finished(service))
  const senders = service.taken.map(({ from }) => from)
  t.equal(new Set(senders).size, 5)
  for (const sender of senders) {
    t.match(sender, /^b-[a-z2-7]{61}@bounce\.hessen\.example$/)
    t.ok(sender.indexOf('@') <= 64)
  }
})

t.test('an address that cannot be opened fails alone; a key that is missing pauses the issue', async t => {
  for (const [damage, outcome] of [
    ['set_byte(address_sealed, 20, get_byte(address_sealed, 20) # 1)', { state: 'sent', sent: 24, failed: 1 }],
    ['set_byte(address_sealed, 0, 9)', { state: 'paused', pauseReason: 'key-missing', failed: 0 }]
  ] as const) {
    const service = await testService(t)
    const relay = await testRelay(t)
    const [damaged] = await addReaders(service, someAddresses(25))
    await service.pool.query(`update subscriber set address_sealed = ${damage} where id = $1`, [damaged])
    const number = await addIssue(service)
    await planIssue({ ...service, batchSize: 25 }, number)
    await service.work(relay.target)
    await until(async () => (await readProgress(service, number)).state !== 'sending')
    t.match(await readProgress(service, number), outcome)
  }
})

t.test('a batch without a job is found and sent, and an issue that is settled is finished', async t => {
  const service = await testService(t)
  const relay = await testRelay(t)
  await addReaders(service, someAddresses(30))
  const number = await addIssue(service)
  await planIssue({ ...service, batchSize: 10 }, number)
  await forgetJobs(service)
  await service.work(relay.target)
  await recover({ ...service, retryAfterSeconds: service.config.relay.retryAfterSeconds })
  await until(async () => (await readProgress(service, number)).finishedAt !== null)
  t.equal(relay.taken.length, 30)
  const empty = await addIssue(service)
  await service.pool.query(
    'insert into delivery (issue_number, state, started_at) values ($1, \'sending\', now())',
    [empty]
  )
  await recover({ ...service, retryAfterSeconds: service.config.relay.retryAfterSeconds })
  t.equal((await readProgress(service, empty)).state, 'sent')
})

t.test('a batch waits no longer than the time before its next try, whatever a wrong clock has written', async t => {
  const service = await testService(t)
  await addReaders(service, someAddresses(30))
  const number = await addIssue(service)
  await planIssue({ ...service, batchSize: 10 }, number)
  await service.pool.query('update batch set attempt = ordinal')
  await putOffJobs(service, '9 hours')
  const sweepWith = async (): Promise<void> => await recover({ ...service, retryAfterSeconds: [60, 300] })
  await sweepWith()
  const { rows } = await service.pool.query(
    'select round(extract(epoch from run_at - now()))::int as wait from graphile_worker.jobs order by 1'
  )
  t.same(rows, [{ wait: 1 }, { wait: 60 }, { wait: 300 }])
  await sweepWith()
  t.equal(
    service.lines().filter(line => line.includes('"clock_was_wrong"') && line.includes('"batches":3')).length,
    1,
    'it is said once'
  )
})

import { setTimeout as delay } from 'node:timers/promises'
import t from 'tap'
import type { RoomJobs } from '../src/platform/jobs/job.js'
import { planIssue } from '../src/delivery/plan.js'
import { addIssue, addReaders, someAddresses } from './support/readers.js'
import { testRelay } from './support/relay.js'
import { postForm, testService, until, type TestService } from './support/service.js'

const SLOW_MS = 10_000

/** Jobs in the background that take ten seconds each, or until the mailer is asked to end. */
function slowJobs (): { room: RoomJobs, running: () => number } {
  let running = 0
  return {
    running: () => running,
    room: {
      jobs: {
        slow: {
          lane: 'background',
          async run (_, { stopping }) {
            running++
            await delay(SLOW_MS, undefined, { signal: stopping }).catch(() => {})
          }
        }
      }
    }
  }
}

/** Signs up, and returns how long the confirmation mail took to arrive, in milliseconds. */
async function confirmationTime ({ app, catcher }: TestService, email: string): Promise<number> {
  const before = catcher.mails().length
  const start = performance.now()
  await postForm(app, '/abonnieren', { email })
  await until(() => catcher.mails().length > before)
  return performance.now() - start
}

t.test('twenty slow jobs in the background delay no confirmation', async t => {
  const service = await testService(t)
  const { room, running } = slowJobs()
  await service.workBeside(room)
  await service.pool.query('select graphile_worker.add_job(\'slow\') from generate_series(1, 20)')
  await until(() => running() >= 2)
  // The first mail waits for the templates to be compiled; another may meet a busy machine.
  const times: number[] = []
  for (const name of ['anna', 'berta', 'clara', 'dora', 'emil', 'frida']) {
    times.push(await confirmationTime(service, `${name}@beispiel.example`))
  }
  const median = times.slice(1).sort((a, b) => a - b)[2] ?? Infinity
  t.ok(median < 1_000, `${times.map(Math.round).join(', ')} ms`)
  t.ok((await service.pool.query('select from graphile_worker.jobs where task_identifier = \'slow\'')).rowCount)
})

t.test('a confirmation does not wait behind an issue', async t => {
  const service = await testService(t, { MAIL_CONNECTIONS: '1' })
  let letGo = (): void => {}
  let holding = 0
  const relay = await testRelay(t, {}, {
    onRcptTo ({ address }, _, done) {
      if (address.startsWith('anna')) return done()
      holding++
      letGo = done
    }
  })
  await addReaders(service, someAddresses(20))
  await planIssue({ ...service, batchSize: 10 }, await addIssue(service))
  await service.work(relay.target)
  await until(() => holding === 1)
  const start = performance.now()
  await postForm(service.app, '/abonnieren', { email: 'anna@beispiel.example' })
  await until(() => relay.taken.length === 1)
  t.ok(performance.now() - start < 1_000)
  t.equal(holding, 1, 'while the issue was being sent')
  letGo()
})

t.test('two rooms cannot use one name for their jobs', async t => {
  const service = await testService(t)
  const run = async (): Promise<void> => {}
  const same: RoomJobs = { jobs: { deliver_batch: { lane: 'background', run } } }
  await t.rejects(service.workBeside(same), /two jobs are called deliver_batch/)
})

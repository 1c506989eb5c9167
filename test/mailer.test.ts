import { once } from 'node:events'
import t from 'tap'
import type { RoomJobs } from '../src/platform/jobs/job.js'
import { planIssue } from '../src/delivery/plan.js'
import { addIssue, addReaders, someAddresses } from './support/readers.js'
import { testRelay } from './support/relay.js'
import { postForm, testService, until } from './support/service.js'

/** Jobs in the background that take until the mailer is asked to end. */
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
            await once(stopping, 'abort')
          }
        }
      }
    }
  }
}

t.test('jobs in the background that do not end hold up no confirmation', async t => {
  const service = await testService(t)
  const { room, running } = slowJobs()
  await service.workBeside(room)
  await service.pool.query('select graphile_worker.add_job(\'slow\') from generate_series(1, 20)')
  await until(() => running() >= 2)
  for (const name of ['anna', 'berta', 'clara']) {
    await postForm(service.app, '/abonnieren', { email: `${name}@beispiel.example` })
  }
  await until(() => service.catcher.mails().length === 3)
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
  await postForm(service.app, '/abonnieren', { email: 'anna@beispiel.example' })
  await until(() => relay.taken.length === 1)
  t.equal(holding, 1, 'while the issue was being sent')
  letGo()
})

t.test('two rooms cannot use one name for their jobs', async t => {
  const service = await testService(t)
  const run = async (): Promise<void> => {}
  const same: RoomJobs = { jobs: { deliver_batch: { lane: 'background', run } } }
  await t.rejects(service.workBeside(same), /two jobs are called deliver_batch/)
})

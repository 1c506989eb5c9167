import t from 'tap'
import { readProgress } from '../../src/delivery/progress.js'
import { startIssue } from '../../src/delivery/start.js'
import { addIssue, addReaders, someAddresses } from '../support/readers.js'
import { testRelay } from '../support/relay.js'
import { postForm, testService, until } from '../support/service.js'

t.test('two relays are used at once; when one goes, the other carries on', async t => {
  const service = await testService(t, { MAIL_CONNECTIONS: '4' })
  const relays = [await testRelay(t), await testRelay(t)]
  await addReaders(service, someAddresses(60))
  const first = await addIssue(service)
  await startIssue({ ...service, batchSize: 20 }, first)
  await service.work(...relays.map(({ target }) => target))
  await until(async () => (await readProgress(service.pool, first)).finishedAt !== null)
  t.ok(relays.every(({ taken }) => taken.length > 0), relays.map(({ taken }) => taken.length).join(' and '))
  await relays[0]?.stop()
  const second = await addIssue(service)
  await startIssue({ ...service, batchSize: 20 }, second)
  await until(async () => {
    await service.pool.query('update graphile_worker._private_jobs set run_at = now() where locked_at is null and run_at > now()')
    return (await readProgress(service.pool, second)).finishedAt !== null
  })
  t.equal((await readProgress(service.pool, second)).sent, 60)
})

t.test('a confirmation mail leaves while an issue keeps all its connections busy', async t => {
  const service = await testService(t, { MAIL_CONNECTIONS: '2' })
  const held: Array<() => void> = []
  const taken: string[] = []
  let patient = true
  const relay = await testRelay(t, {}, {
    onData (stream, { envelope }, done) {
      const to = envelope.rcptTo[0]?.address ?? ''
      stream.resume().on('end', () => {
        if (patient && to.startsWith('leser')) held.push(done)
        else {
          taken.push(to)
          done()
        }
      })
    }
  })
  await addReaders(service, someAddresses(10))
  const number = await addIssue(service)
  await startIssue({ ...service, batchSize: 10 }, number)
  await service.work(relay.target)
  await until(() => held.length === 2)
  await postForm(service.app, '/abonnieren', { email: 'neu@beispiel.example' })
  await until(() => taken.includes('neu@beispiel.example'))
  t.equal(held.length, 2)
  patient = false
  for (const done of held) done()
  await until(async () => (await readProgress(service.pool, number)).finishedAt !== null)
})

import t, { type Test } from 'tap'
import { readProgress } from '../../src/delivery/progress.js'
import { planIssue } from '../../src/delivery/plan.js'
import { hurryJobs } from '../support/queue.js'
import { addIssue, addReaders, someAddresses } from '../support/readers.js'
import { testRelay, type TestRelay } from '../support/relay.js'
import { postForm, testService, until } from '../support/service.js'

t.test('two relays are used at once; when one goes, the other carries on', async t => {
  const service = await testService(t, { MAIL_CONNECTIONS: '4' })
  const relays = [await testRelay(t), await testRelay(t)]
  await addReaders(service, someAddresses(60))
  const first = await addIssue(service)
  await planIssue({ ...service, batchSize: 20 }, first)
  await service.work(...relays.map(({ target }) => target))
  await until(async () => (await readProgress(service, first)).finishedAt !== null)
  t.ok(relays.every(({ taken }) => taken.length > 0), relays.map(({ taken }) => taken.length).join(' and '))
  await relays[0]?.stop()
  const second = await addIssue(service)
  await planIssue({ ...service, batchSize: 20 }, second)
  await until(async () => {
    await hurryJobs(service)
    return (await readProgress(service, second)).finishedAt !== null
  })
  t.equal((await readProgress(service, second)).sent, 60)
})

interface HoldingRelay extends TestRelay {
  /** Who got a mail. */
  readers: string[]
  /** How many mails are held. */
  held: () => number
  /** Answers for what is held and all that comes. */
  open: () => void
}

/** A relay that does not answer for mails to the issue's readers until it is opened. */
async function holdingRelay (t: Test): Promise<HoldingRelay> {
  const held: Array<() => void> = []
  const readers: string[] = []
  let patient = true
  const relay = await testRelay(t, {}, {
    onData (stream, { envelope }, done) {
      const to = envelope.rcptTo[0]?.address ?? ''
      const take = (): void => {
        readers.push(to)
        done()
      }
      stream.resume().on('end', () => patient && to.startsWith('leser') ? held.push(take) : take())
    }
  })
  return Object.assign(relay, {
    readers,
    held: () => held.length,
    open: () => {
      patient = false
      for (const take of held) take()
    }
  })
}

t.test('a confirmation mail leaves while an issue keeps all its connections busy', async t => {
  const service = await testService(t, { MAIL_CONNECTIONS: '2' })
  const relay = await holdingRelay(t)
  await addReaders(service, someAddresses(10))
  const number = await addIssue(service)
  await planIssue({ ...service, batchSize: 10 }, number)
  await service.work(relay.target)
  await until(() => relay.held() === 2)
  await postForm(service.app, '/abonnieren', { email: 'neu@beispiel.example' })
  await until(() => relay.readers.includes('neu@beispiel.example'))
  t.equal(relay.held(), 2)
  relay.open()
  await until(async () => (await readProgress(service, number)).finishedAt !== null)
})

t.test('a mailer that is asked to end does not wait for a silent relay: doubtful mails are tried later', async t => {
  const service = await testService(t, { MAIL_CONNECTIONS: '2' })
  const relay = await holdingRelay(t)
  await addReaders(service, someAddresses(10))
  const number = await addIssue(service)
  await planIssue({ ...service, batchSize: 10 }, number)
  const mailer = await service.work(relay.target)
  await until(() => relay.held() === 2)
  const asked = performance.now()
  await mailer.stop()
  t.ok(performance.now() - asked < 9_500)
  t.match(await readProgress(service, number), { state: 'sending', sent: 0, deferred: 2, mayHaveRepeated: 2 })
  relay.open()
  await service.work(relay.target)
  await until(async () => {
    await hurryJobs(service)
    return (await readProgress(service, number)).finishedAt !== null
  })
  t.match(await readProgress(service, number), { sent: 10, mayHaveRepeated: 2 })
})

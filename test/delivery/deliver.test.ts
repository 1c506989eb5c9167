import PostalMime from 'postal-mime'
import t from 'tap'
import { readProgress } from '../../src/delivery/progress.js'
import { takeBatch } from '../../src/delivery/take-batch.js'
import { planIssue } from '../../src/delivery/plan.js'
import { TOKEN_PLACEHOLDER } from '../../src/platform/mail/token-placeholder.js'
import { verifyDkim } from '../support/dkim.js'
import { lastDelivery } from '../support/deliveries.js'
import { forgetJobs, hurryJobs, lockJobs, unlockJobs } from '../support/queue.js'
import { addIssue, addReaders, someAddresses } from '../support/readers.js'
import { testRelay } from '../support/relay.js'
import { postForm, PUBLIC_URL, testService, until, type TestService } from '../support/service.js'

const start = async (service: TestService, number: number): Promise<number | null> =>
  await planIssue({ ...service, batchSize: service.config.delivery.batchSize }, number)

const finished = async ({ pool }: TestService, number: number): Promise<boolean> =>
  (await readProgress({ pool }, number)).finishedAt !== null

t.test('every reader gets an issue once, pending ones do not, and the counts add up', async t => {
  const service = await testService(t)
  const relay = await testRelay(t)
  const addresses = someAddresses(37)
  await addReaders(service, addresses)
  await postForm(service.app, '/abonnieren', { email: 'wartet@beispiel.example' })
  await forgetJobs(service)
  const number = await addIssue(service)
  t.equal(await start(service, number), 37)
  await service.work(relay.target)
  await until(async () => await finished(service, number))
  t.same(relay.taken.map(({ to }) => to).sort(), [...addresses].sort())
  t.match(await readProgress(service, number), {
    state: 'sent',
    planned: 37,
    sent: 37,
    failed: 0,
    skipped: 0,
    waiting: 0
  })
  t.equal((await service.pool.query('select from batch')).rowCount, 0, 'who the recipients were is forgotten')
})

t.test('a mail of an issue carries the signed header fields of a mailing list, and the reader\'s own link', async t => {
  const service = await testService(t, { MAIL_REPLY_TO: 'antwort@hessen.example', LIST_ID: 'brief.hessen.example' })
  const relay = await testRelay(t)
  await addReaders(service, ['Anna@beispiel.example', 'berta@beispiel.example'])
  const number = await addIssue(service, {
    html: `<a href="${PUBLIC_URL}/abmelden/${TOKEN_PLACEHOLDER}">Abmelden</a>`,
    body: `Abmelden: ${PUBLIC_URL}/abmelden/${TOKEN_PLACEHOLDER}\n`
  })
  await start(service, number)
  await service.work(relay.target)
  await until(async () => await finished(service, number))
  const tokens = new Set<string>()
  for (const { to, from, message } of relay.taken) {
    const mail = await PostalMime.parse(message)
    const values = (name: string): string[] => mail.headers.filter(({ key }) => key === name).map(({ value }) => value)
    const [, token = ''] = /abmelden\/([\w-]{51})/.exec(mail.text ?? '') ?? []
    tokens.add(token)
    t.equal(from, 'integrationsbrief@hessen.example')
    t.same(mail.to?.map(({ address }) => address), [to])
    t.match(mail.html, token)
    t.same(values('list-id'), ['"Integrationsbrief" <brief.hessen.example>'])
    t.same(values('list-unsubscribe'), [`<${PUBLIC_URL}/abmelden/${token}>`])
    t.same(values('list-unsubscribe-post'), ['List-Unsubscribe=One-Click'])
    t.same(values('feedback-id'), [`issue-${number}:brief.hessen.example:newsletter:brief-he-d51d16`])
    t.same(values('reply-to'), ['antwort@hessen.example'])
    t.match(values('message-id')[0], new RegExp(`^<issue-${number}\\.[0-9a-f]{32}@hessen\\.example>$`))
    t.equal((await verifyDkim(message)).result, 'pass')
    const answer = await service.app.inject({
      method: 'POST',
      url: `/abmelden/${token}`,
      payload: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' }
    })
    t.equal(answer.statusCode, 200)
  }
  t.equal(tokens.size, 2)
  t.equal((await service.pool.query('select from subscriber')).rowCount, 0, 'the header\'s link unsubscribes')
})

t.test('an issue is planned once, however often and however simultaneously it is started', async t => {
  const service = await testService(t)
  await addReaders(service, someAddresses(5))
  const number = await addIssue(service)
  const planned = await Promise.all(Array.from({ length: 5 }, async () => await start(service, number)))
  t.same(planned.filter(count => count !== null), [5])
  t.equal((await service.pool.query('select from graphile_worker.jobs')).rowCount, 1)
})

t.test('an issue without readers is finished at once', async t => {
  const service = await testService(t)
  const number = await addIssue(service)
  t.equal(await start(service, number), 0)
  t.equal((await readProgress(service, number)).state, 'sent')
})

t.test('a reader who unsubscribes before the batch is opened is skipped', async t => {
  const service = await testService(t)
  const relay = await testRelay(t)
  const [gone] = await addReaders(service, someAddresses(3))
  const number = await addIssue(service)
  await start(service, number)
  await service.pool.query('delete from subscriber where id = $1', [gone])
  await service.work(relay.target)
  await until(async () => await finished(service, number))
  t.match(await readProgress(service, number), {
    state: 'sent',
    planned: 3,
    sent: 2,
    failed: 0,
    skipped: 1,
    waiting: 0
  })
})

t.test('a mailbox that refuses for good fails alone, with its status and without its address', async t => {
  const service = await testService(t)
  const relay = await testRelay(t, {
    recipient: address => address === 'leser1@beispiel.example'
      ? [550, '5.1.1 <leser1@beispiel.example> unknown']
      : null,
    message: address => address === 'leser2@beispiel.example' ? [554, '5.6.0 no thanks, leser2@beispiel.example'] : null
  })
  await addReaders(service, someAddresses(5))
  const number = await addIssue(service)
  await start(service, number)
  await service.work(relay.target)
  await until(async () => await finished(service, number))
  const { sent, failed } = await readProgress(service, number)
  t.same({ sent, failed }, { sent: 3, failed: 2 })
  const { rows } = await service.pool.query('select status from delivery_failure order by status')
  t.same(rows, [{ status: '5.1.1' }, { status: '5.6.0' }])
})

t.test('an address that needs SMTPUTF8, or that no relay would take, fails alone', async t => {
  const service = await testService(t)
  const relay = await testRelay(t, {}, { hideSMTPUTF8: true })
  await addReaders(service, ['müller@beispiel.example', 'anna@beispiel.example', '"a<b>c"@beispiel.example'])
  const number = await addIssue(service)
  await start(service, number)
  await service.work(relay.target)
  await until(async () => await finished(service, number))
  t.same(relay.taken.map(({ to }) => to), ['anna@beispiel.example'])
  t.same((await service.pool.query('select status from delivery_failure order by 1 desc')).rows, [
    { status: '553' },
    { status: '5.6.7' }
  ])
})

t.test('while the relay is gone mails wait, nobody is used up, and nothing is repeated when it is back', async t => {
  const service = await testService(t)
  const gone = await testRelay(t)
  await gone.stop()
  await addReaders(service, someAddresses(5))
  const number = await addIssue(service)
  await start(service, number)
  await postForm(service.app, '/abonnieren', { email: 'neu@beispiel.example' })
  await service.work(gone.target)
  await until(() => service.lines().some(line => line.includes('relay_unreachable')))
  t.match(await readProgress(service, number), {
    state: 'sending',
    planned: 5,
    sent: 0,
    failed: 0,
    skipped: 0,
    waiting: 5,
    deferred: 0
  })
  const back = await testRelay(t, {}, { port: gone.target.port })
  await hurryJobs(service)
  await until(async () => await finished(service, number) && back.taken.length === 6)
  t.equal(new Set(back.taken.map(({ to }) => to)).size, 6)
  t.equal((await readProgress(service, number)).mayHaveRepeated, 0)
})

t.test('no more mails are under way than there are connections', async t => {
  const service = await testService(t, { MAIL_CONNECTIONS: '3' })
  const relay = await testRelay(t)
  await addReaders(service, someAddresses(40))
  const number = await addIssue(service)
  await start(service, number)
  await service.work(relay.target)
  await until(async () => await finished(service, number))
  t.equal(relay.mostSessions(), 3)
})

t.test('a mailer that is asked to end hands the rest back, and another goes on without a repeat', async t => {
  const service = await testService(t, { MAIL_CONNECTIONS: '2', MAIL_BATCH_SIZE: '50' })
  const relay = await testRelay(t)
  await addReaders(service, someAddresses(120))
  const number = await addIssue(service)
  await start(service, number)
  const first = await service.work(relay.target)
  await until(() => relay.taken.length >= 10)
  await first.stop()
  const { sent, state } = await readProgress(service, number)
  t.equal(state, 'sending')
  t.equal(sent, relay.taken.length, 'what the relay has taken is recorded')
  await service.work(relay.target)
  await until(async () => await finished(service, number))
  t.equal(relay.taken.length, 120)
  t.equal(new Set(relay.taken.map(({ to }) => to)).size, 120)
})

t.test('a batch that a running job has open is opened by no other; one whose job was released or ended is', async t => {
  const service = await testService(t)
  await addReaders(service, someAddresses(5))
  const issue = await addIssue(service)
  await start(service, issue)
  const delivery = await lastDelivery(service, issue)
  const [id = ''] = await lockJobs(service, 'x')
  const fences = new Set<number>()
  const open = async (job: string): Promise<string> => {
    const taking = await takeBatch({ ...service, connections: 2 }, { delivery, batch: 0 }, job)
    if (taking.kind === 'taken') fences.add(taking.row.fence)
    return taking.kind
  }
  t.equal(await open(id), 'taken')
  t.equal(await open('999'), 'held')
  t.equal(await open(id), 'taken', 'its own job, which another mailer runs again')
  await unlockJobs(service)
  t.equal(await open('999'), 'taken')
  t.equal(fences.size, 3, 'each has a fence of its own')
})

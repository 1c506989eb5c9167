import t from 'tap'
import { idle } from '../support/queue.js'
import { postForm, receive, testService, type TestService } from '../support/service.js'

const count = async ({ pool }: TestService, table: string): Promise<number> =>
  (await pool.query<{ count: number }>(`select count(*)::int as count from ${table}`)).rows[0]?.count as number

const signUp = async ({ app }: TestService, email: string, fields = {}, headers = {}) =>
  await postForm(app, '/abonnieren', { email, website: '', ...fields }, headers)

t.test('an address gets one mail in 15 minutes and three a day, however it is spelt', async t => {
  const service = await testService(t)
  await service.work()
  const mailsAfter = async (spelling: string, expected: number, why: string): Promise<void> => {
    await signUp(service, spelling)
    // A second address, which is always mailed to, shows when the queue has been worked through.
    const before = service.catcher.mails().filter(({ to }) => to.startsWith('zeuge')).length
    await signUp(service, `zeuge${before}@beispiel.example`)
    await receive(service.catcher, expected + before + 1)
    await idle(service)
    t.equal(
      service.catcher.mails().filter(({ to }) => to.startsWith('anna') || to.startsWith('ANNA')).length,
      expected,
      why
    )
  }
  await mailsAfter('anna@beispiel.example', 1, 'the first')
  await mailsAfter('ANNA@Beispiel.Example', 1, 'at once again')
  service.clock.travel({ minutes: 14 })
  await mailsAfter('anna@beispiel.example', 1, 'after 14 minutes')
  service.clock.travel({ minutes: 1 })
  await mailsAfter('anna@beispiel.example', 2, 'after 15 minutes')
  service.clock.travel({ minutes: 15 })
  await mailsAfter('anna@beispiel.example', 3, 'after 30 minutes')
  service.clock.travel({ hours: 12 })
  await mailsAfter('anna@beispiel.example', 3, 'the fourth within a day')
  service.clock.travel({ hours: 12 })
  await mailsAfter('anna@beispiel.example', 4, 'on the next day')
})

t.test('tags, Gmail\'s dots and leaving do not get round the limit', async t => {
  const service = await testService(t)
  const mails = async (): Promise<number> => await count(service, 'graphile_worker.jobs')
  for (let index = 0; index < 10; index++) await signUp(service, `opfer+${index}@beispiel.example`)
  t.equal(await mails(), 1)
  for (const email of ['o.pfer@gmail.com', 'opfer@googlemail.com', 'op.fer+x@googlemail.com']) {
    await signUp(service, email)
  }
  t.equal(await mails(), 2)
  await service.pool.query('delete from subscriber')
  await signUp(service, 'opfer+1@beispiel.example')
  t.equal(await mails(), 2, 'who has left and comes back is counted on')
  service.clock.travel({ minutes: 15 })
  await Promise.all(
    Array.from({ length: 10 }, async (_, index) => await signUp(service, `opfer+${index}@beispiel.example`))
  )
  t.equal(await mails(), 3, 'of parallel sign-ups one is mailed to')
})

t.test('requests that a wrong clock has dated ahead lock no mailbox out', async t => {
  const service = await testService(t)
  service.clock.travel({ days: 400 })
  await signUp(service, 'anna@beispiel.example')
  await service.pool.query('delete from subscriber')
  service.clock.travel({ days: -400 })
  await signUp(service, 'anna@beispiel.example')
  t.equal(await count(service, 'subscriber'), 1)
})

t.test('what is remembered of a mailbox matches nothing else in the database', async t => {
  const service = await testService(t)
  await signUp(service, 'anna@beispiel.example')
  const { rows: [row] } = await service.pool.query('select mailbox, address_index from mail_request, subscriber')
  t.equal(row.mailbox.length, 32)
  t.notSame(row.mailbox, row.address_index)
})

t.test('a network may sign up as often as is set within the window, and another is not held back by it', async t => {
  const service = await testService(t, {
    TRUST_PROXY: 'loopback',
    SIGN_UP_NETWORK_LIMIT: '5',
    SIGN_UP_NETWORK_WINDOW: 'PT2M'
  })
  const from = async (ip: string, email: string) => await signUp(service, email, {}, { 'x-forwarded-for': ip })
  await Promise.all(
    Array.from({ length: 5 }, async (_, index) => await from(`192.0.2.${index + 1}`, `a${index}@beispiel.example`))
  )
  const refused = await from('192.0.2.99', 'zuviel@beispiel.example')
  t.equal(refused.statusCode, 429)
  t.match(refused.body, 'in 2 Minuten noch einmal')
  t.match(refused.body, 'Diese Anmeldung haben wir nicht gespeichert')
  t.ok(Number(refused.headers['retry-after']) > 60)
  t.equal(await count(service, 'subscriber'), 5)
  t.equal((await from('198.51.100.1', 'anders@beispiel.example')).statusCode, 200)
})

t.test('nonsense uses nobody\'s limit up: no address, a filled honeypot, another form', async t => {
  const service = await testService(t, { SIGN_UP_NETWORK_LIMIT: '1' })
  for (let time = 0; time < 40; time++) {
    t.equal((await signUp(service, 'keine')).statusCode, 422)
    t.equal((await postForm(service.app, '/abonnieren', { adresse: 'anna@beispiel.example' })).statusCode, 422)
  }
  for (let time = 0; time < 3; time++) {
    t.equal((await signUp(service, 'robot@beispiel.example', { website: 'x' })).statusCode, 200)
  }
  t.equal((await signUp(service, 'anna@beispiel.example')).statusCode, 200)
  t.equal((await signUp(service, 'berta@beispiel.example')).statusCode, 429)
})

t.test('who is not a trusted proxy cannot choose the network it is counted for', async t => {
  const service = await testService(t, { SIGN_UP_NETWORK_LIMIT: '2' })
  for (let index = 0; index < 2; index++) {
    await signUp(service, `a${index}@beispiel.example`, {}, { 'x-forwarded-for': `192.0.${index}.1` })
  }
  t.equal((await signUp(service, 'anna@beispiel.example', {}, { 'x-forwarded-for': '198.51.100.1' })).statusCode, 429)
})

import t from 'tap'
import { idle } from '../support/queue.js'
import { postForm, receive, testService, type TestService } from '../support/service.js'
import { verifyDkim } from '../support/dkim.js'

const count = async ({ pool }: TestService, table: string): Promise<number> =>
  (await pool.query<{ count: number }>(`select count(*)::int as count from ${table}`)).rows[0]?.count as number

const signUp = async ({ app }: TestService, email: string, fields = {}, headers = {}) =>
  await postForm(app, '/abonnieren', { email, website: '', ...fields }, headers)

t.test('a sign-up is stored sealed and pending, with its wording, and its mail is enqueued with it', async t => {
  const service = await testService(t)
  const answer = await signUp(service, 'Anna@Beispiel.example')
  t.equal(answer.statusCode, 200)
  t.match(answer.body, 'Fast geschafft')
  const { rows: [row] } = await service.pool.query(
    'select s.*, c.wording from subscriber s join consent_text c on c.id = s.consent_text_id'
  )
  t.equal(row.state, 'pending')
  t.same(row.requested_at, service.clock.now())
  t.equal(row.confirmed_at, null)
  t.match((await service.app.inject('/abonnieren')).body, row.wording, 'the wording is the one that the form shows')
  const { rows: jobs } = await service.pool.query('select task_identifier, key from graphile_worker.jobs')
  t.same(jobs, [{ task_identifier: 'subscription_mail', key: `subscription_mail:${row.id}` }])
})

t.test('if the mail cannot be enqueued, the sign-up is not stored either', async t => {
  const service = await testService(t)
  await service.pool.query('alter schema graphile_worker rename to elsewhere')
  t.equal((await signUp(service, 'anna@beispiel.example')).statusCode, 500)
  t.equal(await count(service, 'subscriber'), 0)
})

t.test('the confirmation mail holds what the reader must know, and nothing else', async t => {
  const service = await testService(t)
  await service.work()
  await signUp(service, 'anna@beispiel.example')
  const [mail] = await receive(service.catcher, 1)
  const header = (name: string): string | undefined => mail?.headers.find(({ key }) => key === name)?.value
  t.equal(mail?.caught.to, 'anna@beispiel.example')
  t.equal(header('auto-submitted'), 'auto-generated')
  t.equal(header('list-unsubscribe'), undefined)
  t.equal((await verifyDkim(mail?.caught.raw as Buffer)).result, 'pass')
  t.match(mail?.subject, 'Bitte bestätigen Sie')
  for (const part of [mail?.text, mail?.html]) {
    t.match(part, /https:\/\/integrationsbrief\.hessen\.example\/bestaetigen\/[\w-]{51}/)
    t.match(part, /impressum/i)
    t.match(part, '65193 Wiesbaden')
    t.match(part, '/datenschutz')
    t.match(part, /48\sStunden/)
  }
  t.notMatch(mail?.html, /<img|background=|@import|url\(/i, 'no pictures and nothing to load')
  t.notMatch(mail?.html, /https?:\/\/(?!integrationsbrief\.hessen\.example|www\.w3\.org)/, 'no third party')
})

t.test('a new, a pending, an active and a limited address get the same answer', async t => {
  const service = await testService(t)
  const first = await signUp(service, 'neu@beispiel.example')
  const pending = await signUp(service, 'neu@beispiel.example')
  await service.pool.query('update subscriber set state = \'active\', confirmed_at = now()')
  const active = await signUp(service, 'neu@beispiel.example')
  for (const answer of [pending, active]) {
    t.equal(answer.statusCode, first.statusCode)
    t.equal(answer.body, first.body)
    t.same({ ...answer.headers, date: '' }, { ...first.headers, date: '' })
  }
})

t.test('no answer comes sooner than a known path could take, so that its time tells nothing', async t => {
  const service = await testService(t)
  for (const email of ['neu@beispiel.example', 'neu@beispiel.example']) {
    const start = performance.now()
    await signUp(service, email)
    t.ok(performance.now() - start >= 99)
  }
})

t.test('twenty sign-ups of one address at the same time are one reader and one mail', async t => {
  const service = await testService(t)
  const answers = await Promise.all(
    Array.from({ length: 20 }, async () => await signUp(service, 'anna@beispiel.example'))
  )
  t.ok(answers.every(({ statusCode }) => statusCode === 200))
  t.equal(await count(service, 'subscriber'), 1)
  t.equal(await count(service, 'graphile_worker.jobs'), 1)
})

t.test('an active reader who signs up again stays active and is told so, with a way out', async t => {
  const service = await testService(t)
  await service.work()
  await signUp(service, 'anna@beispiel.example')
  await receive(service.catcher, 1)
  // A mail whose job is not completed still counts as waiting.
  await idle(service)
  await service.pool.query('update subscriber set state = \'active\', confirmed_at = $1', [service.clock.now()])
  service.clock.travel({ days: 3 })
  await signUp(service, 'anna@beispiel.example')
  const [, mail] = await receive(service.catcher, 2)
  t.match(mail?.subject, 'bereits')
  t.match(mail?.text, /\/abmelden\/[\w-]{51}/)
  t.notMatch(mail?.text, '/bestaetigen/')
  const { rows: [row] } = await service.pool.query(
    'select state, requested_at < confirmed_at + interval \'1 second\' as kept from subscriber'
  )
  t.same(row, { state: 'active', kept: true })
})

t.test('a filled honeypot looks like success and does nothing', async t => {
  const service = await testService(t)
  const robot = await signUp(service, 'anna@beispiel.example', { website: 'https://spam.example' })
  t.equal(await count(service, 'subscriber'), 0)
  t.equal(await count(service, 'graphile_worker.jobs'), 0)
  t.equal(robot.body, (await signUp(service, 'anna@beispiel.example')).body)
})

t.test('a body that is no such form is refused with words, and stores nothing', async t => {
  const service = await testService(t)
  const post = async (type: string, payload: string) =>
    await service.app.inject({ method: 'POST', url: '/abonnieren', headers: { 'content-type': type }, payload })
  const form = 'application/x-www-form-urlencoded'
  t.equal((await post(form, `email=anna@beispiel.example&x=${'x'.repeat(1_000_000)}`)).statusCode, 413)
  t.equal((await post('text/xml', '<email>anna@beispiel.example</email>')).statusCode, 415)
  t.equal((await post('application/json', '{"email":')).statusCode, 415)
  t.equal((await post(form, 'email=anna@beispiel.example&email=berta@beispiel.example')).statusCode, 422)
  t.equal((await post(form, 'email[a]=anna@beispiel.example')).statusCode, 422)
  t.equal((await post(form, '')).statusCode, 422)
  t.equal(await count(service, 'subscriber'), 0)
})

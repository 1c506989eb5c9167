import t from 'tap'
import { announcedWait, laneOf, recoverWaits } from '../../src/subscription/confirmation-pace.js'
import { eraseUnconfirmed } from '../../src/subscription/erase-unconfirmed.js'
import { linkPath, postForm, receive, testService, type TestService } from '../support/service.js'

const signUp = async ({ app }: TestService, email: string, ip = '192.0.2.1', fields = {}) =>
  await postForm(app, '/abonnieren', { email, website: '', ...fields }, { 'x-forwarded-for': ip })

/** As if so many seconds of mails were waiting. */
const fill = async ({ pool }: TestService, seconds: number, lane = 'first'): Promise<unknown> =>
  await pool.query(
    'update confirmation_pace set next_free_at = now() + make_interval(secs => $1) where lane = $2',
    [seconds, lane]
  )

const waits = async ({ pool }: TestService): Promise<number[]> =>
  (
    await pool.query<{ wait: number }>(
      'select extract(epoch from run_at - now())::float8 as wait from graphile_worker.jobs order by run_at'
    )
  ).rows.map(({ wait }) => wait)

const freeIn = async ({ pool }: TestService, lane = 'first'): Promise<number> =>
  (
    await pool.query<{ wait: number }>(
      'select extract(epoch from next_free_at - now())::float8 as wait from confirmation_pace where lane = $1',
      [lane]
    )
  ).rows[0]?.wait as number

t.test('when more people sign up than mails may leave, nobody is refused: the mails leave in turn', async t => {
  const service = await testService(t, { TRUST_PROXY: 'loopback', SIGN_UP_MAIL_RATE: '12' })
  for (let index = 0; index < 5; index++) {
    t.equal((await signUp(service, `a${index}@beispiel.example`, `198.51.${index}.1`)).statusCode, 200)
  }
  const [first = 0, ...others] = await waits(service)
  others.forEach((wait, index) => t.ok(Math.abs(wait - first - (index + 1) * 10) < 5, `${wait}`))
})

t.test('a flood from one network hardly holds others up', async t => {
  const service = await testService(t, { TRUST_PROXY: 'loopback', SIGN_UP_MAIL_RATE: '12' })
  for (let index = 0; index < 20; index++) await signUp(service, `flut${index}@beispiel.example`)
  t.ok(await freeIn(service, 'further') > 150)
  t.ok(await freeIn(service) <= 30, 'three of its mails stand before those of others')
})

t.test('if the mail waits for more than a minute the page says how long, whatever is known of the address', async t => {
  const service = await testService(t)
  const fresh = await signUp(service, 'anna@beispiel.example')
  t.notMatch(fresh.body, 'Gerade melden sich')
  for (const lane of ['first', 'further']) await fill(service, 270, lane)
  const before = await freeIn(service)
  const pending = await signUp(service, 'anna@beispiel.example')
  t.match(pending.body, /Gerade melden sich viele Menschen an\. Ihre E-Mail kommt in etwa 5\sMinuten\./)
  t.ok(await freeIn(service) <= before, 'a sign-up without a mail takes no turn')
  await service.pool.query('update subscriber set state = \'active\', confirmed_at = now()')
  const active = await signUp(service, 'anna@beispiel.example')
  await service.pool.query('delete from subscriber')
  const gone = await signUp(service, 'anna@beispiel.example')
  const robot = await signUp(service, 'anna@beispiel.example', '192.0.2.1', { website: 'x' })
  await service.pool.query('delete from mail_request')
  const unknown = await signUp(service, 'anna@beispiel.example')
  t.equal((await waits(service)).length, 2, 'one with a mail does')
  for (const answer of [active, gone, robot, unknown]) t.equal(answer.body, pending.body)
})

t.test('the wait is told in whole minutes, later hours, and blurred', async t => {
  t.same([0, 60, 61, 110, 600, 7_500].map(seconds => announcedWait(seconds, 0)), [null, null, 120, 120, 600, 10_800])
  t.equal(announcedWait(590, 20_000), 660)
  t.ok(new Set(Array.from({ length: 100 }, () => announcedWait(590))).size > 1)
  t.same([1, 3, 4, 30].map(laneOf), ['first', 'first', 'further', 'further'])
})

t.test('a confirm link counts from when its mail may leave, and so does the erasure', async t => {
  const service = await testService(t, { CONFIRM_TTL: 'PT1H' })
  await fill(service, 3 * 3600)
  await signUp(service, 'anna@beispiel.example')
  const erase = async (): Promise<number> =>
    await eraseUnconfirmed({ ...service, confirmTtlSeconds: service.config.subscription.confirmTtlSeconds })
  service.clock.travel({ hours: 3 })
  t.equal(await erase(), 0)
  await service.pool.query(
    'select graphile_worker.reschedule_jobs(array_agg(id), run_at := now()) from graphile_worker.jobs'
  )
  await service.work()
  const link = linkPath((await receive(service.catcher, 1))[0], 'bestaetigen')
  service.clock.travel({ minutes: 55 })
  t.equal((await service.app.inject(link)).statusCode, 200)
  service.clock.travel({ minutes: 6 })
  t.equal((await service.app.inject(link)).statusCode, 410)
  t.equal(await erase(), 1)
})

t.test('who signs up again while the mail still waits gets that one mail, and takes no second turn', async t => {
  const service = await testService(t)
  await fill(service, 3600)
  await signUp(service, 'anna@beispiel.example')
  const [before = 0] = await waits(service)
  service.clock.travel({ minutes: 20 })
  const free = await freeIn(service)
  await signUp(service, 'anna@beispiel.example')
  const after = await waits(service)
  t.equal(after.length, 1)
  t.ok((after[0] ?? Infinity) <= before)
  t.ok(await freeIn(service) <= free)
})

t.test('a database clock that was ahead holds no mail up for longer than those before it need', async t => {
  const service = await testService(t, { SIGN_UP_MAIL_RATE: '120' })
  const recover = async (): Promise<void> => await recoverWaits({ ...service, mailsPerMinute: 120 })
  for (const lane of ['first', 'further']) await fill(service, 7_200, lane)
  for (let index = 0; index < 5; index++) await signUp(service, `a${index}@beispiel.example`)
  await recover()
  t.ok((await waits(service)).every(wait => wait < 10))
  t.ok(await freeIn(service) < 10)
  t.ok(await freeIn(service, 'further') < 10)
  t.equal(service.lines().filter(line => line.includes('confirmations_recovered')).length, 1)
  const healthy = await waits(service)
  await recover()
  t.ok(
    (await waits(service)).every((wait, index) => wait <= (healthy[index] ?? 0)),
    'what is possible is left as it is'
  )
  t.equal(service.lines().filter(line => line.includes('confirmations_recovered')).length, 1)
})

import t from 'tap'
import { countFlagged, hurryJobs, waitingJobs } from '../support/queue.js'
import { testRelay } from '../support/relay.js'
import { linkPath, postForm, receive, testService, until, type TestService } from '../support/service.js'

const signUp = async ({ app }: TestService, email: string): Promise<void> => {
  await postForm(app, '/abonnieren', { email })
}

/** Many sign-ups from as many networks, each with a mail in the queue. */
async function signUpMany ({ pool, app }: TestService, count: number): Promise<void> {
  await Promise.all(Array.from({ length: count }, async (_, index) =>
    await postForm(app, '/abonnieren', { email: `leser${index}@beispiel.example` }, {
      'x-forwarded-for': `10.0.${index}.1`
    })))
  await until(async () => (await pool.query('select from graphile_worker.jobs')).rowCount === count)
}

const logged = ({ lines }: TestService, ...texts: string[]): number =>
  lines().filter(line => texts.every(text => line.includes(text))).length

/**
 * How long the mail that waits has still to wait, in seconds, and how often its mailbox deferred
 * it.
 */
async function waiting (service: TestService): Promise<{ wait: number, attempt: unknown } | null> {
  const job = (await waitingJobs(service)).find(({ dueInSeconds }) => dueInSeconds > 0)
  return job === undefined ? null : { wait: Math.round(job.waitSeconds), attempt: job.payload['attempt'] }
}

const idle = async ({ pool }: TestService): Promise<boolean> => (
  await pool.query('select from graphile_worker.jobs')
).rowCount === 0

t.test('a mailbox that defers its mail is asked again on a schedule, rings no alarm, and gets it', async t => {
  const service = await testService(t, { MAIL_RETRY_AFTER: 'PT1M,PT5M' })
  let refuses = true
  const relay = await testRelay(t, {
    recipient: () => refuses ? [451, '4.7.1 greylisted, anna@beispiel.example'] : null
  })
  await service.work(relay.target)
  await signUp(service, 'anna@beispiel.example')
  for (const [attempt, wait] of [[1, 10], [2, 60], [3, 300], [4, 300]] as const) {
    await until(async () => (await waiting(service))?.attempt === attempt)
    t.same(await waiting(service), { attempt, wait })
    if (attempt === 4) refuses = false
    await hurryJobs(service)
  }
  await until(() => relay.taken.length === 1)
  t.equal(logged(service, '"level":"error"') + logged(service, '"level":"warn"'), 0)
})

t.test('a deferred mail is given up when its link would be over', async t => {
  const service = await testService(t, { CONFIRM_TTL: 'PT1H', MAIL_RETRY_AFTER: 'PT2H' })
  const relay = await testRelay(t, { message: () => [451, '4.2.2 full'] })
  await service.work(relay.target)
  await signUp(service, 'anna@beispiel.example')
  await until(async () => await waiting(service) !== null)
  await hurryJobs(service)
  await until(async () => await idle(service))
  t.equal(logged(service, 'deferred to the end'), 1)
})

t.test('a mailbox that refuses for good, for policy or after DATA, is asked once and is no alarm', async t => {
  const service = await testService(t)
  let asked = 0
  const relay = await testRelay(t, {
    recipient: address => {
      asked++; return address.startsWith('anna')
        ? [
            554,
            '5.7.1 access denied'
          ]
        : address.startsWith('clara') ? [550, '5.1.1 no'] : null
    },
    message: address => address.startsWith('berta') ? [554, '5.6.0 no'] : null
  })
  await service.work(relay.target)
  for (const name of ['anna', 'berta', 'clara']) await signUp(service, `${name}@beispiel.example`)
  await until(async () => logged(service, 'a mailbox refused') === 3 && await idle(service))
  t.equal(asked, 3)
  for (const status of ['5.7.1', '5.6.0', '5.1.1']) {
    t.equal(logged(service, '"level":"info"', 'a mailbox refused', status), 1)
  }
  t.equal(logged(service, '"level":"error"') + logged(service, '"level":"warn"'), 0)
})

t.test('a relay that refuses our sender or login is one error for all mails, which leave once mended', async t => {
  let mended = false
  const sender = await testRelay(t, { sender: () => mended ? null : [550, '5.7.1 not you'] })
  const login = await testRelay(t, {}, {
    disabledCommands: ['STARTTLS'],
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username = '' }, _, done) => mended ? done(null, { user: username }) : done(new Error('no'))
  })
  for (const [relay, reason] of [
    [{ ...sender.target }, 'sender-refused'],
    [{ ...login.target, auth: { user: 'a', pass: 'b' } }, 'login-refused']
  ] as const) {
    mended = false
    const service = await testService(t)
    const mailer = await service.work(relay)
    for (let index = 0; index < 8; index++) await signUp(service, `leser${index}@beispiel.example`)
    const held = async (): Promise<number | null> => (
      await service.pool.query(
        'select from graphile_worker.jobs where locked_at is null and run_at > now() + interval \'5 s\''
      )
    ).rowCount
    await until(async () => await held() === 8)
    t.equal(logged(service, '"level":"error"'), 1)
    t.equal(logged(service, '"level":"error"', '"event":"relay_refuses_us"', reason), 1)
    mended = true
    // Its time to wait is a minute; another mailer asks at once.
    await mailer.stop()
    await hurryJobs(service)
    await service.work(relay)
    await until(async () => await idle(service))
    t.equal((await service.pool.query('select from subscriber where mail_sent_at is not null')).rowCount, 8)
  }
})

t.test('while the relay is away only mails wait, without each asking it, and all arrive once it is back', async t => {
  const service = await testService(t, { TRUST_PROXY: 'loopback' })
  let sessions = 0
  const gone = await testRelay(t, {}, {
    onConnect (_, done) { sessions++; done(Object.assign(new Error('4.3.2 not now'), { responseCode: 421 })) }
  })
  await signUpMany(service, 60)
  await service.work(gone.target)
  const flagged = async (): Promise<number> => await countFlagged(service, 'waits_for_relay')
  await until(async () => await flagged() === 60)
  t.ok(sessions < 10, `${sessions} sessions for 60 mails`)
  await hurryJobs(service)
  await service.pool.query('select graphile_worker.add_job(\'erase_unconfirmed\')')
  await until(
    async () => (
      await service.pool.query('select from graphile_worker.jobs where task_identifier = \'erase_unconfirmed\'')
    ).rowCount === 0
  )
  t.equal(await flagged(), 60, 'they still wait')
  await gone.stop()
  const back = await testRelay(t, {}, { port: gone.target.port })
  const from = performance.now()
  await until(() => back.taken.length === 60)
  t.ok(performance.now() - from < 60_000, `after ${Math.round(performance.now() - from)} ms all had arrived`)
  t.equal(new Set(back.taken.map(({ to }) => to)).size, 60)
  t.ok(logged(service, '"event":"relay_unreachable"') <= 2, 'once for turning us away, and perhaps once for being gone')
  await until(() => logged(service, '"event":"relay_reached"') === 1)
  t.equal(logged(service, '"level":"error"'), 0)
})

t.test('each mail bears the second in which it was made, and the subject and text of its kind', async t => {
  const service = await testService(t)
  await service.work()
  await signUp(service, 'anna@beispiel.example')
  await receive(service.catcher, 1)
  service.clock.travel({ minutes: 5 })
  await signUp(service, 'bernd@beispiel.example')
  const [first, second] = await receive(service.catcher, 2)
  const made = (mail: typeof first): number => Date.parse(mail?.date ?? '')
  t.ok(made(second) - made(first) >= 299_000, `${first?.date}, ${second?.date}`)
  await postForm(service.app, linkPath(first, 'bestaetigen'))
  service.clock.travel({ minutes: 20 })
  await signUp(service, 'anna@beispiel.example')
  const third = (await receive(service.catcher, 3))[2]
  t.not(third?.subject, first?.subject)
  t.not(third?.text, first?.text)
})

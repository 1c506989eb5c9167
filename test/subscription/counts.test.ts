import t, { type Test } from 'tap'
import { createKeyring, formatMasterKeys, newMasterKey } from '../../src/platform/crypto/keyring.js'
import { mailboxFingerprint } from '../../src/platform/crypto/seal.js'
import { confirm } from '../../src/subscription/confirm.js'
import { eraseDayCounts, eraseDepartures, noteDayEnds, readDays } from '../../src/subscription/counts.js'
import { eraseUnconfirmed } from '../../src/subscription/erase-unconfirmed.js'
import { eraseEverywhere } from '../../src/subscription/help-desk.js'
import { confirmToken, unsubscribeToken } from '../../src/subscription/links.js'
import { reseal } from '../../src/subscription/reseal.js'
import { hold, subscribe } from '../../src/subscription/subscribe.js'
import { unsubscribe } from '../../src/subscription/unsubscribe.js'
import { forgetJobs } from '../support/queue.js'
import { addReaders, someAddresses } from '../support/readers.js'
import { postForm, testService, until } from '../support/service.js'

const TODAY = '2026-03-02'
const witness = async (): Promise<void> => {}
const at = (instant: string) => ({ now: () => new Date(instant) })

async function counting (t: Test, settings: Record<string, string> = {}) {
  const service = await testService(t, settings)
  const { pool, app, keys, clock } = service
  return {
    ...service,
    signUp: async (email: string) => await postForm(app, '/abonnieren', { email }),
    id: async (): Promise<string> =>
      (await pool.query('select id from subscriber order by requested_at desc, id limit 1')).rows[0].id,
    press: async (id: string) => await postForm(
      app, `/bestaetigen/${confirmToken(keys, { id, expiresAt: new Date(clock.now().getTime() + 60_000) })}`
    ),
    leave: async (id: string, issue: number) =>
      await postForm(app, `/abmelden/${unsubscribeToken(keys, { id, issue })}`),
    day: async (day = TODAY) => (await readDays({ pool }, { from: day, to: day }))[0],
    byIssue: async () => (await pool.query(
      `select issue_number as issue, to_char(day, 'YYYY-MM-DD') as day, sum(departures)::int as departures
       from issue_departure group by 1, 2 order by 1, 2`
    )).rows
  }
}

t.test('each way in and out is counted once, however often somebody presses the button', async t => {
  const service = await counting(t)
  await service.signUp('anna@beispiel.example')
  await service.signUp('anna@beispiel.example')
  service.clock.travel({ minutes: 20 })
  await service.signUp('anna@beispiel.example')
  t.match(await service.day(), { signedUp: 1, confirmed: 0, departed: 0, unconfirmedErased: 0 })
  // As if its mail had left: only then another one is wanted.
  await forgetJobs(service)
  service.clock.travel({ minutes: 20 })
  await service.signUp('anna@beispiel.example')
  t.equal((await service.pool.query('select from graphile_worker.jobs')).rowCount, 1)
  t.match(await service.day(), { signedUp: 1 })
  const id = await service.id()
  await Promise.all([1, 2, 3].map(async () => await service.press(id)))
  await service.signUp('anna@beispiel.example')
  t.match(await service.day(), { signedUp: 1, confirmed: 1, departed: 0, unconfirmedErased: 0 })
  await Promise.all([1, 2, 3].map(async () => await service.leave(id, 7)))
  t.match(await service.day(), { signedUp: 1, confirmed: 1, departed: 1, unconfirmedErased: 0 })
  t.same(await service.byIssue(), [{ issue: 7, day: TODAY, departures: 1 }])
})

t.test('a departure is one of an active subscriber; a link without an issue counts for none', async t => {
  const service = await counting(t)
  await service.signUp('anna@beispiel.example')
  await service.leave(await service.id(), 7)
  t.match(await service.day(), { signedUp: 1, departed: 0, unconfirmedErased: 1 })
  const [id = ''] = await addReaders(service, ['berta@beispiel.example'])
  await service.leave(id, 0)
  t.match(await service.day(), { departed: 1, unconfirmedErased: 1 })
  t.same(await service.byIssue(), [])
})

t.test('the help desk and the end of a link count, each by what the subscriber was', async t => {
  const service = await counting(t)
  const { confirmTtlSeconds } = service.config.subscription
  await addReaders(service, ['anna@beispiel.example'])
  for (const name of ['berta', 'clara', 'dora']) await service.signUp(`${name}@beispiel.example`)
  t.equal(await eraseEverywhere({ ...service, witness }, 'anna@beispiel.example'), true)
  t.equal(await eraseEverywhere({ ...service, witness }, 'anna@beispiel.example'), false)
  t.equal(await eraseEverywhere({ ...service, witness }, 'berta@beispiel.example'), true)
  t.match(await service.day(), { signedUp: 3, departed: 1, unconfirmedErased: 1 })
  service.clock.travel({ days: 3 })
  t.equal(await eraseUnconfirmed({ ...service, confirmTtlSeconds }), 2)
  t.equal(await eraseUnconfirmed({ ...service, confirmTtlSeconds }), 0)
  t.match(await service.day('2026-03-05'), { signedUp: 0, departed: 0, unconfirmedErased: 2 })
})

t.test('two rows of one address that become one are not a departure', async t => {
  const one = newMasterKey()
  const two = newMasterKey([one])
  const service = await counting(t, { KEYS: formatMasterKeys([two, one]) })
  for (const key of [one, two]) {
    await addReaders({ ...service, keys: createKeyring([key]) }, ['anna@beispiel.example'])
  }
  await reseal({ ...service, keys: createKeyring([two, one]) })
  t.equal((await service.pool.query('select from subscriber')).rowCount, 1)
  t.match(await service.day(), { signedUp: 0, departed: 0, unconfirmedErased: 0 })
})

t.test('a day is one in Hesse: its midnight in winter and in summer, and days of 23 and 25 hours', async t => {
  const { pool, log, writeJournal, ...service } = await counting(t)
  const ids = await addReaders({ ...service, pool }, someAddresses(6))
  const instants = [
    '2026-03-02T22:59:59Z', '2026-03-02T23:00:00Z', // midnight in winter
    '2026-03-28T23:00:00Z', '2026-03-29T21:59:59Z', // the 29th has 23 hours
    '2026-10-24T22:00:00Z', '2026-10-25T22:59:59Z' // the 25th has 25
  ]
  for (const [index, instant] of instants.entries()) {
    await unsubscribe({ pool, log, writeJournal, clock: at(instant) }, { id: ids[index] as string, issue: 1 })
  }
  const days = await readDays({ pool }, { from: '2026-03-01', to: '2026-10-26' })
  t.same(days.filter(({ departed }) => departed > 0).map(({ day, departed }) => [day, departed]), [
    ['2026-03-02', 1], ['2026-03-03', 1], ['2026-03-29', 2], ['2026-10-25', 2]
  ])
  t.equal(days.length, 240, 'every day is there')
})

t.test('hundreds who sign up and leave at once are all counted, and none waits for another forever', async t => {
  const service = await counting(t)
  const { pool } = service
  await pool.query('insert into consent_text (hash, wording, first_shown_at) values (\'\\x00\', \'test\', now())')
  const leaving = await addReaders(service, someAddresses(200))
  const deps = { ...service, consentTextId: async () => 1, mailsPerMinute: 100_000 }
  const signUps = Array.from({ length: 100 }, (_, index) => `neu${index}@beispiel.example`)
  await Promise.all([
    ...leaving.flatMap((id, index) => [
      unsubscribe(service, { id, issue: 1 + index % 2 }), unsubscribe(service, { id, issue: 1 })
    ]),
    ...signUps.map(async canonical => {
      await subscribe(deps, [{ address: canonical, canonical }])
      await eraseEverywhere({ ...service, witness }, canonical)
    }),
    ...signUps.map(async canonical => await eraseEverywhere({ ...service, witness }, canonical))
  ])
  t.match(await service.day(), { signedUp: 100, departed: 200, unconfirmedErased: 100 })
  const byIssue = await service.byIssue()
  t.equal(byIssue.reduce((sum, { departures }) => sum + Number(departures), 0), 200)
})

t.test('an erasure waits for a sign-up of the same mailbox before it locks a row', async t => {
  const service = await counting(t)
  const { pool, keys } = service
  await addReaders(service, ['anna@beispiel.example'])
  const signUp = await pool.connect()
  await signUp.query('begin')
  await hold(signUp, [mailboxFingerprint(keys, 'anna@beispiel.example')])
  let isErased = false
  const erased = eraseEverywhere({ ...service, witness }, 'anna@beispiel.example').then(done => { isErased = done })
  const waits = "select from pg_stat_activity where datname = current_database() and wait_event = 'advisory'"
  await until(async () => isErased || (await pool.query(waits)).rowCount === 1)
  t.equal(isErased, false)
  t.equal((await signUp.query('select from subscriber for update nowait')).rowCount, 1)
  await signUp.query('commit')
  signUp.release()
  await erased
  t.equal(isErased, true)
})

t.test('what fails is not counted', async t => {
  const service = await counting(t)
  const refuse = async (): Promise<void> => { throw new Error('the audit is not to be written') }
  await addReaders(service, ['anna@beispiel.example'])
  await t.rejects(eraseEverywhere({ ...service, witness: refuse }, 'anna@beispiel.example'))
  t.match(await service.day(), { departed: 0 })
  t.equal((await service.pool.query('select from subscriber')).rowCount, 1)
})

t.test('the number at the end of a day is noted, also late, and is what it was at that midnight', async t => {
  const service = await counting(t)
  const { clock } = service
  await noteDayEnds(service)
  t.equal((await service.pool.query('select from day_end')).rowCount, 0, 'nothing was counted yet')
  await service.signUp('anna@beispiel.example')
  await confirm({ ...service, consentProof: false }, { id: await service.id(), expiresAt: new Date(4e12) })
  await noteDayEnds(service)
  t.match(await service.day(), { active: null }, 'today is not over')
  clock.travel({ days: 1 })
  await service.signUp('berta@beispiel.example')
  await confirm({ ...service, consentProof: false }, { id: await service.id(), expiresAt: new Date(4e12) })
  clock.travel({ days: 2 })
  await service.leave(await service.id(), 1)
  await noteDayEnds(service)
  await noteDayEnds(service)
  const days = await readDays(service, { from: '2026-03-01', to: '2026-03-05' })
  t.same(days.map(({ day, active }) => [day, active]), [
    ['2026-03-01', null], ['2026-03-02', 1], ['2026-03-03', 2], ['2026-03-04', 2], ['2026-03-05', null]
  ])
  clock.travel({ days: 1 })
  await noteDayEnds(service)
  t.match(await service.day('2026-03-05'), { active: 1 })
})

t.test('days are kept for three years, the departures of an issue for one, all at once', async t => {
  const service = await counting(t)
  const { clock } = service
  const [early = '', late = ''] = await addReaders(service, someAddresses(2))
  await service.leave(early, 1)
  clock.travel({ days: 300 })
  await service.leave(late, 1)
  await noteDayEnds(service)
  clock.travel({ days: 65 })
  await eraseDepartures(service)
  t.equal((await service.byIssue()).length, 2)
  clock.travel({ days: 1 })
  await eraseDepartures(service)
  t.same(await service.byIssue(), [])
  clock.travel({ days: 730 })
  await eraseDayCounts(service)
  t.match(await service.day(), { departed: 1, active: 1 })
  clock.travel({ days: 1 })
  await eraseDayCounts(service)
  t.match(await service.day(), { departed: 0, active: null })
  t.equal((await service.pool.query('select from day_count')).rowCount, 1)
})

t.test('what is counted has no column that could say who, or when within a day', async t => {
  const { pool } = await counting(t)
  const { rows } = await pool.query<{ name: string }>(
    `select distinct column_name || ' ' || data_type as name from information_schema.columns
     where table_name in ('day_count', 'day_end', 'issue_departure') order by 1`)
  t.same(rows.map(({ name }) => name), [
    'active integer', 'confirmed integer', 'day date', 'departed integer', 'departures integer',
    'issue_number integer', 'signed_up integer', 'slot smallint', 'unconfirmed_erased integer'
  ])
})

import { randomUUID } from 'node:crypto'
import t, { type Test } from 'tap'
import { fingerprints, sealAddress } from '../../src/platform/crypto/seal.js'
import { askImported } from '../../src/subscription/import/ask-imported.js'
import { eraseUnconfirmed } from '../../src/subscription/erase-unconfirmed.js'
import { findStored } from '../../src/subscription/help-desk.js'
import { hurryJobs, waitingJobs } from '../support/queue.js'
import { linkPath, postForm, receive, testService, type TestService } from '../support/service.js'

/** A service with addresses of an import that nobody has asked yet. */
async function imported (t: Test, addresses: readonly string[]) {
  const service = await testService(t, { TRUST_PROXY: 'loopback' })
  const { pool, keys, clock } = service
  await pool.query('insert into consent_text (hash, wording, first_shown_at) values (\'\\x00\', \'Ja.\', now())')
  for (const address of addresses) {
    const id = randomUUID()
    await pool.query(
      `insert into subscriber
         (id, address_index, address_sealed, state, consent_text_id, requested_at, import_id, ask_after)
       values ($1, $2, $3, 'pending', 1, $4, 7, $4)`,
      [id, fingerprints(keys, address)[0], sealAddress(keys, id, address), clock.now()])
  }
  const ask = async (mailsPerMinute = 600): Promise<number> =>
    await askImported({ ...service, mailsPerMinute, consentTextId: async () => 1 })
  return { ...service, ask }
}

const some = (count: number): string[] => Array.from({ length: count }, (_, index) => `a${index}@beispiel.example`)

const signUp = async ({ app }: TestService, email: string, ip = '192.0.2.1') =>
  await postForm(app, '/abonnieren', { email, website: '' }, { 'x-forwarded-for': ip })

const toAsk = async ({ pool }: TestService): Promise<number> =>
  (await pool.query('select from subscriber where ask_after is not null')).rowCount ?? 0

const freeIn = async ({ pool }: TestService, lane: string): Promise<number> => (await pool.query<{ wait: number }>(
  'select extract(epoch from next_free_at - now())::float8 as wait from confirmation_pace where lane = $1', [lane]
)).rows[0]?.wait ?? 0

t.test('addresses are asked at a pace, in turns that hold nobody up who signs up', async t => {
  const service = await imported(t, some(120))
  const asked = await service.ask()
  t.ok(asked >= 45 && asked <= 50, `${asked}: ten seconds of a lane with 300 mails a minute`)
  t.ok(await freeIn(service, 'further') <= 10.5)
  t.ok(await freeIn(service, 'first') <= 0, 'the lane of nearly everybody is not touched')
  const again = await service.ask()
  t.ok(again <= 10, `${again}: no further turn is taken before it is near`)
  t.equal(await toAsk(service), 120 - asked - again)
  await service.pool.query(
    'update confirmation_pace set next_free_at = now() + interval \'1 minute\' where lane = \'further\'')
  t.equal(await service.ask(), 0, 'others need the lane')
})

t.test('the time for confirming begins when the mail may leave, however late that is', async t => {
  const service = await imported(t, some(1))
  service.clock.travel({ days: 20 })
  t.equal(await eraseUnconfirmed({ ...service, confirmTtlSeconds: 172_800 }), 0, 'who was not asked is not erased')
  t.equal(await service.ask(), 1)
  await hurryJobs(service)
  await service.work()
  const [mail] = await receive(service.catcher, 1)
  service.clock.travel({ hours: 47 })
  t.equal(await eraseUnconfirmed({ ...service, confirmTtlSeconds: 172_800 }), 0)
  t.match((await postForm(service.app, linkPath(mail, 'bestaetigen'))).payload, /bestätigt/i)
})

t.test('who does not confirm is erased', async t => {
  const service = await imported(t, some(1))
  await service.ask()
  service.clock.travel({ hours: 49 })
  t.equal(await eraseUnconfirmed({ ...service, confirmTtlSeconds: 172_800 }), 1)
})

t.test('who signs up in between gets one mail, that of a sign-up, and the import counts no longer', async t => {
  const service = await imported(t, some(1))
  await signUp(service, 'a0@beispiel.example')
  t.equal(await service.ask(), 0)
  t.equal((await service.pool.query('select from subscriber where import_id is null')).rowCount, 1)
  await service.work()
  const [mail] = await receive(service.catcher, 1)
  t.match(mail?.subject, /^Bitte bestätigen Sie Ihre Anmeldung/)
})

t.test('the limit of a mailbox holds for imported addresses, too: they are asked a day later', async t => {
  const service = await imported(t, ['max+a@beispiel.example', 'max+b@beispiel.example'])
  t.equal(await service.ask(), 1, 'one of a mailbox at a time')
  t.equal(await service.ask(), 0)
  t.equal(await toAsk(service), 1)
  const { rows: [{ waits }] } = await service.pool.query(
    'select extract(epoch from ask_after - $1)::int as waits from subscriber where ask_after is not null',
    [service.clock.now()])
  t.equal(waits, 86_400, 'it stands in nobody\'s way meanwhile')
  service.clock.travel({ days: 1, minutes: 1 })
  t.equal(await service.ask(), 1)
})

t.test('two mailers ask nobody twice', async t => {
  const service = await imported(t, some(20))
  await Promise.all([service.ask(), service.ask(), service.ask()])
  t.equal((await waitingJobs(service)).length, 20)
  t.equal(await toAsk(service), 0)
})

t.test('a seal that does not open stops nobody else from being asked', async t => {
  const service = await imported(t, some(3))
  await service.pool.query(
    `update subscriber set address_sealed = set_byte(address_sealed, 20, get_byte(address_sealed, 20) # 1)
     where id = (select id from subscriber limit 1)`)
  t.equal(await service.ask(), 2)
  t.equal(await service.ask(), 0)
})

t.test('the help desk finds who was not asked yet', async t => {
  const service = await imported(t, some(1))
  t.match(await findStored(service, 'a0@beispiel.example'), [{ state: 'pending', mailSentAt: null }])
})

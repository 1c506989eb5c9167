import type { Pool } from 'pg'
import t from 'tap'
import { createKeyring, formatMasterKeys, newMasterKey } from '../../src/platform/crypto/keyring.js'
import { fingerprints, openAddress } from '../../src/platform/crypto/seal.js'
import { readUnsubscribeToken, unsubscribeToken } from '../../src/subscription/links.js'
import { eraseUnconfirmed, forgetMailRequests } from '../../src/subscription/erase-unconfirmed.js'
import { subscriptionJobs } from '../../src/subscription/jobs.js'
import { reseal } from '../../src/subscription/reseal.js'
import { createRelays } from '../../src/platform/smtp/relays.js'
import { createTemplates } from '../../src/platform/templates.js'
import { de } from '../../src/texts/de.js'
import { subscribe } from '../../src/subscription/subscribe.js'
import { addReaders, damageSeals, someAddresses } from '../support/readers.js'
import { postForm, testService } from '../support/service.js'
import { steadyHouse } from '../support/house.js'

t.test('a sign-up is erased when its link has expired, not before, and a reader never', async t => {
  const service = await testService(t)
  const confirmTtlSeconds = service.config.subscription.confirmTtlSeconds
  await postForm(service.app, '/abonnieren', { email: 'bleibt@beispiel.example' })
  await service.pool.query('update subscriber set state = \'active\', confirmed_at = $1', [service.clock.now()])
  await postForm(service.app, '/abonnieren', { email: 'vergisst@beispiel.example' })
  service.clock.travel({ hours: 48 })
  t.equal(await eraseUnconfirmed({ ...service, confirmTtlSeconds }), 0)
  service.clock.travel({ minutes: 1 })
  t.equal(await eraseUnconfirmed({ ...service, confirmTtlSeconds }), 1)
  t.same((await service.pool.query('select state from subscriber')).rows, [{ state: 'active' }])
})

t.test('re-sealing stands on the timetable, in a lane in which it holds up nobody', async t => {
  const service = await testService(t)
  const { config: { sender, newsletter, subscription }, log } = service
  const relays = createRelays({ pool: service.pool, log, targets: [], name: 'brief.example', timeoutMs: 1_000 })
  const house = steadyHouse(newsletter.publisher)
  const deps = { ...service, fill: createTemplates(de), relays, sender, newsletter, house }
  const { jobs } = subscriptionJobs(deps, { ...subscription, retryAfterSeconds: [] })
  t.match(jobs, {
    reseal: { lane: 'background', cron: '* * * * *' },
    recover_waits: { lane: 'mail', cron: '* * * * *' }
  })
})

t.test('after a rotation addresses are sealed anew, are found under the new key, and old links work', async t => {
  const first = newMasterKey()
  const service = await testService(t, { KEYS: formatMasterKeys([first]) })
  const emails = ['anna', 'berta', 'clara'].map(name => `${name}@beispiel.example`)
  for (const email of emails) await postForm(service.app, '/abonnieren', { email })
  const { rows: before } = await service.pool.query('select id from subscriber order by id')
  const link = unsubscribeToken(service.keys, { id: before[0].id, issue: 1 })

  const rotated = createKeyring([newMasterKey([first]), first])
  t.equal(await reseal({ ...service, keys: rotated }), 3)
  t.equal(await reseal({ ...service, keys: rotated }), 0, 'what is done is not done again')

  const { rows: after } = await service.pool.query(
    'select id, address_index, address_sealed from subscriber order by id'
  )
  t.same(after.map(({ id }) => id), before.map(({ id }) => id))
  t.ok(after.every(({ address_sealed: sealed }) => sealed[0] === 2))
  t.same(after.map(({ id, address_sealed: sealed }) => openAddress(rotated, id, sealed)).sort(), emails)
  const indexes = emails.map(email => fingerprints(rotated, email)[0].toString('hex'))
  t.same(after.map(({ address_index: index }) => index.toString('hex')).sort(), indexes.sort())
  t.equal(readUnsubscribeToken(rotated, link)?.id, before[0].id)
})

t.test('before all is sealed anew, an address is still found under its old fingerprint', async t => {
  const first = newMasterKey()
  const service = await testService(t, { KEYS: formatMasterKeys([first]) })
  await postForm(service.app, '/abonnieren', { email: 'anna@beispiel.example' })
  const rotated = createKeyring([newMasterKey([first]), first])
  const parts = { ...service, keys: rotated, consentTextId: async () => 1, mailsPerMinute: 600 }
  await subscribe(parts, [{ address: 'anna@beispiel.example', canonical: 'anna@beispiel.example' }])
  t.equal((await service.pool.query('select from subscriber')).rowCount, 1)
})

t.test('re-sealing can be stopped, and goes on where it ended', async t => {
  const first = newMasterKey()
  const service = await testService(t, { KEYS: formatMasterKeys([first]) })
  await postForm(service.app, '/abonnieren', { email: 'anna@beispiel.example' })
  const rotated = createKeyring([newMasterKey([first]), first])
  t.equal(await reseal({ ...service, keys: rotated, stopping: AbortSignal.abort() }), 0)
  t.equal(await reseal({ ...service, keys: rotated }), 1)
})

t.test('an address that cannot be opened does not keep the others from being sealed anew', async t => {
  const first = newMasterKey()
  const service = await testService(t, { KEYS: formatMasterKeys([first]) })
  for (const name of ['anna', 'berta']) {
    await postForm(service.app, '/abonnieren', { email: `${name}@beispiel.example` })
  }
  await damageSeals(service, 'id = (select min(id::text)::uuid from subscriber)')
  t.equal(await reseal({ ...service, keys: createKeyring([newMasterKey([first]), first]) }), 1)
  t.ok(service.lines().some(line => line.includes('addresses cannot be opened')))
})

t.test('while only some processes have the new primary key, an address is still one reader', async t => {
  const service = await testService(t)
  const first = newMasterKey()
  const second = newMasterKey([first])
  const rings = [createKeyring([first, second]), createKeyring([second, first])]
  await service.pool.query(
    'insert into consent_text (hash, wording, first_shown_at) values (\'\\x00\', \'test\', now())'
  )
  const consentTextId = async (): Promise<number> => 1
  for (let index = 0; index < 10; index++) {
    const canonical = `leser${index}@beispiel.example`
    await Promise.all(
      [...rings, ...rings].map(async keys => (
        await subscribe({ ...service, keys, consentTextId, mailsPerMinute: 600 }, [{ address: canonical, canonical }])
      ))
    )
  }
  t.equal((await service.pool.query('select from subscriber')).rowCount, 10)
  t.equal((await service.pool.query('select from graphile_worker.jobs')).rowCount, 10)
})

t.test('times of sign-ups are forgotten a day after the last, and at once if they lie in the future', async t => {
  const service = await testService(t)
  await postForm(service.app, '/abonnieren', { email: 'anna@beispiel.example' })
  const kept = async (): Promise<number | null> => (await service.pool.query('select from mail_request')).rowCount
  service.clock.travel({ hours: 24 })
  t.equal(await forgetMailRequests(service), 0)
  t.equal(await kept(), 1)
  service.clock.travel({ minutes: 1 })
  t.equal(await forgetMailRequests(service), 1)
  t.equal(await kept(), 0)
  service.clock.travel({ days: 7 })
  await postForm(service.app, '/abonnieren', { email: 'anna@beispiel.example' })
  service.clock.travel({ days: -7 })
  t.equal(await forgetMailRequests(service), 1)
})

t.test('a thousand sign-ups are erased in portions, which can be stopped and go on where they ended', async t => {
  const service = await testService(t)
  await addReaders(service, someAddresses(1_200))
  await service.pool.query('update subscriber set state = \'pending\', confirmed_at = null')
  service.clock.travel({ days: 3 })
  const largest = await largestDeletion(service.pool)
  const parts = { ...service, confirmTtlSeconds: service.config.subscription.confirmTtlSeconds }
  t.equal(await eraseUnconfirmed({ ...parts, stopping: AbortSignal.abort() }), 0)
  t.equal(await eraseUnconfirmed(parts), 1_200)
  t.equal(await largest(), 500)
})

t.test('an erasure finds the failures of a reader without reading those of all others', async t => {
  const { pool } = await testService(t)
  const { rows } = await pool.query(`
    select from pg_constraint c where contype = 'f' and confrelid = 'subscriber'::regclass
    and not exists (select from pg_index where indrelid = c.conrelid and indkey[0] = c.conkey[1])`)
  t.same(rows, [], 'each table that refers to a subscriber has an index that begins with it')
})

/**
 * Notes how many subscribers each statement deletes, and returns a function that gives the most.
 */
async function largestDeletion (pool: Pool): Promise<() => Promise<number>> {
  await pool.query(`
    create table deletion (rows integer);
    create function note_deletion () returns trigger language plpgsql as $$
      begin insert into deletion select count(*) from gone; return null; end $$;
    create trigger note_deletion after delete on subscriber referencing old table as gone
      for each statement execute function note_deletion()`)
  return async () => (
    await pool.query<{ most: number }>('select max(rows) as most from deletion')
  ).rows[0]?.most as number
}

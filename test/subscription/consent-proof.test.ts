import { createHash } from 'node:crypto'
import t from 'tap'
import { createKeyring, newMasterKey } from '../../src/platform/crypto/keyring.js'
import { inTransaction } from '../../src/platform/database/pool.js'
import { readProofs } from '../../src/subscription/consent-proof.js'
import { eraseProofs } from '../../src/subscription/erase-ended.js'
import { eraseAddress } from '../../src/subscription/erase-address.js'
import { eraseUnconfirmed } from '../../src/subscription/erase-unconfirmed.js'
import { readUnsubscribeToken, unsubscribeToken } from '../../src/subscription/links.js'
import { reseal } from '../../src/subscription/reseal.js'
import { suppress } from '../../src/subscription/suppression.js'
import { unsubscribe } from '../../src/subscription/unsubscribe.js'
import { idle } from '../support/queue.js'
import { linkPath, postForm, receive, testService, until, type TestService } from '../support/service.js'

const service = await testService(t, { CONSENT_PROOF: 'on', SIGN_UP_NETWORK_LIMIT: '1000' })
const { pool, keys, clock } = service
await service.work()

const proofs = async (address: string, ring = keys) => await readProofs({ db: pool, keys: ring }, address)
const mailTo = async ({ catcher }: TestService, address: string) =>
  (await receive(catcher, 0)).filter(({ caught }) => caught.to === address).at(-1)

/** Signs up and confirms as people do. Returns the reader's id. */
async function subscribed (address: string, where = service): Promise<string> {
  await postForm(where.app, '/abonnieren', { email: address })
  await until(() => where.catcher.mails().some(({ to }) => to === address))
  await idle(where)
  await postForm(where.app, linkPath(await mailTo(where, address), 'bestaetigen'))
  const { rows: [row] } = await where.pool.query(
    'select id from subscriber order by confirmed_at desc nulls last limit 1'
  )
  clock.travel({ minutes: 1 })
  return row.id
}

t.test('it holds the wording, the times, and the SHA-256 of the mail as it arrived', async t => {
  const asked = clock.now()
  await subscribed('anna@beispiel.example')
  const [proof, ...more] = await proofs('anna@beispiel.example')
  t.same(more, [])
  const mail = await mailTo(service, 'anna@beispiel.example')
  t.match(proof, { askedAt: asked, mailedAt: asked, confirmedAt: asked, leftAt: null })
  t.equal(proof?.mailHash, createHash('sha256').update(mail?.caught.raw as Buffer).digest('hex'))
  t.equal(proof?.wordingHash, createHash('sha256').update(proof?.wording as string).digest('hex'))
  t.match(mail?.text?.replace(/\s+/g, ' '), proof?.wording, 'the mail said the same words')
  const { rows } = await pool.query('select p::text as text from consent_proof p')
  t.notMatch(JSON.stringify(rows), /anna|beispiel/)
})

t.test('it ends three years after its reader left, whichever way', async t => {
  const ways: Record<string, (id: string, address: string) => Promise<unknown>> = {
    link: async id => await unsubscribe(service, readUnsubscribeToken(keys, unsubscribeToken(keys, { id, issue: 0 }))!),
    desk: async (_, address) =>
      await inTransaction(pool, async db => await eraseAddress({ db, keys, clock }, address)),
    suppression: async (_, canonical) =>
      await inTransaction(pool, async db => await suppress({ db, keys, clock }, { canonical, reason: 'complaint' })),
    statement: async id => await pool.query('delete from subscriber where id = $1', [id])
  }
  for (const [way, leave] of Object.entries(ways)) {
    const address = `${way}@beispiel.example`
    const id = await subscribed(address)
    t.equal((await proofs(address))[0]?.leftAt, null)
    await leave(id, address)
    t.ok((await proofs(address))[0]?.leftAt, way)
  }
  await pool.query('update consent_proof set left_at = $1 where left_at is not null', [clock.now()])
  clock.travel({ days: 3 * 365 })
  t.equal(await eraseProofs(service), 0)
  clock.travel({ days: 1 })
  t.equal(await eraseProofs(service), 4)
  t.equal((await proofs('anna@beispiel.example')).length, 1, 'who has not left is proven on')
})

t.test('of somebody who never confirmed, nothing stays', async t => {
  await postForm(service.app, '/abonnieren', { email: 'berta@beispiel.example' })
  await until(async () => (await proofs('berta@beispiel.example')).length === 1)
  await idle(service)
  clock.travel({ days: 3 })
  await eraseUnconfirmed({ ...service, confirmTtlSeconds: 172_800 })
  t.same(await proofs('berta@beispiel.example'), [])
})

t.test('who comes back is proven twice, each time by itself', async t => {
  const address = 'clara@beispiel.example'
  const id = await subscribed(address)
  await pool.query('delete from subscriber where id = $1', [id])
  clock.travel({ days: 2 })
  await postForm(service.app, '/abonnieren', { email: address })
  await until(() => service.catcher.mails().filter(({ to }) => to === address).length === 2)
  await idle(service)
  await postForm(service.app, linkPath(await mailTo(service, address), 'bestaetigen'))
  t.match((await proofs(address)).map(({ leftAt }) => leftAt), [Date, null])
})

t.test('a rotation takes the proof of a reader along', async t => {
  const address = 'dora@beispiel.example'
  const first = newMasterKey()
  const second = newMasterKey([first])
  const { addReaders } = await import('../support/readers.js')
  const [id] = await addReaders({ pool, keys: createKeyring([first]), clock }, [address])
  await pool.query(
    `insert into consent_proof (subscriber_id, address_index, key_version, consent_text_id, asked_at, confirmed_at)
     select id, address_index, 1, consent_text_id, requested_at, confirmed_at from subscriber where id = $1`, [id])
  await reseal({ ...service, keys: createKeyring([second, first]) })
  t.equal((await proofs(address, createKeyring([second]))).length, 1)
})

t.test('without the setting, nothing is kept for it', async t => {
  const plain = await testService(t)
  await plain.work()
  const id = await subscribed('anna@beispiel.example', plain)
  await plain.pool.query('delete from subscriber where id = $1', [id])
  t.equal((await plain.pool.query('select from consent_proof')).rowCount, 0)
})

t.end()

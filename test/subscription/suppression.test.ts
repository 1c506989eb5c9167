import t from 'tap'
import { createKeyring, newMasterKey } from '../../src/platform/crypto/keyring.js'
import { forgetKey, inspectKeys } from '../../src/platform/crypto/known-keys.js'
import { inTransaction } from '../../src/platform/database/pool.js'
import { sealed } from '../../src/sealed-rows.js'
import { confirm } from '../../src/subscription/confirm.js'
import { eraseSuppressions } from '../../src/subscription/erase-ended.js'
import { reseal } from '../../src/subscription/reseal.js'
import { findSuppression, liftSuppression, suppress } from '../../src/subscription/suppression.js'
import { addReaders } from '../support/readers.js'
import { postForm, testService } from '../support/service.js'

const service = await testService(t)
const { app, pool, clock } = service
const old = newMasterKey()
const next = newMasterKey([old])
const before = createKeyring([old])
const after = createKeyring([next, old])

const put = async (canonical: string, keys = service.keys): Promise<void> =>
  await inTransaction(pool, async db => await suppress({ db, keys, clock }, { canonical, reason: 'reader' }))
const found = async (canonical: string, keys = service.keys) =>
  await findSuppression({ db: pool, keys, clock }, canonical)

t.test('a suppressed address is erased, and known for two years by its fingerprint alone', async t => {
  await addReaders(service, ['anna@beispiel.example'])
  await postForm(app, '/abonnieren', { email: 'anna@beispiel.example' })
  await put('anna@beispiel.example')
  t.equal((await pool.query('select from subscriber')).rowCount, 0)
  t.equal((await pool.query('select from mail_request')).rowCount, 0)
  t.match(await found('anna@beispiel.example'), { reason: 'reader', endsAt: new Date('2028-03-02T09:00:00Z') })
  t.equal(await found('berta@beispiel.example'), null)
  const { rows: [row] } = await pool.query('select s::text as text from suppression s')
  t.notMatch(row.text, /anna|beispiel/)
  await put('anna@beispiel.example')
  t.equal((await pool.query('select from suppression')).rowCount, 1, 'once')
})

t.test('somebody who signs up and confirms is written to again, not before', async t => {
  const address = 'clara@beispiel.example'
  await put(address)
  await postForm(app, '/abonnieren', { email: address })
  t.not(await found(address), null, 'a stranger may have typed it')
  const { rows: [row] } = await pool.query('select id from subscriber where state = \'pending\'')
  await confirm({ ...service, consentProof: false }, { id: row.id, expiresAt: new Date(4e12) })
  t.equal(await found(address), null)
  t.equal(await liftSuppression({ db: pool, keys: service.keys }, address), false)
})

t.test('it ends by itself, and its row is erased', async t => {
  await put('dora@beispiel.example')
  const { rowCount } = await pool.query('select from suppression')
  t.equal(await eraseSuppressions(service), 0)
  clock.travel({ days: 731 })
  t.equal(await found('dora@beispiel.example'), null)
  t.equal(await eraseSuppressions(service), rowCount)
  t.equal((await pool.query('select from suppression')).rowCount, 0)
})

t.test('it is found under the key that it was made with, and that key is not given up', async t => {
  const address = 'emma@beispiel.example'
  await pool.query('delete from subscriber')
  await put(address, before)
  t.not(await found(address, after), null)
  t.equal(await forgetKey({ pool, sealed }, old.version), 'finding')
  const states = await inspectKeys({ pool, keys: createKeyring([next]), sealed })
  t.match(states.find(({ version }) => version === old.version), { verdict: 'missing', fingerprints: 1 })
  await put(address, after)
  t.equal((await pool.query('select from suppression')).rowCount, 1, 'the old fingerprint is replaced')
  t.not(await forgetKey({ pool, sealed }, old.version), 'finding')
})

t.test('a rotation takes along the fingerprints of those who are stored', async t => {
  const address = 'fritz@beispiel.example'
  await put(address, before)
  await addReaders({ pool, keys: before, clock }, [address])
  await reseal({ ...service, keys: after })
  t.not(await found(address, createKeyring([next])), null)
  t.not(await forgetKey({ pool, sealed }, old.version), 'finding')
})

t.end()

import t from 'tap'
import { findByAddress, totpSecretOf } from '../../src/editor/account/account.js'
import { addressOf } from '../../src/editor/account/address.js'
import { resealEditors } from '../../src/editor/reseal-editors.js'
import { createKeyring, newMasterKey } from '../../src/platform/crypto/keyring.js'
import { forgetKey, inspectKeys } from '../../src/platform/crypto/known-keys.js'
import { sealed } from '../../src/sealed-rows.js'
import { travelClock } from '../support/clock.js'
import { testDatabase } from '../support/database.js'
import { addEditor } from '../support/desk.js'
import { testLog } from '../support/log.js'

const old = newMasterKey()
const fresh = newMasterKey([old])
const both = createKeyring([fresh, old])
const clock = travelClock()

t.test('after a rotation, accounts are found and open by the new key alone', async t => {
  const { pool } = await testDatabase(t)
  const { log } = testLog(t)
  const { id, secret } = await addEditor({ pool, keys: createKeyring([old]), clock }, { address: 'eva@amt.example' })
  t.equal((await findByAddress({ db: pool, keys: both }, 'eva@amt.example'))?.id, id, 'meanwhile by the old one')
  t.same([...await sealed.count(pool)], [[1, 1]])
  t.equal(await forgetKey({ pool, sealed }, 1), 'sealing', 'its key cannot be given up')
  t.equal(await resealEditors({ pool, keys: both, log, told: new Set() }), 1)
  t.equal(await resealEditors({ pool, keys: both, log, told: new Set() }), 0)
  t.same([...await sealed.count(pool)], [[2, 1]])
  const keys = createKeyring([fresh])
  const account = await findByAddress({ db: pool, keys }, 'eva@amt.example')
  if (account === null) throw new Error('the account is not found')
  t.equal(addressOf(keys, account), 'eva@amt.example')
  t.equal(totpSecretOf(keys, account), secret)
  t.same((await inspectKeys({ pool, keys, sealed })).map(({ version, seals }) => [version, seals]), [[2, true]])
})

t.test('a seal that was damaged is left, and logged once', async t => {
  const { pool } = await testDatabase(t)
  const { log, lines } = testLog(t)
  const { id } = await addEditor({ pool, keys: createKeyring([old]), clock })
  await pool.query('update editor set address_sealed = address_sealed || \'\\x00\' where id = $1', [id])
  const told = new Set<string>()
  for (let run = 0; run < 2; run++) t.equal(await resealEditors({ pool, keys: both, log, told }), 0)
  t.same(lines().map(line => JSON.parse(line)).filter(({ event }) => event === 'editor_seals_damaged')
    .map(({ editors }) => editors), [[id]])
})

import { randomUUID } from 'node:crypto'
import t from 'tap'
import { createKeyring, newMasterKey } from '../../../src/platform/crypto/keyring.js'
import { openAddress, sealAddress } from '../../../src/platform/crypto/seal.js'
import { openField, sealField } from '../../../src/platform/crypto/sealed-field.js'
import { travelClock } from '../../support/clock.js'

const first = newMasterKey()
const keys = createKeyring([first])
const account = randomUUID()

t.test('a field opens for its account, for ten minutes, also while a new key is introduced', async t => {
  const clock = travelClock()
  const deps = { keys, clock }
  const field = sealField(deps, account, 'max@beispiel.example')
  t.equal(openField(deps, account, field), 'max@beispiel.example')
  t.equal(openField({ clock, keys: createKeyring([newMasterKey([first]), first]) }, account, field),
    'max@beispiel.example')
  t.equal(openField(deps, randomUUID(), field), null, 'for nobody else')
  clock.travel({ minutes: 9 })
  t.ok(openField(deps, account, field))
  clock.travel({ minutes: 1 })
  t.equal(openField(deps, account, field), null, 'its time is over')
})

t.test('what was forged, changed or sealed for another purpose is not a field', async t => {
  const deps = { keys, clock: travelClock() }
  const field = sealField(deps, account, 'max@beispiel.example')
  const changed = field.slice(0, 30) + (field[30] === 'A' ? 'B' : 'A') + field.slice(31)
  const address = sealAddress(keys, account, `${4e12} max@beispiel.example`).toString('base64url')
  for (const forged of ['', 'x', changed, field.slice(0, -4), address, 'max@beispiel.example']) {
    t.equal(openField(deps, account, forged), null)
  }
  t.throws(() => openAddress(keys, account, Buffer.from(field, 'base64url')), 'nor is it an address of a row')
  t.notMatch(Buffer.from(field, 'base64url').toString('latin1'), 'max')
})

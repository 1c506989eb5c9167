import t from 'tap'
import { createKeyring, newMasterKey } from '../../../src/platform/crypto/keyring.js'
import { fingerprints, openAddress, sealAddress } from '../../../src/platform/crypto/seal.js'

const first = newMasterKey()
const keys = createKeyring([first])
const id = 'f3b1a4a0-52b7-4c5e-9a51-0d6f4bb9c7aa'
const address = 'leserin@beispiel.example'

t.test('a sealed address opens to what it was', async t => {
  for (const each of [address, 'ä@xn--mller-kva.example', `${'x'.repeat(64)}@${'y'.repeat(60)}.example`]) {
    t.equal(openAddress(keys, id, sealAddress(keys, id, each)), each)
  }
})

t.test('a seal shows nothing of the address, and is never the same twice', async t => {
  const seal = sealAddress(keys, id, address)
  t.notOk(seal.includes('leserin') || seal.includes('beispiel'))
  t.not(seal.equals(sealAddress(keys, id, address)), true)
  t.equal(seal.length, sealAddress(keys, id, 'a@b.example').length, 'short and middling addresses seal to one length')
})

t.test('a seal that was changed, or moved to another reader, does not open', async t => {
  const seal = sealAddress(keys, id, address)
  t.throws(() => openAddress(keys, 'f3b1a4a0-52b7-4c5e-9a51-0d6f4bb9c7ab', seal))
  for (const index of [1, 13, seal.length - 1]) {
    const changed = Buffer.from(seal)
    changed[index] = (changed[index] as number) ^ 1
    t.throws(() => openAddress(keys, id, changed), `changed at ${index}`)
  }
})

t.test('a seal of an unknown key is refused by naming the version alone', async t => {
  const second = newMasterKey([first])
  const seal = sealAddress(createKeyring([second]), id, address)
  t.throws(() => openAddress(keys, id, seal), { message: 'key version 2 is not in KEYS' })
})

t.test('a fingerprint depends on address and key, and the primary key comes first', async t => {
  const second = newMasterKey([first])
  const both = createKeyring([second, first])
  const [primary, other] = fingerprints(both, address)
  t.ok(other?.equals(fingerprints(keys, address)[0]))
  t.ok(primary.equals(fingerprints(createKeyring([second]), address)[0]))
  t.notOk(primary.equals(fingerprints(both, 'andere@beispiel.example')[0]))
})

import t from 'tap'
import { createKeyring, newMasterKey } from '../../../src/platform/crypto/keyring.js'
import { makeToken, readToken, TOKEN_LENGTH } from '../../../src/platform/crypto/token.js'

const [CONFIRM, UNSUBSCRIBE] = [1, 2]
const old = newMasterKey()
const keys = createKeyring([old])
const content = { id: 'f3b1a4a0-52b7-4c5e-9a51-0d6f4bb9c7aa', number: 1_800_000_000 }

t.test('a token says what it was made from, in characters that need no escaping in a URL', async t => {
  const token = makeToken(keys, CONFIRM, content)
  t.match(token, /^[\w-]+$/)
  t.equal(token.length, TOKEN_LENGTH)
  t.same(readToken(keys, CONFIRM, token), content)
})

t.test('a token of one purpose is none of another', async t => {
  t.equal(readToken(keys, UNSUBSCRIBE, makeToken(keys, CONFIRM, content)), null)
  t.equal(readToken(keys, CONFIRM, makeToken(keys, UNSUBSCRIBE, content)), null)
})

t.test('a token with any one character changed is refused', async t => {
  const token = makeToken(keys, UNSUBSCRIBE, content)
  for (let index = 0; index < token.length; index++) {
    for (const other of ['A', 'Q', 'z', '_']) {
      const forged = token.slice(0, index) + other + token.slice(index + 1)
      if (forged !== token) t.equal(readToken(keys, UNSUBSCRIBE, forged), null, `changed at ${index}`)
    }
  }
})

t.test('a token that was cut, lengthened, or never was one is refused', async t => {
  const token = makeToken(keys, UNSUBSCRIBE, content)
  for (const forged of [
    '',
    'x',
    token.slice(0, -1),
    token + 'A',
    token + '=',
    ` ${token}`,
    token.slice(1),
    'A'.repeat(5000),
    '%00',
    'ü'.repeat(51)
  ]) {
    t.equal(readToken(keys, UNSUBSCRIBE, forged), null)
  }
})

t.test('a token made with another key is refused, even under the right version', async t => {
  t.equal(readToken(createKeyring([newMasterKey()]), CONFIRM, makeToken(keys, CONFIRM, content)), null)
})

t.test('after a rotation old links still work, and new ones are made with the new key', async t => {
  const rotated = createKeyring([newMasterKey([old]), old])
  t.same(readToken(rotated, UNSUBSCRIBE, makeToken(keys, UNSUBSCRIBE, content)), content)
  t.equal(readToken(keys, UNSUBSCRIBE, makeToken(rotated, UNSUBSCRIBE, content)), null)
})

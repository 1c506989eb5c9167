import t from 'tap'
import { createReadInTurn } from '../../../src/bounce/act/read-in-turn.js'
import type { Arrived } from '../../../src/bounce/receive/arrived.js'
import { verpSender } from '../../../src/delivery/verp.js'
import { withResolvers } from '../../../src/platform/with-resolvers.js'
import { createKeyring, newMasterKey } from '../../../src/platform/crypto/keyring.js'
import { arrived, letter, notification } from './reports.js'

const keys = createKeyring([newMasterKey()])
const copy = { id: '11111111-1111-4111-8111-111111111111', issue: 7 }
const tagged = verpSender(keys, 'rueck.example', copy)
const stranger = arrived(letter({ to: 'x@rueck.example', from: 'eva@amt.example', subject: 'Frage' }))

/** A reader that rests until the test says so, and for which each mail takes ten milliseconds. */
function reading ({ isLoop = false } = {}) {
  let time = 0
  const rests: number[] = []
  const ends: Array<() => void> = []
  const done: string[] = []
  const read = createReadInTurn({
    keys,
    isLoop: () => isLoop,
    now: () => { time += 10; return time },
    async rest (ms) {
      rests.push(ms)
      const { promise, resolve } = withResolvers()
      ends.push(resolve)
      await promise
    }
  })
  return {
    rests,
    done,
    rested: () => ends.shift()?.(),
    read: async (what: string, mail: Arrived) => { await read(mail); done.push(what) }
  }
}

t.test('strangers wait for their turn, in which three times as much is rested; genuine reports do not', async t => {
  const { read, rests, done, rested } = reading()
  const strangers = [read('first', stranger), read('second', stranger), read('third', stranger)]
  await strangers[0]
  await read('envelope', { ...stranger, to: [tagged.toUpperCase()] })
  await read('header', arrived(notification({ to: tagged }), { door: 'mailbox' }))
  await read('file', { ...stranger, door: 'file' })
  t.same(done, ['first', 'envelope', 'header', 'file'])
  t.same(rests, [30])
  rested()
  await strangers[1]
  t.same(rests, [30, 30])
  rested()
  await strangers[2]
  t.same(done.slice(-2), ['second', 'third'])
})

t.test('a genuine tag that comes in a loop, and a forged one, wait as strangers do', async t => {
  const loop = reading({ isLoop: true })
  await loop.read('loop', { ...stranger, to: [tagged] })
  const named = reading()
  await named.read('name', arrived(`To: "${tagged.split('@')[0] ?? ''}" <x@rueck.example>\r\n\r\nHallo`))
  t.same(named.rests, [30], 'a name that looks like a tag is none')
  const forged = reading()
  await forged.read('forged', { ...stranger, to: [tagged.replace('@', 'a@').replace(/^b-./, 'b-')] })
  t.same([loop.rests.length, forged.rests.length], [1, 1])
})

t.test('a tag that stands elsewhere than in an address buys no turn, and one tag buys one at a time', async t => {
  const aside = reading()
  await aside.read('aside', arrived(`X-Foo: ${tagged}\r\n${stranger.raw.toString()}`))
  t.equal(aside.rests.length, 1)
  const twice = reading()
  await Promise.all(['one', 'two'].map(async what => await twice.read(what, { ...stranger, to: [tagged] })))
  t.equal(twice.rests.length, 1)
})

t.end()

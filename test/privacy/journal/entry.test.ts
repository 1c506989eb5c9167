import fc from 'fast-check'
import t from 'tap'
import { readLine, writeLine, type Entry } from '../../../src/privacy/journal/entry.js'
import { readLines } from '../../../src/privacy/journal/lines.js'

const ids = fc.array(fc.uuid(), { minLength: 1, maxLength: 50 })
const delivery = fc.record({
  issue: fc.integer({ min: 1, max: 99_999 }),
  language: fc.constantFrom('de', 'en'),
  round: fc.integer({ min: 1, max: 9 }),
  mail: fc.stringMatching(/^[0-9a-f]{64}$/)
})
const settled = fc.tuple(delivery, fc.array(fc.tuple(fc.uuid(), fc.constantFrom('s', 'f', 'x')), { minLength: 1 }))
const entry: fc.Arbitrary<Entry> = fc.oneof(
  ids.map(ids => ({ kind: 'erased' as const, ids })),
  delivery.map(delivery => ({ kind: 'begun' as const, delivery })),
  settled.map(([delivery, all]) => ({
    kind: 'settled' as const,
    delivery,
    ids: all.map(([id]) => id),
    outcomes: all.map(([, outcome]) => outcome).join('')
  })),
  fc.tuple(delivery, fc.constantFrom('sent' as const, 'cancelled' as const))
    .map(([delivery, as]) => ({ kind: 'ended' as const, delivery, as }))
)

t.test('an entry is read as it was written', async t => {
  fc.assert(fc.property(entry, entry => { t.same(readLine(writeLine(entry)), entry) }), { numRuns: 200 })
})

t.test('a line in which anything was changed, lost or added is not an entry', async t => {
  const hows = fc.constantFrom('change', 'cut', 'add')
  fc.assert(fc.property(entry, fc.nat(), fc.nat({ max: 255 }), hows, (entry, place, byte, how) => {
    const line = writeLine(entry)
    const at = place % line.length
    const other = String.fromCharCode(byte)
    fc.pre(how !== 'change' || line[at] !== other)
    const damaged = how === 'cut'
      ? line.slice(0, at)
      : line.slice(0, at) + other + line.slice(how === 'change' ? at + 1 : at)
    t.equal(readLine(damaged), null)
  }), { numRuns: 500 })
})

t.test('garbage is never an entry, and never makes reading fail', async t => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.base64String(), fc.json()), garbage => {
    t.equal(readLine(garbage), null)
  }), { numRuns: 500 })
})

t.test('lines are the same however the file is cut into pieces, and one that is not whole is left out', async t => {
  await fc.assert(fc.asyncProperty(
    fc.array(entry, { maxLength: 8 }), fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1 }), fc.nat({ max: 60 }),
    async (entries, sizes, cut) => {
      const lines = entries.map(writeLine)
      const last = writeLine({ kind: 'erased', ids: ['3f2504e0-4f89-11d3-9a0c-0305e82c3301'] }).slice(0, cut)
      const bytes = Buffer.from(lines.map(line => `${line}\n`).join('') + last)
      const read: string[] = []
      for await (const line of readLines(pieces(bytes, sizes))) read.push(line)
      t.same(read, lines)
    }
  ), { numRuns: 100 })
})

t.test('a line without an end is not gathered in memory', async t => {
  async function * endless (): AsyncIterable<Buffer> {
    for (let piece = 0; piece < 50; piece++) yield Buffer.alloc(100_000, 'x')
  }
  let longest = 0
  for await (const line of readLines(endless())) longest = Math.max(longest, line.length)
  t.ok(longest > 1_000_000 && longest < 1_200_000)
})

async function * pieces (bytes: Buffer, sizes: readonly number[]): AsyncIterable<Buffer> {
  for (let from = 0, turn = 0; from < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1
    yield bytes.subarray(from, from + size)
    from += size
  }
}

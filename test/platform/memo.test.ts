import t from 'tap'
import { memo, memoOnce, memoSync } from '../../src/platform/memo.js'

t.test('callers who ask at the same time share one run, and later ones get its result', async t => {
  let runs = 0
  const length = memo(async (word: string) => { runs++; return word.length })
  t.same(await Promise.all([length('drei'), length('drei'), length('vier!')]), [4, 4, 5])
  t.equal(await length('drei'), 4)
  t.equal(runs, 2)
})

t.test('a failure is told to all who wait for it, and forgotten', async t => {
  let runs = 0
  const value = memoOnce(async () => {
    if (++runs === 1) throw new Error('gone')
    return runs
  })
  const [one, two] = await Promise.allSettled([value(), value()])
  t.same([one.status, two.status], ['rejected', 'rejected'])
  t.equal(await value(), 2)
})

t.test('no more results are kept than asked for', async t => {
  const made: number[] = []
  const square = memo(async (n: number) => { made.push(n); return n * n }, { most: 2 })
  for (const n of [1, 2, 3, 3, 2, 1]) await square(n)
  t.same(made, [1, 2, 3, 1])
})

t.test('keys that are told apart by what they hold share a result', async t => {
  let runs = 0
  const sum = memo(async ({ a, b }: { a: number, b: number }) => { runs++; return a + b }, { keyOf: JSON.stringify })
  t.same([await sum({ a: 1, b: 2 }), await sum({ a: 1, b: 2 }), await sum({ a: 2, b: 2 })], [3, 3, 4])
  t.equal(runs, 2)
})

t.test('a function that does not wait is remembered alike, and what it throws is not', t => {
  const made: number[] = []
  const root = memoSync((n: number) => {
    made.push(n)
    if (n < 0) throw new RangeError('negative')
    return n === 0 ? undefined : Math.sqrt(n)
  }, { most: 2 })
  for (const n of [4, 4, 0, 0]) root(n)
  t.equal(root(4), 2)
  t.same(made, [4, 0])
  for (const n of [-1, -1]) t.throws(() => root(n), RangeError)
  t.same(made, [4, 0, -1, -1])
  root(9)
  root(4)
  t.same(made, [4, 0, -1, -1, 9, 4], 'the oldest is gone')
  t.end()
})

t.test('results that take more room push out more of the oldest', t => {
  const made: string[] = []
  const twice = memoSync((word: string) => { made.push(word); return word + word }, {
    most: 10, sizeOf: result => result.length
  })
  for (const word of ['ab', 'cd', 'ef', 'ab', 'ef', 'drei', 'ef', 'drei']) twice(word)
  t.same(made, ['ab', 'cd', 'ef', 'ab', 'drei', 'ef', 'drei'])
  t.end()
})

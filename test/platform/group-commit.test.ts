import t from 'tap'
import { groupCommit } from '../../src/platform/group-commit.js'

const turn = async (): Promise<void> => await new Promise(resolve => setImmediate(resolve))

/** A group commit whose writes end when the test says so. */
function heldWrites () {
  const writes: Array<{ end: () => void, fail: (error: Error) => void }> = []
  const commit = groupCommit(async () => await new Promise<void>((
    resolve,
    reject
  ) => { writes.push({ end: resolve, fail: reject }) }))
  return { writes, commit }
}

t.test('calls during a write share the next one, which begins when the first has ended', async t => {
  const { writes, commit } = heldWrites()
  const first = commit()
  const others = Promise.all([commit(), commit(), commit()])
  t.equal(writes.length, 1)
  writes[0]?.end()
  await first
  await turn()
  t.equal(writes.length, 2)
  writes[1]?.end()
  await others
  t.equal(writes.length, 2)
})

t.test('a write that fails fails for its own group alone, and the next group is written', async t => {
  const { writes, commit } = heldWrites()
  const first = t.rejects(commit(), { message: 'no database' })
  const second = commit()
  writes[0]?.fail(new Error('no database'))
  await first
  await turn()
  writes[1]?.end()
  await second
})

t.test('what a run returns is returned to all who shared it', async t => {
  let runs = 0
  const read = groupCommit(async () => await Promise.resolve(++runs))
  t.same(await Promise.all([read(), read(), read()]), [1, 2, 2])
})

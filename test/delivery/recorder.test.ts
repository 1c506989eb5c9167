import t from 'tap'
import { createRecorder, type BatchState } from '../../src/delivery/recorder.js'

const fresh = (size: number): BatchState => ({
  sent: '0'.repeat(size),
  failed: '0'.repeat(size),
  skipped: '0'.repeat(size)
})

/** A database whose writes end when the test says so. */
function heldWrites () {
  const writes: Array<{
    state: BatchState,
    failures: readonly unknown[],
    end: (ours?: boolean) => void,
    fail: (error: Error) => void
  }> = []
  return {
    writes,
    write: async (state: BatchState, failures: readonly unknown[]) => await new Promise<boolean>((resolve, reject) => {
      writes.push({ state, failures, end: (ours = true) => resolve(ours), fail: reject })
    })
  }
}

const turn = async (): Promise<void> => await new Promise(resolve => setImmediate(resolve))

t.test('a result is acknowledged only when it is in the database', async t => {
  const { writes, write } = heldWrites()
  const recorder = createRecorder({ size: 3, state: fresh(3), write })
  let recorded = false
  const promise = recorder.record([1], 'sent').then(() => { recorded = true })
  await turn()
  t.equal(recorded, false)
  writes[0]?.end()
  await promise
  t.same(writes.map(({ state }) => state), [{ sent: '010', failed: '000', skipped: '000' }])
})

t.test('results that come in during a write leave together with the next, as the whole state', async t => {
  const { writes, write } = heldWrites()
  const recorder = createRecorder({ size: 5, state: fresh(5), write })
  const first = recorder.record([0], 'sent')
  const rest = Promise.all([
    recorder.record([1], 'sent'),
    recorder.record([2], 'failed', { status: '5.1.1', kind: 'hard' }),
    recorder.record([3], 'skipped')
  ])
  t.equal(writes.length, 1)
  writes[0]?.end()
  await first
  await turn()
  t.equal(writes.length, 2)
  t.same(writes[1]?.state, { sent: '11000', failed: '00100', skipped: '00010' })
  t.same(writes[1]?.failures, [{ position: 2, status: '5.1.1', kind: 'hard' }])
  writes[1]?.end()
  await rest
  t.same(recorder.unsettled(), [4])
})

t.test('outcomes that an earlier mailer recorded are kept and not asked for again', async t => {
  const { writes, write } = heldWrites()
  const recorder = createRecorder({ size: 4, state: { sent: '1000', failed: '0100', skipped: '0000' }, write })
  t.same(recorder.unsettled(), [2, 3])
  const done = recorder.record([2], 'sent')
  t.same(writes[0]?.state, { sent: '1010', failed: '0100', skipped: '0000' })
  writes[0]?.end()
  await done
})

t.test('a batch that another mailer has taken over stops everyone who records in it', async t => {
  const { writes, write } = heldWrites()
  const recorder = createRecorder({ size: 2, state: fresh(2), write })
  const both = [recorder.record([0], 'sent'), recorder.record([1], 'sent')]
  writes[0]?.end(false)
  await t.rejects(both[0] as Promise<void>, { message: /another mailer/ })
  await turn()
  writes[1]?.end(false)
  await t.rejects(both[1] as Promise<void>, { message: /another mailer/ })
})

t.test('a write that fails is repeated, so that a result outlives a restart of the database', async t => {
  let tries = 0
  const states: BatchState[] = []
  const recorder = createRecorder({
    size: 1,
    state: fresh(1),
    write: async state => {
      states.push(state)
      if (++tries === 1) throw new Error('connection terminated')
      return true
    }
  })
  await recorder.record([0], 'sent')
  t.same(states, [{ sent: '1', failed: '0', skipped: '0' }, { sent: '1', failed: '0', skipped: '0' }])
})

t.test('the question whether the batch is still ours is answered by a write that began after it', async t => {
  const { writes, write } = heldWrites()
  const recorder = createRecorder({ size: 2, state: fresh(2), write })
  const first = recorder.record([0], 'sent')
  const asked = t.rejects(recorder.verifyOwnership(), /another mailer/)
  writes[0]?.end()
  await first
  await turn()
  t.equal(writes.length, 2)
  writes[1]?.end(false)
  await asked
})

import t from 'tap'
import type { Accepted } from './behaviour.js'
import { judgeRound, type Evidence } from './verdict.js'

const mail = (to: string, at: number, more: Partial<Accepted> = {}): Accepted =>
  ({ to, at, messageId: `<${to}>`, replied: true, ...more })

/** A round in which everything went well, but for what a test changes. */
function evidence (
  { progress, ...more }: Partial<Omit<Evidence, 'progress'>> & { progress?: Partial<Evidence['progress']> } = {}
): Evidence {
  return {
    planned: ['a', 'b', 'c'],
    accepted: [mail('a', 1_000), mail('b', 2_000), mail('c', 3_000)],
    progress: {
      state: 'sent',
      planned: 3,
      sent: 3,
      failed: 0,
      skipped: 0,
      mayHaveRepeated: 0,
      finishedAt: new Date(),
      ...progress
    },
    failed: new Set(),
    left: new Map(),
    faults: [],
    cancelled: false,
    repeatsNothing: false,
    ...more
  }
}

const all = evidence().accepted

t.test('a round without a fault is good', async t => {
  t.same(judgeRound(evidence()), { lost: 0, repeated: 0, unaccounted: 0, mostRepeatsForOneFault: 0, broken: [] })
})

t.test('a mail that the relay never took is lost, whatever the accounting says', async t => {
  const { lost, broken } = judgeRound(evidence({ accepted: all.slice(1) }))
  t.equal(lost, 1)
  t.match(broken[0], /lost/)
  t.equal(judgeRound(evidence({ accepted: all.slice(1), progress: { sent: 2 } })).lost, 1)
})

t.test('one who is skipped must have left, and must not have got the mail', async t => {
  const skipped = { accepted: all.slice(1), progress: { sent: 2, skipped: 1 } }
  t.same(judgeRound(evidence({ ...skipped, left: new Map([['a', { opened: false }]]) })).broken, [])
  t.not(judgeRound(evidence(skipped)).broken.length, 0)
  t.match(judgeRound(evidence({ left: new Map([['a', { opened: false }]]) })).broken, [/before their batch was opened/])
  t.same(judgeRound(evidence({ left: new Map([['a', { opened: true }]]) })).broken, [])
})

t.test('a cancelled issue may leave readers out, but not count them as sent', async t => {
  const cancelled = { cancelled: true, accepted: all.slice(1) }
  t.same(judgeRound(evidence({ ...cancelled, progress: { state: 'cancelled', sent: 2, skipped: 1 } })).broken, [])
  t.equal(judgeRound(evidence({ ...cancelled, progress: { state: 'cancelled' } })).lost, 1)
})

t.test('a repeat needs a fault between its two mails, or a reply that was dropped', async t => {
  const repeat = { accepted: [...all, mail('a', 9_000)], progress: { mayHaveRepeated: 1 } }
  const kill = { kind: 'kill', from: 5_000, to: 5_010, allowed: 1 }
  t.same(judgeRound(evidence({ ...repeat, faults: [kill] })), {
    lost: 0, repeated: 1, unaccounted: 0, mostRepeatsForOneFault: 1, broken: []
  })
  t.match(judgeRound(evidence(repeat)).broken, [/without a reason/])
  const later = { ...kill, from: 9_500, to: 9_510 }
  t.match(judgeRound(evidence({ ...repeat, faults: [later] })).broken, [/without a reason/])
  const unanswered = [mail('a', 1_000, { replied: false }), ...all.slice(1), mail('a', 9_000)]
  t.same(judgeRound(evidence({ ...repeat, accepted: unanswered })).broken, [])
})

t.test('a fault repeats no more mails than connections were open', async t => {
  const accepted = [...all, mail('a', 9_000), mail('b', 9_000)]
  const faults = [{ kind: 'kill', from: 5_000, to: 5_010, allowed: 1 }]
  const judged = judgeRound(evidence({ accepted, faults, progress: { mayHaveRepeated: 2 } }))
  const { mostRepeatsForOneFault, broken } = judged
  t.equal(mostRepeatsForOneFault, 2)
  t.match(broken, [/at most 1 connection/])
})

t.test('of two faults in a row each answers for the mails that were on their way when it came', async t => {
  const accepted = [mail('a', 5_000), mail('b', 7_000), mail('c', 1_000), mail('a', 9_000), mail('b', 9_000)]
  const faults = [5_000, 7_000].map(from => ({ kind: 'kill', from, to: from + 10, allowed: 1 }))
  const judged = judgeRound(evidence({ accepted, faults, progress: { mayHaveRepeated: 2 } }))
  t.match(judged, { mostRepeatsForOneFault: 1, broken: [] })
})

t.test('the issue says how many mails may have been repeated, and not that some may where none can', async t => {
  const faults = [{ kind: 'kill', from: 5_000, to: 5_010, allowed: 10 }]
  t.match(judgeRound(evidence({ accepted: [...all, mail('a', 9_000)], faults })).broken, [/speaks of 0/])
  t.match(judgeRound(evidence({ repeatsNothing: true, progress: { mayHaveRepeated: 4 } })).broken, [/speaks of 4/])
})

t.test('a repeat with another Message-ID, and one Message-ID for two readers, are noticed', async t => {
  const faults = [{ kind: 'kill', from: 5_000, to: 5_010, allowed: 10 }]
  const accepted = [...all, mail('a', 9_000, { messageId: '<other>' })]
  const other = judgeRound(evidence({ accepted, faults, progress: { mayHaveRepeated: 1 } }))
  t.match(other.broken, [/another Message-ID/])
  const shared = [...all.slice(0, 2), mail('c', 3_000, { messageId: '<a>' })]
  t.match(judgeRound(evidence({ accepted: shared })).broken, [/share a Message-ID/])
})

t.test('counts that do not add up, and an issue that is not finished, are noticed', async t => {
  const { unaccounted, broken } = judgeRound(evidence({ progress: { state: 'sending', planned: 4, finishedAt: null } }))
  t.equal(unaccounted, 1)
  t.match(broken, [/planned for 3/, /1 mails are not accounted for/, /the issue is sending and not finished/])
})

t.test('a failure needs a row, and must not happen to a mail that would have been taken later', async t => {
  const failed = { accepted: all.slice(1), progress: { sent: 2, failed: 1 } }
  t.match(judgeRound(evidence({ ...failed, failed: new Set(['a']) })).broken, [/1 mails failed/])
  t.match(judgeRound(evidence(failed)).broken[1], /0 failures are listed/)
})

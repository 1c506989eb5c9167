import t, { type Test } from 'tap'
import { countRefusals } from '../../src/bounce/act/count-refusals.js'
import { believeHeld } from '../../src/bounce/act/held.js'
import { createGuard, findExcess, type Accepted, type Tally } from '../../src/delivery/guard.js'
import { readFailures, readProgress } from '../../src/delivery/progress.js'
import { planIssue } from '../../src/delivery/plan.js'
import { resume, retryFailed } from '../../src/delivery/control.js'
import { hurryJobs } from '../support/queue.js'
import { addIssue, addReaders, someAddresses } from '../support/readers.js'
import { testRelay, type Refusal, type RelayRules } from '../support/relay.js'
import { testService, until, type TestService } from '../support/service.js'

const NOTHING: Tally = { settled: 0, hard: 0, refused: 0 }
const NO_SHARE: Accepted = { hard: 0, refused: 0 }
const dead = { hard: true, suspicion: null } as const
const strict = { hard: false, suspicion: 'policy' } as const

const guardOf = (parts: Partial<Parameters<typeof createGuard>[0]> = {}) =>
  createGuard({
    before: NOTHING,
    accepted: NO_SHARE,
    counts: true,
    unpicked: true,
    findKnown: async () => new Set(),
    ...parts
  })

t.test('of 10,000 mailboxes 2 % are dead: one pause, and none after it was resumed', async t => {
  const accepted: Accepted = { ...NO_SHARE }
  const pausedAt: number[] = []
  let guard = guardOf()
  for (let mailbox = 1; mailbox <= 10_000; mailbox++) {
    if (mailbox % 50 !== 0) {
      guard.took()
      continue
    }
    if (await guard.refused(String(mailbox), dead) === null) continue
    pausedAt.push(mailbox)
    accepted.hard = guard.tally.hard / guard.tally.settled
    guard = guardOf({ accepted })
  }
  t.same(pausedAt, [500])
})

t.test('what was accepted is not a licence: when the share doubles, it pauses again', async t => {
  t.equal(findExcess({ settled: 1_000, hard: 50, refused: 0 }, { hard: 0.02, refused: 0 }), null)
  t.equal(findExcess({ settled: 1_000, hard: 51, refused: 0 }, { hard: 0.02, refused: 0 }), 'hard')
  t.equal(findExcess({ settled: 499, hard: 499, refused: 0 }, NO_SHARE), null, 'fewer than 500 say little')
  t.equal(findExcess({ settled: 1_000, hard: 0, refused: 49 }, NO_SHARE), null)
  t.equal(findExcess({ settled: 1_000, hard: 0, refused: 50 }, NO_SHARE), 'refused')
  t.equal(findExcess({ settled: 19, hard: 0, refused: 19 }, NO_SHARE), null, 'nineteen may be strict')
  t.equal(findExcess({ settled: 1_000, hard: 0, refused: 119 }, { hard: 0, refused: 0.06 }), null)
  t.equal(findExcess({ settled: 1_000, hard: 0, refused: 120 }, { hard: 0, refused: 0.06 }), 'refused')
})

t.test('twenty refusals of us in a row pause the issue, except among recipients picked by a refusal', async t => {
  const before = { settled: 100_000, hard: 0, refused: 10 }
  for (const [unpicked, expected] of [[true, 'policy'], [false, null]] as const) {
    const guard = guardOf({ before, unpicked })
    for (let mailbox = 1; mailbox < 20; mailbox++) t.equal(await guard.refused(String(mailbox), strict), null)
    t.equal(await guard.refused('20', strict), expected)
  }
  const mixed = guardOf({ before })
  for (let mailbox = 1; mailbox <= 60; mailbox++) {
    if (mailbox % 10 === 0) mixed.took()
    else t.equal(await mixed.refused(String(mailbox), strict), null)
  }
})

t.test('a mailbox whose refusal is known is looked up once and not counted; without an answer it counts', async t => {
  let lookups = 0
  const guard = guardOf({ findKnown: async () => { lookups++; return new Set(['a', 'b']) } })
  for (const id of ['a', 'b', 'c']) await guard.refused(id, dead)
  await guard.refused('a', { hard: false, suspicion: null })
  t.same(guard.tally, { settled: 2, hard: 1, refused: 0 })
  t.equal(lookups, 1)
  const blind = guardOf({ findKnown: async () => { throw new Error('no database') } })
  t.equal(await blind.refused('a', dead), null)
  t.same(blind.tally, { settled: 1, hard: 1, refused: 0 })
})

const numberIn = (address: string): number => Number(/\d+/.exec(address)?.[0])
const every = (share: number, refusal: Refusal) => (address: string): Refusal =>
  numberIn(address) % share === 0 ? refusal : null

async function sending (t: Test, readers: number, rules: RelayRules, settings: Record<string, string> = {}) {
  const service = await testService(t, settings)
  const relay = await testRelay(t, rules)
  await addReaders(service, someAddresses(readers))
  const number = await send(service)
  await service.work(relay.target)
  return { service, number, relay }
}

async function send (service: TestService): Promise<number> {
  const number = await addIssue(service)
  await planIssue({ ...service, batchSize: service.config.delivery.batchSize }, number)
  return number
}

/** Waits until the issue is finished; each time it pauses, it is resumed. Returns why it paused. */
async function seeThrough ({ pool, log }: TestService, number: number): Promise<string[]> {
  const pauses: string[] = []
  await until(async () => {
    // Waits of deferred mails are over at once.
    await hurryJobs({ pool })
    const { state, pauseReason, finishedAt } = await readProgress({ pool }, number)
    if (state === 'paused') {
      pauses.push(String(pauseReason))
      await resume({ pool, log }, number)
    }
    return finishedAt !== null
  })
  return pauses
}

t.test('2 % dead mailboxes pause an issue once, and the next one over the same mailboxes never', async t => {
  const { service, number } = await sending(
    t,
    2_000,
    { recipient: every(50, [550, '5.1.1 unknown']) },
    { MAIL_BATCH_SIZE: '100' }
  )
  await until(async () => (await readProgress(service, number)).state === 'paused')
  const { sent, failed } = await readProgress(service, number)
  t.ok(sent + failed >= 500 && sent + failed < 700, `${sent + failed} were settled`)
  t.same(await seeThrough(service, number), ['bounce-rate'])
  t.match(await readProgress(service, number), { sent: 1_960, failed: 40 })
  await countRefusals(service)
  t.equal(await believeHeld({ ...service, witness: async () => {} }, number), 40)
  const next = await send(service)
  t.same(await seeThrough(service, next), [])
  t.match(await readProgress(service, next), { planned: 1_960, sent: 1_960, failed: 0 }, 'they were erased meanwhile')
  t.ok(service.lines().some(line => line.includes('hard bounce') && line.includes('5.1.1')))
})

t.test('few mails with many dead mailboxes do not pause', async t => {
  const { service, number } = await sending(t, 100, { recipient: every(10, [550, '5.1.1 unknown']) })
  t.same(await seeThrough(service, number), [])
  t.match(await readProgress(service, number), { sent: 90, failed: 10 })
})

t.test('six mailboxes that refuse for policy, sender or size fail alone, and hold up nobody', async t => {
  const { service, number } = await sending(t, 60, {
    recipient: address => (
      { 1: [554, '5.7.1 leser1@beispiel.example: access denied'], 2: [550, '5.7.1 no'], 3: [550, '5.1.8 no'] } as const
    )[numberIn(address)] ?? null,
    message: address => (
      { 4: [550, '5.7.515 needs DKIM'], 5: [552, '5.3.4 too big'], 6: [550, '5.7.26 no'] } as const
    )[numberIn(address)] ?? null
  })
  t.same(await seeThrough(service, number), [])
  t.match(await readProgress(service, number), { sent: 54, failed: 6 })
  t.match(await readFailures(service, await readProgress(service, number)), [
    { status: '5.7.1', count: 2 },
    { status: '5.1.8' },
    { status: '5.3.4' },
    { status: '5.7.26' },
    { status: '5.7.515' }
  ])
})

t.test('a relay that refuses all for policy pauses the issue in its first batch, and again after a resume', async t => {
  let mended = false
  const { service, number, relay } = await sending(
    t,
    300,
    { recipient: () => mended ? null : [554, '5.7.1 relay access denied'] },
    { MAIL_BATCH_SIZE: '300' }
  )
  const paused = async (): Promise<boolean> => (await readProgress(service, number)).state === 'paused'
  const most = service.config.delivery.connections
  for (const times of [1, 2]) {
    await until(paused)
    const { failed, pauseReason } = await readProgress(service, number)
    t.equal(pauseReason, 'policy')
    t.ok(failed >= 20 * times && failed < (20 + most) * times, `${failed} failed`)
    mended = times === 2
    t.match(
      await resume(service, number),
      { reason: 'policy', accepted: { refused: 0 } },
      'that all refuse is not accepted'
    )
  }
  t.same(await seeThrough(service, number), [])
  const { failed } = await readProgress(service, number)
  t.equal(await retryFailed(service, number), failed)
  t.same(await seeThrough(service, number), [])
  t.equal(relay.taken.length, 300, 'who was refused gets it after all')
})

t.test('a share that refuses for policy pauses once, and in the next issue not at all', async t => {
  const { service, number } = await sending(
    t,
    600,
    { message: every(10, [550, '5.7.1 no']) },
    { MAIL_BATCH_SIZE: '100' }
  )
  t.same(await seeThrough(service, number), ['policy'])
  t.match(await readProgress(service, number), { sent: 540, failed: 60 })
  t.equal(await retryFailed(service, number), 60)
  t.same(await seeThrough(service, number), [], 'that they fail again is no news')
  t.same(await seeThrough(service, await send(service)), [])
})

import { setTimeout as delay } from 'node:timers/promises'
import { readProgress, type Progress } from '../../src/delivery/progress.js'
import { CleanupStack } from '../../src/platform/cleanup-stack.js'
import { asTest } from '../support/test.js'
import { clock } from './clock.js'
import { cut, failover, restart } from './database-faults.js'
import { busy, close, drop, hang, refuse } from './relay-faults.js'
import type { Scenario } from './scenario.js'
import { setStage, type RoundOptions, type Stage } from './stage.js'
import { cancel, leave, pause } from './control.js'
import { judgeRound, type Verdict } from './verdict.js'
import { kill, linger, term, three } from './mailer-faults.js'
import { long, stop, wake } from './silence.js'
import { endMailer, hurryDeferred, startMailer } from './mailers.js'
import { describeQueue } from '../support/queue.js'

export const SCENARIOS = {
  kill,
  term,
  linger,
  stop,
  wake,
  long,
  three,
  restart,
  cut,
  failover,
  clock,
  close,
  busy,
  hang,
  drop,
  refuse,
  pause,
  cancel,
  leave
} satisfies Record<string, Scenario>

export type Kind = keyof typeof SCENARIOS
export const KINDS = Object.keys(SCENARIOS) as Kind[]

export interface RoundResult extends Verdict {
  kind: Kind
  seed: number
  recipients: number
  kills: number
  seconds: number
  /** Something worth a word on the round's line. */
  notes: string[]
  /** What the mailers have logged; kept for rounds that fail. */
  logs: string[]
}

const LIMIT_MS = 150_000
const HURRY_EVERY_MS = 500
const LOOK_EVERY_MS = 100

/** Plays one kind of fault on an issue, and checks what became of it. */
export async function playRound (kind: Kind, options: RoundOptions): Promise<RoundResult> {
  const start = performance.now()
  const cleanup = new CleanupStack()
  const scenario: Scenario = SCENARIOS[kind]
  let stage: Stage | undefined
  let outcome: Verdict & { notes: string[] }
  try {
    stage = await setStage(asTest(cleanup), { ...options, scenario })
    outcome = await play(stage, scenario)
  } catch (error) {
    const broken = [(error as Error).stack ?? String(error)]
    outcome = { lost: 0, repeated: 0, unaccounted: 0, mostRepeatsForOneFault: 0, broken, notes: [] }
  }
  const logs = stage?.mailers.map(mailer => mailer.log()) ?? []
  await cleanup.run().catch((error: unknown) => { outcome.notes.push(`not all was taken away: ${String(error)}`) })
  const { seed, recipients } = options
  const seconds = (performance.now() - start) / 1000
  return { ...outcome, kind, seed, recipients, kills: stage?.kills ?? 0, seconds, logs }
}

async function play (stage: Stage, scenario: Scenario): Promise<Verdict & { notes: string[] }> {
  const over = new AbortController()
  for (let count = 0; count < (scenario.mailers ?? 1); count++) await startMailer(stage, scenario.command)
  await scenario.before?.(stage)
  await stage.sink.behave(stage.random.chance(0.3) ? { slowMs: 10 } : {})
  await stage.plan()
  const hurrying = scenario.unhurried === true ? Promise.resolve() : hurry(stage, over.signal)
  try {
    const timeOut = delay(LIMIT_MS, undefined, { signal: over.signal }).then(async () => {
      throw new Error(`the issue did not come to an end within ${LIMIT_MS / 1000} s: ${await describeRest(stage)}`)
    })
    await Promise.race([scenario.act(stage).then(async () => await waitForEnd(stage, over.signal)), timeOut])
  } finally {
    over.abort()
    await hurrying
  }
  for (const mailer of stage.mailers.filter(({ ended }) => !ended)) await endMailer(mailer)
  return await gather(stage, scenario)
}

async function waitForEnd (stage: Stage, over: AbortSignal): Promise<void> {
  while (!over.aborted && (await look(stage))?.finishedAt == null) await delay(LOOK_EVERY_MS)
}

/** Waits of the queue's own are cut short. */
async function hurry (stage: Stage, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    await delay(HURRY_EVERY_MS, undefined, { signal: over }).catch(() => {})
    // The server may be gone: that is what some rounds are about.
    await hurryDeferred(stage).catch(() => {})
  }
}

/** Null while the server does not answer. */
async function look ({ pool, issue }: Stage): Promise<Progress | null> {
  return await readProgress({ pool }, issue).catch(() => null)
}

const UNSETTLED_BATCHES = `
  select ordinal, size, attempt, fence, connections_in_use, bit_count(sent) sent
  from batch where settled < size`

/** Where an issue hangs: its batches that are not settled, and all that the queue holds. */
async function describeRest (stage: Stage): Promise<string> {
  const ask = async (query: string): Promise<string> => JSON.stringify((await stage.pool.query(query)).rows)
  return [
    JSON.stringify(await look(stage)),
    `batches ${await ask(UNSETTLED_BATCHES)}`,
    await describeQueue(stage)
  ].join('\n')
}

/**
 * What the mailers say the database had lost: mails written back in time, and mails sent again
 * before.
 */
function readLosses ({ mailers }: Stage): { restored: number, repeated: number } {
  const said = mailers.flatMap(mailer => mailer.log().split('\n'))
    .filter(line => line.includes('"database_lost_writes"'))
  const lines = said.map(line => JSON.parse(line) as { restored: number, repeated: number })
  const sum = (name: 'restored' | 'repeated'): number => lines.reduce((total, line) => total + line[name], 0)
  return { restored: sum('restored'), repeated: sum('repeated') }
}

async function gather (
  stage: Stage, { cancels = false, repeatsNothing = false }: Scenario
): Promise<Verdict & { notes: string[] }> {
  const { accepted, faults: dealt, mostSessions } = await stage.sink.report()
  const progress = await readProgress(stage, stage.issue)
  const { rows } = await stage.pool.query<{ subscriber_id: string }>(
    'select subscriber_id from delivery_failure where delivery_id = $1', [progress.id]
  )
  const failed = new Set(rows.map(row => row.subscriber_id))
  const losses = readLosses(stage)
  for (const fault of stage.faults) if (fault.kind === 'failover') fault.allowed += losses.repeated
  const verdict = judgeRound({
    planned: [...stage.readers.keys()],
    accepted,
    progress,
    failed: new Set([...stage.readers].flatMap(([address, id]) => failed.has(id) ? [address] : [])),
    left: stage.left,
    faults: stage.faults,
    cancelled: cancels,
    repeatsNothing
  })
  const late = accepted.map(({ to, at }) => at - (stage.left.get(to)?.at ?? at)).filter(ms => ms > 0)
  return {
    ...verdict,
    notes: [
      `${progress.sent} sent`,
      ...(progress.skipped > 0 ? [`${progress.skipped} skipped`] : []),
      ...(progress.mayHaveRepeated > 0 ? [`${progress.mayHaveRepeated} may have been repeated`] : []),
      ...(losses.restored > 0 ? [`${losses.restored} recorded again`] : []),
      ...Object.entries(dealt).map(([fault, count]) => `${count} ${fault}`),
      ...(late.length > 0 ? [`mailed at most ${(Math.max(...late) / 1000).toFixed(2)} s after leaving`] : []),
      `${mostSessions} sessions`
    ]
  }
}

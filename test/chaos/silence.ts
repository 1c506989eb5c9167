import { setTimeout as delay } from 'node:timers/promises'
import type { Scenario } from './scenario.js'
import type { Stage } from './stage.js'
import { endMailer, now, outwait, startMailer, type Mailer } from './mailers.js'
import { ageLocks } from '../support/queue.js'

// Mailers that are silent, or only seem to be.

const LOOK_EVERY_MS = 5
/** Replies slow enough for things to happen in the middle of a batch. */
const SLOW = { slowMs: 400 }

/**
 * SIGSTOP for longer than others are patient, another takes over, and the first wakes up at some
 * point.
 */
export const stop: Scenario = {
  async act (stage) {
    const { sleeper, from } = await replaceSleeping(stage)
    await delay(stage.random.between(0, 1_500))
    wakeUp(stage, sleeper, from)
  }
}

/**
 * As `stop`, but whoever took over is asked to end as soon as the first is awake: the batch changes
 * hands twice.
 */
export const wake: Scenario = {
  async act (stage) {
    const { sleeper, successor, from } = await replaceSleeping(stage)
    await stage.sink.behave(SLOW)
    wakeUp(stage, sleeper, from)
    await delay(stage.random.between(100, 300))
    await endMailer(successor)
    await stage.sink.behave({})
  }
}

/**
 * A living mailer has a batch for longer than others are patient with a silent one: it stays its
 * own.
 */
export const long: Scenario = {
  repeatsNothing: true,
  async act (stage) {
    await stage.moment(0.02, 0.8)
    await stage.sink.behave(SLOW)
    // The batch may end before the other mailer looks, and the next one then must seem as old.
    const looked = new AbortController()
    const ageing = ageJobs(stage, looked.signal)
    await Promise.all([ageing, startMailer(stage).finally(() => looked.abort())])
    await stage.sink.behave({})
  }
}

/**
 * Makes every job that is held by now, or by the same mailer later, seem to be held for an hour.
 * Throws an Error if one is taken away for it.
 */
async function ageJobs ({ pool }: Stage, over: AbortSignal): Promise<void> {
  let holders: string[] = []
  while (!over.aborted) {
    if (holders.length === 0) {
      const { rows } = await pool.query<{ id: string }>(
        'select locked_by as id from graphile_worker.jobs where locked_by is not null'
      )
      holders = rows.map(({ id }) => id)
    }
    await ageLocks({ pool }, holders)
    // Nothing fails here, so that a job was begun and is free can have one reason only.
    const { rowCount } = await pool.query(
      'select from graphile_worker.jobs where locked_by is null and attempts > 0 and last_error is null'
    )
    if (rowCount !== 0) throw new Error('a job was taken away from a living mailer')
    await delay(LOOK_EVERY_MS)
  }
}

/**
 * Stops the only mailer in the middle of a batch, and waits until a new one has opened that batch.
 */
async function replaceSleeping (stage: Stage): Promise<{ sleeper: Mailer, successor: Mailer, from: number }> {
  const [sleeper] = stage.mailers as [Mailer]
  await stage.moment(0.02, 0.8)
  const from = now()
  sleeper.program.process.kill('SIGSTOP')
  await delay(LOOK_EVERY_MS)
  const { rows: [batch] } = await stage.pool.query<{ ordinal: number, fence: number }>(
    'select ordinal, fence from batch where connections_in_use > 0'
  )
  await outwait(stage, sleeper)
  const successor = await startMailer(stage)
  // There is no batch if the mailer was stopped between two, or had just finished the last.
  if (batch !== undefined) while (await hasFence(stage, batch)) await delay(LOOK_EVERY_MS)
  return { sleeper, successor, from }
}

async function hasFence ({ pool }: Stage, { ordinal, fence }: { ordinal: number, fence: number }): Promise<boolean> {
  return (await pool.query('select from batch where ordinal = $1 and fence = $2', [ordinal, fence])).rowCount === 1
}

function wakeUp (stage: Stage, sleeper: Mailer, from: number): void {
  sleeper.program.process.kill('SIGCONT')
  stage.faults.push({ kind: 'stop', from, to: now(), allowed: stage.connections })
}

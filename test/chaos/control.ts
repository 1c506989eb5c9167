import { setTimeout as delay } from 'node:timers/promises'
import { pino } from 'pino'
import { cancel as cancelIssue, pause as pauseIssue, resume as resumeIssue } from '../../src/delivery/control.js'
import { systemClock } from '../../src/platform/clock.js'
import { unsubscribe } from '../../src/subscription/unsubscribe.js'
import type { Scenario } from './scenario.js'
import type { Stage } from './stage.js'
import { now } from './mailers.js'

const log = pino({ level: 'silent' })
const LEAVING = 0.01
const PAUSES = 5

/** Paused and resumed at once, several times. */
export const pause: Scenario = {
  repeatsNothing: true,
  async act (stage) {
    for (let count = 1; count <= PAUSES; count++) {
      await stage.moment(0.9 * (count - 1) / PAUSES, 0.9 * count / PAUSES)
      await pauseIssue(parts(stage), stage.issue)
      if (stage.random.chance(0.5)) await delay(stage.random.between(1, 300))
      await resumeIssue(parts(stage), stage.issue)
    }
  }
}

/** Cancelled, now and then while it is paused. */
export const cancel: Scenario = {
  cancels: true,
  repeatsNothing: true,
  async act (stage) {
    await stage.moment()
    if (stage.random.chance(0.3)) await pauseIssue(parts(stage), stage.issue)
    await cancelIssue(parts(stage), stage.issue)
  }
}

/**
 * Readers leave during the run. Until their batch is opened they are skipped; from then on, until
 * their turn in it, the mail goes out. That is the window.
 */
export const leave: Scenario = {
  repeatsNothing: true,
  async act (stage) {
    const readers = [...stage.readers]
    const leaving = Math.ceil(readers.length * LEAVING)
    for (let count = 1; count <= leaving; count++) {
      await stage.moment(0.9 * (count - 1) / leaving, 0.9 * count / leaving)
      const [address, id] = stage.random.pick(readers)
      if (stage.left.has(address)) continue
      await unsubscribe({ pool: stage.pool, clock: systemClock, log, writeJournal: async () => {} }, { id, issue: 1 })
      const at = now()
      // Asked afterwards: whose batch is not open by now was erased before it was.
      const { rows: [batch] } = await stage.pool.query<{ fence: number }>(
        'select fence from batch where $1 = any (recipients)', [id]
      )
      stage.left.set(address, { opened: batch === undefined || batch.fence > 0, at })
    }
  }
}

function parts ({ pool }: Stage) {
  return { pool, clock: systemClock, log }
}

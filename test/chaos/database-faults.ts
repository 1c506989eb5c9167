import { setTimeout as delay } from 'node:timers/promises'
import type { Scenario } from './scenario.js'
import { now, startMailer } from './mailers.js'

const CUT_MS = 20_000
const SHORT_CUT_MS = 3_000
/** So that a second or two is not the whole issue. */
const SLOW = { slowMs: 60 }

/** PostgreSQL loses all its processes at once and starts again. */
export const restart: Scenario = {
  restartable: true,
  async act (stage) {
    await stage.moment()
    const from = now()
    await stage.restartServer()
    stage.faults.push({ kind: 'restart', from, to: now(), allowed: stage.connections })
  }
}

/** The connection to PostgreSQL is cut for 20 s. */
export const cut: Scenario = {
  async act (stage) {
    await stage.moment()
    const from = now()
    await stage.line.cut()
    await delay(stage.quick ? SHORT_CUT_MS : CUT_MS)
    await stage.line.mend()
    stage.faults.push({ kind: 'cut', from, to: now(), allowed: stage.connections })
  }
}

/**
 * The server dies, and its standby, which has not got the last commits, takes over: whole batches
 * look unsent. What may then be sent twice is what the mailers say.
 */
export const failover: Scenario = {
  replicated: true,
  async before (stage) {
    if (stage.random.chance(0.5)) await startMailer(stage)
  },
  async act (stage) {
    await stage.sink.behave(SLOW)
    await stage.moment(0.02, 0.7)
    const from = now()
    await stage.standby?.cutOff()
    await delay(stage.quick ? stage.random.between(300, 1_500) : stage.random.between(1_000, 3_000))
    await stage.killServer()
    const promoted = await stage.standby?.promote()
    if (promoted === undefined) throw new Error('this round has no standby')
    stage.pool = promoted.pool
    stage.line.lead(promoted)
    await stage.sink.behave({})
    stage.faults.push({ kind: 'failover', from, to: now(), allowed: stage.connections * stage.mailers.length })
  }
}

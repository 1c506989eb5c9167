import { setTimeout as delay } from 'node:timers/promises'
import type { Scenario } from './scenario.js'
import { now } from './workers.js'

const CUT_MS = 20_000
const SHORT_CUT_MS = 3_000

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

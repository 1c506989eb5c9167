import type { Scenario } from './scenario.js'
import { now } from './mailers.js'
import { shiftJobs, shiftTimetable } from '../support/queue.js'

/** What a clock that was two hours ahead has written beside the queue: pace and signs of life. */
const WRITTEN_AHEAD = [
  'update pace set next_free_at = now() + interval \'2 hours\'',
  'update worker set seen_at = seen_at + interval \'2 hours\''
]

/**
 * The clock of the database was two hours ahead, and is right again; now and then, one of two
 * mailers dies just then.
 */
export const clock: Scenario = {
  mailers: 2,
  unhurried: true,
  settings: { MAIL_RATE: '1000' },
  async act (stage) {
    await stage.sink.behave({ busy: 0.1 })
    await stage.moment(0.1, 0.7)
    for (const statement of WRITTEN_AHEAD) await stage.pool.query(statement)
    await shiftJobs(stage, '2 hours')
    await shiftTimetable(stage, '2 hours')
    await stage.sink.behave({})
    if (stage.quick || stage.random.chance(0.5)) return
    const from = now()
    const victim = stage.random.pick(stage.mailers)
    await victim.program.end('SIGKILL')
    victim.ended = true
    stage.kills++
    stage.faults.push({ kind: 'kill', from, to: now(), allowed: stage.connections })
  }
}

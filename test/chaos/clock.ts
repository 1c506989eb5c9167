import type { Scenario } from './scenario.js'
import { now } from './workers.js'

/** What a clock that was two hours ahead has written: pace, waiting and held jobs, signs of life, the timetable. */
const WRITTEN_AHEAD = [
  'update pace set free_at = now() + interval \'2 hours\'',
  `update graphile_worker._private_jobs
   set run_at = run_at + interval '2 hours', locked_at = locked_at + interval '2 hours',
       created_at = created_at + interval '2 hours', updated_at = updated_at + interval '2 hours'`,
  'update worker set seen_at = seen_at + interval \'2 hours\'',
  'update graphile_worker._private_known_crontabs set last_execution = now() + interval \'2 hours\''
]

/** The clock of the database was two hours ahead, and is right again; now and then, one of two workers dies just then. */
export const clock: Scenario = {
  workers: 2,
  unhurried: true,
  settings: { MAIL_RATE: '1000' },
  async act (stage) {
    await stage.sink.behave({ busy: 0.1 })
    await stage.moment(0.1, 0.7)
    for (const statement of WRITTEN_AHEAD) await stage.pool.query(statement)
    await stage.sink.behave({})
    if (stage.quick || stage.random.chance(0.5)) return
    const from = now()
    const victim = stage.random.pick(stage.workers)
    await victim.program.end('SIGKILL')
    victim.ended = true
    stage.kills++
    stage.faults.push({ kind: 'kill', from, to: now(), allowed: stage.connections })
  }
}

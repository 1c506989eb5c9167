import type { RoomJobs } from '../platform/jobs/job.js'
import { forgetRestoredBefore } from '../delivery/restored.js'
import { trimJournal, type ReplayDeps } from './journal/replay.js'

/** Also what a process left behind that died between its commit and the journal. */
const WRITE_EVERY_MS = 2_000

/** The jobs and timers that keep the promises of privacy. */
export function privacyJobs (deps: ReplayDeps): RoomJobs {
  const { pool, journal, clock, retentionSeconds } = deps
  return {
    jobs: {
      trim_journal: {
        lane: 'background',
        cron: '40 2 * * *',
        async run () {
          await trimJournal(deps)
          await forgetRestoredBefore({ pool }, new Date(clock.now().getTime() - retentionSeconds * 1000))
        }
      }
    },
    timers: [{ name: 'write-journal', everyMs: WRITE_EVERY_MS, run: journal.write }]
  }
}

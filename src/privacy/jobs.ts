import type { RoomJobs } from '../platform/jobs/job.js'
import { trimJournal, type TrimDeps } from './journal/trim.js'

/** Also what a process left behind that died between its commit and the journal. */
const WRITE_EVERY_MS = 2_000

/** The jobs and timers that keep the promises of privacy. */
export function privacyJobs (deps: TrimDeps): RoomJobs {
  return {
    jobs: {
      trim_journal: { lane: 'background', cron: '40 2 * * *', run: async () => await trimJournal(deps) }
    },
    timers: [{ name: 'write-journal', everyMs: WRITE_EVERY_MS, run: deps.journal.write }]
  }
}

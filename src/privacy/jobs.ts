import type { Context } from '../platform/context.js'
import type { LaneJob, RoomJobs } from '../platform/jobs/job.js'
import type { Witness } from '../platform/witness.js'
import { trimJournal, type TrimDeps } from './journal/trim.js'
import { enqueueRun, knowRules } from './privacy.queries.js'
import type { RetentionTimes } from './retention/rule.js'
import { purgeRules } from './retention/rules.js'
import { runRule } from './retention/run-rule.js'
import { readStandings } from './retention/standing.js'
import { rewriteTables } from './rewrite/rewrite-tables.js'

interface PrivacyJobsDeps extends Pick<Context, 'pool' | 'clock' | 'log'>, TrimDeps {
  /** Of what the program does when its time has come. */
  witness: Witness
  times: RetentionTimes
}

/** When those that run every ten minutes have just run. */
const WATCH = '5,15,25,35,45,55 * * * *'

/** After the nightly rules, when hardly anybody waits for a table. */
const REWRITE = '3 4 * * *'

/** Also what a process left behind that died between its commit and the journal. */
const WRITE_EVERY_MS = 2_000

/** A job for each rule that one carries out, the one that watches them, and the journal's own. */
export function privacyJobs (deps: PrivacyJobsDeps): RoomJobs {
  const jobs: Record<string, LaneJob> = {}
  for (const rule of purgeRules()) {
    const { job, every: { cron } } = rule.erasedBy
    jobs[job] = {
      lane: 'background',
      cron,
      async run (_, { stopping }) { await runRule({ ...deps, stopping }, rule) }
    }
  }
  return {
    jobs: {
      ...jobs,
      trim_journal: { lane: 'background', cron: '40 2 * * *', run: async () => await trimJournal(deps) },
      rewrite_tables: {
        lane: 'background',
        cron: REWRITE,
        async run (_, { stopping }) { await rewriteTables({ ...deps, stopping }) }
      },
      watch_retention: { lane: 'background', cron: WATCH, run: async () => await watchRetention(deps) }
    },
    timers: [{ name: 'write-journal', everyMs: WRITE_EVERY_MS, run: deps.journal.write }]
  }
}

/**
 * Reports each rule that is late as an error, and has it run at once: a mailer that was away at
 * night need not wait for the next one.
 */
export async function watchRetention (
  { pool, clock, log, times }: Pick<PrivacyJobsDeps, 'pool' | 'clock' | 'log' | 'times'>
): Promise<void> {
  // One that never runs is late, too.
  await knowRules.run({ rules: purgeRules().map(({ name }) => name), now: clock.now() }, pool)
  for (const { rule: { name, erasedBy: { job } }, late, lateSeconds } of await readStandings({ pool, clock, times })) {
    if (late === null) continue
    const fields = { rule: name, reason: late, seconds: lateSeconds }
    log.error({ event: 'retention_late', ...fields }, 'a rule of retention is late')
    await enqueueRun.run({ job }, pool)
  }
}

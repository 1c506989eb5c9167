import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import { findRuns, type IFindRunsResult } from '../privacy.queries.js'
import { beginOf } from './period.js'
import type { RetentionTimes } from './rule.js'
import { purgeRules, type PurgeRule } from './rules.js'

/**
 * `overdue`: a row is kept longer than it may be. `not-run`: the job has not come to its end for
 * twice its interval.
 */
export type Lateness = 'overdue' | 'not-run'

/** How a rule that a job carries out stands. */
export interface Standing {
  rule: PurgeRule
  /** Null until a mailer knows the rule. */
  run: IFindRunsResult | null
  /** How long the oldest row has been kept by now, in seconds; null for none. */
  oldestSeconds: number | null
  late: Lateness | null
  /** Since when it is late, in seconds. */
  lateSeconds: number
}

export interface StandingDeps { pool: Pool, clock: Clock, times: RetentionTimes }

/** How all rules stand that a job carries out, in the order of the table. */
export async function readStandings (deps: StandingDeps): Promise<Standing[]> {
  const runs = await findRuns.run(undefined, deps.pool)
  return await Promise.all(purgeRules().map(async rule =>
    await judge(deps, rule, runs.find(run => run.rule === rule.name) ?? null)))
}

async function judge (deps: StandingDeps, rule: PurgeRule, run: IFindRunsResult | null): Promise<Standing> {
  const { keeps, erasedBy: { every, ends } } = rule
  const now = deps.clock.now().getTime()
  const tolerated = 2 * every.seconds
  const end = await ends?.(deps) ?? null
  const overdueSeconds = end === null ? 0 : (now - end.getTime()) / 1_000
  const idleSeconds = run === null ? 0 : (now - (run.finishedAt ?? run.knownSince).getTime()) / 1_000
  const late = overdueSeconds > tolerated ? 'overdue' : idleSeconds > tolerated ? 'not-run' : null
  const oldest = end === null || !('period' in keeps) ? null : beginOf(end, keeps.period, deps.times)
  return {
    rule,
    run,
    oldestSeconds: oldest === null ? null : Math.max(0, Math.round((now - oldest.getTime()) / 1_000)),
    late,
    lateSeconds: late === null ? 0 : Math.round((late === 'overdue' ? overdueSeconds : idleSeconds) - every.seconds)
  }
}

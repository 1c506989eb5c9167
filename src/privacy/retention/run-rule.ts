import { messageOf } from '../../platform/errors.js'
import { scrub } from '../../platform/log/scrub.js'
import { beginRun, failRun, finishRun } from '../privacy.queries.js'
import { beginOf } from './period.js'
import type { PurgeDeps } from './rule.js'
import type { PurgeRule } from './rules.js'

const LONGEST_FAULT = 500

/**
 * Erases what is over by a rule, and notes the run. Returns how many rows. A run that is stopped is
 * not noted as finished; what it has erased is erased. Throws what the rule throws.
 */
export async function runRule (deps: PurgeDeps, rule: PurgeRule): Promise<number> {
  const { pool, clock, log } = deps
  const { name, erasedBy: { erase } } = rule
  await beginRun.run({ rule: name, now: clock.now() }, pool)
  try {
    const erased = await erase(deps)
    if (erased > 0) log.info({ event: 'rows_erased', rule: name, erased }, 'erased what is over')
    if (deps.stopping?.aborted === true) return erased
    await finishRun.run({ rule: name, now: clock.now(), erased, oldestSeconds: await ageOfOldest(deps, rule) }, pool)
    return erased
  } catch (error) {
    // The database itself may be what is at fault.
    await failRun.run({ rule: name, fault: scrub(messageOf(error)).slice(0, LONGEST_FAULT) }, pool).catch(() => {})
    throw error
  }
}

/** How long the oldest row has been kept, in seconds; null for none, or if nobody can tell. */
async function ageOfOldest (deps: PurgeDeps, { keeps, erasedBy: { ends } }: PurgeRule): Promise<number | null> {
  const end = await ends?.(deps) ?? null
  if (end === null || !('period' in keeps)) return null
  const seconds = (deps.clock.now().getTime() - beginOf(end, keeps.period, deps.times).getTime()) / 1_000
  return Math.max(0, Math.round(seconds))
}

import { findDoubtful } from '../../delivery/returned.js'
import { forgetFailuresOf } from '../../delivery/refusals.js'
import type { Context } from '../../platform/context.js'
import { inTransaction } from '../../platform/database/pool.js'
import type { WriteJournal } from '../../platform/write-journal.js'
import { endSubscriptions, holdReaders } from '../../subscription/end-subscriptions.js'
import { findComplained, findHard, findWornOut, listIssuesWithHard } from '../bounce.queries.js'
import { utcDay } from './days.js'

/** A mailbox that takes no mail for so long is given up. */
export const WORN_OUT = { times: 5, days: 30, issues: 3 } as const

export type EndDeps = Context & { writeJournal: WriteJournal }

type Reason = 'complaint' | 'hard_bounce' | 'soft_bounces'

/** How many readers a transaction erases at most. */
const AT_ONCE = 200

/**
 * Erases the readers whose mailbox is gone, who complained, or whose mails came back too often, and
 * sees to it that nobody writes to them. Of an issue in doubt, hard bounces wait. When it returns,
 * the journal knows it. `among`: of those who came back too often, these alone; null for all.
 * Returns how many were erased.
 */
export async function endBounced (deps: EndDeps, among: readonly string[] | null = null): Promise<number> {
  const { pool, clock } = deps
  let erased = await endAll(deps, 'complaint', async () => await findComplained.run({ limit: AT_ONCE }, pool))
  const held = await heldIssues(deps)
  erased += await endAll(deps, 'hard_bounce', async () => await findHard.run({ held, limit: AT_ONCE }, pool))
  const since = utcDay(new Date(clock.now().getTime() - WORN_OUT.days * 86_400_000))
  const { times, issues } = WORN_OUT
  erased += await endAll(deps, 'soft_bounces', async () =>
    await findWornOut.run({ ids: among === null ? null : [...among], since, times, issues, limit: AT_ONCE }, pool))
  if (erased > 0) await deps.writeJournal()
  return erased
}

/** The issues whose hard bounces wait for somebody's decision. */
export async function heldIssues ({ pool }: Pick<EndDeps, 'pool'>): Promise<number[]> {
  const issues = (await listIssuesWithHard.run(undefined, pool)).map(({ issueNumber }) => issueNumber)
  return issues.length === 0 ? [] : await findDoubtful(pool, issues)
}

async function endAll (
  deps: EndDeps, reason: Reason, find: () => Promise<ReadonlyArray<{ subscriberId: string }>>
): Promise<number> {
  let erased = 0
  for (let more = true; more;) {
    const ids = (await find()).map(({ subscriberId }) => subscriberId)
    if (ids.length > 0) erased += await end(deps, reason, ids)
    more = ids.length === AT_ONCE
  }
  if (erased > 0) deps.log.info({ event: 'bounced_erased', reason, erased }, 'readers were erased for what came back')
  return erased
}

async function end ({ pool, keys, clock }: EndDeps, reason: Reason, ids: readonly string[]): Promise<number> {
  return await inTransaction(pool, async db => {
    const held = await holdReaders({ db, keys }, ids)
    await forgetFailuresOf(db, held.ids)
    return await endSubscriptions({ db, keys, clock }, held, reason)
  })
}
